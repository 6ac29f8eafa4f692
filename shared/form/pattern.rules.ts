/** A page's regular expression for a value, tested only when it is sure to be quick: the page may be hostile. */

/** Longest expression and value tried; nothing a form asks for by pattern is longer. */
const LONGEST = { pattern: 120, value: 60 };

/** Whether `value` matches `pattern` as a whole, as browsers test it; undefined where it is not worth the risk. */
export function fitsPattern(pattern: string | undefined, value: string): boolean | undefined {
  if (!pattern || pattern.length > LONGEST.pattern || value.length > LONGEST.value) return undefined;
  if (!isQuick(pattern)) return undefined;
  try {
    return new RegExp(`^(?:${pattern})$`, 'v').test(value);
  } catch {
    return undefined;
  }
}

/** No repeated group, no back reference, no look-around, and few open repetitions: time stays polynomial and small. */
function isQuick(pattern: string): boolean {
  const bare = pattern
    .replace(/\\[dDwWsS]/g, 'c')
    .replace(/\\[^\d]/g, 'c')
    .replace(/\[(?:[^\]\\]|\\.)*\]/g, 'c');
  if (/\\\d|\(\?[=!<]/.test(bare)) return false;
  if (/\)(?:[*+]|\{\d*,|\{\d{2,})/.test(bare)) return false;
  return (bare.match(/[*+]|\{\d+,\}/g) ?? []).length <= 3;
}
