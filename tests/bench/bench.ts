/**
 * `npm run bench [-- PART…]`: how fast the product is, each figure beside a baseline of the same run. Nothing here is a
 * test: bars are printed, and who reads them judges the machine as well. Parts: start, functions,
 * api, throughput (the first figure of api, only when asked for), extension, jobs, match, reading.
 */
import { fileURLToPath } from 'node:url';
import { measureApi, measureThroughput } from './api.ts';
import { measureExtension } from './extension.ts';
import { measureFunctions } from './functions.ts';
import { measureJobs } from './jobs.ts';
import { measureMatch } from './match.ts';
import { measureReading } from './reading.ts';
import { holds, lineOf, type Row } from './row.ts';
import { measureStart } from './start.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const parts: Readonly<Record<string, () => Promise<Row[]>>> = {
  start: () => measureStart(ROOT),
  functions: () => measureFunctions(ROOT),
  api: measureApi,
  throughput: measureThroughput,
  extension: () => measureExtension(ROOT),
  jobs: measureJobs,
  match: () => measureMatch(),
  reading: () => measureReading(ROOT),
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => parts[name] === undefined);
if (unknown.length > 0) {
  process.stderr.write(`There is no part ${unknown.join(', ')}. Parts: ${Object.keys(parts).join(', ')}\n`);
  process.exit(2);
}

const rows: Row[] = [];
for (const [name, measure] of Object.entries(parts)) {
  if (asked.length > 0 ? !asked.includes(name) : name === 'throughput') continue;
  process.stdout.write(`\n— ${name}\n`);
  for (const row of await measure()) {
    rows.push(row);
    process.stdout.write(`${lineOf(row)}\n`);
  }
}
const judged = rows.flatMap((row) => holds(row) ?? []);
process.stdout.write(`\n${judged.filter(Boolean).length} of ${judged.length} bars held\n`);
process.exit(0);
