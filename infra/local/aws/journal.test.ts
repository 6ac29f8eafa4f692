/** A journal gives back exactly what was acknowledged, whatever the crash left of the file. */
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Journal, openJournal } from './journal.ts';
import { temporaryDir } from './live.testkit.ts';

let folder: ReturnType<typeof temporaryDir>;
beforeEach(() => {
  folder = temporaryDir();
});
afterEach(() => folder.remove());

const record = z.object({ key: z.string(), value: z.string() });

function open(file = path.join(folder.dir, 'test.journal')): {
  journal: Journal<z.infer<typeof record>>;
  state: Map<string, string>;
  file: string;
} {
  const state = new Map<string, string>();
  const journal = openJournal({
    file,
    schema: record,
    apply: ({ key, value }) => void (value === '' ? state.delete(key) : state.set(key, value)),
    snapshot: () => [...state].map(([key, value]) => ({ key, value })),
  });
  return { journal, state, file };
}

async function write(entries: readonly (readonly [string, string])[]): Promise<string> {
  const { journal, file } = open();
  for (const [key, value] of entries) journal.append({ key, value });
  await journal.close();
  return file;
}

describe('a journal', () => {
  it('gives back the last state', async () => {
    await write([
      ['a', '1'],
      ['b', '2'],
      ['a', '3'],
      ['b', ''],
    ]);
    const { journal, state } = open();
    expect([...state]).toEqual([['a', '3']]);
    await journal.close();
  });

  it('cut at any byte gives back the whole lines before the cut, and goes on', async () => {
    const file = await write([
      ['a', 'first'],
      ['ż', 'sec\nond 🙂'],
      ['c', 'third'],
    ]);
    const whole = fs.readFileSync(file);
    for (let cut = 0; cut <= whole.length; cut += 1) {
      const copy = path.join(folder.dir, `cut-${cut}`);
      fs.writeFileSync(copy, whole.subarray(0, cut));
      const lines = whole.subarray(0, cut).filter((byte) => byte === 10).length;
      const { journal, state } = open(copy);
      expect(state.size).toBe(lines);
      expect(journal.damagedLines).toBe(0);
      journal.append({ key: 'after', value: 'crash' });
      await journal.close();
      const again = open(copy);
      expect(again.state.get('after')).toBe('crash');
      expect(again.state.size).toBe(lines + 1);
      await again.journal.close();
    }
  });

  it('with any one byte changed loses at most two lines, invents none and keeps the damaged file', async () => {
    const entries = [
      ['a', '1'],
      ['b', '2'],
      ['c', '3'],
      ['d', '4'],
    ] as const;
    const whole = fs.readFileSync(await write(entries));
    let copies = 0;
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        copies += 1;
        const copy = path.join(folder.dir, `flip-${copies}`);
        fs.writeFileSync(
          copy,
          whole.map((byte, i) => (i === at ? byte ^ flip : byte)),
        );
        const { journal, state } = open(copy);
        expect(state.size).toBeGreaterThanOrEqual(2);
        for (const [key, value] of state) expect(entries).toContainEqual([key, value]);
        if (journal.damagedLines > 0) expect(fs.existsSync(`${copy}.damaged`)).toBe(true);
        await journal.close();
      }),
      { numRuns: 100 },
    );
  });

  it('grows with its content, not with its history', async () => {
    const { journal, file } = open();
    for (let i = 0; i < 20_000; i += 1) journal.append({ key: `k${i % 10}`, value: 'x'.repeat(50) });
    await journal.synced();
    expect(fs.statSync(file).size).toBeLessThan(6000 * 100);
    await journal.close();
    const again = open();
    expect(again.state.size).toBe(10);
    await again.journal.close();
  });

  it('keeps what was appended while it was being synced and compacted', async () => {
    const { journal } = open();
    const waits: Promise<void>[] = [];
    for (let i = 0; i < 12_000; i += 1) {
      journal.append({ key: `k${i % 7}`, value: String(i) });
      if (i % 50 === 0) {
        waits.push(journal.synced());
        await Promise.resolve();
      }
      if (i % 1000 === 0) await journal.synced();
    }
    await Promise.all(waits);
    await journal.close();
    const { journal: again, state } = open();
    expect([...state.values()].map(Number).sort((a, b) => a - b)).toEqual([
      11993, 11994, 11995, 11996, 11997, 11998, 11999,
    ]);
    await again.close();
  });

  it('leaves out a line that is whole but not of its shape', async () => {
    const loose = openJournal({
      file: path.join(folder.dir, 'test.journal'),
      schema: z.unknown(),
      apply: () => undefined,
      snapshot: () => [],
    });
    for (const line of [{ key: 1 }, { key: 'a', value: 'b' }]) loose.append(line);
    await loose.close();
    const { journal, state } = open();
    expect([...state]).toEqual([['a', 'b']]);
    expect(journal.damagedLines).toBe(1);
    await journal.close();
  });
});
