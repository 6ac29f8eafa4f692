/**
 * How the extension is built. Two shapes from one source: local (fixed id, may talk to this machine) and store
 * (neither), chosen by wxt's mode: `store`, or anything else for local.
 */
import preact from '@preact/preset-vite';
import tailwind from '@tailwindcss/vite';
import { defineConfig } from 'wxt';
import packageJson from '../package.json' with { type: 'json' };
import { LOCAL_HOSTS, siteHosts } from './hosts.ts';
import { MANIFEST_KEY } from './identity.ts';
import { SITES } from './sites/registry.ts';

const isStore = ({ mode }: { mode: string }): boolean => mode === 'store';
const hostsOf = (env: { mode: string }): string[] => [...siteHosts(SITES), ...(isStore(env) ? [] : LOCAL_HOSTS)];

/** Server-side layers that must never reach a browser bundle (DESIGN, rule 3). */
const SERVER_ONLY =
  /\/shared\/platform\/|\.(store|service|extract|source|render|worker)\.tsx?$|\/(api|functions|infra)\//;

export default defineConfig({
  imports: false,
  publicDir: 'public',
  manifestVersion: 3,
  manifest: (env) => ({
    name: 'Foothold',
    short_name: 'Foothold',
    version: packageJson.version,
    description: 'Fills job applications from your own profile, with documents made for the posting. You send them.',
    minimum_chrome_version: '123',
    ...(isStore(env) ? {} : { key: MANIFEST_KEY }),
    permissions: ['activeTab', 'scripting', 'storage', 'alarms', 'identity', 'contextMenus', 'sidePanel'],
    // Asked for at a click in the options, by who wants to be told of new jobs.
    optional_permissions: ['notifications'],
    host_permissions: hostsOf(env),
    // Asked for one host at a time, at a click, where a form stands on a site we do not know.
    optional_host_permissions: ['https://*/*'],
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+A' } },
      'fill-form': { suggested_key: { default: 'Alt+Shift+F' }, description: 'Fill the form on this page' },
    },
    icons: { 16: 'icon/16.png', 32: 'icon/32.png', 48: 'icon/48.png', 128: 'icon/128.png' },
    action: { default_title: 'Foothold' },
    content_security_policy: {
      extension_pages:
        "script-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'",
    },
  }),
  vite: (env) => ({
    plugins: [
      preact(),
      tailwind(),
      {
        name: 'foothold:no-server-code',
        enforce: 'pre' as const,
        load(id: string) {
          const file = id.split('?')[0] ?? id;
          if (!file.includes('/node_modules/') && SERVER_ONLY.test(file))
            throw new Error(`The extension must not bundle server code: ${file}`);
          return null;
        },
      },
    ],
    define: { __STORE_BUILD__: JSON.stringify(isStore(env)), __DECLARED_HOSTS__: JSON.stringify(hostsOf(env)) },
    build: { target: 'chrome123', sourcemap: false },
  }),
});
