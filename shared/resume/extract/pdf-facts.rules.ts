/** What a PDF says of itself, and what can be counted on its pages. */
import type { FileFacts } from '../resume.schema.ts';
import { solidLength } from './hidden.rules.ts';

type Counted = {
  hidden: readonly string[];
  pictures: number;
  links: number;
  fonts: readonly string[];
  items: readonly { fontSize: number; text: string }[];
};

/** The facts of a PDF; `metadata` is what pdf.js gives. */
export function pdfFacts(pages: readonly Counted[], metadata: unknown): Partial<FileFacts> {
  const info = fieldOf(metadata, 'info');
  const said = (key: string): string => {
    const value = fieldOf(info, key);
    return typeof value === 'string'
      ? value
          .replace(/\p{C}+/gu, ' ')
          .trim()
          .slice(0, 200)
      : '';
  };
  const producer = said('Creator') || said('Producer');
  const modifiedAt = pdfDay(said('ModDate')) ?? xmpDay(metadata) ?? pdfDay(said('CreationDate'));
  const sizes = pages.flatMap((p) => p.items.filter((i) => solidLength(i.text) > 2).map((i) => i.fontSize));
  const smallest = sizes.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  return {
    format: 'pdf',
    images: pages.reduce((n, p) => n + p.pictures, 0),
    textBoxes: 0,
    hiddenCharacters: pages.reduce((n, p) => n + p.hidden.reduce((m, t) => m + solidLength(t), 0), 0),
    fonts: [...new Set(pages.flatMap((p) => p.fonts))].slice(0, 50),
    links: pages.reduce((n, p) => n + p.links, 0),
    ...(Number.isFinite(smallest) ? { smallestFont: Math.round(smallest * 10) / 10 } : {}),
    ...(producer === '' ? {} : { producer }),
    ...(modifiedAt === undefined ? {} : { modifiedAt }),
  };
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}

/** The day of `D:20240514092105+02'00'`. */
export function pdfDay(text: string): string | undefined {
  const match = /^(?:D:)?(\d{4})(\d{2})?(\d{2})?/u.exec(text.trim());
  return match === null ? undefined : dayOf(`${match[1]}-${match[2] ?? '01'}-${match[3] ?? '01'}`);
}

function xmpDay(metadata: unknown): string | undefined {
  const xmp = fieldOf(metadata, 'metadata');
  const get = fieldOf(xmp, 'get');
  if (typeof get !== 'function') return undefined;
  const value: unknown = get.call(xmp, 'xmp:modifydate');
  return typeof value === 'string' ? dayOf(value) : undefined;
}

/** The day of an ISO date, undefined where there is no such day. */
export function dayOf(text: string): string | undefined {
  const day = /^\d{4}-\d{2}-\d{2}/u.exec(text.trim())?.[0];
  const time = day === undefined ? Number.NaN : Date.parse(`${day}T00:00:00Z`);
  return day === undefined || Number.isNaN(time) || !new Date(time).toISOString().startsWith(day) ? undefined : day;
}
