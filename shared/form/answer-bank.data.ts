/** Words of questions: which carry no meaning of their own, and which mean the same. In the spelling of `plain()`. */

const words = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '');

/** Words a question can gain or lose without asking something else. */
export const FILLER: ReadonlySet<string> = new Set(
  words(`
    a an the of to in on at for with and or is are was were be been being do does did have has having you your yours yourself
    i me my mine this that these those it its as by from would will should shall please any some there such
    tell describe explain give share provide briefly short brief detail details little bit more about what which how also just
    really exactly currently current presently now already kindly indicate state list specify enter write select choose answer
    following below above particular specific words sentences paragraph than then within long much own possess hold
    if so yes applicable us ever etc e g
    ihr ihre ihren ihnen sie du dein deine deinen deiner dir dich der die das den dem des ein eine einen einem einer und oder ist
    sind war haben hat hast bei mit von zu zum zur im in am an auf fur uber als wie was welche welcher welches bitte sich es ja
    aktuell derzeit kurz nennen nenne nennt angeben besitzen verfugen beschreiben erzahlen uns
    le la les un une des du de et ou est sont vous votre vos tu ton ta tes que qui quoi quel quelle quels quelles dans en au aux
    pour par sur avec avez ce cet cette ces se si decrivez disposez ete etes l d s c n qu actuellement citez indiquez precisez
    el los las una unos unas y es son usted su sus tus que cual cuales como con por para del al tiene tienes ha has favor
    esta estas actualmente describa describe cuenta cuente posee dispone
    o os as um uma e sao voce seu sua seus suas qual quais com no na nos nas do da dos das em tem possui descreva atualmente
    il lo gli i uno ed sono lei suo sua suoi quale quali nel nella nei della dei di ha hai possiede descriva attualmente
    het een en of zijn u uw je jouw ons onze wat welke hoe met bij van voor op aan heeft heb bent ben beschikt beschrijf
    lub jest sa pan pani panstwo twoj twoja co jaki jaka jakie ktory ktora w z do dla od czy posiada posiadasz ma masz prosze opisz
    och eller ar din ditt dina ni er vad vilken vilket hur med hos av pa till att har beskriv
    og jeres dit dine hvad hvilken hvordan af til at beskriv
    ve veya siz sizin sen ne hangi nasil ile icin bir bu var mi mu lutfen
    a nebo je jsou vy vas vase vasi jaky jake s u na pro mate mas popiste prosim`),
);

/** Groups of words that ask the same; the first stands for all. */
const GROUPS: readonly string[] = [
  'strength strengths strong strongest',
  'weakness weaknesses weak weakest shortcoming shortcomings',
  'accomplishment accomplishments achievement achievements proud proudest accomplished achieved',
  'challenge challenging challenges difficult difficulty hardest hard toughest tough problem problems',
  'experience experiences experienced expertise familiarity familiar',
  'salary compensation pay remuneration wage wages',
  'start begin commence starting starts joining',
  'available availability',
  'relocate relocation relocating move moving',
  'travel travelling traveling trips travels',
  'proficiency proficient fluent fluency',
  'years year yrs',
  'remotely remote',
  'office onsite',
  'project projects',
  'leave leaving left quit leaves',
  'goal goals ambition ambitions aspiration aspirations',
  'manage managed managing management manages lead led leading leadership supervise supervised supervising',
  'team teams',
  'language languages',
  'hour hours hrs',
  'shift shifts',
  'weekend weekends',
  'before previously past formerly prior',
  'coworker coworkers colleague colleagues',
  'conflict conflicts disagreement disagreements disagree disagreed',
  'licence license licenses licences licensed',
  'certificate certification certifications certificates certified',
  'hobby hobbies leisure',
  'willing open comfortable happy prepared ready ok okay agreeable',
  'able can could capable',
  'apply applying applied applies',
  'write wrote written writing',
  'build built building',
  'develop developed developing development',
  'work works worked working job employed employment',
  'learn learned learnt learning',
  'use used uses using',
  'tool tools',
  'skill skills',
  'technology technologies tech',
  'software program programs programme',
  'framework frameworks',
  'degree degrees',
  'car vehicle automobile',
  'relative relatives family',
  'notice resignation',
  'ideal dream perfect',
  'environment setting culture atmosphere',
  'erfahrung erfahrungen',
  'starke starken',
  'schwache schwachen',
  'gehalt gehaltsvorstellung gehaltsvorstellungen gehaltswunsch',
  'fuhrerschein fahrerlaubnis',
  'experience experiences',
  'experiencia experiencias',
  'fortaleza fortalezas',
  'debilidad debilidades',
  'forca forcas',
  'esperienza esperienze',
  'ervaring ervaringen',
  'doswiadczenie doswiadczenia',
  'erfarenhet erfarenheter',
];

