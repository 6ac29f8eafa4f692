/** Days in the spelling a box asks for. */
import type { FormField } from './form.schema.ts';

/** `2026-12-01` as the field wants it; free text stays as it is in free boxes; undefined when it cannot be told. */
export function dateFor(field: FormField, date: string): string | undefined {
  const iso = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(date.trim());
  if (field.kind === 'date') {
    if (!iso) return undefined;
    if (field.type === 'month') return `${iso[1]}-${iso[2]}`;
    return field.type === 'date' && iso[3] ? date.trim() : undefined;
  }
  const pattern =
    /\b(?:dd?|mm?|yyyy|tt|jjjj|aaaa|rrrr)([./\-\s])(?:dd?|mm?|yyyy|tt|jj|yy)\1(?:dd?|yyyy|jjjj|aaaa|rrrr|yy)\b/i.exec(
      `${field.placeholder} ${field.hint} ${field.label}`,
    )?.[0];
  if (!pattern) return date.trim();
  if (!iso?.[3]) return undefined;
  const [, year = '', month = '', day = ''] = iso;
  return pattern.replace(/[a-z]+/gi, (part) =>
    /^[dt]|^jj$/i.test(part) ? day : /^m/i.test(part) ? month : part.length > 2 ? year : year.slice(2),
  );
}
