/** A queue, a dead-letter queue and a function for each task of `shared/tasks.ts`; nothing here knows a task by name. */
import { tasks } from '../shared/tasks.ts';

/** AWS's advice for SQS and Lambda: six times the function's timeout. */
const VISIBILITY_FACTOR = 6;

/** `resume.read` → `ResumeRead`. */
export const componentName = (id: string): string =>
  id
    .split(/[.-]/)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');

export const queues = Object.fromEntries(
  tasks.map((task) => {
    const name = componentName(task.id);
    const dead = new sst.aws.Queue(`${name}Dead`, {
      transform: {
        queue: (args) => {
          args.messageRetentionSeconds = 14 * 24 * 60 * 60;
          args.sqsManagedSseEnabled = true;
        },
      },
    });
    const queue = new sst.aws.Queue(name, {
      visibilityTimeout: `${task.timeout * VISIBILITY_FACTOR} seconds`,
      dlq: { queue: dead.arn, retry: task.retries },
      transform: {
        queue: (args) => {
          args.sqsManagedSseEnabled = true;
        },
      },
    });
    return [task.id, { task, queue, dead }];
  }),
);
