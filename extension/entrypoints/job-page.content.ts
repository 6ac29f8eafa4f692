import { defineContentScript } from 'wxt/utils/define-content-script';
import { watchPage } from '../page/detect.ts';

/** The only code that runs in a page unasked, and on declared hosts only. */
export default defineContentScript({
  matches: [...__DECLARED_HOSTS__],
  runAt: 'document_idle',
  main: watchPage,
});
