/** How a posting's text is set: headings, lists and paragraphs, by the signs plain text has for them. */

/** Start and end of a line in the whole text, without its bullet and the spaces around it. */
export type Line = readonly [start: number, end: number];
export type Block = { readonly kind: 'heading' | 'list' | 'text'; readonly lines: readonly Line[] };

const BULLET = /^\s*(?:[•▪◦‣]|[*–-](?=\s))\s*/;
/** A line that could head what follows: short, and no sentence. */
const HEADING_MOST = 70;
const ENDS_SENTENCE = /[.,;!?…]$/;

/** The blocks of `text`, in order; every word of it stands in exactly one line. */
export function layoutOf(text: string): Block[] {
  const blocks: Block[] = [];
  let open: { kind: Block['kind']; lines: Line[] } | undefined;
  const close = (): void => {
    if (open) blocks.push(open);
    open = undefined;
  };
  const lines = linesOf(text);
  lines.forEach((line, i) => {
    if (line.empty) {
      close();
      return;
    }
    const kind = line.bullet ? 'list' : isHeading(lines, i) ? 'heading' : 'text';
    if (open?.kind !== kind || kind === 'heading') close();
    open ??= { kind, lines: [] };
    open.lines.push([line.start, line.end]);
  });
  close();
  return blocks;
}

type RawLine = { start: number; end: number; bullet: boolean; empty: boolean; text: string };

function linesOf(text: string): RawLine[] {
  let at = 0;
  return text.split('\n').map((raw) => {
    const begin = at;
    at += raw.length + 1;
    const marked = BULLET.exec(raw)?.[0] ?? '';
    const body = raw.slice(marked.length);
    const start = begin + marked.length + (body.length - body.trimStart().length);
    const words = body.trim();
    return { start, end: start + words.length, bullet: marked.trim() !== '', empty: words === '', text: words };
  });
}

/** A short line that ends like no sentence, begins its block and has something under it. */
function isHeading(lines: readonly RawLine[], i: number): boolean {
  const line = lines[i];
  if (line === undefined || line.text.length > HEADING_MOST || ENDS_SENTENCE.test(line.text)) return false;
  if (!/^[\p{L}\d“"(¿¡]/u.test(line.text) || (i > 0 && lines[i - 1]?.empty === false && !line.text.endsWith(':')))
    return false;
  const next = lines.slice(i + 1).find(({ empty }) => !empty);
  if (next === undefined) return false;
  return line.text.endsWith(':') || next.bullet || next.text.length > HEADING_MOST;
}
