import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createDueHeap } from './due-heap.ts';

it('gives what is due, earliest first, and keeps the rest', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(50)), fc.nat(50), (times, now) => {
      const heap = createDueHeap<number>();
      for (const time of times) heap.push(time, time);
      const due: number[] = [];
      for (let next = heap.popDue(now); next !== undefined; next = heap.popDue(now)) due.push(next);
      const expected = times.filter((time) => time <= now).sort((a, b) => a - b);
      const rest = times.filter((time) => time > now);
      expect(due).toEqual(expected);
      expect(heap.next()).toBe(rest.length === 0 ? undefined : Math.min(...rest));
    }),
  );
});
