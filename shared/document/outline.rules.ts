/** The shape of a document, from its text: what is its heading, an entry, a bullet, and which traced line stands where. */
import type { GeneratedDocument } from './document.schema.ts';

/** A piece of a line: with `index` it is that line of the trace, without it words that claim nothing. */
export type Segment = { readonly text: string; readonly index?: number };

export type OutlineLine = {
  readonly role: 'name' | 'contact' | 'heading' | 'entry' | 'detail' | 'bullet' | 'paragraph';
  readonly segments: readonly Segment[];
};

const BULLET = '• ';

/**
 * Lines of `text` in order, blank ones left out, every line of the trace in exactly one segment. An entry's segments are
 * its title and, where it has one, its date; separators between segments are left out, they are the view's to draw.
 */
export function outlineOf({ kind, text, trace }: Pick<GeneratedDocument, 'kind' | 'text' | 'trace'>): OutlineLine[] {
  const out: OutlineLine[] = [];
  let next = 0;
  let block = 0;
  let fresh = true;
  for (const written of text.split('\n')) {
    if (written.trim() === '') {
      if (!fresh) block++;
      fresh = true;
      continue;
    }
    const bullet = written.startsWith(BULLET);
    const line = bullet ? written.slice(BULLET.length) : written;
    const segments: Segment[] = [];
    for (let at = 0; at < line.length; ) {
      const traced = trace[next]?.text;
      const found = traced === undefined || traced === '' ? -1 : placeOf(line, { piece: traced, from: at });
      const before = line.slice(at, found < 0 ? line.length : found);
      if (/[\p{L}\p{N}]/u.test(before)) segments.push({ text: before.trim() });
      if (found < 0 || traced === undefined) break;
      segments.push({ text: traced, index: next++ });
      at = found + traced.length;
    }
    out.push({ role: roleOf({ kind, bullet, block, fresh, segments, before: out.at(-1)?.role, line }), segments });
    fresh = false;
  }
  // Nothing with evidence may go unseen, even where the text says it otherwise.
  for (; next < trace.length; next++)
    out.push({ role: 'paragraph', segments: [{ text: trace[next]?.text ?? '', index: next }] });
  return out;
}

type Standing = {
  kind: GeneratedDocument['kind'];
  bullet: boolean;
  block: number;
  /** First line after a blank one. */
  fresh: boolean;
  before: OutlineLine['role'] | undefined;
  segments: readonly Segment[];
  line: string;
};

function roleOf({ kind, bullet, block, fresh, before, segments, line }: Standing): OutlineLine['role'] {
  if (before === undefined) return 'name';
  if (bullet) return 'bullet';
  if (block === 0) return 'contact';
  if (kind === 'coverLetter') return 'paragraph';
  if (segments.every(({ index }) => index === undefined)) return 'heading';
  if (fresh) return 'entry';
  return before === 'entry' && !/[.!?]$/.test(line) ? 'detail' : 'paragraph';
}

/** Where `piece` stands as a whole in `line`: words that merely begin alike are not it. */
function placeOf(line: string, { piece, from }: { piece: string; from: number }): number {
  for (let at = line.indexOf(piece, from); at >= 0; at = line.indexOf(piece, at + 1)) {
    const before = line.slice(from, at);
    const after = line.slice(at + piece.length);
    const opens = before === '' || /[\s|]$/.test(before);
    const closes = after === '' || /^(?:\s|,\s)/.test(after);
    if (opens && closes) return at;
  }
  return -1;
}
