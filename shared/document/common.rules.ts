/** What resume and letter share: name, contact line, paper, language, file name. */
import { clean, fold } from '#shared/kernel/text.ts';
import { LABELS } from './document.data.ts';
import type { TraceLine } from './document.schema.ts';
import type { Posting, ProfileFacts } from './facts.rules.ts';
import type { ContactItem, DocumentLanguage, Paper } from './model.schema.ts';
import { documentLanguageOf } from './words.rules.ts';

/** A line from parts that exist; `undefined` when none does. */
export function lineOf(
  parts: readonly { path: string; text: string | undefined }[],
  separator = ', ',
): TraceLine | undefined {
  const present = parts.flatMap(({ path, text }) => {
    const value = clean(text ?? '');
    return value === '' ? [] : [{ path, text: value }];
  });
  if (present.length === 0) return undefined;
  return { text: present.map(({ text }) => text).join(separator), evidence: present.map(({ path }) => path) };
}

/** The name on top: as the resume has it, else preferred or legal. */
export function nameLine({ resume, answers }: ProfileFacts): TraceLine {
  const legal = answers.legalName;
  return (
    lineOf([{ path: 'basics.name', text: resume.basics?.name }]) ??
    lineOf(
      [
        { path: 'answers.legalName.first', text: legal?.first },
        { path: 'answers.legalName.last', text: legal?.last },
      ],
      ' ',
    ) ??
    lineOf([{ path: 'answers.preferredName', text: answers.preferredName }]) ?? { text: '', evidence: [] }
  );
}

/** An address as people write it: no protocol, no `www.`, no tracking, no slash at the end. */
export const bareAddress = (url: string): string =>
  url
    .replace(/^https?:\/\//i, '')
    .replace(/^www\./i, '')
    .replace(/[?#].*$/, '')
    .replace(/\/$/, '');

const webAddress = (url: string): string | undefined => {
  const href = /^https?:\/\//i.test(url) ? url : /^[\w-]+(\.[\w-]+)+/.test(url) ? `https://${url}` : undefined;
  return href !== undefined && !/\s/.test(href) ? href : undefined;
};

/** City, e-mail, phone, links; in that order, each as the profile has it. */
export function contactLines({ resume, answers }: ProfileFacts): ContactItem[] {
  const basics = resume.basics ?? {};
  const items: ContactItem[] = [];
  const add = (line: TraceLine | undefined, href?: string) => {
    if (line !== undefined && !items.some((item) => fold(item.line.text) === fold(line.text)))
      items.push({ line, ...(href !== undefined && { href }) });
  };
  const { location } = basics;
  add(
    lineOf([
      { path: 'basics.location.city', text: location?.city },
      { path: 'basics.location.region', text: location?.region === location?.city ? undefined : location?.region },
      {
        path: 'basics.location.countryCode',
        text: location?.city && location.region ? undefined : location?.countryCode,
      },
    ]) ??
      lineOf([
        { path: 'answers.address.city', text: answers.address?.city },
        { path: 'answers.address.region', text: answers.address?.region },
      ]),
  );
  if (basics.email !== undefined)
    add(lineOf([{ path: 'basics.email', text: basics.email }]), `mailto:${clean(basics.email)}`);
  if (basics.phone !== undefined)
    add(lineOf([{ path: 'basics.phone', text: basics.phone }]), `tel:${basics.phone.replace(/[^\d+]/g, '')}`);
  const links = [
    { path: 'basics.url', text: basics.url },
    ...(basics.profiles ?? []).map(({ url, username, network }, i) =>
      url
        ? { path: `basics.profiles[${i}].url`, text: url }
        : network && username
          ? { path: `basics.profiles[${i}].username`, text: username }
          : { path: '', text: undefined },
    ),
  ];
  for (const { path, text } of links) {
    const line = lineOf([{ path, text }]);
    // The link keeps what the shown address leaves out.
    if (line !== undefined) add({ ...line, text: bareAddress(line.text) }, webAddress(line.text));
  }
  return items;
}

/** US Letter in North America, A4 elsewhere; the person's country decides, then the posting's. */
export function paperFor({ resume, answers }: ProfileFacts, job?: Posting): Paper {
  const home =
    resume.basics?.location?.countryCode ?? answers.address?.country ?? answers.phoneCountry ?? job?.country ?? '';
  if (/^(us|usa|united states.*|ca|canada|mx|mexico|ph|cl|co)$/i.test(home.trim())) return 'Letter';
  if (home.trim() === '' && /^\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}$|^\+1[\s.(-]/.test(resume.basics?.phone ?? ''))
    return 'Letter';
  return 'A4';
}

/** The language the person's own sentences are in; English where they are too few to tell. */
export function profileLanguage({ resume }: ProfileFacts): DocumentLanguage {
  return documentLanguageOf(proseOf(resume)) ?? 'en';
}

/** All prose of a resume, for telling its language. */
export const proseOf = (resume: ProfileFacts['resume']): string =>
  [
    resume.basics?.summary,
    ...(resume.work ?? []).flatMap((entry) => [
      entry.summary,
      entry.description,
      ...(entry.highlights ?? []),
      entry.position,
    ]),
    ...(resume.projects ?? []).flatMap((entry) => [entry.description, ...(entry.highlights ?? [])]),
    ...(resume.volunteer ?? []).flatMap((entry) => [entry.summary, ...(entry.highlights ?? [])]),
    ...(resume.education ?? []).flatMap((entry) => [entry.area, entry.studyType]),
  ]
    .filter((text) => text !== undefined)
    .join('. ');

/** `Ada-Example-Acme-Resume`: safe in every file system, readable by a recruiter; letters of any script stay. */
export function fileNameOf({
  name,
  company,
  kind,
  language,
}: {
  name: string;
  company: string | undefined;
  kind: 'resume' | 'coverLetter';
  language: DocumentLanguage;
}): string {
  const safe = (text: string) =>
    clean(text)
      .normalize('NFC')
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60);
  const labels = LABELS[language];
  return [safe(name), safe(company ?? ''), kind === 'resume' ? labels.resume : labels.letter]
    .filter((part) => part !== '')
    .join('-');
}
