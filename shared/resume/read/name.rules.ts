/** The person's name: in any script, by its shape, size, place, label and its agreement with addresses and handles. */
import { headingKind } from './headings.rules.ts';
import type { Line } from './item.schema.ts';
import { type Fragment, fragmentsOf, isPersonal } from './labels.rules.ts';
import { SURNAMES } from './lexicon.data.ts';
import { degreeScore, languageNamed, orgScore, placeScore, schoolScore, titleScore } from './lexicon.rules.ts';
import { bodySize } from './sections.rules.ts';
import { capsShare, fold, HAN, trimEdges, wordCount, words } from './text.rules.ts';
import { clamp, type Found, spanOf } from './value.rules.ts';

const NOT_A_NAME =
  /^(?:curriculum vitae|curriculum|vitae|resume|résumé|cv|lebenslauf|c\.v\.|hoja de vida|currículo|curriculo|profil|profile|page|seite|confidential|name|nom|nombre|nome|个人简历|简历|求职简历|个人信息|履歴書|職務経歴書|이력서|बायोडाटा|बायो-?डेटा|जीवन[- ]?वृत्त|जीवन परिचय|आत्म[- ]?वृत्त|परिचय पत्र|bewerbung|bewerbungsunterlagen|europass|contact|about me|özgeçmiş|cv-|życiorys|meritförteckning|резюме|السيرة الذاتية|personal (?:profile|details)|phone|e-?mail|address|dear|to whom)(?![\p{L}\p{M}])/iu;
const PARTICLES = new Set(
  'de da do dos das del della di du des van von der den zu zur ter ten le la el al bin ibn y e af av zum dalla dello und'.split(
    ' ',
  ),
);
const POST_NOMINALS =
  /,?\s*\b(?:Ph\.?D|PHD|M\.?D|RN|R\.N|BSN|MSN|LPN|NP|FNP|DNP|APRN|MBA|CPA|CFA|CMA|ACCA|PE|P\.E|P\.?Eng|Esq|JD|J\.D|LL\.?[BM]|Jr|Sr|II|III|IV|M\.?Sc|B\.?Sc|DVM|DDS|CCRN|PMP|CSM|CISSP|SPHR|PHR|EdD|Ed\.D|Dr|Prof|Dipl\.-\p{L}+|M\.A|B\.A|M\.Eng|B\.Eng|M\.?Ed|MPH|MSW|LCSW|OTR\/L|DPT|PharmD)\b\.?/gu;
const PERSON_TITLE =
  /^(?:herr|frau|mr|mrs|ms|miss|mx|m|mme|mlle|monsieur|madame|sr|sra|srta|sig|sig\.ra|dhr|mevr|pan|pani|bay|bayan|shri|smt|श्री|श्रीमती|सुश्री)\.?\s+(?=\p{Lu}|\p{Lo})/iu;
const CASELESS =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thai}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Georgian}\p{Script=Armenian}]/u;

const TRADITIONAL_SURNAMES = '陳張劉楊黃趙吳孫馬羅鄭謝許韓馮鄧蕭葉蘇盧鍾譚陸賈韋鄒龔錢湯黎賀顧龍萬賴莊嚴呂蔣蔡曾彭廖簡';

