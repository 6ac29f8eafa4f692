/** `reading-memory.ts read|text FILE…`: reads the files three times over and prints the most memory resident, in MB. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { extractDocxText, extractPdfText } from '#tests/support/plain-text.ts';

const [what, ...paths] = process.argv.slice(2);
const read = what === 'read' ? (await import('#shared/resume/resume.extract.ts')).readResume : undefined;
for (let round = 0; round < 3; round++)
  for (const path of paths) {
    const bytes = new Uint8Array(await readFile(path));
    if (read !== undefined) await read({ bytes, fileName: basename(path) });
    else if (path.endsWith('.pdf')) await extractPdfText(bytes);
    else extractDocxText(bytes);
  }
process.stdout.write(String(Math.round(process.resourceUsage().maxRSS / 1024)));
