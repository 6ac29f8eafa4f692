/** The text people agree to at registration; its version is recorded with every consent. Raise it when the text changes. */

export const CONSENT_VERSION = '2026-11-01';
