/** Rule 9 and 10: one without the other fails. */
import { describe, expect, it } from 'vitest';
import { routes } from '#api/routes/routes.ts';
import { functionEntries } from '#infra/build/functions.ts';
import { handlers } from '#infra/local/handlers.ts';
import { contract } from '#shared/contract.ts';
import type { Core } from '#shared/core.ts';
import { displayed } from '#shared/feed/display.data.ts';
import { sources as jobSources } from '#shared/feed/sources/registry.ts';
import { type EndpointDefinition, fullPath } from '#shared/kernel/endpoint.ts';
import { tasks } from '#shared/tasks.ts';
import { shipped, sources } from './source.ts';

const endpoints: EndpointDefinition[] = Object.values(contract).flatMap((concept) => Object.values(concept));
const name = (endpoint: EndpointDefinition) => `${endpoint.method} ${fullPath(endpoint)}`;

/** Stands in for a core where only the list of routes is asked: any property of it is again such a thing. */
const anyCore = (): Core =>
  new Proxy(
    { platform: { config: { publicUrl: 'http://localhost' } } },
    { get: (target, key) => Reflect.get(target, key) ?? {} },
  ) as unknown as Core;

describe('one without the other', () => {
  it('every endpoint has exactly one route, and every route an endpoint', () => {
    const routed = routes(anyCore()).map(({ endpoint }) => name(endpoint));
    expect(routed.toSorted()).toEqual(endpoints.map(name).toSorted());
    expect(new Set(routed).size).toBe(routed.length);
  });

  it('every task has a function of its name, and a handler in the local pump', () => {
    const functions = Object.keys(functionEntries());
    expect(tasks.filter(({ id }) => !functions.includes(id.replaceAll('.', '-'))).map(({ id }) => id)).toEqual([]);
    expect(Object.keys(handlers).toSorted()).toEqual(tasks.map(({ id }) => id as string).toSorted());
    const entrances = new Set(['api', 'tick', 'live']);
    expect(
      functions.filter((f) => !entrances.has(f) && !tasks.some(({ id }) => id.replaceAll('.', '-') === f)),
    ).toEqual([]);
  });

  it('every store of what is somebody’s can be exported and erased, and the core says so to privacy', () => {
    // A store that never names an owner holds what is everybody's: postings, and the index over them.
    const stores = shipped.filter(({ path, text }) => /\.store\.ts$/.test(path) && /\bowner\b|'USER'/.test(text));
    const core = sources.find(({ path }) => path === 'shared/core.ts')?.text ?? '';
    expect(stores.length).toBeGreaterThan(3);
    const silent = stores
      .filter(({ text }) => !/\bexportUser\b/.test(text) || !/\beraseUser\b/.test(text))
      .map(({ path }) => path);
    expect(silent).toEqual([]);
    expect(core).toMatch(/createPrivacy\(/);
  });

  it('every source of postings stands in the registry, has a test, and says how it wants to be shown', () => {
    const ids = shipped.flatMap(({ path }) => /^shared\/feed\/sources\/([a-z-]+)\.source\.ts$/.exec(path)?.[1] ?? []);
    expect(jobSources.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
    // Shapes of its own, not only what every source must withstand.
    const tested = sources
      .filter(({ path }) => /^shared\/feed\/sources\/(?!hostile|registry).*\.test\.ts$/.test(path))
      .flatMap(({ imports }) => imports);
    expect(ids.filter((id) => !tested.includes(`shared/feed/sources/${id}.source.ts`))).toEqual([]);
    expect(ids.filter((id) => !displayed.includes(id))).toEqual([]);
  });

  it('every error the contract names exists, with that code', () => {
    const defined = new Set(
      shipped.flatMap(({ text }) =>
        [
          ...text.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/defineErrors\(\s*'([a-z]*)',\s*\{([\s\S]*?)\n\}\)/g),
        ].flatMap(([, prefix, body]) =>
          [...(body ?? '').matchAll(/^\s{2}([a-z_]+):/gm)].map(([, code]) =>
            prefix === '' ? code : `${prefix}.${code}`,
          ),
        ),
      ),
    );
    const named = new Set(endpoints.flatMap((endpoint) => endpoint.errors ?? []));
    expect([...named].filter((code) => !defined.has(code))).toEqual([]);
  });

  it('nobody compares messages of errors', () => {
    const wrong = shipped
      .filter(({ path }) => !path.startsWith('infra/') && !path.startsWith('extension/wxt'))
      .filter(({ text }) => /\b(error|cause|e|err|thrown)\.message\s*(===|\.includes|\.startsWith|\.match)/.test(text))
      .map(({ path }) => path);
    expect(wrong).toEqual([]);
  });
});
