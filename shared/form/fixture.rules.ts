/**
 * A form's structure as a page of its own, to be sent in with “wrong field”: tags, names, labels and options, and nothing
 * of the person. What comes from the page is data: tags and attributes outside the lists are dropped, the rest is escaped.
 */
import { textsIn } from '#shared/profile/path.rules.ts';

/** An element as plain data; text nodes are strings. */
export type Sketch = string | { tag: string; attributes: Record<string, string>; children: Sketch[] };

export type Fixture = {
  readonly html: string;
  /** Controls in it. */
  readonly fields: number;
  /** Places where something of the person's was taken out. */
  readonly removed: number;
};

/** Attributes that say what a control is. None of them holds what was entered. */
const ATTRIBUTES: ReadonlySet<string> = new Set(
  `id name for type role class lang dir title placeholder autocomplete required disabled readonly multiple accept
  maxlength minlength min max step pattern inputmode tabindex hidden contenteditable rows shadowrootmode value label
  aria-label aria-labelledby aria-describedby aria-required aria-disabled aria-hidden aria-haspopup aria-expanded
  aria-controls aria-owns aria-autocomplete aria-multiselectable aria-invalid data-testid data-test data-qa
  data-automation-id data-ui data-reported`
    .trim()
    .split(/\s+/),
);

/** Attributes whose values come from the standard's own words. */
const STANDARD: ReadonlySet<string> = new Set(['type', 'role', 'shadowrootmode', 'data-reported', 'hidden', 'dir']);
const TAG = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const NO_TAGS: ReadonlySet<string> = new Set(
  'script style link meta base iframe frame object embed noscript svg img video audio source picture canvas'.split(' '),
);
const VOID: ReadonlySet<string> = new Set(['input', 'br', 'hr', 'wbr', 'col', 'area']);
const CONTROLS: ReadonlySet<string> = new Set(['input', 'select', 'textarea']);

/** Shapes that are personal whoever they belong to. */
const PERSONAL: readonly RegExp[] = [
  /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/giu,
  /\bhttps?:\/\/\S+/giu,
  /\+?\(?\d[\d\s()./-]{6,}\d/gu,
];
const LONG_NUMBER = /\d{5,}/g;

/** Ids refer to each other, so a long number in them becomes the same short one wherever it stands. */
const IDS = /^(?:id|name|for|class|aria-(?:labelledby|describedby|controls|owns)|data-.*)$/;

type Remover = { clean: (text: string, kind: 'words' | 'id') => string; removed: () => number };

const escapeRegExp = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
const tidy = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/**
 * Everything about a person that must not be found in a report: every text of `held` (profile, account, anything), the
 * words of names, the sentences of long texts, and `typed`, what stands in the form's boxes.
 */
export function secretsOf(held: unknown, typed: readonly string[]): string[] {
  const leaves = [
    ...textsIn(held).map(({ path, text }) => ({ path, text })),
    ...typed.map((text) => ({ path: '', text })),
  ];
  const secrets = leaves.flatMap(({ path, text }) => {
    const whole = tidy(text);
    const words = whole.split(/[\s@/,]+/);
    const isName = /name|email|line\d|address|url/i.test(path) || (path === '' && words.length <= 4);
    const sentences = whole.length > 60 ? whole.split(/(?<=[.!?;:])\s+/) : [];
    return [whole, ...(isName ? words.filter((word) => word.length > 3 || /name/i.test(path)) : []), ...sentences];
  });
  return [...new Set(secrets.filter((secret) => /[\p{L}\p{N}]/u.test(secret)))].sort((a, b) => b.length - a.length);
}

/** Secrets of one or two letters go only where they stand alone; longer ones wherever they stand. */
function removerOf(secrets: readonly string[]): Remover {
  const all = secrets.join('');
  const mark = ['…', '▒', '·', '□'].find((one) => !all.includes(one)) ?? '';
  const patterns = secrets.map((secret) => {
    const words = escapeRegExp(secret).replace(/ /g, '\\s+');
    const short = [...secret].length < 3;
    return new RegExp(short ? `(?<![\\p{L}\\p{N}])${words}(?![\\p{L}\\p{N}])` : words, 'giu');
  });
  const numbers = new Map<string, string>();
  let removed = 0;
  const strike = (text: string, pattern: RegExp): string =>
    text.replace(pattern, () => {
      removed++;
      return mark;
    });
  const once = (text: string): string => patterns.reduce(strike, text);
  return {
    removed: () => removed,
    clean(given, kind) {
      let text = kind === 'id' ? tidy(given) : PERSONAL.reduce(strike, tidy(given));
      text = text.replace(LONG_NUMBER, (number) => {
        const known = numbers.get(number) ?? `n${numbers.size + 1}`;
        numbers.set(number, known);
        return known;
      });
      // What is left may stand together anew.
      for (let before = ''; before !== text; ) {
        before = text;
        text = once(text);
      }
      return text;
    },
  };
}

const escapeHtml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** The page. `secrets` come from {@link secretsOf}. */
export function fixtureOf(sketch: Sketch, secrets: readonly string[]): Fixture {
  const remover = removerOf(secrets);
  let fields = 0;
  const attributesOf = (tag: string, attributes: Record<string, string>): string =>
    Object.entries(attributes)
      .filter(([name]) => ATTRIBUTES.has(name) && (name !== 'value' || ownsValue(tag, attributes)))
      .map(([name, value]) => {
        const said = STANDARD.has(name)
          ? value.replace(/[^\w-]/g, '')
          : remover.clean(value, IDS.test(name) ? 'id' : 'words');
        return said === '' ? ` ${name}` : ` ${name}="${escapeHtml(said)}"`;
      })
      .join('');
  const write = (node: Sketch): string => {
    if (typeof node === 'string') return escapeHtml(remover.clean(node, 'words'));
    const tag = node.tag.toLowerCase();
    if (!TAG.test(tag) || NO_TAGS.has(tag)) return '';
    if (CONTROLS.has(tag)) fields++;
    const open = `<${tag}${attributesOf(tag, node.attributes)}>`;
    if (VOID.has(tag)) return `${open}\n`;
    return `${open}${tag === 'textarea' ? '' : node.children.map(write).join(' ')}</${tag}>\n`;
  };
  const body = write(sketch);
  const html = `<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>Wrong field</title>\n${body}</html>\n`;
  return { html, fields, removed: remover.removed() };
}

/** The value of a choice is the page's word; of everything else it is the person's. */
const ownsValue = (tag: string, { type = '' }: Record<string, string>): boolean =>
  tag === 'option' || (tag === 'input' && /^(?:radio|checkbox)$/i.test(type));
