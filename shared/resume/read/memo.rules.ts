/** Remembers what was computed for a text while one document is read: the rules ask the same of the same lines many times. */

const LIMIT = 5000;
const memories = new Set<Map<string, unknown>>();

/** The function, each text computed once. Results are shared: they must not be changed. */
export function remembered<T>(compute: (text: string) => T): (text: string) => T {
  const memory = new Map<string, T>();
  memories.add(memory);
  return (text) => {
    const known = memory.get(text);
    if (known !== undefined) return known;
    const result = compute(text);
    if (memory.size >= LIMIT) memory.clear();
    memory.set(text, result);
    return result;
  };
}

/** Forgets all texts, so that nothing of a document outlives its reading. */
export function forgetTexts(): void {
  for (const memory of memories) memory.clear();
}
