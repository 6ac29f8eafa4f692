/** The sections beside jobs, studies and skills: projects, certificates, awards, publications, volunteering, interests, references. */
import type { Resume } from '#shared/profile/profile.schema.ts';
import type { OtherSection } from '../resume.schema.ts';
import type { Collector } from './collect.rules.ts';
import { type Dating, findDates } from './dates.rules.ts';
import { toEntries } from './entries.rules.ts';
import type { SectionKind } from './headings.data.ts';
import { bodyTexts, readJobs } from './history.rules.ts';
import type { Line } from './item.schema.ts';
import { type Credential, listItems, readCredential, readProject, readPublication } from './items.rules.ts';
import { isProse } from './lexicon.rules.ts';
import { looksLikeName } from './name.rules.ts';
import type { Section } from './sections.rules.ts';
import { readSkills } from './skills.rules.ts';
import { trimEdges, wordCount } from './text.rules.ts';
import { type Found, spanOf } from './value.rules.ts';

type Input = { of: (kind: SectionKind) => Line[]; sections: readonly Section[]; dating: Dating };

/** Reads them into the collector's resume. */
export function readOthers(out: Collector, { of, sections, dating }: Input): void {
  const { resume } = out;
  const linesOf = (kind: SectionKind): Line[][] => sections.filter((s) => s.kind === kind).map((s) => s.lines);
  const some = <T>(list: T[], most: number): T[] | undefined => (list.length > 0 ? list.slice(0, most) : undefined);
  const projects = some(
    linesOf('projects').flatMap((lines) => projectsOf(lines, dating)),
    100,
  );
  if (projects !== undefined)
    resume.projects = projects.map((project, i) => ({
      ...{
        ...out.entry(`projects[${i}]`, { from: project, fields: ['name', 'description', 'startDate', 'endDate'] }),
        ...out.lists(`projects[${i}]`, { from: project, fields: ['highlights', 'keywords'] }),
      },
      ...(project.url === undefined ? {} : { url: project.url }),
    }));
  const dated = linesOf('courses').flatMap((lines) => (isDated(lines) ? credentialsOf(lines, dating) : []));
  const certificates = some(
    [...linesOf('certificates').flatMap((lines) => credentialsOf(lines, dating)), ...dated],
    100,
  );
  if (certificates !== undefined)
    resume.certificates = certificates.map((c, i) => ({
      ...out.entry(`certificates[${i}]`, { from: c, fields: ['name', 'issuer', 'date'] }),
      ...(c.url === undefined ? {} : { url: c.url }),
    }));
  const awards = some(
    linesOf('awards').flatMap((lines) => credentialsOf(lines, dating)),
    100,
  );
  if (awards !== undefined)
    resume.awards = awards.map((a, i) => ({
      ...out.entry(`awards[${i}]`, {
        from: { title: a.name, awarder: a.issuer, date: a.date },
        fields: ['title', 'awarder', 'date'],
      }),
      ...(a.rest.length === 0 ? {} : { summary: a.rest.join(' ').slice(0, 5000) }),
    }));
  const publications = some(
    linesOf('publications').flatMap((lines) => listItems(lines).flatMap((item) => readPublication(item, dating) ?? [])),
    200,
  );
  if (publications !== undefined)
    resume.publications = publications.map((p, i) => ({
      ...out.entry(`publications[${i}]`, { from: p, fields: ['name', 'publisher', 'releaseDate'] }),
      ...(p.url === undefined ? {} : { url: p.url }),
    }));
  volunteering(out, linesOf('volunteer'), dating);
  const interests = some(interestsOf(of('interests')), 50);
  if (interests !== undefined)
    resume.interests = interests.map((k, i) => out.entry(`interests[${i}]`, { from: { name: k }, fields: ['name'] }));
  const references = some(linesOf('references').flatMap(referencesOf), 50);
  if (references !== undefined)
    resume.references = references.map((r, i) =>
      out.entry(`references[${i}]`, { from: r, fields: ['name', 'reference'] }),
    );
}

