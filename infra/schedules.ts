/** What happens by itself. */
import './consumers.ts';
import { environment, node, permissions, sendTasks } from './runtime.ts';

export const tick = new sst.aws.CronV2('Tick', {
  schedule: 'rate(1 minute)',
  function: {
    ...node,
    handler: 'functions/tick.handler',
    description: 'Sends what a crash left in the outbox, and starts periodic work',
    memory: '512 MB',
    timeout: '50 seconds',
    environment: environment(),
    permissions: [permissions.table, sendTasks()],
  },
});
