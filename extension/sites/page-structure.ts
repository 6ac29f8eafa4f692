/** Reading a posting from what every page has: headings, titles, meta, labels and the longest readable block. */
import { plainTextOf } from './plain-text.ts';
import { metaAt, type PostingParts, textAt } from './site.ts';

const FILLER =
  /^(?:apply(?: now)?|application|job(?:s| details?| application| posting)?|careers?|jobs?|home|overview|loading.*)$/i;

/** Whatever of a posting the page's general structure gives. */
export function readStructure(document: Document): PostingParts {
  const heading = [textAt(document, 'h1'), metaAt(document, 'og:title'), textAt(document, 'h2')].find(
    (text) => text && !FILLER.test(text),
  );
  const fromTitle = splitTitle(document.title);
  const title =
    fromTitle?.title && heading?.toLowerCase().includes(fromTitle.title.toLowerCase())
      ? fromTitle.title
      : (heading ?? fromTitle?.title);
  const parts: PostingParts = {
    ...(title ? { title } : {}),
    ...optional('company', fromTitle?.company ?? metaAt(document, 'og:site_name')),
    ...optional(
      'location',
      labelled(
        document,
        /^(?:job )?locations?$|^standorte?$|^lieu$|^ubicación$|^località$|^locatie$|^lokalizacja$|^plats$|^ort$/i,
      ) ??
        textAt(
          document,
          '[itemprop=jobLocation]',
          '[class*="job-location" i]',
          '[class*="job__location" i]',
          '[data-testid*="location" i]',
          '[class~="location" i]',
        ),
    ),
    ...optional('description', longestBlock(document)),
    ...optional(
      'employmentType',
      labelled(document, /^(?:employment|job|contract) type$|^anstellungsart$|^type de contrat$/i),
    ),
    ...optional('salary', labelled(document, /^(?:salary|compensation|pay(?: range)?|gehalt|salaire)$/i)),
  };
  const kind = labelled(document, /^(?:location type|workplace(?: type)?|remote type|work model)$/i);
  const remote = kind ? remoteOf(kind) : undefined;
  return remote ? { ...parts, remote } : parts;
}

const optional = <Key extends string>(key: Key, value: string | undefined): { [K in Key]?: string } =>
  value ? ({ [key]: value } as { [K in Key]?: string }) : {};

/** `remote`, `hybrid` or `onsite` where a text says so. */
export function remoteOf(text: string): 'remote' | 'hybrid' | 'onsite' | undefined {
  if (/hybrid/i.test(text)) return 'hybrid';
  if (/\bremote\b|work from home|télétravail|homeoffice/i.test(text)) return 'remote';
  return /on-?site|in office|vor ort/i.test(text) ? 'onsite' : undefined;
}

/** Page titles of the kinds “Job Application for X at Y”, “X at Y | Z”, “X - Y”, “X | Y”. */
export function splitTitle(title: string): { title?: string; company?: string } | undefined {
  const text = title.replace(/\s+/g, ' ').trim();
  const at =
    /^(?:job application for |application for |apply for |apply to )?(.{3,150}?) (?:at|@|bei|chez) ([^|–—]{2,60}?)(?: [|–—-] .*)?$/i.exec(
      text,
    );
  if (at?.[1] && at[2]) return { title: at[1].trim(), company: at[2].trim() };
  const parts = text.split(/ [|–—-] /);
  if (parts.length === 2 && parts[0] && parts[1] && !FILLER.test(parts[0]))
    return { title: parts[0].trim(), company: parts[1].replace(/ (?:careers?|jobs?)$/i, '').trim() };
  return text === '' || FILLER.test(text) ? undefined : { title: text };
}

/** The text beside a heading, term or label whose words match. */
export function labelled(document: Document, words: RegExp): string | undefined {
  for (const element of document.querySelectorAll('h2,h3,h4,h5,h6,dt,th,strong,b,label,span,p,div')) {
    if (element.children.length > 1) continue;
    const text = (element.textContent ?? '').replace(/\s+/g, ' ').replace(/\s*:$/, '').trim();
    if (text.length > 30 || !words.test(text)) continue;
    const next = element.nextElementSibling ?? element.parentElement?.nextElementSibling;
    const value = (next?.textContent ?? '').replace(/\s+/g, ' ').trim();
    if (value !== '' && value.length < 400) return value;
  }
  return undefined;
}

/** The block with the most running text: paragraphs and list items, not links and controls. */
function longestBlock(document: Document): string | undefined {
  const named = document.querySelector(
    '[itemprop=description],[class*="job-description" i],[class*="job__description" i],[class*="jobDescription" i],[id*="job-description" i],[id*="jobDescription" i],[data-automation-id=jobPostingDescription],[class*="descriptionText" i]',
  );
  if (named && (named.textContent ?? '').trim().length > 200) return plainTextOf(named);
  let best: Element | undefined;
  let most = 200;
  for (const element of document.querySelectorAll('article,main,section,div')) {
    if (element.closest('nav,footer,header,form')) continue;
    let length = 0;
    for (const child of element.children)
      if (
        /^(?:P|UL|OL|H[2-5]|BLOCKQUOTE|DIV)$/.test(child.tagName) &&
        (child.tagName !== 'DIV' || child.children.length < 4)
      )
        length += (child.textContent ?? '').trim().length;
    if (length > most) {
      most = length;
      best = element;
    }
  }
  return best ? plainTextOf(best) : undefined;
}
