import { defineContentScript } from 'wxt/utils/define-content-script';
import { LOCAL_HOSTS, SITE_HOSTS } from '../hosts.ts';
import { watchPage } from '../page/detect.ts';

/** The only code that runs in a page unasked, and on declared hosts only. */
export default defineContentScript({
  matches: __STORE_BUILD__ ? [...SITE_HOSTS] : [...SITE_HOSTS, ...LOCAL_HOSTS],
  runAt: 'document_idle',
  main: watchPage,
});
