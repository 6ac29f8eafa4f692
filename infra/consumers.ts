/** One function per queue, with partial batch responses; named after its task, `resume.read` → `functions/resume-read`. */
import { needs, packagesOfAll } from './needs.ts';
import { componentName, queues } from './queues.ts';
import { realtime } from './realtime.ts';
import { environment, node, permissions, pushLive, sendTasks } from './runtime.ts';

/** Executions of one task at a time, so that an import cannot starve the API of the account's concurrency. */
const MAX_CONCURRENCY = 20;

export const consumers = Object.values(queues).map(({ task, queue }) => {
  const file = task.id.replaceAll('.', '-');
  const { files, live, mail, packages = [], beside = [], resumeWorker } = needs[task.id] ?? {};
  return queue.subscribe(
    {
      ...node,
      nodejs: { ...node.nodejs, install: [...packagesOfAll, ...packages] },
      handler: `functions/${file}.handler`,
      description: `Does the task ${task.id}`,
      memory: `${task.memory} MB`,
      timeout: `${task.timeout} seconds`,
      environment: environment({ LIVE_ENDPOINT: realtime.managementEndpoint, RESUME_WORKER: './resume.worker.mjs' }),
      permissions: [
        permissions.table,
        sendTasks(),
        ...(files ? [permissions.files, permissions.listFiles] : []),
        ...(live ? [pushLive(realtime)] : []),
        ...(mail ? [permissions.mail] : []),
      ],
      copyFiles: [
        ...(resumeWorker ? [{ from: 'dist/functions/resume.worker.mjs', to: 'resume.worker.mjs' }] : []),
        ...beside.map((path) => ({ from: path, to: path })),
      ],
    },
    {
      batch: { size: task.batch, partialResponses: true },
      transform: {
        eventSourceMapping: (args) => {
          args.scalingConfig = { maximumConcurrency: MAX_CONCURRENCY };
        },
        function: { name: `${$app.name}-${$app.stage}-${componentName(task.id)}` },
      },
    },
  );
});
