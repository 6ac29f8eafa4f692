/** Set with `sst secret set NAME value --stage S`. */
export const secrets = {
  /** Signs access tokens; at least 32 bytes. */
  jwt: new sst.Secret('JwtSecret'),
  /** Seals contact data; at least 32 bytes. Losing it loses the data. */
  data: new sst.Secret('DataSecret'),
  /** Empty: every feature works by its deterministic engine. */
  openai: new sst.Secret('OpenAiKey', ''),
  /** Keys of sources of postings; a source whose keys are empty is not asked. */
  sources: {
    ADZUNA_APP_ID: new sst.Secret('AdzunaAppId', ''),
    ADZUNA_APP_KEY: new sst.Secret('AdzunaAppKey', ''),
    USAJOBS_EMAIL: new sst.Secret('UsaJobsEmail', ''),
    USAJOBS_KEY: new sst.Secret('UsaJobsKey', ''),
    REED_KEY: new sst.Secret('ReedKey', ''),
    JOOBLE_KEY: new sst.Secret('JoobleKey', ''),
    THEMUSE_KEY: new sst.Secret('TheMuseKey', ''),
  },
};
