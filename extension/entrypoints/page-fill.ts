import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { installPageTools } from '../page/install.ts';

/** Put into the frames of a tab when the person asks for it; a second time changes nothing. */
export default defineUnlistedScript(() => {
  installPageTools();
});
