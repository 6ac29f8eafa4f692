/** The running text of a page: the smallest block that holds most of its paragraphs, without what only leads to others. */
import { plainTextOf, readable } from './plain-text.ts';

/** A paragraph says at least this much. */
const PARAGRAPH = 40;
/** What opens the text says this much; shorter lines before it are tags and slogans. */
const OPENING = 80;
/** A posting says at least this much. */
const POSTING = 200;
/** How much of the paragraphs the block must hold. */
const SHARE = 0.75;

type Paragraph = { readonly element: Element; readonly weight: number };

/** The text below `root` a reader came for, from its first heading after the title or paragraph on; undefined where there is hardly any. */
export function runningText(root: ParentNode, title?: string): string | undefined {
  const paragraphs = paragraphsIn(root);
  const total = paragraphs.reduce((sum, { weight }) => sum + weight, 0);
  const [first] = paragraphs;
  if (!first || total < POSTING) return undefined;
  const block = holderOf(paragraphs, total);
  return plainTextOf(block).slice(leadLength({ block, paragraphs, title })).trim();
}

function paragraphsIn(root: ParentNode): Paragraph[] {
  return [...root.querySelectorAll('p,li,div,td,section,blockquote')].flatMap((element) => {
    if (element.closest('nav,footer,form,aside,[role=navigation],[role=contentinfo],script,style')) return [];
    if (/^(?:DIV|TD|SECTION)$/.test(element.tagName) && !hasOwnWords(element)) return [];
    const words = (element.textContent ?? '').replace(/\s+/g, ' ').trim().length;
    const linked = [...element.querySelectorAll('a')].reduce((sum, link) => sum + (link.textContent ?? '').length, 0);
    const weight = words - 2 * linked;
    return weight >= PARAGRAPH && readable(element) ? [{ element, weight }] : [];
  });
}

/** Text of its own, not only of the blocks in it. */
const hasOwnWords = (element: Element): boolean =>
  [...element.childNodes].some(
    (node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim().length >= PARAGRAPH,
  );

function holderOf(paragraphs: readonly Paragraph[], total: number): Element {
  const held = new Map<Element, number>();
  for (const { element, weight } of paragraphs)
    for (let at: Element | null = element; at; at = at.parentElement) held.set(at, (held.get(at) ?? 0) + weight);
  const enough = [...held].filter(([, weight]) => weight >= total * SHARE).map(([element]) => element);
  // Ancestors come after their descendants where one holds the other: the smallest is the one that holds no other.
  const smallest = enough.find((element) => !enough.some((other) => other !== element && element.contains(other)));
  return smallest ?? paragraphs[0]?.element.ownerDocument.body ?? document.body;
}

type Lead = { block: Element; paragraphs: readonly Paragraph[]; title: string | undefined };

/** Length of the text before the first heading or paragraph: titles, tags and buttons repeated on top. */
function leadLength({ block, paragraphs, title }: Lead): number {
  const inside = paragraphs.filter(({ element }) => block.contains(element));
  const opening = (inside.find(({ weight }) => weight >= OPENING) ?? inside[0])?.element;
  if (!opening || opening === block) return 0;
  const start = plainTextOf(opening).slice(0, PARAGRAPH);
  const text = plainTextOf(block);
  const at = text.indexOf(start);
  if (at <= 0) return 0;
  const before = text.slice(0, at).trimEnd();
  const heading = before.slice(before.lastIndexOf('\n') + 1);
  if (heading === title) return at;
  return [...block.querySelectorAll('h2,h3,h4,h5,strong,b')].some((each) => (each.textContent ?? '').trim() === heading)
    ? before.length - heading.length
    : at;
}
