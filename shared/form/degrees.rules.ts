/** Degrees by level, so that “B.Sc.” is found under “Bachelor's Degree” and a level can be compared with a demand. */

import { plain } from './spelling.rules.ts';

type Level = { readonly level: number; readonly is: RegExp; readonly names: readonly string[] };

/** Highest first, because a title may name a lower one too (“Master after Bachelor”). `is` reads the spelling of `plain()`. */
const LEVELS: readonly Level[] = [
  {
    level: 6,
    is: /\b(?:ph ?d|doctor(?:ate|al)?|dr|promotion|dphil|doktor\w*|doctorat|doctorado|doutorad\w*|dottorat\w*)\b/,
    names: [
      'Doctor of Philosophy (Ph.D.)',
      'Doctor of Philosophy',
      'PhD',
      'Ph.D.',
      'Doctorate',
      'Doctoral Degree',
      'Doctorate Degree',
      'Doctorate (PhD)',
      'Doctorate or higher',
      'Promotion',
      'Doktor',
      'Doctorat',
      'Doctorado',
      'Doutorado',
      'Doutoramento',
      'Dottorato',
      'Dottorato di ricerca',
      'Doctoraat',
      'Doktorat',
      'Doktorsexamen',
      'Doktora',
      'Doktorat / PhD',
    ],
  },
  {
    level: 5,
    is: /\bm ?b ?a\b|\bmaster of business administration\b/,
    names: [
      'Master of Business Administration (M.B.A.)',
      'MBA',
      'Master of Business Administration',
      "Master's Degree",
      "Master's",
      'Masters',
    ],
  },
  {
    level: 5,
    is: /\b(?:master|masters|m ?sc|m ?s|m ?a|m ?eng|m ?ed|ma|magister|mestrado|maitrise|laurea magistrale|maestria|yuksek lisans|kandidatexamen 120|specialistica)\b/,
    names: [
      "Master's Degree",
      "Master's",
      'Masters',
      'Masters Degree',
      'Master Degree',
      'Master',
      'Graduate Degree',
      "Master's degree or equivalent",
      'Masterabschluss',
      'Master-Abschluss',
      'Máster',
      'Maestría',
      'Mestrado',
      'Laurea magistrale',
      'Masteropleiding',
      'Magister',
      'Masterexamen',
      'Mastergrad',
      'Kandidatgrad',
      'Yüksek lisans',
      'Magisterské',
    ],
  },
  {
    level: 4,
    is: /\b(?:bachelor|bachelors|b ?sc|b ?s|b ?a|b ?eng|b ?tech|licence|licenciatura|laurea|undergraduate|bacharel\w*|licencjat|kandidatexamen|lisans|bakalar\w*|inzynier)\b/,
    names: [
      "Bachelor's Degree",
      "Bachelor's",
      'Bachelors',
      'Bachelors Degree',
      'Bachelor Degree',
      'Bachelor',
      'Undergraduate Degree',
      "Bachelor's degree or equivalent",
      'Bachelorabschluss',
      'Bachelor-Abschluss',
      'Licence',
      'Licenciatura',
      'Grado',
      'Bacharelado',
      'Laurea triennale',
      'Bacheloropleiding',
      'Licencjat',
      'Kandidatexamen',
      'Bachelorgrad',
      'Lisans',
      'Bakalářské',
    ],
  },
  {
    level: 3,
    is: /\b(?:associate|associates|a ?a|a ?s)\b(?! professor)/,
    names: ["Associate's Degree", "Associate's", 'Associates', 'Associate Degree', 'Associates Degree'],
  },
  {
    level: 2,
    is: /\b(?:high ?school|abitur|baccalaureat|secondary|ged|matura|bachillerato|maturita|lise|gymnasie\w*|diploma di maturita|ensino medio|maturitni)\b/,
    names: [
      'High School',
      'High School Diploma',
      'High School Diploma or GED',
      'High School Diploma/GED',
      'Secondary School',
      'High School or equivalent',
      'Abitur',
      'Baccalauréat',
      'Bachillerato',
      'Ensino médio',
      'Diploma di maturità',
      'Liceum',
      'Gymnasieexamen',
      'Lise',
    ],
  },
];

/** The level a text in the spelling of `plain()` names: 2 school-leaving, 3 associate, 4 bachelor, 5 master, 6 doctorate. */
export const degreeLevel = (words: string): number | undefined => LEVELS.find(({ is }) => is.test(words))?.level;

/** The names lists give to the level of `words`, best first; empty where the level is not known. */
export const degreeNamesOf = (words: string): readonly string[] => LEVELS.find(({ is }) => is.test(words))?.names ?? [];

/** Levels as a demand spells them, in whole words: “as a” in a sentence is no associate degree. */
const DEMANDS: readonly (readonly [number, RegExp])[] = [
  [2, /\bhigh ?school\b|\bged\b|\babitur\b|\bbaccalaureat\b|\bbachillerato\b|\bmatura\b/],
  [3, /\bassociates?(?: s)? degree\b/],
  [4, /\bbachelor\w*\b|\bundergraduate degree\b|\blicenciatura\b|\blicencjat\w*\b|\bbakalar\w*\b/],
  [5, /\bmasters?\w*\b|\bmba\b|\bmestrado\b|\bmaestria\b|\byuksek lisans\b/],
  [6, /\bph ?d\b|\bdoctora\w+\b|\bdoktor\w*\b|\bpromotion\b/],
];

/** The lowest level a question asks for: “a bachelor's or master's degree” is met by the bachelor. */
export const demandedLevel = (words: string): number | undefined =>
  DEMANDS.find(([, demands]) => demands.test(words))?.[0];

/** Words that make another answer of a level: unfinished, negated, or more than one. */
const QUALIFIED =
  /\b(?:or|and|some|less|no|not|without|higher|above|below|progress|pursuing|current\w*|incomplete|partial|started|ongoing|oder|kein\w*|ohne|laufend\w*|hoher|ou|sans|cours|incomplet\w*|curs\w*|andamento|sin|sem|senza|corso|of|zonder|lub|bez|eller|utan|pagaende|veya|nebo)\b/;

/** Index of the one option of the same level as `degree`, when no name says it whole. */
export function matchDegree(options: readonly { readonly text: string }[], degree: string): number | undefined {
  const level = degreeLevel(plain(degree));
  if (level === undefined) return undefined;
  const hits = options.flatMap(({ text }, index) => (degreeLevel(plain(text)) === level ? [index] : []));
  const [hit] = hits;
  return hits.length === 1 && hit !== undefined && !QUALIFIED.test(plain(options[hit]?.text ?? '')) ? hit : undefined;
}
