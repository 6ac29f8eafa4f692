/** Pages of a list that is counted anyway: by offset, or by a cursor that only its owner and the same filters can use. */
import { requestErrors } from '#shared/kernel/errors.ts';
import type { Cipher } from './cipher.ts';

export type PageOf = { readonly limit: number; readonly offset: number; readonly total: number; nextCursor?: string };

type Asked = { readonly limit: number; readonly offset?: number | undefined; readonly cursor?: string | undefined };

/**
 * Where the page begins, and its description once the total is known. `list` names the list; whatever else the query
 * holds counts as filters. Throws `request.invalid` for a cursor that was forged or belongs to another person or list.
 */
export function pageOf(
  cipher: Cipher,
  { list, owner, query }: { list: string; owner: string; query: Asked },
): { offset: number; page(total: number): PageOf } {
  const { limit, cursor, offset: asked = 0, ...filters } = query;
  const signed = (offset: number) =>
    `${offset}.${cipher.sign('page', `${list}\n${owner}\n${JSON.stringify(filters)}\n${offset}`)}`;
  const offset = cursor === undefined ? asked : Number(/^(\d{1,9})\./.exec(cursor)?.[1] ?? Number.NaN);
  if (cursor !== undefined && cursor !== signed(offset))
    throw requestErrors.invalid({ message: 'This cursor does not belong to this list. Start again without it.' });
  const next = offset + limit;
  return {
    offset,
    page: (total) => ({ limit, offset, total, ...(next < total && { nextCursor: signed(next) }) }),
  };
}
