/** `path` with its query changed; empty values leave, and any change but of the page itself begins at the first page again. */
export function addressWith(path: string, query: Record<string, string>, change: Record<string, string>): string {
  const next = new URLSearchParams({ ...query, ...('offset' in change ? {} : { offset: '' }), ...change });
  for (const [key, value] of [...next]) if (value === '' || (key === 'offset' && value === '0')) next.delete(key);
  return next.size > 0 ? `${path}?${next}` : path;
}
