/** Our page-side code as one script, put into test pages the way an extension would. */
import { build } from 'esbuild';

/** Bundles `entry` (absolute path) as an IIFE whose exports stand under `globalThis.<name>`. */
export async function bundleForPage(entry: string, name: string): Promise<string> {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: name,
    target: 'chrome120',
    minify: false,
    logLevel: 'silent',
    footer: { js: `globalThis.${name} = ${name};` },
  });
  const [file] = result.outputFiles;
  if (!file) throw new Error(`Nothing was built from ${entry}`);
  return file.text;
}
