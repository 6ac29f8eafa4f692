/** What the built extension may do, in both builds, and that the store is told why. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { buildExtension } from '#infra/build/extension.ts';

const absent = z.never().optional();
/** Strict: a key nobody thought of is a failure. */
const Manifest = z.strictObject({
  manifest_version: z.literal(3),
  name: z.string(),
  short_name: z.string(),
  version: z.string(),
  description: z.string().max(132),
  icons: z.record(z.string(), z.string()),
  minimum_chrome_version: z.string(),
  key: z.string().optional(),
  permissions: z.array(z.string()),
  optional_permissions: z.tuple([z.literal('notifications')]),
  host_permissions: z.array(z.string()),
  optional_host_permissions: z.array(z.string()),
  commands: z.record(z.string(), z.unknown()),
  action: z.strictObject({ default_title: z.string(), default_popup: z.literal('popup.html') }),
  content_security_policy: z.strictObject({ extension_pages: z.string() }),
  background: z.strictObject({ type: z.literal('module'), service_worker: z.literal('background.js') }),
  options_ui: z.strictObject({ open_in_tab: z.literal(true), page: z.literal('options.html') }),
  side_panel: z.strictObject({ default_path: z.literal('sidepanel.html') }),
  content_scripts: z.tuple([
    z.strictObject({
      matches: z.array(z.string()),
      js: z.tuple([z.literal('content-scripts/job-page.js')]),
      run_at: z.literal('document_idle'),
      all_frames: absent,
    }),
  ]),
  web_accessible_resources: absent,
  externally_connectable: absent,
});

const SITES =
  /^https:\/\/(\*\.)?([a-z-]+\.)*(greenhouse\.io|lever\.co|ashbyhq\.com|myworkdayjobs(-impl)?\.com|smartrecruiters\.com|successfactors\.(com|eu)|sapsf\.(com|eu|cn)|jobvite\.com|workable\.com|icims\.com|taleo\.net|bamboohr\.com|recruitee\.com|personio\.(com|de))\/\*$/;
const LOCAL = ['http://localhost/*', 'http://127.0.0.1/*'];
const PERMISSIONS = ['activeTab', 'alarms', 'contextMenus', 'identity', 'scripting', 'sidePanel', 'storage'];

describe.each([false, true])('the built extension (store: %s)', (store) => {
  let manifest: z.infer<typeof Manifest>;
  let folder: string;
  let files: string[];
  const textOf = (file: string) => readFile(path.join(folder, file), 'utf8');

  beforeAll(async () => {
    ({ folder } = await buildExtension({ store }));
    manifest = Manifest.parse(JSON.parse(await textOf('manifest.json')));
    files = (await readdir(folder, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
  }, 180_000);

  test('asks for the narrow permissions and nothing for later; other hosts one by one, when the person says so', () => {
    expect(manifest.permissions.toSorted()).toEqual(PERMISSIONS);
    expect(manifest.optional_host_permissions).toEqual(['https://*/*']);
    expect(Object.keys(manifest.commands).toSorted()).toEqual(['_execute_action', 'fill-form']);
  });

  test('declares application sites only; this machine only in local builds, with a fixed id', () => {
    const hosts = manifest.host_permissions.filter((host) => !LOCAL.includes(host));
    expect(hosts.filter((host) => !SITES.test(host))).toEqual([]);
    expect(manifest.host_permissions.filter((host) => LOCAL.includes(host))).toEqual(store ? [] : LOCAL);
    expect(manifest.key === undefined).toBe(store);
    expect(manifest.content_scripts[0].matches.toSorted()).toEqual(manifest.host_permissions.toSorted());
  });

  test('its pages run the scripts of the package and no other', async () => {
    expect(manifest.content_security_policy.extension_pages).toBe(
      "script-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'",
    );
    for (const page of files.filter((file) => file.endsWith('.html'))) {
      const scripts = [...(await textOf(page)).matchAll(/<script\b([^>]*)>([^<]*)</g)];
      expect(scripts.length, page).toBeGreaterThan(0);
      for (const [, attributes = '', body = ''] of scripts) {
        expect(body.trim(), page).toBe('');
        expect(attributes, page).toMatch(/src="\/(chunks|assets)\/[\w-]+\.js"/);
      }
    }
  });

  test('no code is fetched, evaluated or made from text, and what enters a page neither submits nor sends', async () => {
    const scripts = files.filter((file) => file.endsWith('.js'));
    expect(scripts).toContain('background.js');
    for (const file of scripts) {
      const code = await textOf(file);
      expect(code, file).not.toMatch(/\bnew Function\b|\beval\(|\bimportScripts\(|\bimport\(\s*[`"']https?:/);
      expect(code, file).not.toMatch(/createElement\([`"']script[`"']\)/);
    }
    for (const file of scripts.filter((name) => /^(page-|content-scripts)/.test(name)))
      expect(await textOf(file), file).not.toMatch(
        /\.submit\(|requestSubmit|\bfetch\(|XMLHttpRequest|sendBeacon|WebSocket|\.storage\.|document\.cookie|\.innerHTML\s*=|insertAdjacentHTML/,
      );
  });

  test('stays within the size promised: detector 10 KB, what looks and fills 120 KB', async () => {
    const sizeOf = async (file: string) => (await readFile(path.join(folder, file))).length;
    expect(await sizeOf('content-scripts/job-page.js')).toBeLessThanOrEqual(10 * 1000);
    expect(await sizeOf('page-fill.js')).toBeLessThanOrEqual(120 * 1000);
  });

  test('the store listing says what the manifest says, and gives a reason for every permission and no other', async () => {
    const listing = await readFile(path.join(import.meta.dirname, '../../extension/store/listing.md'), 'utf8');
    expect(/\*\*Title\*\*: (.*)/.exec(listing)?.[1]).toBe(manifest.name);
    expect(/\*\*Summary\*\*: (.*)/.exec(listing)?.[1]).toBe(manifest.description);
    const rows = [...listing.matchAll(/^\| `(\w+)` \| (.{20,}) \|$/gm)].map(([, name = '']) => name);
    expect(rows.toSorted()).toEqual(manifest.permissions.toSorted());
    for (const pattern of [...manifest.optional_host_permissions, ...manifest.optional_permissions])
      expect(listing).toContain(`optional: \`${pattern}\``);
  });
});
