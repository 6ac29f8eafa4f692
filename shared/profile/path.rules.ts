/** Reading and changing a value by its field path (`work[0].highlights[1]`), and saying such a path in words. */

type Step = string | number;

/** The steps of a field path. */
export const stepsOf = (path: string): Step[] =>
  [...path.matchAll(/([^.[\]]+)|\[(\d+)\]/g)].map((match) =>
    match[2] === undefined ? (match[1] ?? '') : Number(match[2]),
  );

/** The value at a path, or `undefined` where there is none. */
export function valueAt(root: unknown, path: string): unknown {
  let value: unknown = root;
  for (const step of stepsOf(path)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<Step, unknown>)[step];
  }
  return value;
}

/** The text at a path without white space around it; empty where there is none. */
export function textAt(root: unknown, path: string): string {
  const value = valueAt(root, path);
  return typeof value === 'string' ? value.trim() : '';
}

/** The list at a path; empty where there is none. */
export function listAt(root: unknown, path: string): unknown[] {
  const value = valueAt(root, path);
  return Array.isArray(value) ? value : [];
}

/** The texts of the list at a path. */
export const textsAt = (root: unknown, path: string): string[] =>
  listAt(root, path).filter((item): item is string => typeof item === 'string');

/** A copy of `root` with `value` at `path`; what does not lie on the path is shared with the old one. `undefined` removes. */
export function withValue<T>(root: T, path: string, value: unknown): T {
  return replace(root, stepsOf(path), value) as T;
}

function replace(node: unknown, steps: readonly Step[], value: unknown): unknown {
  const [step, ...rest] = steps;
  if (step === undefined) return value;
  if (typeof step === 'number') {
    const list = Array.isArray(node) ? [...node] : [];
    list[step] = replace(list[step], rest, value);
    return list;
  }
  const record: Record<string, unknown> = typeof node === 'object' && node !== null ? { ...node } : {};
  const next = replace(record[step], rest, value);
  if (next === undefined) delete record[step];
  else record[step] = next;
  return record;
}

/** Every text in `root` with its path, in order. */
export function textsIn(root: unknown, prefix = ''): { path: string; text: string }[] {
  if (typeof root === 'string') return root === '' ? [] : [{ path: prefix, text: root }];
  if (Array.isArray(root)) return root.flatMap((item, i) => textsIn(item, `${prefix}[${i}]`));
  if (typeof root !== 'object' || root === null) return [];
  return Object.entries(root).flatMap(([key, item]) => textsIn(item, prefix === '' ? key : `${prefix}.${key}`));
}

const WORDS: Readonly<Record<string, string>> = {
  basics: 'basics',
  label: 'headline',
  work: 'job',
  volunteer: 'voluntary work',
  studyType: 'degree',
  area: 'field of study',
  highlights: 'point',
  keywords: 'keyword',
  startDate: 'start',
  endDate: 'end',
  countryCode: 'country',
  answers: 'your answers',
  skills: 'skill',
  languages: 'language',
  projects: 'project',
  certificates: 'certificate',
  publications: 'publication',
  awards: 'award',
  interests: 'interest',
  references: 'reference',
  profiles: 'link',
};

/** Words that depend on the section they stand in. */
const WORDS_IN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  work: { name: 'employer' },
  education: { institution: 'school' },
  certificates: { name: 'title' },
};

/** A path for people: `work[0].highlights[1]` → "job 1, point 2"; `job.title` → "the posting's title". */
export function pathInWords(path: string): string {
  const steps = stepsOf(path);
  if (steps[0] === 'job') return `the posting's ${steps.slice(1).map(spoken).join(' ')}`;
  const parts: string[] = [];
  const local = WORDS_IN[String(steps[0])];
  for (const step of steps.filter((s) => s !== 'basics' && s !== 'resume')) {
    if (typeof step === 'number') parts.push(`${parts.pop() ?? ''} ${step + 1}`.trim());
    else parts.push(local?.[step] ?? spoken(step));
  }
  return parts.join(', ');
}

/** Evidence for people: a field path in words, anything else as the quotation it is. */
export const evidenceInWords = (evidence: string): string =>
  isFieldPath(evidence) ? pathInWords(evidence) : `“${evidence}”`;

/** Whether evidence names a field, rather than quoting a posting. */
export const isFieldPath = (evidence: string): boolean =>
  evidence === 'skills' || /^[a-zA-Z]+(\[\d+\]|\.[a-zA-Z]+)+$/.test(evidence);

const spoken = (step: Step): string =>
  typeof step === 'number'
    ? String(step + 1)
    : (WORDS[step] ?? step.replace(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`));
