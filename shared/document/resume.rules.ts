/** The resume as content: chosen facts in their sections, every line with the paths it rests on. */
import { clean } from '#shared/kernel/text.ts';
import { contactLines, fileNameOf, lineOf, nameLine, paperFor } from './common.rules.ts';
import { dateRange, shortDate } from './dates.rules.ts';
import { DEGREE_IN, HEADINGS, LABELS } from './document.data.ts';
import type { TraceLine } from './document.schema.ts';
import type { Posting, ProfileFacts } from './facts.rules.ts';
import type { DocumentLanguage, Entry, Paragraph, ResumeModel, Section, SectionId } from './model.schema.ts';
import { aliasesOf, mentions, type Requirements } from './requirements.rules.ts';
import type { ChosenEntry, Selection } from './select.rules.ts';
import { chronological } from './select.rules.ts';

type Context = {
  profile: ProfileFacts;
  posting?: Posting | undefined;
  requirements?: Requirements | undefined;
  selection: Selection;
  language: DocumentLanguage;
};

/** Builds the resume from a selection; says nothing the profile does not say. */
export function composeResume(context: Context): ResumeModel {
  const { profile, posting, selection, language } = context;
  const name = nameLine(profile);
  const headline = lineOf([{ path: 'basics.label', text: profile.resume.basics?.label }]);
  const sections = selection.sections.flatMap((id): Section[] => {
    const blocks = BUILDERS[id](context);
    return blocks.length === 0 ? [] : [{ id, heading: HEADINGS[language][id], blocks }];
  });
  return {
    kind: 'resume',
    language,
    paper: paperFor(profile, posting),
    name,
    ...(headline !== undefined && { headline }),
    contact: contactLines(profile),
    sections,
    fileName: fileNameOf({ name: name.text, company: posting?.company, kind: 'resume', language }),
    title: [name.text, LABELS[language].resume].filter((part) => part !== '').join(' – '),
  };
}

type Block = Entry | Paragraph;
const paragraph = (line: TraceLine | undefined, labelLength?: number): Block[] =>
  line === undefined ? [] : [{ type: 'paragraph', line, ...(labelLength !== undefined && { labelLength }) }];

/** An entry needs a title line; without a position the employer is it, without either there is no entry. */
function entry({
  path,
  titles,
  ...rest
}: { path: string; titles: readonly (TraceLine | undefined)[] } & Partial<
  Omit<Entry, 'type' | 'title' | 'subtitle' | 'path'>
>): Block[] {
  const [title, subtitle] = titles.filter((line) => line !== undefined);
  const bullets = rest.bullets ?? [];
  if (title === undefined) return bullets.map((line) => ({ type: 'paragraph', line }));
  const defined = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  return [{ type: 'entry', path, title, ...(subtitle !== undefined && { subtitle }), bullets, ...defined }];
}

const dates = (
  path: string,
  value: { startDate?: string | undefined; endDate?: string | undefined },
  options: { language: DocumentLanguage; lasting: boolean },
): TraceLine | undefined => {
  const text = dateRange(value, options);
  if (text === undefined) return undefined;
  return {
    text,
    evidence: (['startDate', 'endDate'] as const)
      .filter((name) => value[name] !== undefined)
      .map((name) => `${path}.${name}`),
  };
};

const one = (path: string, text: string | undefined): TraceLine | undefined => lineOf([{ path, text }]);
const bulletsOf = (chosen: ChosenEntry): TraceLine[] =>
  chosen.highlights.map(({ path, text }) => ({ text: clean(text), evidence: [path] }));