/** Sections no field holds, and those of which nothing was read, as they stand. */
export function keptSections(sections: readonly Section[], resume: Resume): OtherSection[] {
  const isRead: Partial<Record<Section['kind'], unknown>> = {
    work: resume.work,
    education: resume.education,
    skills: resume.skills,
    languages: resume.languages,
    projects: resume.projects,
    certificates: resume.certificates,
    awards: resume.awards,
    publications: resume.publications,
    volunteer: resume.volunteer,
    interests: resume.interests,
    references: resume.references,
    courses: resume.certificates,
    summary: resume.basics?.summary,
  };
  return sections
    .filter((s) => s.kind !== 'header' && s.kind !== 'contact' && s.lines.length > 0)
    .filter((s) => s.kind === 'other' || isRead[s.kind] === undefined || (s.kind === 'courses' && !isDated(s.lines)))
    .map((s) => ({
      heading: s.heading?.text ?? '',
      text: bodyTexts(s.lines).map((t) => t.text),
      spans: s.lines.map((l) => spanOf(l, l.text)),
    }))
    .slice(0, 100);
}

/** Courses with a time are certificates of their own; a bare list of subjects is kept as it stands. */
const isDated = (lines: readonly Line[]): boolean => listItems(lines).some((i) => i.date !== undefined);

function credentialsOf(lines: readonly Line[], dating: Dating): Credential[] {
  return listItems(lines).flatMap((item) => readCredential(item, dating) ?? []);
}

function projectsOf(lines: readonly Line[], dating: Dating): NonNullable<ReturnType<typeof readProject>>[] {
  if (lines.length === 0) return [];
  const bullets = lines.filter((l) => l.bullet).length;
  const noHeads =
    lines[0]?.bullet === true && lines.every((l, i) => l.bullet || i > 0) && bullets >= lines.length * 0.4;
  const isFlat = noHeads && lines.filter((l) => !l.bullet && l.weight >= 600).length === 0;
  if (isFlat)
    return listItems(lines).flatMap((item) => {
      const [head, ...rest] = item.lines;
      if (head === undefined) return [];
      const whole = {
        ...head,
        text: item.text,
        cells: [{ ...(head.cells[0] ?? head), text: item.text, links: item.links, pieces: [] }],
      };
      return readProject({ head: rest.length > 0 ? [whole] : [head], body: [], ...datePart(item.date) }, dating) ?? [];
    });
  return toEntries(lines).flatMap((entry) => {
    const head = entry.head.length > 0 ? entry.head : entry.body.slice(0, 1);
    const body = bodyTexts(entry.head.length > 0 ? entry.body : entry.body.slice(1));
    return readProject({ head, body, ...datePart(entry.date) }, dating) ?? [];
  });
}

const datePart = <T>(date: T | undefined): { date: T } | Record<string, never> => (date === undefined ? {} : { date });

function volunteering(out: Collector, sections: readonly Line[][], dating: Dating): void {
  const entries = sections.flatMap((lines) => {
    const jobs = lines.some((l) => findDates(l.text).length > 0) ? readJobs(lines, dating) : [];
    if (jobs.length > 0)
      return jobs.map((v) => ({
        organization: v.name,
        position: v.position,
        startDate: v.startDate,
        endDate: v.endDate,
        summary: v.summary,
        highlights: v.highlights,
      }));
    // Memberships and the like: a list of names.
    return credentialsOf(lines, dating).map((c) => ({
      organization: c.issuer ?? c.name,
      position: c.issuer === undefined ? undefined : c.name,
      startDate: undefined,
      endDate: c.date,
      summary: undefined,
      highlights: [],
    }));
  });
  if (entries.length === 0) return;
  out.resume.volunteer = entries.slice(0, 100).map((v, i) => ({
    ...out.entry(`volunteer[${i}]`, {
      from: v,
      fields: ['organization', 'position', 'startDate', 'endDate', 'summary'],
    }),
    ...out.lists(`volunteer[${i}]`, { from: v, fields: ['highlights'] }),
  }));
}

