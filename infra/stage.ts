/** What depends on the stage. */
export const production = $app.stage === 'production';

/** Days logs are kept: they hold no personal data, and still are not kept longer than they help. */
export const logRetention = production ? '3 months' : '2 weeks';

/** The portal's and API's address; needs a hosted zone in the account. Absent: API Gateway's own address. */
export const domain = process.env.FOOTHOLD_DOMAIN;

/** Where alarms and budget warnings go. */
export const operatorEmail = process.env.FOOTHOLD_OPERATOR_EMAIL;

/** US dollars a month. */
export const monthlyBudget = production ? '200' : '20';
