/** Sites whose terms forbid tools that read, change or automate their pages; we do none of it there. */
const REFUSED = /(?:^|\.)(?:linkedin\.com|indeed\.[a-z]{2,3}(?:\.[a-z]{2})?|lnkd\.in)$/i;

/** Whether nothing may be injected, read, filled or asked for on this address. */
export const isRefusedHost = (url: string): boolean => URL.canParse(url) && REFUSED.test(new URL(url).hostname);
