/**
 * What a task's function needs beyond the table and sending tasks; one that is not named gets no more. What a bundle
 * loads at run time stands here too, so that the check can load each with exactly that beside it.
 */
export type Needs = {
  /** Reads and writes files of people. */
  readonly files?: true;
  /** Pushes to open WebSockets, or closes them. */
  readonly live?: true;
  /** Sends mail. */
  readonly mail?: true;
  /** Packages that cannot be bundled: native, or loading files of their own. */
  readonly packages?: readonly string[];
  /** Files and folders of the project that lie at the same place beside the bundle. */
  readonly beside?: readonly string[];
  /** The worker that reads files lies beside the bundle. */
  readonly resumeWorker?: true;
};

/** Passwords are hashed by a native module, and every function holds the whole core. */
export const packagesOfAll: readonly string[] = ['@node-rs/argon2'];

const fonts = 'node_modules/@expo-google-fonts/noto-sans';

export const needs: Readonly<Record<string, Needs>> = {
  'resume.read': { files: true, live: true, resumeWorker: true },
  'resume.ocr': {
    files: true,
    live: true,
    resumeWorker: true,
    packages: ['tesseract.js-core', '@tesseract.js-data/eng', '@tesseract.js-data/osd'],
  },
  'job.ingest': { files: true },
  'job.questions': { files: true },
  'match.score': { files: true, live: true },
  'match.spread': { files: true },
  'search.alert': { files: true, live: true },
  'search.spread': { files: true },
  'document.generate': {
    files: true,
    beside: [
      `${fonts}/400Regular/NotoSans_400Regular.ttf`,
      `${fonts}/600SemiBold/NotoSans_600SemiBold.ttf`,
      `${fonts}/LICENSE_FONT`,
    ],
  },
  'notification.deliver': { mail: true },
  'privacy.erase': { files: true, live: true },
  'privacy.sweep': { live: true },
};
