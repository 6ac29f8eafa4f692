/**
 * Who the extension is. Chrome derives the id of an unpacked extension from the public key in its manifest, so the id,
 * and with it the OAuth redirect address, is the same on every machine. The private half was thrown away: it would
 * only be needed to pack a .crx outside the store. The id is checked against the key in `identity.test.ts`.
 */

/** Base64 SPKI of an RSA public key; the manifest's `key` in local builds. */
export const MANIFEST_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA1pS7r38iqDImO4TsPxv2tRGIpgQcRZ8HRSuMsEJu13jgjdISkhPwGngKtKkHzX8lNQWl92oa+TanvWrV95v5H/rkzlOIf/6M4j05G0p5nm0JEv385RcXevi+9lMuB2N5TJQthPLin+yakW4G3yi5Jlc+6m6NbvMIoACLfFSWeJAirR6asF9Tkeo/rEOrnyLs47gfh07EVsA/F1/Goew/uYLhhdcqR0VieMngQrjAD3DdG5L1NUNa1xdgLAc84z2NOIQUFKS9pCjMaVJ4f3pZA7Ywf5Sf8kFqlVJ4RNfU1v4IavhQLEi709Q6357W1DsriBPLY8fqnE8heuoBmH0m1QIDAQAB';

export const EXTENSION_ID = 'caijfmpklfoiolnhbebefckppnaepkjn';

/** The origin of the extension's own pages, as CORS and `sender.origin` have it. */
export const EXTENSION_ORIGIN = `chrome-extension://${EXTENSION_ID}`;

export const OAUTH_CLIENT_ID = 'foothold-extension';
