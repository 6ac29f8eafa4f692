/** Words of postings and resumes, brought to a form in which they meet. */
import { tokens } from './text.rules.ts';

/** Telling words of a text, stemmed, without the ones every resume and every posting has. */
export const contentTerms = (text: string): string[] =>
  tokens(text)
    .filter((w) => w.length > 3 && !/^\d+$/.test(w) && !COMMON.has(stem(w)))
    .map(stem);

/** Plural and the commonest endings folded; enough to meet `manage`, `manages`, `managing`. */
export const stem = (word: string): string =>
  word.replace(/(?:ations?|ements?|ments?|ings?|ed|ers?|ors?|ies|es|s|e)$/, '').slice(0, 12) || word;

const COMMON = new Set(
  'about above across after also among another apply applic around avail based because become been before being below benefit best better between both bring build built busin career challeng chang client collaborat come commit communic compan complet comput creat current custom daily deliv demonstrat design detail develop differ direct drive each effect employ enabl ensur environ equal ever every excel excit experienc experi expert fast fields first focus follow from full function gener global goal good great grow growth have help high hire however ideal impact improv includ individual industr inform innovat inter internal into issue join keep know knowledg lead leadership learn level life like long look maint mak manag many market meet member mission more most must need offer office ongo open oper opportun order organiz other over part passion people perform person plan play posit possibl problem process produc product profession program project provid qualif quality rang real relat relationship remot report requir research resourc respons result review right role salary seek self senior servic shar should simpl skill small solut some solv start status step strateg strong success such support system take task team techn technolog than that their them then these they thing this those through time together tool track train understand upon user using valu various vision want well what when where which while whil will with within without work world would write written year your'.split(
    ' ',
  ),
);

/** Every word of a short text, stemmed, also the short and the common ones. */
export const plainTerms = (text: string): string[] => tokens(text).map(stem);
