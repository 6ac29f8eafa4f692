import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { installSketch } from '../page/sketch.ts';

/** Put into a frame when the person reports a wrong field. */
export default defineUnlistedScript(() => {
  installSketch();
});
