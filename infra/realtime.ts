/** WebSockets: a ticket opens one, messages only flow to the client. */
import { environment, node, permissions } from './runtime.ts';
import { logRetention } from './stage.ts';

export const realtime = new sst.aws.ApiGatewayWebSocket('Realtime', { accessLog: { retention: logRetention } });

const handler = {
  ...node,
  handler: 'functions/live.handler',
  description: 'Opens and forgets WebSocket connections',
  memory: '512 MB' as const,
  timeout: '10 seconds' as const,
  environment: environment(),
  permissions: [permissions.table],
};

for (const route of ['$connect', '$disconnect', '$default']) realtime.route(route, handler);
