/** Which language data a page is read with. */
import { languageOf } from '../read/language.rules.ts';
import { OCR_LANGUAGES } from './ocr-languages.data.ts';

/** Which data is needed, or `other` with the name of a script that there is none for. */
export type Wanted = { languages: readonly string[] } | { other: string };

/** Scripts as Tesseract's orientation and script detection names them. Latin letters stand in every one of these texts. */
const BY_SCRIPT: Readonly<Record<string, readonly string[]>> = {
  Latin: ['eng'],
  Han: ['chi_sim'],
  HanS: ['chi_sim'],
  Devanagari: ['hin', 'eng'],
};

/** What a page in this script is read with. Japanese pages are told apart from Chinese ones by their kana. */
export function wantedForScript(script: string): Wanted {
  const languages = BY_SCRIPT[script];
  return languages === undefined ? { other: script } : { languages };
}

/** What a page in Latin letters is read with, from what it gave when read as English; English where that says nothing. */
export function wantedForText(text: string): readonly string[] {
  const language = languageOf(text);
  const code = Object.keys(OCR_LANGUAGES).find((key) => OCR_LANGUAGES[key]?.language === language);
  return code === undefined ? ['eng'] : [code];
}

/** The name of a language for people. */
export const languageName = (code: string): string => OCR_LANGUAGES[code]?.name ?? code;
