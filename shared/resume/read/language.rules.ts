/** Which language a resume is written in. */
import { RESUME_WORDS, STOP_WORDS } from './language.data.ts';
import { words } from './text.rules.ts';

const LISTS = Object.entries(STOP_WORDS).map(([code, list]) => ({
  code,
  small: new Set(list.split(' ')),
  own: new Set((RESUME_WORDS[code] ?? '').split(' ')),
}));

/** ISO 639-1 of the text's main language, `und` where there are too few words to tell. */
export function languageOf(text: string): string {
  const sample = text.slice(0, 20_000);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 20) return 'und';
  if ((sample.match(/\p{Script=Han}/gu)?.length ?? 0) > letters * 0.25) return 'zh';
  if ((sample.match(/[\u0900-\u097f]/gu)?.length ?? 0) > letters * 0.25) return 'hi';
  const list = words(sample);
  const scores = LISTS.map(({ code, small, own }) => {
    const hits = list.reduce((n, w) => n + (small.has(w) ? 1 : 0) + (own.has(w) ? 3 : 0), 0);
    return [code, hits / Math.sqrt(small.size)] as const;
  }).sort((a, b) => b[1] - a[1]);
  const best = scores[0];
  return best === undefined || best[1] < 0.7 ? 'und' : best[0];
}
