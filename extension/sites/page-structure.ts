/** Reading a posting from what every page has: headings, titles, meta, labels and the longest readable block. */
import { headerFacts, remoteOf } from './header-facts.ts';
import { plainTextOf, readable } from './plain-text.ts';
import { runningText } from './running-text.ts';
import { metaAt, type PostingParts, textAt } from './site.ts';

const FILLER =
  /^(?:apply(?: now)?|application|job(?:s| details?| application| posting)?|careers?|jobs?|home|overview|loading.*)$/i;

/** Whatever of a posting the page's general structure gives; `root` is the part of it that holds the posting. */
export function readStructure(document: Document, root: ParentNode = document): PostingParts {
  const heading = titleElement(root);
  const shown = heading ? wordsOf(heading) : metaAt(document, 'og:title');
  const fromTitle = splitTitle(document.title);
  const title =
    fromTitle?.title && shown?.toLowerCase().includes(fromTitle.title.toLowerCase())
      ? fromTitle.title
      : (shown ?? (root === document ? fromTitle?.title : undefined));
  const facts = heading ? headerFacts(heading) : {};
  const kind = labelled(root, /^(?:location type|workplace(?: type)?|remote type|work model|arbeitsmodell)$/i);
  const remote = kind ? remoteOf(kind) : facts.remote;
  return {
    ...facts,
    ...optional('title', title),
    ...optional(
      'company',
      labelled(
        root,
        /^(?:company|employer|unternehmen|arbeitgeber|entreprise|empresa|azienda|bedrijf|firma|företag)$/i,
      ) ??
        fromTitle?.company ??
        metaAt(document, 'og:site_name'),
    ),
    ...optional('location', labelled(root, LOCATION) ?? textAt(root, ...LOCATION_PLACES) ?? facts.location),
    ...optional('description', namedBlock(root) ?? runningText(root, shown)),
    ...optional(
      'employmentType',
      labelled(
        root,
        /^(?:employment|job|contract)(?: type)?$|^anstellungsart$|^type de contrat$|^tipo de contrato$|^dienstverband$/i,
      ) ?? facts.employmentType,
    ),
    ...optional(
      'salary',
      labelled(root, /^(?:salary(?: range)?|compensation|pay(?: range)?|gehalt|salaire|salario|stipendio|salaris)$/i) ??
        facts.salary,
    ),
    ...(remote ? { remote } : {}),
  };
}

const LOCATION =
  /^(?:job |work |office )?locations?$|^(?:standorte?|arbeitsort|einsatzort|lieu(?: de travail)?|localisation|ubicación|localización|localização|local|località|sede|locatie|standplaats|lokalizacja|plats|ort|sted|placering|konum|lokalita|místo výkonu práce)$/i;
const LOCATION_PLACES = [
  '[itemprop=jobLocation]',
  '[class*="job-location" i]',
  '[class*="job__location" i]',
  '[class*="jobLocation" i]',
  '[data-testid*="location" i]',
  '[class~="location" i]',
];

const wordsOf = (element: Element): string => (element.textContent ?? '').replace(/\s+/g, ' ').trim();

/** The heading that names the job: the first of the highest rank that is no general word. */
function titleElement(root: ParentNode): Element | undefined {
  for (const rank of ['h1', 'h2', 'h3,h4,[role=heading],summary']) {
    for (const heading of root.querySelectorAll(rank)) {
      const words = wordsOf(heading);
      if (words !== '' && words.length < 200 && !FILLER.test(words) && !heading.closest('form') && readable(heading))
        return heading;
    }
    // A page of its own names the job in its first ranks or not at all.
    if (rank === 'h2' && root instanceof Document) return undefined;
  }
  return undefined;
}

const optional = <Key extends string>(key: Key, value: string | undefined): { [K in Key]?: string } =>
  value ? ({ [key]: value } as { [K in Key]?: string }) : {};

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
export function labelled(root: ParentNode, words: RegExp): string | undefined {
  for (const element of root.querySelectorAll('h2,h3,h4,h5,h6,dt,th,strong,b,label,span,p,div')) {
    if (element.children.length > 1) continue;
    const text = (element.textContent ?? '').replace(/\s+/g, ' ').replace(/\s*:$/, '').trim();
    if (text.length > 30 || !words.test(text)) continue;
    const next = element.nextElementSibling ?? element.parentElement?.nextElementSibling;
    const value = (next?.textContent ?? '').replace(/\s+/g, ' ').trim();
    if (value !== '' && value.length < 400) return value;
  }
  return undefined;
}

/** The block that its name says is the description. */
function namedBlock(root: ParentNode): string | undefined {
  const named = root.querySelector(
    '[itemprop=description],[class*="job-description" i],[class*="job__description" i],[class*="jobDescription" i],[id*="job-description" i],[id*="jobDescription" i],[data-automation-id=jobPostingDescription],[class*="descriptionText" i]',
  );
  return named && wordsOf(named).length > 200 ? plainTextOf(named) : undefined;
}
