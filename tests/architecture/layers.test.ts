/** Rules 1–8, 11 and 12 of the design, each as a test. A rule without a check is a wish. */
import { describe, expect, it } from 'vitest';
import { conceptOf, files, shipped, sources, suffixOf } from './source.ts';

const SUFFIXES = new Set(
  'schema errors contract tasks rules prompt index data view store service extract source render notification site worker'.split(
    ' ',
  ),
);
/** Folders of `shared` that are not concepts and have a vocabulary of their own. */
const FREE = new Set(['kernel', 'platform', 'ui']);
const PURE = new Set(['rules', 'schema', 'prompt', 'index', 'data', 'errors', 'contract', 'tasks']);
const SERVER_ONLY = new Set(['store', 'service', 'extract', 'source', 'render', 'worker']);

const isOurs = (path: string) => /^(shared|api|functions|extension|infra|tests)\//.test(path);
const broken = (rule: (file: (typeof shipped)[number], imported: string) => boolean, among = shipped): string[] =>
  among.flatMap((file) =>
    file.imports.filter((imported) => rule(file, imported)).map((imported) => `${file.path} → ${imported}`),
  );

describe('the architecture', () => {
  it('1: a file in a concept carries a suffix of the vocabulary', () => {
    const wrong = sources
      .map(({ path }) => path)
      .filter((path) => conceptOf(path) !== undefined && !FREE.has(conceptOf(path) ?? ''))
      .filter((path) => !SUFFIXES.has(suffixOf(path) ?? '') && !/\/registry(\.test)?\.ts$/.test(path));
    expect(wrong).toEqual([]);
  });

  it('1: nothing of ours stands at the top beside the folders that were agreed', () => {
    const top = new Set(files.map((path) => path.split('/')[0] ?? ''));
    const folders = new Set(files.filter((path) => path.includes('/')).map((path) => path.split('/')[0] ?? ''));
    const allowed = new Set(['.ci', '.github', 'api', 'extension', 'functions', 'infra', 'shared', 'tests']);
    expect([...folders].filter((folder) => !allowed.has(folder))).toEqual([]);
    expect(top.has('README.md')).toBe(true);
  });

  it('2: the kernel imports nothing of ours, and pure files only kernel and pure files', () => {
    expect(
      broken(({ path }, to) => path.startsWith('shared/kernel/') && isOurs(to) && !to.startsWith('shared/kernel/')),
    ).toEqual([]);
    const pure = shipped.filter(
      ({ path }) => conceptOf(path) && !FREE.has(conceptOf(path) ?? '') && PURE.has(suffixOf(path) ?? ''),
    );
    expect(
      broken((_, to) => isOurs(to) && !to.startsWith('shared/kernel/') && !PURE.has(suffixOf(to) ?? ''), pure),
    ).toEqual([]);
  });

  it('2: pure files know no clock, no randomness and no I/O', () => {
    const impure =
      /\b(Date\.now|new Date\(\)|Math\.random|randomUUID|getRandomValues|fetch\(|process\.|setTimeout|setInterval|localStorage|indexedDB)\b|from 'node:(fs|http|net|child_process|worker_threads|timers)/;
    const wrong = shipped
      .filter(({ path }) => ['rules', 'schema', 'prompt', 'index', 'data'].includes(suffixOf(path) ?? ''))
      .filter(({ text }) => impure.test(withoutComments(text)))
      .map(({ path }) => path);
    expect(wrong).toEqual([]);
  });

  it('3: extension, portal and views never reach the server side', () => {
    const clientSide = ({ path }: { path: string }) =>
      path.startsWith('extension/') ||
      (path.startsWith('api/portal/') && !path.endsWith('serve.ts')) ||
      suffixOf(path) === 'view';
    expect(
      broken(
        (file, to) =>
          clientSide(file) && isOurs(to) && (SERVER_ONLY.has(suffixOf(to) ?? '') || to.startsWith('shared/platform/')),
      ),
    ).toEqual([]);
  });

  it('4: routes and functions import contracts, tasks and the core, and decide nothing', () => {
    const thin = shipped.filter(({ path }) => path.startsWith('api/routes/') || path.startsWith('functions/'));
    expect(
      broken(
        (_, to) =>
          ['store', 'extract', 'source', 'render', 'rules'].includes(suffixOf(to) ?? '') && to.startsWith('shared/'),
        thin,
      ),
    ).toEqual([]);
  });

  it('5: between concepts only schemas, rules, errors and data travel', () => {
    const between = (file: (typeof shipped)[number], to: string) => {
      const [from, target] = [conceptOf(file.path), conceptOf(to)];
      if (from === undefined || target === undefined || from === target || FREE.has(from) || FREE.has(target))
        return false;
      if (suffixOf(file.path) === 'view')
        return !['schema', 'rules', 'errors', 'data', 'contract', 'view'].includes(suffixOf(to) ?? '');
      // Types of another's service describe the argument that core.ts hands in.
      const typeOnly = new RegExp(`import type [^;]*${to.split('/').at(-1)?.replaceAll('.', '\\.')}`).test(file.text);
      return (
        !['schema', 'rules', 'errors', 'data', 'tasks', 'contract'].includes(suffixOf(to) ?? '') &&
        !(typeOnly && suffixOf(to) === 'service')
      );
    };
    expect(broken(between)).toEqual([]);
  });

  it('6: the AWS SDK, models and mail appear only in the platform, and the environment only in its config', () => {
    const clients = /^(@aws-sdk\/|openai$|nodemailer|@node-rs\/argon2|googleapis)/;
    expect(
      broken(({ path }, to) => clients.test(to) && !path.startsWith('shared/platform/') && !path.startsWith('infra/')),
    ).toEqual([]);
    const readsEnvironment = shipped
      .filter(
        ({ path }) => !path.startsWith('infra/') && path !== 'shared/platform/config.ts' && path !== 'sst.config.ts',
      )
      .filter(({ text }) => /\bprocess\.env\b|\bResource\.\w/.test(withoutComments(text)))
      .map(({ path }) => path);
    expect(readsEnvironment).toEqual([]);
  });

  it('7: no ambient actor', () => {
    expect(shipped.filter(({ text }) => text.includes('AsyncLocalStorage')).map(({ path }) => path)).toEqual([]);
  });

  it('8: what comes from outside is parsed, never cast', () => {
    const wrong = shipped
      .filter(({ path }) => /^(shared|api|functions|extension)\//.test(path) && !path.startsWith('shared/platform/'))
      .filter(({ text }) => /\bas any\b|@ts-ignore|@ts-nocheck/.test(withoutComments(text)))
      .map(({ path }) => path);
    expect(wrong).toEqual([]);
  });

  it('11: deployables do not import each other, infra only the tasks, and nobody the tests', () => {
    const deployable = (path: string) => /^(extension|api|functions)\//.exec(path)?.[1];
    expect(
      broken(({ path }, to) => {
        const [from, target] = [deployable(path), deployable(to)];
        return from !== undefined && target !== undefined && from !== target;
      }),
    ).toEqual([]);
    const cloud = shipped.filter(({ path }) => /^infra\/[a-z]+\.ts$/.test(path));
    expect(broken((_, to) => isOurs(to) && !to.startsWith('infra/') && to !== 'shared/tasks.ts', cloud)).toEqual([]);
    expect(broken((_, to) => to.startsWith('tests/'))).toEqual([]);
  });

  it('12: a file over 300 lines says why in its first comment', () => {
    const firstComment = (text: string) => /^(?:\/\*\*[\s\S]*?\*\/|(?:\/\/.*\n)+)/.exec(text.trimStart())?.[0] ?? '';
    const wrong = shipped
      .filter(({ text }) => text.trimEnd().split('\n').length > 300)
      .filter(({ text }) => !/\b300\s|\blong(er)?\b/i.test(firstComment(text).replace(/\n \*/g, '')))
      .map(({ path }) => path);
    expect(wrong).toEqual([]);
  });
});

const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
