import { describe, expect, test } from 'vitest';
import { counted } from './stats.ts';

const counts = { questions: 11, filled: 8, yours: 2, failed: 1 };

describe('what fills on a site came to', () => {
  test('is summed up fill by fill', () => {
    const one = counted(undefined, { runId: 'a', counts, at: 1 });
    const two = counted(one, { runId: 'b', counts: { questions: 4, filled: 4, yours: 0, failed: 0 }, at: 2 });
    expect(two).toMatchObject({ fills: 2, questions: 15, filled: 12, yours: 2, failed: 1, lastAt: 2 });
  });

  test('counts a form of several steps once, as it stood last', () => {
    const first = counted(undefined, { runId: 'a', counts, at: 1 });
    const second = counted(first, { runId: 'a', counts: { questions: 20, filled: 15, yours: 3, failed: 1 }, at: 2 });
    expect(second).toMatchObject({ fills: 1, questions: 20, filled: 15, yours: 3, failed: 1 });
    const undone = counted(second, { runId: 'a', counts: { questions: 20, filled: 0, yours: 3, failed: 1 }, at: 3 });
    expect(undone).toMatchObject({ fills: 1, filled: 0 });
  });
});
