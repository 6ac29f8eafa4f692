/** Repairs and judgements of wording that more than one source needs. */

/** Bytes the Windows code page puts elsewhere than Latin-1 does: `€` stands for 0x80 and so on. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
/**
 * Only the four first bytes of what postings hold most (accented letters, quotes and dashes, emoji): others are letters
 * that well-written text puts before a dash or quote (`Fuß–`).
 */
const ENCODED_TWICE =
  /(?:[\u00c2\u00c3]|\u00e2[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|\u00f0[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{2})[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/g;

/** UTF-8 that was read as Latin-1 and written again (`donâ\u0080\u0099t`) as it was meant (`don’t`); anything else stays. */
export function mendedLetters(text: string): string {
  if (!/[\u00c2\u00c3\u00e2\u00f0]/.test(text)) return text;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  return text.replace(ENCODED_TWICE, (run) => {
    const bytes = Uint8Array.from(run, (letter) => {
      const windows = WINDOWS.indexOf(letter);
      return windows < 0 ? letter.charCodeAt(0) : 0x80 + windows;
    });
    try {
      return decoder.decode(bytes);
    } catch {
      return run;
    }
  });
}

/** The category a posting gets that sells a course; the ranking and the list may leave it out. */
export const COURSE = 'Training course';

const COURSE_TITLE =
  /\btrainee(?:ship)?\b|\bno experience\b|\bcareer (?:change|starter|programme)\b|\bcourse\b|\btraining programme\b/i;
const COURSE_TEXT: readonly RegExp[] = [
  /\b(?:no|zero) (?:prior |previous )?experience (?:is )?(?:needed|required|necessary)\b/i,
  /\b(?:train|study|learn) online\b|\bonline (?:training|courses?|study)\b|\bat your own pace\b|\bself-paced\b/i,
  /\bland your first\b|\bguaranteed? (?:job|interview|role)\b|\bjob guarantee\b|\bmoney[- ]back\b|\brecruitment support\b/i,
  /\b(?:finance|payment|instal?ment) (?:plans?|options?)\b|\bcourse fees?\b|\bone[- ]off (?:cost|payment)\b|\b0% (?:apr|interest|finance)\b/i,
  /\blooking for a career change\b|\bbetween jobs\b|\bfresh start\b|\bnew career\b|\bcareer switch\b/i,
  /\bindustry[- ]recognised (?:certifications?|qualifications?)\b|\bprofessional certifications? (?:and|&) \b/i,
];

/** Whether an advert sells a course in the form of a job: its title and text together give at least three of the signs. */
export function sellsCourse({ title, text }: { title: string; text: string }): boolean {
  const signs = COURSE_TEXT.filter((sign) => sign.test(text)).length;
  return signs + (COURSE_TITLE.test(title) ? 1 : 0) >= 3;
}
