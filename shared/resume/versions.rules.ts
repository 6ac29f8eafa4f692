/** Which files are versions of one resume: by their names, without the marks people put on versions. */
import { fold } from '#shared/kernel/text.ts';

/** At the end of a name in plain words: a number, a date, a copy mark or the word a person uses for the last one. */
const MARK =
  / (?:\(?\d{1,3}\)?|v(?:er(?:sion)?)? ?\d+(?:\.\d+)*|(?:19|20)\d{2}(?:[ .]?\d{2}){0,2}|\d{1,2}[ .]\d{1,2}[ .](?:19|20)?\d{2}|final|latest|new|neu|neueste|nouveau|nuevo|updated|update|aktuell|copy|copie|kopie|copia|draft|entwurf)$/u;

/** The name without extension and version marks, for comparing. */
export function stemOf(fileName: string): string {
  const bare = fold(fileName.replace(/(?<=.)\.[^.]{1,5}$/, ''));
  let stem = bare
    .replace(/[\s_-]+/g, ' ')
    .replace(/(?<=\S)\(/g, ' (')
    .trim();
  while (MARK.test(stem)) stem = stem.replace(MARK, '');
  return stem || bare;
}

/** Files in groups of versions: the newest of each group first, groups by their newest. */
export function inVersions<T extends { fileName: string; uploadedAt: string }>(files: readonly T[]): T[][] {
  const groups = new Map<string, T[]>();
  for (const file of files.toSorted((a, b) => b.uploadedAt.localeCompare(a.uploadedAt))) {
    const stem = stemOf(file.fileName);
    groups.set(stem, [...(groups.get(stem) ?? []), file]);
  }
  return [...groups.values()];
}
