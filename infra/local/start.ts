/** `npm start`: the whole product on this machine. Prints what to do next once everything answers. */
import { relative } from 'node:path';
import { failedToStart, startProduct, stopOnSignals } from './product.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

try {
  const product = await startProduct();
  stopOnSignals(product);
  say('');
  say(`  1  Create an account       ${product.url}/register`);
  say(`  2  Drop in your resume     ${product.url}/profile`);
  say('  3  Load the extension      chrome://extensions → Developer mode → Load unpacked → dist/extension');
  say(`  4  Link it                 ${product.url}/link`);
  say(`  5  Try it on a form        ${product.url}/demo/`);
  say('');
  const mail = product.platform.config.devPages ? 'Mail lands in /dev/mailbox, data' : 'Data lands';
  say('  npm run demo opens Chromium with the extension loaded and linked.');
  say(`  ${mail} in ${relative(process.cwd(), product.dataDir) || product.dataDir}.`);
  say('');
  say(`Foothold ready on ${product.url}`);
} catch (error) {
  failedToStart(error);
}