/** How much a text has the shape of a person's name, 0..1.2. */
export function nameShape(text: string): number {
  const plain = text.replace(POST_NOMINALS, ' ').trim();
  if (/[\d@/\\|:;!?#=+<>%]/u.test(plain)) return 0;
  if (/\p{Script=Hangul}/u.test(plain)) return /^\p{Script=Hangul}{2,4}$/u.test(plain.replace(/\s/gu, '')) ? 0.9 : 0;
  if (HAN.test(plain)) {
    const han = plain.replace(/[\s·•]/gu, '');
    if (!/^\p{Script=Han}{2,4}$/u.test(han))
      return /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{2,8}$/u.test(han) && /\s/u.test(plain)
        ? 0.5
        : 0;
    return (SURNAMES + TRADITIONAL_SURNAMES).includes(plain.charAt(0)) ? 1.2 : 0.3;
  }
  if (CASELESS.test(plain)) return wordCount(plain) <= 5 && /^[\p{L}\p{M}\s.'’-]+$/u.test(plain) ? 0.9 : 0;
  const list = plain.split(/[\s,]+/u).filter((w) => w !== '');
  if (list.length === 0 || list.length > 6) return 0;
  const good = list.filter(
    (w) =>
      /^\p{Lu}[\p{L}\p{M}'’.-]*$/u.test(w) || PARTICLES.has(fold(w)) || /^["“(']\p{Lu}[\p{L}'’.-]+["”)']$/u.test(w),
  ).length;
  if (good < list.length)
    return list.length <= 3 && /^[\p{L}\p{M}\s.'-]+$/u.test(plain) && good === 0 && list.length >= 2 ? 0.3 : 0;
  return list.length === 1 ? 0.45 : list.length <= 4 ? 1 : 0.7;
}

/** A name of at least two words and no title, employer, place or heading. */
export const looksLikeName = (text: string): boolean =>
  nameShape(text) >= 0.7 &&
  titleScore(text) < 0.5 &&
  orgScore(text) < 0.5 &&
  schoolScore(text) < 0.5 &&
  placeScore(text) < 0.7 &&
  headingKind(text) === undefined &&
  languageNamed(text) === undefined &&
  !NOT_A_NAME.test(text);

/** First and last name each behind its own label, or the whole name behind one. */
function labelledName(fragments: readonly Fragment[]): Found | undefined {
  const part = (label: Fragment['label']): Fragment | undefined =>
    fragments.find((f) => f.label === label && /^[\p{L}\p{M} .,'’·-]{2,50}$/u.test(f.text) && wordCount(f.text) <= 5);
  const [first, last, whole] = [part('firstName'), part('lastName'), part('name')];
  if (first !== undefined && last !== undefined && Math.abs(first.line.index - last.line.index) <= 3)
    return {
      value: `${cased(first.text)} ${cased(last.text)}`,
      confidence: 0.95,
      spans: [spanOf(first.line, first.text), spanOf(last.line, last.text)],
    };
  if (whole === undefined || nameShape(whole.text) < 0.25 || headingKind(whole.text) !== undefined) return undefined;
  if (titleScore(whole.text) >= 0.6 || orgScore(whole.text) >= 0.6) return undefined;
  const swapped = /^(\p{L}[\p{L}\p{M}'’-]+),\s+(\p{L}[\p{L}\p{M}'’ -]+)$/u.exec(whole.text);
  const value = swapped === null ? whole.text : `${swapped[2]} ${swapped[1]}`;
  return { value: cased(value), confidence: 0.95, spans: [spanOf(whole.line, whole.text)] };
}

/** Without titles and post-nominals, and not shouted. */
function cased(text: string): string {
  const plain = trimEdges(text.replace(PERSON_TITLE, '').replace(/\s+/gu, ' '));
  return capsShare(plain) > 0.95 && !HAN.test(plain) && plain.length > 4 ? titleCase(plain) : plain;
}

const titleCase = (text: string): string =>
  text
    .toLowerCase()
    .replace(/(?<![\p{L}\p{M}’'])\p{L}/gu, (c) => c.toUpperCase())
    .replace(/(?<=\b[DLO]['’])\p{L}/gu, (c) => c.toUpperCase())
    .replace(/(?<=\bMc)\p{L}/gu, (c) => c.toUpperCase());

type Candidate = { line: Line; text: string; score: number };

/** The person's name, or nothing where no line of the first page is likely enough. `handles` are e-mail and profile addresses. */
export function readName({
  lines,
  near,
  handles,
}: {
  lines: readonly Line[];
  near: readonly Line[];
  handles: readonly string[];
}): Found | undefined {
  const first = lines[0]?.page ?? 1;
  const firstPage = lines.filter((l) => l.page === first).slice(0, 150);
  const top = firstPage.slice(0, 60);
  const labelled = labelledName(fragmentsOf([...near.slice(0, 40).filter((l) => l.page === first), ...top]));
  if (labelled !== undefined) return labelled;
  const best = candidatesOf({ firstPage, near, body: bodySize(lines), handles }).sort((a, b) => b.score - a.score)[0];
  if (best === undefined || best.score < 1.6) return undefined;
  return {
    value: cased(best.text),
    confidence: clamp(0.3 + best.score * 0.09),
    spans: [spanOf(best.line, best.text)],
  };
}

function candidatesOf({
  firstPage,
  near,
  body,
  handles,
}: {
  firstPage: readonly Line[];
  near: readonly Line[];
  body: number;
  handles: readonly string[];
}): Candidate[] {
  const candidates: Candidate[] = [];
  const top = Math.min(...firstPage.map((l) => l.y));
  const biggest = Math.max(...firstPage.map((l) => l.fontSize));
  const handle = handles.map((h) => fold(h)).join(' ');
  const own = new Set(near.slice(0, 20));
  const consider = (line: Line, { given, extra }: { given: string; extra: number }): void => {
    // Two words set tight in one run of text: `JaneDoe`.
    const raw =
      /^\p{Lu}\p{Ll}{2,}\p{Lu}\p{Ll}{2,}$/u.test(given) && !/^(?:Mac|Mc|De|La|Le|Di|Van|Fitz)\p{Lu}/u.test(given)
        ? given.replace(/(?<=\p{Ll})(?=\p{Lu})/u, ' ')
        : given;
    const text = trimEdges(trimEdges(raw).replace(PERSON_TITLE, ''))
      .replace(/\s*[-–,|]?\s*(?:curriculum vitae|resume|résumé|lebenslauf|cv)\s*$/iu, '')
      .replace(/^(?:curriculum vitae|resume|résumé|lebenslauf|cv)\s*(?:of|de|von|[-–:|])\s*/iu, '')
      .replace(/(?:的)?(?:个人)?简历$/u, '')
      .replace(
        /(?:,\s*|\s+)(?:Ph\.?D|PHD|M\.?D|RN|BSN|MSN|MBA|CPA|PE|P\.?Eng|DVM|CCRN|PMP|EdD|JD|Esq)\b\.?(?:\s*,.*)?$/u,
        '',
      )
      .trim();
    const shape = nameShape(text);
    if (shape === 0 || NOT_A_NAME.test(text) || headingKind(text) !== undefined || text.length > 60) return;
    let score = shape * 2 + extra;
    score += Math.min(3, Math.max(0, line.fontSize / body - 1) * 3);
    if (line.fontSize >= biggest - 0.2 && biggest > body * 1.1) score += 1;
    if (line.weight >= 600) score += 0.3;
    score -= Math.min(2, ((line.y - top) / 200) * 0.8);
    const tokens = words(text).filter((w) => w.length > 2);
    const hits = tokens.filter((w) => handle.includes(w)).length;
    score += Math.min(2.5, hits * 1.25);
    if (tokens.length > 1 && hits === 0 && tokens.some((w) => handle.includes(w.slice(0, 4)))) score += 0.5;
    score -= titleScore(text) * 2 + orgScore(text) * 1.5 + schoolScore(text) * 1.5 + degreeScore(text) * 0.5;
    if (placeScore(text) >= 0.85) score -= 2;
    if (languageNamed(text) !== undefined) score -= 2;
    candidates.push({ line, text, score });
  };
  const personal = new Set(
    fragmentsOf(firstPage.slice(0, 60))
      .filter((f) => isPersonal(f) || (f.label !== undefined && f.label !== 'name'))
      .map((f) => f.text),
  );
  firstPage.forEach((line, i) => {
    const bonus = (i === 0 ? 1 : i < 3 ? 0.5 : 0) + (own.has(line) ? 0.4 : -0.6);
    if (line.bullet && line.fontSize <= body) return;
    const big = line.fontSize > body * 1.3;
    const whole = line.text.replace(/\s+/gu, ' ');
    if (line.cells.length === 1 || big) {
      const given = line.cells.length > 1 && nameShape(whole) > 0.6 ? whole : (line.cells[0]?.text ?? '');
      if (!personal.has(given)) consider(line, { given, extra: bonus });
    } else {
      for (const cell of line.cells)
        if (!personal.has(cell.text)) consider(line, { given: cell.text, extra: bonus - 0.2 });
      consider(line, { given: whole, extra: bonus - 0.3 });
    }
    if (/[|–—,•·/-]/u.test(line.text))
      consider(line, { given: line.text.split(/\s*[|–—•·]\s*|\s[-/]\s|,\s/u)[0] ?? '', extra: bonus - 0.4 });
    // A name set on two lines, first name above last name.
    const next = firstPage[i + 1];
    if (
      next !== undefined &&
      big &&
      next.fontSize > body * 1.3 &&
      Math.abs(next.fontSize - line.fontSize) < Math.max(1, line.fontSize * 0.25) &&
      next.gap < 1.2 &&
      wordCount(line.text) <= 3 &&
      wordCount(next.text) <= 3
    )
      consider(line, { given: `${line.text} ${next.text}`, extra: bonus + 0.9 });
  });
  return candidates;
}

export { NOT_A_NAME };
