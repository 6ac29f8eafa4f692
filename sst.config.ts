/// <reference path="./.sst/platform/config.d.ts" />
export default $config({
  app(input) {
    const production = input?.stage === 'production';
    return {
      name: 'foothold',
      home: 'aws',
      removal: production ? 'retain' : 'remove',
      protect: production,
      providers: { aws: { defaultTags: { tags: { app: 'foothold', stage: input?.stage ?? 'dev' } } } },
    };
  },
  async run() {
    await import('./infra/storage.ts');
    await import('./infra/queues.ts');
    await import('./infra/schedules.ts');
    const { realtime } = await import('./infra/realtime.ts');
    const { api } = await import('./infra/api.ts');
    await import('./infra/monitoring.ts');
    return { api: api.url, realtime: realtime.url };
  },
});
