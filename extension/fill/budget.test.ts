import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';

const bundle = async (contents: string): Promise<{ bytes: number; inputs: string[] }> => {
  const result = await build({
    stdin: { contents, resolveDir: import.meta.dirname, loader: 'ts' },
    bundle: true,
    write: false,
    minify: true,
    charset: 'utf8',
    metafile: true,
    format: 'iife',
    target: 'chrome120',
  });
  return { bytes: result.outputFiles[0]?.contents.length ?? 0, inputs: Object.keys(result.metafile.inputs) };
};

describe('what runs in a page', () => {
  it('everything put into a page to look and fill brings no library and stays within the budget, which the built file is held to exactly', async () => {
    const { bytes, inputs } = await bundle(`export { installPageTools } from '../page/install.ts';`);
    expect(bytes).toBeLessThan(121 * 1000);
    expect(inputs.filter((input) => input.includes('node_modules'))).toEqual([]);
  });

  it('recognising a site and reading its posting stay within 30 KB', async () => {
    const { bytes, inputs } = await bundle(`export { readPosting, siteFor } from '../sites/registry.ts';`);
    expect(bytes).toBeLessThan(30 * 1024);
    expect(inputs.filter((input) => input.includes('node_modules'))).toEqual([]);
  });

  it('nothing in it submits a form, evaluates text or asks the network', () => {
    const { inputs } = {
      inputs: [
        'run-plan.ts',
        'write-value.ts',
        'pick-option.ts',
        'attach-file.ts',
        'undo.ts',
        'collect-fields.ts',
        'events.ts',
      ],
    };
    for (const file of inputs) {
      const source = readFileSync(join(import.meta.dirname, file), 'utf8');
      expect(source, file).not.toMatch(
        /\.submit\(|requestSubmit|\beval\(|new Function|fetch\(|XMLHttpRequest|postMessage/,
      );
    }
  });
});
