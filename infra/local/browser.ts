/** The browser on this machine that can load an unpacked extension from its command line. */
import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';

const PLACES = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const BRANDED = [
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
/** From this version on Chrome, unlike Chromium, ignores `--load-extension`. */
const BRANDED_REFUSES_FROM = 137;

export type LocalBrowser = {
  readonly path: string;
  /** False for branded Chrome of today: there a person loads the extension by hand. */
  readonly loadsExtensions: boolean;
};

/** Chromium where there is one, else Chrome, else undefined. */
export function findBrowser(): LocalBrowser | undefined {
  const path = [...PLACES, ...BRANDED].find((place) => place !== undefined && isExecutable(place));
  return path === undefined ? undefined : { path, loadsExtensions: loadsExtensions(versionOf(path)) };
}

/** `version` is what the program says of itself, such as `Google Chrome 142.0.7444.59`. */
export function loadsExtensions(version: string): boolean {
  const major = /^Google Chrome(?! for Testing)\D*(\d+)/.exec(version)?.[1];
  return major === undefined || Number(major) < BRANDED_REFUSES_FROM;
}

function versionOf(path: string): string {
  try {
    return execFileSync(path, ['--version'], {
      encoding: 'utf8',
      timeout: 10_000,
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return '';
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