const BUILDERS: Readonly<Record<SectionId, (context: Context) => Block[]>> = {
  summary: ({ profile }) => paragraph(one('basics.summary', profile.resume.basics?.summary)),

  work: ({ profile, selection, language }) =>
    selection.work.flatMap((chosen) => {
      const work = profile.resume.work?.[chosen.index];
      if (work === undefined) return [];
      const { path } = chosen;
      return entry({
        path,
        titles: [one(`${path}.position`, work.position), one(`${path}.name`, work.name)],
        date: dates(path, work, { language, lasting: true }),
        place: one(`${path}.location`, work.location),
        paragraph: one(`${path}.summary`, work.summary),
        bullets: bulletsOf(chosen),
      });
    }),

  volunteer: ({ profile, selection, language }) =>
    selection.volunteer.flatMap((chosen) => {
      const work = profile.resume.volunteer?.[chosen.index];
      if (work === undefined) return [];
      const { path } = chosen;
      return entry({
        path,
        titles: [one(`${path}.position`, work.position), one(`${path}.organization`, work.organization)],
        date: dates(path, work, { language, lasting: true }),
        paragraph: one(`${path}.summary`, work.summary),
        bullets: bulletsOf(chosen),
      });
    }),

  projects: ({ profile, selection, language }) =>
    selection.projects.flatMap((chosen) => {
      const project = profile.resume.projects?.[chosen.index];
      if (project === undefined) return [];
      const { path } = chosen;
      return entry({
        path,
        titles: [one(`${path}.name`, project.name), one(`${path}.entity`, project.entity)],
        date: dates(path, project, { language, lasting: false }),
        link: project.url,
        paragraph: one(`${path}.description`, project.description),
        bullets: bulletsOf(chosen),
      });
    }),

  education: ({ profile, language }) =>
    chronological(profile.resume.education ?? []).flatMap(({ entry: study, index }) => {
      const path = `education[${index}]`;
      const labels = LABELS[language];
      const score = one(`${path}.score`, study.score);
      const courses = lineOf((study.courses ?? []).map((text, i) => ({ path: `${path}.courses[${i}]`, text })));
      // A score that names itself (`GPA 3.8`, `Note 1,7`) needs no label.
      const graded =
        score && (/\p{L}{2}/u.test(score.text) ? score : { ...score, text: `${labels.grade}: ${score.text}` });
      return entry({
        path,
        titles: [degreeLine({ path, study, language }), one(`${path}.institution`, study.institution)],
        date: dates(path, study, { language, lasting: true }),
        bullets: [graded, courses && { ...courses, text: `${labels.courses}: ${courses.text}` }].filter(
          (line) => line !== undefined,
        ),
      });
    }),

  skills: (context) =>
    context.selection.skills.length > 4 && context.selection.skills.every(({ keywords }) => keywords.length === 0)
      ? paragraph(mergedSkills(context))
      : context.selection.skills.flatMap((row) => skillRow(row, context)),

  certificates: ({ profile, language }) =>
    (profile.resume.certificates ?? []).flatMap((certificate, i) =>
      entry({
        path: `certificates[${i}]`,
        titles: [
          lineOf([
            { path: `certificates[${i}].name`, text: certificate.name },
            { path: `certificates[${i}].issuer`, text: certificate.issuer },
          ]),
        ],
        date:
          certificate.date === undefined
            ? undefined
            : { text: shortDate(certificate.date, language), evidence: [`certificates[${i}].date`] },
      }),
    ),

  awards: ({ profile, language }) =>
    (profile.resume.awards ?? []).flatMap((award, i) =>
      entry({
        path: `awards[${i}]`,
        titles: [one(`awards[${i}].title`, award.title), one(`awards[${i}].awarder`, award.awarder)],
        date:
          award.date === undefined
            ? undefined
            : { text: shortDate(award.date, language), evidence: [`awards[${i}].date`] },
        paragraph: one(`awards[${i}].summary`, award.summary),
      }),
    ),

  publications: ({ profile, language }) =>
    (profile.resume.publications ?? []).slice(0, 12).flatMap((publication, i) =>
      entry({
        path: `publications[${i}]`,
        titles: [
          one(`publications[${i}].name`, publication.name),
          one(`publications[${i}].publisher`, publication.publisher),
        ],
        date:
          publication.releaseDate === undefined
            ? undefined
            : { text: shortDate(publication.releaseDate, language), evidence: [`publications[${i}].releaseDate`] },
        link: publication.url,
      }),
    ),

  languages: ({ profile }) => {
    const parts = (profile.resume.languages ?? []).flatMap(({ language, fluency }, i) => {
      const name = clean(language ?? '');
      if (name === '') return [];
      const level = clean(fluency ?? '');
      return [
        {
          text: level === '' ? name : `${name} (${level})`,
          evidence: [`languages[${i}].language`, ...(level === '' ? [] : [`languages[${i}].fluency`])],
        },
      ];
    });
    return parts.length === 0
      ? []
      : paragraph({
          text: parts.map(({ text }) => text).join(', '),
          evidence: parts.flatMap(({ evidence }) => evidence),
        });
  },

  interests: ({ profile }) => {
    const parts = (profile.resume.interests ?? []).map(({ name, keywords }, i) =>
      lineOf([
        { path: `interests[${i}].name`, text: name },
        ...(name ? [] : (keywords ?? []).map((text, k) => ({ path: `interests[${i}].keywords[${k}]`, text }))),
      ]),
    );
    const lines = parts.filter((line) => line !== undefined);
    return lines.length === 0
      ? []
      : paragraph({
          text: lines.map(({ text }) => text).join(', '),
          evidence: lines.flatMap(({ evidence }) => evidence),
        });
  },
};

/** `Bachelor of Science in Physics`; a subject the degree already names is not said twice. */
export function degreeLine({
  path,
  study: { studyType, area },
  language,
}: {
  path: string;
  study: { studyType?: string | undefined; area?: string | undefined };
  language: DocumentLanguage;
}): TraceLine | undefined {
  const doubled = studyType !== undefined && area !== undefined && mentions(studyType, area);
  return lineOf(
    [
      { path: `${path}.studyType`, text: studyType },
      { path: `${path}.area`, text: doubled ? undefined : area },
    ],
    DEGREE_IN[language],
  );
}

/** A skill in the person's spelling, followed by the posting's where both mean the very same. */
function skillName(name: string, { posting }: Context): string {
  if (posting === undefined) return name;
  const text = `${posting.title}. ${posting.description}`;
  if (mentions(text, name)) return name;
  const asked = aliasesOf(name).find((alias) => mentions(text, alias));
  return asked === undefined ? name : `${name} (${asked})`;
}

function skillRow({ index, keywords }: { index: number; keywords: readonly number[] }, context: Context): Block[] {
  const skill = context.profile.resume.skills?.[index];
  if (skill === undefined) return [];
  const names = keywords.flatMap((at) => {
    const text = clean(skill.keywords?.[at] ?? '');
    return text === '' ? [] : [{ path: `skills[${index}].keywords[${at}]`, text: skillName(text, context) }];
  });
  const label = clean(skill.name ?? '');
  if (names.length === 0)
    return label === '' ? [] : paragraph({ text: skillName(label, context), evidence: [`skills[${index}].name`] });
  const list = lineOf(names);
  if (list === undefined || label === '') return paragraph(list);
  return paragraph(
    { text: `${label}: ${list.text}`, evidence: [`skills[${index}].name`, ...list.evidence] },
    label.length + 1,
  );
}

/** Many single skills read better as one line than as a column. */
const mergedSkills = (context: Context): TraceLine | undefined =>
  lineOf(
    context.selection.skills.map(({ index }) => {
      const text = clean(context.profile.resume.skills?.[index]?.name ?? '');
      return { path: `skills[${index}].name`, text: text === '' ? undefined : skillName(text, context) };
    }),
  );
