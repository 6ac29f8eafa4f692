/** `npm run eval -- resumes|forms|match|skills|dedupe --corpus DIR [--out DIR]`: accuracy on a corpus; prints the score table. */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    corpus: { type: 'string' },
    out: { type: 'string' },
    misses: { type: 'boolean' },
    only: { type: 'string' },
    engine: { type: 'boolean' },
    kept: { type: 'boolean' },
  },
});
const name = positionals[0] ?? '';
const corpus = values.corpus ?? process.env.CORPUS;
const module = new URL(`./${name}.ts`, import.meta.url);

if (!/^[a-z-]+$/u.test(name) || name === 'eval' || !existsSync(module) || corpus === undefined) {
  process.stderr.write(
    'usage: npm run eval -- resumes|forms|match|skills|dedupe --corpus DIR [--out DIR] [--misses] [--only REGEXP] [--engine] [--kept]   (or CORPUS=DIR)\n',
  );
  process.exit(2);
}
if (!existsSync(corpus)) {
  process.stderr.write(`There is no directory ${corpus}.\n`);
  process.exit(2);
}

/** What every `./<name>.ts` here exports. */
export type Run = (options: {
  corpus: string;
  out?: string | undefined;
  misses?: boolean | undefined;
  /** A regular expression for the names of the files to measure. */
  only?: string | undefined;
  /** Forms: by the engine alone, without extension and server. */
  engine?: boolean | undefined;
  /** Forms: lists the misses of the kept forms too. */
  kept?: boolean | undefined;
}) => Promise<void>;

const { run } = (await import(module.href)) as { run: Run };
await run({ corpus, ...values });