/** A word → the word that stands for it. */
export const SAME_WORD: ReadonlyMap<string, string> = new Map(
  GROUPS.flatMap((group) => {
    const [first = '', ...rest] = words(group);
    return [first, ...rest].map((word) => [word, first] as const);
  }),
);

/** Whole turns of phrase → the tokens they mean, tried in order; the tokens in capitals are ours alone. */
export const TURNS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:other than|apart from|besides|except)\b/g, ' EXCEPT '],
  [
    /\b(?:do not|does not|did not|would not|will not|are not|is not|have not|can not|not|never|no|none|without|dont|doesnt|wont|cant|cannot|arent|isnt|havent|nicht|kein\w*|ohne|nie|pas|sans|jamais|sin|nunca|nao|sem|non|senza|mai|niet|geen|zonder|bez|inte|utan|ikke|uden|degil|ne(?=maji?t)|nikdy)\b/g,
    ' NOT ',
  ],
  [/\b(?:unable|unwilling|uncomfortable)\b/g, ' NOT able '],
  [
    /\b(?:at least|minimum(?: of)?|or more|or greater|mindestens|au moins|al menos|pelo menos|almeno|minstens|co najmniej|minst|mindst|en az|alespon)\b|\+/g,
    ' MIN ',
  ],
  [/\b(?:at most|maximum(?: of)?|up to|or less|fewer than|less than|hochstens)\b/g, ' MAX '],
  [/\bhow (?:many|much|long)\b/g, ' '],
  [/\bnumber of\b/g, ' '],
  [
    /\bwhat makes you (?:a )?(?:good |great |strong |the best |the right |best )*(?:fit|candidate|match|person)\b|\bwhy (?:should we (?:hire|choose|pick|select) you|are you (?:a |the )?(?:good |great |strong |best |right )*(?:fit|candidate|match|person))\b|\bwhat (?:qualifies you|do you bring|would you bring)\b/g,
    ' FITNESS ',
  ],
  [
    /\bwhy (?:are you|did you|do you want to) (?:looking to )?(?:leav\w+|left|leave|quit)\b|\breasons? for leaving\b|\bwhy are you looking (?:for|to)(?: a)?(?: (?:new|change))*\b/g,
    ' LEAVING ',
  ],
  // Why us, why this role.
  [
    /\bwhy (?:do|would|did|are|is|have) you (?:want|wish|like|choose|chose|decide|decided|apply|applying|applied|interested|looking|excited|keen|considering|would you like)(?: (?:to|in|about|for|on))?(?: (?:work|working|join|joining|apply|applying|be|become|becoming|a part|part of))*\b|\bwhy (?:us|our company|here)\b|\bwhat (?:interests|attracts|attracted|excites|appeals|appealed|draws|drew|interested|made|makes|motivated|motivates|inspired|brings|brought) (?:to )?you(?: (?:to|most|about|want|interested|apply|applying|work|join|in))*\b|\b(?:what is )?your (?:motivation|interest|reasons?) (?:for|in|to|behind)(?: (?:applying|apply|working|work|joining|join|wanting|to|for|in|this))*\b|\breasons? for (?:applying|your interest|your application)\b/g,
    ' MOTIVE ',
  ],
  [
    /\bwarum (?:mochten|wollen|bewerben|mochtest|willst|bewirbst|interessieren|interessierst)\b|\bwas (?:reizt|motiviert|interessiert) (?:sie|dich)\b|\b(?:ihre|deine) motivation\b/g,
    ' MOTIVE ',
  ],
  [
    /\bpourquoi (?:souhaitez|voulez|postulez|desirez)(?: vous)?\b|\bvos motivations?\b|\bpor ?que (?:quiere|quieres|desea|te interesa|le interesa|quer|deseja|gostaria)(?: (?:trabajar|trabalhar))?\b|\bperche (?:vuole|vuoi|desidera)(?: lavorare)?\b|\bwaarom (?:wilt|wil|solliciteer\w*)\b|\bdlaczego (?:chce\w*|aplikuj\w*)\b/g,
    ' MOTIVE ',
  ],
  [
    /\btell (?:(?:us|me) )?(?:a (?:little bit|little|bit) )?(?:more )?about yourself\b|\b(?:please )?introduce yourself\b|\bdescribe yourself\b|\ba (?:short |brief )?introduction (?:about|of) yourself\b|\bwho are you\b/g,
    ' YOURSELF ',
  ],
  [/\bwhere do you see yourself\b|\bcareer (?:goals?|plans?|aspirations?|objectives?)\b/g, ' CAREER '],
  [/\b(?:in|over|within) (?:the )?(?:next )?(?:5|five|3|three|few) years(?: time)?\b(?=.*)/g, ' '],
  [
    /\b(?:how|where) did you (?:first )?(?:hear|learn|find out|find|discover|come across)(?: out)?(?: (?:about|of))?\b/g,
    ' HEARD ',
  ],
  // Having worked with a thing is experience with it.
  [
    /\b(?:worked|working|work) (?:experience )?(?:with|in|on)\b(?! (?:an? |the |our |this )?(?:team|office|us|company|shift|night|weekend|remote|person|site))/g,
    ' experience ',
  ],
  [/\b(?:work|working|professional|prior|previous|hands on|practical|relevant|any) experience\b/g, ' experience '],
  [
    /\bwould you (?:be )?(?:willing|open|happy|comfortable|prepared|able)\b|\bare you (?:willing|open|comfortable|happy|prepared|ready|ok|okay)\b|\bwould you (?:consider|like|want|agree)\b/g,
    ' willing ',
  ],
  [/\b(?:can|could) you\b|\bare you able\b/g, ' able '],
  [/\bhave you (?:ever |previously )?(?:been employed|worked|work)\b(?! experience)/g, ' PAST work '],
  [/\bwhat is the name of\b|\bname of\b/g, ' NAME '],
  [/\b(?:driver s|drivers|driving) licen[cs]e\b/g, ' drivinglicence '],
];

