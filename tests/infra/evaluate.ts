/**
 * Evaluates `sst.config.ts` without an account: SST's own components run against Pulumi's mock engine, and every resource
 * they would create is recorded. The platform folder is what `sst install` unpacks.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

export type CloudResource = {
  readonly type: string;
  readonly name: string;
  readonly inputs: Readonly<Record<string, unknown>>;
};

const ACCOUNT = '123456789012';
const REGION = 'eu-west-1';
/** Half seconds without a new resource. */
const QUIET_LOOKS = 12;

/** All resources of the stack, in the order they were declared. Rejects when the configuration throws or never settles. */
export async function evaluate(root: string, stage: string): Promise<CloudResource[]> {
  const platform = join(root, '.sst/platform');
  const rpc = await answerSst(root);
  Object.assign(process.env, {
    SST_SERVER: rpc.url,
    AWS_REGION: REGION,
    PULUMI_NODEJS_STACK: stage,
    SST_SECRETS: JSON.stringify({ JwtSecret: 'x'.repeat(32), DataSecret: 'x'.repeat(32), OpenAiKey: '' }),
    SST_SECRET_JwtSecret: 'x'.repeat(32),
    SST_SECRET_DataSecret: 'x'.repeat(32),
    SST_SECRET_OpenAiKey: '',
  });
  const outfile = join(platform, 'evaluate.mjs');
  await build({
    stdin: { contents: program(root, platform, stage), resolveDir: platform, loader: 'ts' },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    // Ours is bundled, with the imports of package.json; Pulumi and the providers are loaded from the platform folder.
    packages: 'external',
    alias: { zod: join(root, 'node_modules/zod') },
    inject: [join(platform, 'src/shim/run.js')],
    logLevel: 'error',
    mainFields: ['module', 'main'],
    define: {
      $app: JSON.stringify({
        name: 'foothold',
        stage,
        removal: 'remove',
        providers: { aws: { region: REGION } },
        home: 'aws',
        protect: false,
      }),
      $dev: 'false',
      $cli: JSON.stringify({
        command: 'deploy',
        rpc: rpc.url,
        paths: { home: join(root, '.sst/home'), root, work: join(root, '.sst'), platform },
        state: { version: {} },
      }),
    },
    banner: {
      js: `import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url); const __filename = ${JSON.stringify(outfile)}, __dirname = ${JSON.stringify(platform)};`,
    },
  });
  const module = (await import(pathToFileURL(outfile).href)) as { resources: CloudResource[]; done: Promise<unknown> };
  await Promise.race([module.done, deadline(60_000)]);
  await settle(module.resources);
  rpc.close();
  return module.resources;
}

const program = (root: string, platform: string, stage: string): string => `
import * as pulumi from '@pulumi/pulumi';
import * as aws from '@pulumi/aws';
import * as sst from ${JSON.stringify(`${platform}/src/components/index.ts`)};
import { run } from ${JSON.stringify(`${platform}/src/auto/run.ts`)};
export const resources = [];
// What follows from a secret comes wrapped, marked by the one key of Pulumi's special values.
const plain = (value) => (value?.['4dabf18193072939515e22adb298388d'] === undefined ? value : value.value);
Object.assign(globalThis, { aws, sst });
await pulumi.runtime.setMocks({
  newResource(args) {
    resources.push({ type: args.type, name: args.name, inputs: Object.fromEntries(Object.entries(args.inputs).map(([name, value]) => [name, plain(value)])) });
    const name = args.inputs.name || args.inputs.bucket || args.name;
    const service = (args.type.split(':')[1] ?? '').split('/')[0];
    return { id: args.name + '-id', state: { ...args.inputs, name, bucket: args.inputs.bucket || args.name.toLowerCase(),
      arn: 'arn:aws:' + service + ':${REGION}:${ACCOUNT}:' + name, url: 'https://sqs.${REGION}.amazonaws.com/${ACCOUNT}/' + name,
      invokeArn: 'arn:invoke', apiEndpoint: 'https://x.execute-api.${REGION}.amazonaws.com',
      executionArn: 'arn:aws:execute-api:${REGION}:${ACCOUNT}:' + args.name } };
  },
  call(args) {
    if (args.token.endsWith('getRegion')) return { name: '${REGION}', region: '${REGION}', id: '${REGION}' };
    if (args.token.endsWith('getCallerIdentity')) return { accountId: '${ACCOUNT}' };
    if (args.token.endsWith('getPartition')) return { partition: 'aws' };
    if (args.token.includes('getPolicyDocument')) return { ...args.inputs, json: JSON.stringify(args.inputs) };
    return args.inputs;
  },
}, 'foothold', ${JSON.stringify(stage)}, false);
const config = (await import(${JSON.stringify(`${root}/sst.config.ts`)})).default;
export const done = pulumi.runtime.runInPulumiStack(() => run(config.run)).then(() => pulumi.runtime.waitForRPCs());
`;

/** The few questions SST's components ask its command line while they are evaluated. */
function answerSst(root: string): Promise<{ url: string; close(): void }> {
  const bundle = join(root, '.sst/evaluated');
  mkdirSync(bundle, { recursive: true });
  writeFileSync(join(bundle, 'index.mjs'), 'export const handler = () => {};\n');
  const answers: Record<string, unknown> = {
    'Provider.Aws.Bootstrap': {
      asset: 'sst-asset',
      state: 'sst-state',
      appsyncHttp: 'h',
      appsyncRealtime: 'r',
      assetEcrRegistryId: '1',
      assetEcrUrl: 'u',
    },
    'Provider.Aws.Appsync': { http: 'h', realtime: 'r' },
    'Runtime.AddTarget': true,
    'Runtime.Build': { out: bundle, handler: 'index.handler', errors: [], sourcemaps: [] },
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method } = JSON.parse(Buffer.concat(chunks).toString()) as { method: string };
      response.end(JSON.stringify({ id: 1, result: answers[method] ?? null }));
    });
  });
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      resolve({ url: `http://127.0.0.1:${port}`, close: () => server.close() });
    }),
  );
}

const deadline = (ms: number) =>
  new Promise((_, reject) =>
    setTimeout(() => reject(new Error('The configuration did not settle within a minute')), ms).unref(),
  );

/** Outputs of outputs declare resources late, and slower on a busy machine; the list is complete when it has stopped growing. */
async function settle(resources: readonly CloudResource[]): Promise<void> {
  for (let quiet = 0, known = -1; quiet < QUIET_LOOKS; ) {
    quiet = known === resources.length ? quiet + 1 : 0;
    known = resources.length;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}
