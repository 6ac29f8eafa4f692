/** The HTTP API and, on the same origin, the portal. */
import { realtime } from './realtime.ts';
import { environment, node, permissions, pushLive, sendTasks } from './runtime.ts';
import { domain, logRetention } from './stage.ts';

export const api = new sst.aws.ApiGatewayV2('Api', {
  // The app answers CORS itself, and only to our extension.
  cors: false,
  accessLog: { retention: logRetention },
  ...(domain !== undefined && { domain }),
});

api.route('$default', {
  ...node,
  handler: 'api/lambda.handler',
  description: 'HTTP API and portal',
  memory: '1024 MB',
  timeout: '29 seconds',
  environment: environment({
    LIVE_ENDPOINT: realtime.managementEndpoint,
    LIVE_URL: realtime.url,
    ...(domain === undefined && { PUBLIC_URL: api.url }),
  }),
  permissions: [permissions.table, permissions.files, permissions.listFiles, sendTasks(), pushLive(realtime)],
  copyFiles: [{ from: 'dist/portal', to: 'portal' }],
});
