/** Which other pages a person sees inside this one. Only addresses and sizes are read: what is inside is another site's. */

/** Smaller frames are players, badges and captchas. */
const SMALLEST = { width: 280, height: 280 };

/** Addresses of frames of other origins that are in sight and large enough to hold a form, in page order. */
export function embeddedPages(document: Document): string[] {
  return [...document.querySelectorAll('iframe')].flatMap((frame) => {
    if (!URL.canParse(frame.src) || !frame.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      return [];
    const { protocol, origin, href } = new URL(frame.src);
    const { width, height } = frame.getBoundingClientRect();
    const isOther = /^https?:$/.test(protocol) && origin !== self.origin;
    return isOther && width >= SMALLEST.width && height >= SMALLEST.height ? [href] : [];
  });
}
