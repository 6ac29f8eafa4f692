/** Set with `sst secret set NAME value --stage S`. */
export const secrets = {
  /** Signs access tokens; at least 32 bytes. */
  jwt: new sst.Secret('JwtSecret'),
  /** Seals contact data; at least 32 bytes. Losing it loses the data. */
  data: new sst.Secret('DataSecret'),
  /** Empty: every feature works by its deterministic engine. */
  openai: new sst.Secret('OpenAiKey', ''),
};