/** Words for the employer that asks. */
export const EMPLOYER =
  /\b(?:(?:our|this|the|your) (?:company|organi[sz]ation|firm|team|business|employer)|us|here|with us|our company|unser\w* (?:unternehmen|firma|team)|uns|notre (?:entreprise|societe|equipe)|nous|nuestra (?:empresa|compania)|nosotros|nossa empresa|conosco|nostra azienda|noi|ons(?: bedrijf)?|naszej firmie|nas|oss|vart foretag|os|vores virksomhed|sirketimiz\w*|nasi (?:firme|spolecnosti))\b/g;

/** Words for the vacancy. */
export const ROLE =
  /\b(?:(?:this|the|our) )?(?:role|position|job|opportunity|opening|vacancy|stelle|position|poste|puesto|vaga|ruolo|functie|stanowisk\w*|tjanst\w*|stilling\w*|pozisyon\w*|pozic\w*)\b/g;

/** What is answered only under just the same words: law, pay, origin, health, agreement. */
export const SENSITIVE =
  /\b(?:authori[sz]\w*|sponsor\w*|visa|visum|visto|visado|citizen\w*|citizenship|nationality|immigration|right to work|work permit|eligible to work|legally|arbeitserlaubnis|convict\w*|criminal\w*|felony|misdemeanou?r|offen[cs]e|arrest\w*|vorstraf\w*|casier|antecedentes|clearance|disab\w*|behinder\w*|handicap\w*|discapacidad|veteran\w*|military|gender|geschlecht|sexe|sexual|pronouns?|race|racial|ethnic\w*|hispanic|latin[oax]|religio\w*|marital|pregnan\w*|children|birth|age|aged|older|18|21|salar\w*|compensation|wage|pay|gehalt\w*|salaire|agree\w*|accept|consent|certify|acknowledge|confirm|terms|policy|privacy|signature|non ?compete|background check|drug|polygraph|bankrupt\w*|union|health|medical|vaccin\w*|lawsuit|terminated|fired|dismissed)\b/;

/** A number in words → its digits. */
export const NUMBERS: ReadonlyMap<string, string> = new Map(
  words('one two three four five six seven eight nine ten').map((word, index) => [word, String(index + 1)] as const),
);