/** A list of interests; where they are told in sentences, each sentence as it stands. */
function interestsOf(lines: readonly Line[]): Found[] {
  const listed = readSkills(lines).flatMap((g) => g.keywords);
  if (listed.length > 0) return listed;
  return bodyTexts(lines)
    .filter((t) => wordCount(t.text) > 0)
    .map((t) => ({ value: t.text.slice(0, 300), confidence: 0.6, spans: t.lines.map((l) => spanOf(l, l.text)) }));
}

const ON_REQUEST =
  /(?:up)?on (?:your )?request|available (?:up)?on|by request|auf (?:anfrage|wunsch)|sur (?:simple )?demande|a (?:petición|solicitud)|bajo (?:petición|pedido)|previa solicitud|sob (?:pedido|consulta|solicitação)|(?:su|a) richiesta|op (?:aan)?vraag|op verzoek|na (?:życzenie|żądanie|prośbę)|på begäran|lämnas på|talep (?:edilmesi|üzerine)|istek üzerine|istendiğinde|备索|可提供|अनुरोध पर|मांगने पर/iu;

/** People who speak for somebody; that references are available is a text, not a person. */
function referencesOf(lines: readonly Line[]): { name?: Found; reference?: Found }[] {
  const text = lines.map((l) => l.text).join(' ');
  const spans = (own: readonly Line[]) => own.map((l) => spanOf(l, l.text));
  if (text.trim() === '') return [];
  if (ON_REQUEST.test(text) && wordCount(text) < 30)
    return [{ reference: { value: text, confidence: 0.9, spans: spans(lines) } }];
  const blocks = sideBySide(lines);
  return blocks.flatMap((block) => {
    const first = block[0];
    if (first === undefined) return [];
    const head = trimEdges(first.text.split(/\s*[,|–—:(]\s*|\s+-\s+/u)[0] ?? '');
    const named = looksLikeName(
      head.replace(/^(?:mr|mrs|ms|dr|prof|herr|frau|m|mme|sr|sra|dott|bay|bayan)\.?\s+/iu, ''),
    );
    const rest = [trimEdges(first.text.replace(named ? head : '', '')), ...block.slice(1).map((l) => l.text)]
      .filter((t) => t !== '')
      .join('\n');
    return [
      {
        ...(named ? { name: { value: head, confidence: 0.75, spans: [spanOf(first, head)] } } : {}),
        ...(rest === '' ? {} : { reference: { value: rest, confidence: 0.6, spans: spans(block) } }),
      },
    ];
  });
}

/** Blocks of lines that belong together, also where they stand in columns side by side. */
function sideBySide(lines: readonly Line[]): Line[][] {
  const wide = lines.filter((l) => l.cells.length > 1).length;
  const columns = new Map<number, Line[]>();
  if (wide >= 2 && wide >= lines.length * 0.5) {
    for (const line of lines)
      for (const cell of line.cells) {
        const key = [...columns.keys()].find((x) => Math.abs(x - cell.x) < 25) ?? cell.x;
        columns.set(key, [...(columns.get(key) ?? []), { ...line, ...cell, cells: [cell] }]);
      }
  } else columns.set(0, [...lines]);
  return [...columns.values()].flatMap((column) => {
    const blocks: Line[][] = [];
    column.forEach((line, i) => {
      const previous = column[i - 1];
      const isNew =
        previous === undefined ||
        line.bullet ||
        line.gap > 0.9 ||
        (line.weight >= 600 && previous.weight < 600 && !isProse(line.text));
      const last = blocks.at(-1);
      if (isNew || last === undefined) blocks.push([line]);
      else last.push(line);
    });
    return blocks;
  });
}
