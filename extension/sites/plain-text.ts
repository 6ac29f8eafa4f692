/** HTML to the text a person reads: paragraphs, list dashes, no markup, no scripts. */

const BLOCK = /^(?:P|DIV|SECTION|ARTICLE|H[1-6]|UL|OL|TABLE|TR|BLOCKQUOTE|HEADER|FOOTER|DL|DT|DD|FIGURE|PRE)$/;
const SILENT = /^(?:SCRIPT|STYLE|NOSCRIPT|TEMPLATE|SVG|svg|IFRAME|FORM|BUTTON|INPUT|SELECT|TEXTAREA|NAV)$/;

/** Whether a person can read it here; where nothing is drawn, everything counts. */
export const readable = (element: Element): boolean =>
  typeof element.checkVisibility !== 'function' || element.checkVisibility();

/** Text of an element, blocks on their own lines. */
export function plainTextOf(node: Node): string {
  let text = '';
  const visit = (at: Node): void => {
    if (at.nodeType === Node.TEXT_NODE) {
      text += (at.textContent ?? '').replace(/[\s\u00a0]+/g, ' ');
      return;
    }
    if (at instanceof Element) {
      if (SILENT.test(at.tagName)) return;
      if (at.tagName === 'BR') text += '\n';
      if (at.tagName === 'LI') text += '\n- ';
      else if (BLOCK.test(at.tagName)) text += '\n\n';
    }
    for (const child of at.childNodes) visit(child);
    if (at instanceof Element && BLOCK.test(at.tagName)) text += '\n\n';
  };
  visit(node);
  return tidyLines(text);
}

/** The same for HTML in a string, entity-encoded once more or not, as JSON-LD descriptions come. */
export function plainTextOfHtml(html: string): string {
  const once = parse(html);
  const text = plainTextOf(once);
  return /<\/?(?:p|br|ul|li|div|strong|b|h[1-6])\b[^>]*>/i.test(text) ? plainTextOf(parse(text)) : text;
}

const parse = (html: string): HTMLElement => new DOMParser().parseFromString(html, 'text/html').body;

const tidyLines = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.replace(/[ \t]+/g, ' ').trim())
    .join('\n')
    .replace(/-\n+(?=\S)/g, (dash, offset: number, whole: string) =>
      whole[offset - 1] === '\n' || offset === 0 ? '- ' : dash,
    )
    .replace(/\n{3,}/g, '\n\n')
    .trim();
