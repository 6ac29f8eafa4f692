/** Fields of business by the words that give them away; stems, folded, six or more letters of a word are enough. */
export const DOMAINS: Readonly<Record<string, string>> = {
  education:
    'teach school student curricul classroom educat literacy pedagog universit instruct learner tutor k-12 enseign schul campus academic',
  health:
    'patient clinic nurs hospital medic health therap pharma physician diagnos care-giver soins sante biotech wellness telehealth',
  finance:
    'bank invest trading portfolio fintech payment lending credit mortgage hedge ledger insur wealth account tax audit capital',
  crypto: 'crypto blockchain defi token wallet web3 ethereum',
  retail: 'retail ecommerce shopper merchandis store marketplace apparel fashion grocery',
  logistics: 'logistic freight warehouse shipment supply delivery fleet carrier transport',
  hospitality: 'hotel restaurant guest hospitality culinary travel tourism booking',
  gaming: 'game gaming gamer esport unreal gameplay studio',
  security: 'security cyber threat vulnerab malware soc pentest',
  robotics: 'robot autonom drone aerospace satellite spacecraft hardware lidar',
  energy: 'energy solar battery grid climate carbon renewable electric',
  media: 'media journal content publish news video creator advertis broadcast film music',
  government: 'government federal public-sector defense military policy politic municipal agency',
  legal: 'legal attorney litigat contract law counsel compliance court',
  construction: 'construct building contractor architect plumbing electrician carpentr real-estate property',
  nonprofit: 'nonprofit charit donor volunteer communit fundrais humanit ngo',
  software: 'developer api saas infrastructure deploy backend frontend cloud kubernetes devops open-source codebase',
  data: 'machine dataset analytics statistic neural model algorithm regression',
  sales: 'prospect quota pipeline outbound cold-call territory deal closing revenue lead',
  people: 'recruit talent hiring onboarding payroll candidate employee-relations sourcing',
};
