/** Grades and honours as resumes of many countries write them: `GPA 3.8/4.0`, `Note 1,3`, `mention bien`, `110/110 e lode`. */

const GRADE_LABEL =
  '(?:(?:overall |final |cumulative |cum\\.? |major )?(?:c?gpa|grade|marks|percentage|average|score)|(?:abschluss|durchschnitts|gesamt)?note|notendurchschnitt|notenschnitt|durchschnitt|mention|moyenne|nota(?: media| final)?|promedio|media|voto(?: di laurea)?|votazione|cijfer|gemiddeld|ocena|betyg|gno|agno|not ortalaması|ortalama|cgpi|spi|绩点|平均分|成绩|सीजीपीए|प्रतिशत|अंक)';
const GRADE_VALUE =
  '(?:\\d{1,3}(?:[.,]\\d{1,2})?\\s*(?:/\\s*\\d{1,3}(?:[.,]\\d{1,2})?|%)?(?:\\s*(?:e lode|cum laude|con lode|\\([\\p{L} ]{2,20}\\)))?)';
const HONOURS =
  '(?:(?:summa |magna )?cum laude|(?:with |mit )?(?:first[- ]class|second[- ]class|upper second[- ]class|distinction|merit)(?: hono(?:u)?rs?)?|first class|(?:high )?distinction|mention (?:très bien|tres bien|bien|assez bien|passable)|avec mention|avec les félicitations du jury|félicitations du jury|con lode|con matrícula de honor|matrícula de honor|sobresaliente|notable|sehr gut|mit auszeichnung|z wyróżnieniem|2[:.][12](?: hono(?:u)?rs?)?|1st class(?: hono(?:u)?rs?)?)';
const GRADE_NAME = new RegExp(`^${GRADE_LABEL}\\s*:?$`, 'iu');
const GRADE_WHOLE = new RegExp(
  `^(?:${GRADE_LABEL}\\s*(?:of|von|de|:|=|-)?\\s*(${GRADE_VALUE}|[A-Z][+-]?|${HONOURS})|(${HONOURS})|(\\d{2,3}/\\d{2,3}(?: e lode| con lode)?))\\s*[.)]?$`,
  'iu',
);
const GRADE_INSIDE = new RegExp(
  `(?<![\\p{L}\\p{M}])(?:${GRADE_LABEL})(?![\\p{L}\\p{M}])\\s*(?:of|von|de|:|=|-)?\\s*(${GRADE_VALUE}|${HONOURS})|(?<![\\p{L}\\p{N}])(\\d{2,3}/1\\d0(?: e lode| con lode)?)|(?<![\\p{L}\\p{N}])(\\d[.,]\\d{1,2}\\s*/\\s*\\d(?:[.,]\\d{1,2})?|\\d[.,]\\d{1,2}\\s*c?gpa)(?![\\p{L}\\d])|(?<![\\p{L}\\p{M}])(${HONOURS})(?![\\p{L}\\p{M}])`,
  'iu',
);

/** The grade a text is, and nothing else: `GPA: 3.8/4.0`, `mention bien`, `110/110 e lode`. */
export const gradeOf = (text: string): string | undefined =>
  GRADE_WHOLE.exec(text.trim())
    ?.slice(1)
    .find((g) => g !== undefined);

/** The grade named somewhere in a text, and the text that names it. */
export function gradeIn(text: string): { grade: string; whole: string } | undefined {
  const match = GRADE_INSIDE.exec(text);
  const grade = match?.slice(1).find((g) => g !== undefined);
  return match === null || grade === undefined
    ? undefined
    : { grade: grade.replace(/\s*c?gpa$/iu, '').trim(), whole: match[0] };
}

/** Whether the text only names a grade without telling it (`GPA:`). */
export const isGradeName = (text: string): boolean => GRADE_NAME.test(text);
