/**
 * `npm run check:infra`: type-checks `sst.config.ts`, evaluates it without an account, lists what it would create and who
 * may do what, fails when it has drifted from `shared/tasks.ts`, and loads the function bundles on Lambda's own Node.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { buildFunctions, functionEntries } from '#infra/build/functions.ts';
import { buildPortal } from '#infra/build/portal.ts';
import { needs } from '#infra/needs.ts';
import { tasks } from '#shared/tasks.ts';
import { loadBundles } from './bundles.ts';
import { type CloudResource, evaluate } from './evaluate.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const SST = { SST_TELEMETRY_DISABLED: '1', SST_SKIP_DEPENDENCY_CHECK: '1', SST_NO_BUN: '1' };

const Policies = z.array(z.object({ policy: z.string() }));
const Policy = z.object({ statements: z.array(z.object({ actions: z.array(z.string()).default([]) })) });

const problems: string[] = [];
const expect = (holds: boolean, otherwise: string) => {
  if (!holds) problems.push(otherwise);
};
const say = (line: string) => process.stdout.write(`${line}\n`);

if (!existsSync(join(ROOT, '.sst/platform/node_modules/@pulumi/aws'))) {
  say('Unpacking SST (about a minute, once)');
  execFileSync(join(ROOT, 'node_modules/.bin/sst'), ['install', '--stage', 'check'], {
    cwd: ROOT,
    stdio: 'ignore',
    env: { ...process.env, ...SST },
  });
}

const types = spawnSync(join(ROOT, 'node_modules/.bin/tsc'), ['-p', 'infra/tsconfig.json', '--noEmit'], {
  cwd: ROOT,
  encoding: 'utf8',
});
expect(types.status === 0, `sst.config.ts does not type-check:\n${types.stdout}`);

const sizes = await buildFunctions();
await buildPortal();
const resources = await evaluate(ROOT, 'check');
list(resources);
checkQueues(resources);
checkStorage(resources);
checkFunctions(resources);

say('\nFunction bundles on Node 24');
for (const { name, kilobytes, importMs, problem } of await loadBundles(ROOT, sizes)) {
  expect(problem === undefined, `${name} does not load on Node 24: ${problem}`);
  say(`  ${name.padEnd(24)} ${String(kilobytes).padStart(6)} KiB   import ${importMs ?? '–'} ms`);
}

if (problems.length > 0) {
  for (const problem of problems) process.stderr.write(`✗ ${problem}\n`);
  process.stdout.write(`infra: 0 passed, ${problems.length} failed\n`);
  process.exit(1);
}
say('\nThe infrastructure matches shared/tasks.ts.');
process.exit(0);

function ofType(all: readonly CloudResource[], type: string): CloudResource[] {
  return all.filter((resource) => resource.type === type);
}

function list(all: readonly CloudResource[]): void {
  const counts = new Map<string, number>();
  for (const { type } of all) if (type.startsWith('aws:')) counts.set(type, (counts.get(type) ?? 0) + 1);
  say(`\nResources (${[...counts.values()].reduce((sum, count) => sum + count, 0)} of AWS)`);
  for (const [type, count] of [...counts].toSorted()) say(`  ${String(count).padStart(4)}  ${type}`);
  say('\nPermissions by function');
  for (const { name, actions } of permissionsOf(all)) {
    say(`  ${name}: ${actions.join(', ') || 'logs only'}`);
    expect(!actions.some((action) => action.includes('*')), `${name} may do more than is named`);
    const mayMail = actions.some((action) => action.startsWith('ses:'));
    expect(!mayMail || name.startsWith('NotificationDeliver'), `${name} may send mail`);
  }
  say('\nQueue → function');
  for (const { name } of ofType(all, 'aws:lambda/eventSourceMapping:EventSourceMapping')) say(`  ${name}`);
}

/** What the role of each function allows, by role. */
function permissionsOf(all: readonly CloudResource[]): { name: string; actions: string[] }[] {
  const roles = ofType(all, 'aws:iam/role:Role').filter(({ inputs }) => inputs.inlinePolicies !== undefined);
  return roles.map(({ name, inputs }) => {
    const statements = Policies.parse(inputs.inlinePolicies).flatMap(
      ({ policy }) => Policy.parse(JSON.parse(policy)).statements,
    );
    return { name, actions: [...new Set(statements.flatMap(({ actions }) => actions))].toSorted() };
  });
}

function checkQueues(all: readonly CloudResource[]): void {
  const queues = ofType(all, 'aws:sqs/queue:Queue');
  const mappings = ofType(all, 'aws:lambda/eventSourceMapping:EventSourceMapping');
  const alarms = ofType(all, 'aws:cloudwatch/metricAlarm:MetricAlarm');
  expect(
    queues.length === tasks.length * 2,
    `${tasks.length} tasks want ${tasks.length * 2} queues with their dead-letter queues, there are ${queues.length}`,
  );
  expect(
    mappings.length === tasks.length,
    `${tasks.length} tasks want as many subscriptions, there are ${mappings.length}`,
  );
  expect(alarms.length >= tasks.length * 2, 'Every queue wants an alarm for age and one for its dead-letter queue');
  for (const { name, inputs } of mappings)
    expect(
      JSON.stringify(inputs.functionResponseTypes) === '["ReportBatchItemFailures"]',
      `${name} does not report partial batches`,
    );
  for (const id of Object.keys(needs))
    expect(
      tasks.some((task) => task.id === id),
      `infra/needs.ts names ${id}, which is no task`,
    );
  for (const task of tasks) {
    const queue = queues.find(
      ({ inputs }) =>
        inputs.visibilityTimeoutSeconds === task.timeout * 6 &&
        String(inputs.redrivePolicy).includes(`"maxReceiveCount":${task.retries}`),
    );
    expect(queue !== undefined, `No queue has ${task.id}'s visibility timeout and retries`);
    expect(functionEntries()[task.id.replaceAll('.', '-')] !== undefined, `The task ${task.id} has no function`);
  }
}

function checkStorage(all: readonly CloudResource[]): void {
  const [table] = ofType(all, 'aws:dynamodb/table:Table');
  expect(
    JSON.stringify(table?.inputs.pointInTimeRecovery) === '{"enabled":true}',
    'The table has no point-in-time recovery',
  );
  expect(
    JSON.stringify(table?.inputs.serverSideEncryption) === '{"enabled":true}',
    'The table is not encrypted with a key of the account',
  );
  const blocks = all.filter(({ type }) => type.includes('bucketPublicAccessBlock'));
  const buckets = all.filter(({ type }) => /s3\/bucket(V2)?:/.test(type));
  expect(buckets.length > 0 && blocks.length >= buckets.length, 'A bucket does not block public access');
  expect(ofType(all, 'aws:budgets/budget:Budget').length === 1, 'There is no budget');
}

function checkFunctions(all: readonly CloudResource[]): void {
  const reading = permissionsOf(all).filter(({ actions }) => actions.includes('dynamodb:GetItem')).length;
  expect(reading >= tasks.length + 2, 'Some functions may not even read the table');
  const functions = ofType(all, 'aws:lambda/function:Function').filter(
    ({ inputs }) => String(inputs.description ?? '').length > 0,
  );
  for (const { name, inputs } of functions)
    if (inputs.runtime !== undefined) expect(inputs.runtime === 'nodejs24.x', `${name} runs on ${inputs.runtime}`);
  const logs = ofType(all, 'aws:cloudwatch/logGroup:LogGroup');
  for (const { name, inputs } of logs) expect(Number(inputs.retentionInDays) > 0, `${name} keeps its logs for ever`);
}
