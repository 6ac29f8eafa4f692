/** One function per queue, with partial batch responses; named after its task, `resume.read` → `functions/resume-read`. */
import { componentName, queues } from './queues.ts';
import { realtime } from './realtime.ts';
import { environment, node, permissions, pushLive, sendTasks } from './runtime.ts';

/** Executions of one task at a time, so that an import cannot starve the API of the account's concurrency. */
const MAX_CONCURRENCY = 20;

export const consumers = Object.values(queues).map(({ task, queue }) => {
  const file = task.id.replaceAll('.', '-');
  return queue.subscribe(
    {
      ...node,
      handler: `functions/${file}.handler`,
      description: `Does the task ${task.id}`,
      memory: `${task.memory} MB`,
      timeout: `${task.timeout} seconds`,
      environment: environment({ LIVE_ENDPOINT: realtime.managementEndpoint, RESUME_WORKER: './resume.worker.mjs' }),
      permissions: [
        permissions.table,
        permissions.files,
        permissions.listFiles,
        permissions.mail,
        sendTasks(),
        pushLive(realtime),
      ],
      copyFiles: [{ from: `dist/functions/${file}/resume.worker.mjs`, to: 'resume.worker.mjs' }],
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
