/** From profile and posting to documents, in one pure step: read the posting, choose facts, compose, lock. */
import { profileLanguage } from './common.rules.ts';
import type { DocumentKind, TraceLine, Warning } from './document.schema.ts';
import { evidenceOf, type Posting, type ProfileFacts, type Sources } from './facts.rules.ts';
import { composeLetter } from './letter.rules.ts';
import { DocumentLanguage, type DocumentModel, type Tone } from './model.schema.ts';
import { type Requirements, requirementsOf, type SkillFinder } from './requirements.rules.ts';
import { composeResume } from './resume.rules.ts';
import { type Choice, selectFacts } from './select.rules.ts';
import { mapLines, textOf, traceOf } from './text.rules.ts';
import { lockSentences } from './truth-lock.rules.ts';

/** A person's change to one traced line of an earlier document: other words, or away with it. */
export type LineEdit = { readonly index: number; readonly text: string | null };

export type TailorInput = {
  readonly profile: ProfileFacts;
  readonly job?: Posting | undefined;
  /** Absent: a resume, and a letter where there is a posting. */
  readonly kinds?: readonly DocumentKind[] | undefined;
  readonly tone?: Tone | undefined;
  /** ISO 639-1; absent: the resume in the language of the profile, the letter in the posting's. */
  readonly language?: string | undefined;
  /** An earlier document to change instead of composing its kind anew. */
  readonly edits?: { readonly model: DocumentModel; readonly lines: readonly LineEdit[] } | undefined;
  readonly skills?: SkillFinder | undefined;
  readonly pages?: 1 | 2 | undefined;
  readonly now: Date;
};
export type Tailored = {
  readonly kind: DocumentKind;
  readonly text: string;
  readonly trace: TraceLine[];
  readonly model: DocumentModel;
};
export type TailorResult = {
  readonly documents: Tailored[];
  readonly warnings: Warning[];
  readonly requirements: Requirements | undefined;
  /** Why each highlight was kept or left out. */
  readonly choices: readonly Choice[];
};

/** Makes the documents. Deterministic: same input, same words. */
export function tailor(input: TailorInput): TailorResult {
  const { profile, job, now } = input;
  const tone = input.tone ?? 'neutral';
  const warnings: Warning[] = [];
  const requirements = job === undefined ? undefined : requirementsOf(job, input.skills);
  const own = profileLanguage(profile);
  const asked = DocumentLanguage.safeParse(input.language?.slice(0, 2).toLowerCase());
  if (input.language !== undefined && !asked.success)
    warnings.push({
      code: 'language_not_supported',
      text: `Documents exist in English, German, French and Spanish, not in “${input.language.slice(0, 20)}”.`,
    });
  const today = now.toISOString().slice(0, 10);
  const selection = selectFacts({
    resume: profile.resume,
    posting: job,
    requirements,
    now: today,
    pages: input.pages ?? 2,
  });
  const sources: Sources = { profile, job, now: today };
  const kinds = new Set(input.kinds ?? (job === undefined ? ['resume'] : ['resume', 'coverLetter']));

  const models: DocumentModel[] = [];
  for (const kind of kinds) {
    if (input.edits?.model.kind === kind) models.push(applyEdits(input.edits, { sources, warnings }));
    else if (kind === 'resume')
      models.push(
        locked(composeResume({ profile, posting: job, requirements, selection, language: own }), { sources, warnings }),
      );
    else if (job === undefined || requirements === undefined)
      warnings.push({ code: 'letter_needs_posting', text: 'A cover letter needs a posting to answer.' });
    else {
      const language = asked.success ? asked.data : (requirements.language ?? own);
      if (language !== own)
        warnings.push({
          code: 'profile_language_differs',
          text: 'Your profile is in another language than this letter, so the letter uses names, titles and dates only and none of your sentences.',
        });
      models.push(
        locked(
          composeLetter({ profile, posting: job, requirements, selection, language, ownLanguage: own, tone, now }),
          { sources, warnings },
        ),
      );
    }
  }
  warnings.push(...thinWarnings(profile));
  const documents = models.map(
    (model): Tailored => ({ kind: model.kind, text: textOf(model), trace: traceOf(model), model }),
  );
  return { documents, warnings, requirements, choices: selection.choices };
}

type Ground = { sources: Sources; warnings: Warning[] };

/** The same lock for our own sentences as for a model's. */
export function locked(model: DocumentModel, { sources, warnings }: Ground): DocumentModel {
  return mapLines(model, (line) => {
    if (line.text === '') return line;
    const { kept, dropped } = lockSentences([line], sources);
    for (const { text, reason } of dropped)
      warnings.push({ code: 'unsupported_claim', text: `Left out “${text}”: ${reason}.` });
    return kept[0];
  });
}

/**
 * Applies a person's edits. Their words are theirs and stay; a claim the profile does not have is pointed out, so that
 * forms and documents do not contradict each other.
 */
function applyEdits({ model, lines }: NonNullable<TailorInput['edits']>, { sources, warnings }: Ground): DocumentModel {
  const byIndex = new Map(lines.map(({ index, text }) => [index, text]));
  const known = evidenceOf(sources);
  let skipped = 0;
  return mapLines(model, (line, position) => {
    if (line.text === '') skipped++;
    const text = byIndex.get(position - skipped);
    // What has left the profile since cannot stay as a claim; what was edited by hand needs no such ground.
    if (text === undefined) return line.evidence.every((path) => known.has(path)) ? line : undefined;
    if (text === null || text.trim() === '') return undefined;
    const edited = { text: text.trim(), evidence: line.evidence };
    const fault = lockSentences([edited], sources).dropped[0];
    if (fault !== undefined)
      warnings.push({
        code: 'typed_claim',
        text: `You wrote “${edited.text}”: ${fault.reason}. Add it to your profile so that forms agree with it.`,
      });
    return edited;
  });
}

/** What a thin profile lacks, so that the person knows what would help most. */
function thinWarnings({ resume }: ProfileFacts): Warning[] {
  const missing = [
    [!resume.basics?.name, 'your name'],
    [!resume.basics?.email, 'an e-mail address'],
    [(resume.work ?? []).length === 0 && (resume.education ?? []).length === 0, 'a job or your education'],
    [
      (resume.work ?? []).length > 0 &&
        !(resume.work ?? []).some(({ highlights, summary }) => (highlights ?? []).length > 0 || summary),
      'what you did in your jobs',
    ],
    [(resume.skills ?? []).length === 0, 'your skills'],
  ] as const;
  const lacks = missing.filter(([absent]) => absent).map(([, what]) => what);
  return lacks.length === 0
    ? []
    : [
        {
          code: 'profile_incomplete',
          text: `Your profile lacks ${lacks.join(', ')}. With it the documents would say more.`,
        },
      ];
}
