/** What a cold start costs: size of each function's bundle, and the time its import takes beside that of an empty module. */
import { spawnSync } from 'node:child_process';
import { buildFunctions } from '#infra/build/functions.ts';
import { loadBundles } from '../infra/bundles.ts';
import { median, type Row } from './row.ts';

const ROUNDS = 3;

export async function measureFunctions(root: string): Promise<Row[]> {
  const sizes = await buildFunctions();
  const empty: number[] = [];
  const imports = new Map<string, number[]>();
  for (let round = 0; round < ROUNDS; round++) {
    const started = performance.now();
    spawnSync(process.execPath, ['-e', '0']);
    empty.push(performance.now() - started);
    for (const { name, importMs } of await loadBundles(root, sizes, { node: process.execPath, probe: false }))
      imports.set(name, [...(imports.get(name) ?? []), importMs ?? 0]);
  }
  const baseline = { name: 'starting Node', figure: median(empty) };
  return [...imports].flatMap(([name, times]): Row[] => [
    { measure: `${name}: bundle`, figure: (sizes[name] ?? 0) / 1024, unit: 'KB' },
    { measure: `${name}: import`, figure: median(times), unit: 'ms', baseline },
  ]);
}
