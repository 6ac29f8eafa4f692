/** English verbs that open lines of resumes; they tell `Titrate drips …` (a deed) from `Triage of patients` (a noun). */
const list = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Present tense, without `-s`. Words that are as often nouns there (`support`, `design`, `care`) are left to what follows them. */
export const PRESENT_VERBS = list(`
  achieve act adapt address administer advise advocate allocate analyse analyze answer apply appraise approve arrange assemble
  assess assign assist attend audit author automate balance brief bring build calculate calibrate care carry catalogue check
  clean close coach code collaborate collect communicate compile complete compose conduct configure consult contribute
  convert cook coordinate counsel create cultivate cut debug define deliver demonstrate deploy design determine develop
  diagnose direct discover dispense distribute document draft drive edit educate enable encourage enforce engineer ensure
  escort establish estimate evaluate examine execute explain explore facilitate film fix forecast foster fundraise gather
  generate give greet grow guide handle help hire host identify illustrate implement improve increase inform initiate
  inspect install instruct integrate interpret interview introduce investigate keep launch lead learn lift listen load
  maintain make manage manufacture map market measure mediate mentor migrate moderate monitor motivate negotiate observe
  obtain offer onboard operate optimise optimize orchestrate order organise organize oversee own pack perform pick plan
  prepare present prevent prioritise prioritize process procure produce promote propose protect provide publish purchase
  raise read receive recommend reconcile record recruit reduce refine repair replace report represent research resolve
  respond restock restore review run safeguard schedule screen secure sell serve set shape ship sort speak staff standardise
  standardize steer stock streamline strengthen structure supervise supply support survey teach tend test titrate track
  train transfer translate transport triage troubleshoot tutor update upgrade use validate verify visit weld work write
`);

/** Past tense forms that do not end in `-ed`. */
export const IRREGULAR_PAST = list(`
  became began bought brought built came chose cut did drew drove fed fought found gave got grew held hit kept laid learnt led
  left made met oversaw overhauled paid put ran rebuilt reset rewrote rode sang saw set shot shrank sold sought sent spent spoke
  split sped spun stood swam taught took thought took understood undertook underwent won wore wrote
`);

/** End in `-ed` and are no deeds at the start of a line. */
export const NOT_PAST = list(`
  advanced applied automated based certified combined continued detailed distributed embedded experienced extended feed
  integrated limited mixed need red related seed shared skilled speed united needed motivated dedicated
`);
