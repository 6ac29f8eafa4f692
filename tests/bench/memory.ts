/** Memory as it is once what nobody holds is gone. */
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Bytes of heap and buffers; buffers are given back a turn after their owners, so it is asked three times. */
export async function memory(): Promise<number> {
  for (let round = 0; round < 3; round++) {
    collectGarbage();
    await sleep(100);
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
