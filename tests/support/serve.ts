/** A stack as a process of its own, to be killed: `node --import tsx tests/support/serve.ts DATA_DIR PORT`. */
import { startStack } from '#infra/local/stack.ts';

const [, , dataDir = '', port = '0'] = process.argv;
const stack = await startStack({
  dataDir,
  port: Number(port),
  env: { RATE_LIMIT: '100000', LOG_LEVEL: 'SILENT', ENABLE_SOURCES: 'none' },
});
process.stdout.write(`ready ${stack.port}\n`);
process.on('SIGTERM', () => void stack.close().then(() => process.exit(0)));
