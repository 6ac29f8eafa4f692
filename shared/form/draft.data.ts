/** Sentences a draft may say besides the person's own words, and the words that tell which questions facts can answer. */

export type DraftLanguage = 'en' | 'de' | 'fr' | 'es' | 'pt' | 'it' | 'nl' | 'pl' | 'sv' | 'da' | 'tr' | 'cs';

export type DraftFrames = {
  /** `{position}`, `{employer}` and `{from}` of a job that lasts. */
  readonly now: string;
  /** The same with `{to}`, of one that ended. */
  readonly past: string;
  /** Before the facts, where a motive was asked and none is ours to give. */
  readonly bring: string;
};

const NEUTRAL = { now: '{position}, {employer} ({from}–).', past: '{position}, {employer} ({from}–{to}).', bring: '' };

export const DRAFT_FRAMES: Readonly<Record<DraftLanguage, DraftFrames>> = {
  en: {
    now: 'I have worked as {position} at {employer} since {from}.',
    past: 'I worked as {position} at {employer} from {from} to {to}.',
    bring: 'What I would bring:',
  },
  de: {
    now: 'Seit {from} arbeite ich bei {employer} als {position}.',
    past: 'Von {from} bis {to} habe ich bei {employer} als {position} gearbeitet.',
    bring: 'Das bringe ich mit:',
  },
  fr: {
    now: 'Depuis {from}, je travaille chez {employer} ({position}).',
    past: 'De {from} à {to}, j’ai travaillé chez {employer} ({position}).',
    bring: 'Ce que j’apporterais :',
  },
  es: {
    now: 'Desde {from} trabajo en {employer} ({position}).',
    past: 'De {from} a {to} trabajé en {employer} ({position}).',
    bring: 'Lo que aportaría:',
  },
  pt: {
    now: 'Desde {from} trabalho na {employer} ({position}).',
    past: 'De {from} a {to} trabalhei na {employer} ({position}).',
    bring: 'O que eu traria:',
  },
  it: {
    now: 'Dal {from} lavoro presso {employer} ({position}).',
    past: 'Dal {from} al {to} ho lavorato presso {employer} ({position}).',
    bring: 'Che cosa porterei:',
  },
  nl: {
    now: 'Sinds {from} werk ik bij {employer} als {position}.',
    past: 'Van {from} tot {to} werkte ik bij {employer} als {position}.',
    bring: 'Wat ik zou meebrengen:',
  },
  // Verbs of these tell the speaker's gender or bend the names, so they stay out.
  pl: NEUTRAL,
  sv: NEUTRAL,
  da: NEUTRAL,
  tr: NEUTRAL,
  cs: NEUTRAL,
};

const set = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter((word) => word !== ''));

/** Everyday words that tell a language, in the spelling of `plain()`. */
export const EVERYDAY: Readonly<Record<DraftLanguage, ReadonlySet<string>>> = {
  en: set(
    'the and of to in for with you your do have what are is why how our this that by from on was were which describe',
  ),
  de: set(
    'der die das und mit fur sie ihre ihr was warum wie haben sind ist von zu im bei den dem ein eine auf uns als',
  ),
  fr: set(
    'le la les et vous votre vos quelle quel pourquoi comment avez est de des du pour dans nous une sur avec etes',
  ),
  es: set(
    'el la los las y su sus usted por que como tiene es de del para en una con nosotros cual experiencia en describa',
  ),
  pt: set('o a os as e seu sua voce por que como tem de do da para em uma com nos qual experiencia sao descreva'),
  it: set('il la lo gli e suo sua lei perche come ha di del della per in una con noi quale sono descriva esperienza'),
  nl: set('de het een en u uw je jouw waarom hoe heeft van voor met bij ons wat is zijn op ervaring heb'),
  pl: set('i w na z do czy pan pani jest dlaczego jak jakie prosze opisz o dla nas sie doswiadczenie masz'),
  sv: set('och att du din ditt varfor hur har for med hos oss vad ar i pa som en ett av beskriv'),
  da: set('og at du din dit hvorfor hvordan har for med hos os hvad er i pa som en et af beskriv'),
  tr: set('ve bir bu icin neden nasil sizin size ile olarak hangi ne mi misiniz deneyiminiz'),
  cs: set('a v na s do proc jak mate jste jaky jake pro nas se je popiste zkusenosti vas vase'),
};

/** Asking for a motive or an opinion: facts are all a draft may give. */
export const MOTIVE =
  /\bwhy\b.{0,50}\b(?:work|join|interest\w*|apply\w*|applied|role|position|job|us|company|here)\b|\bwhat (?:interests|attracts|attracted|excites|motivates|draws|drew|appeals)\b|\b(?:your )?(?:motivation|interest) (?:for|in|to)\b|\bwarum\b.{0,60}\b(?:arbeiten|bewerb\w+|uns|stelle|position)\b|\bmotivation\b|\bpourquoi\b.{0,60}\b(?:travailler|rejoindre|postul\w+|poste|nous)\b|\bpor ?que\b.{0,60}\b(?:trabajar|trabalhar|puesto|vaga|empresa|unirse)\b|\bperche\b.{0,60}\b(?:lavorare|candid\w+|azienda|ruolo)\b|\bwaarom\b.{0,60}\b(?:werken|sollicit\w+|functie|ons)\b|\bdlaczego\b|\bvarfor\b|\bhvorfor\b|\bneden\b|\bproc\b/;

/** Asking for the person as a whole. */
export const ABOUT_YOU =
  /\babout yourself\b|\bintroduce yourself\b|\b(?:your )?(?:professional )?background\b|\bwhat (?:would you|do you|will you) bring\b|\bwhat makes you (?:a |the )?(?:\w+ )?(?:fit|candidate|match|suitable|qualified)\b|\bwhy (?:should we|are you (?:a |the )?(?:\w+ )?(?:fit|candidate|match|qualified|suitable))|\bqualif(?:y|ies|ied|ications?)\b|\b(?:your |relevant |professional |work )experience\b(?! (?:with|in|of|using|as))|\buber sich\b|\bstellen sie sich\b|\bparlez nous de vous\b|\bpresentez vous\b|\bhablenos de usted\b|\bcuentenos sobre\b|\bfale sobre voce\b|\bci parli di\b|\bover (?:uzelf|jezelf)\b|\bo sobie\b|\bom dig\b|\bkendiniz\w*\b|\bo sobe\b/;

/** Asking for a success. */
export const SUCCESS =
  /\b(?:accomplish\w+|achievement\w*|proud\w*|success\w*|impact)\b|\b(?:erfolg\w*|stolz)\b|\b(?:reussite\w*|fier|fiere|realisation\w*)\b|\blogro\w*\b|\bconquist\w+\b|\brealizzazion\w+\b|\bprestatie\w*\b|\bosiagnieci\w+\b/;

/** Asking for experience with something named. */
export const EXPERIENCE_WITH =
  /\bexperience\w*\b|\bworked (?:with|on|in)\b|\bfamiliar\w*\b|\bexpertise\b|\bproject\w*\b|\berfahrung\w*\b|\bexperiencia\w*\b|\besperienz\w+\b|\bervaring\w*\b|\bdoswiadczeni\w+\b|\berfarenhet\w*\b|\berfaring\w*\b|\bdeneyim\w*\b|\bzkusenost\w*\b/;

/** What no fact of a resume answers truthfully, however many words it shares. */
export const NOT_FACTS =
  /\b(?:weakness\w*|fail\w*|mistake\w*|conflict\w*|disagree\w*|difficult\w*|challeng\w*|hardest|tough\w*|learned from|would you (?:do|handle|approach|improve|change|design|build)|how would|what would|imagine|hypothetical\w*|salary|compensation|pay|reference\w*|referee\w*|referr\w+|notice|start date|available|availability|visa|sponsor\w*|authori[sz]\w*|citizen\w*|clearance|convict\w*|criminal|felony|disab\w*|accommodat\w*|religio\w*|gender|race|ethnic\w*|veteran\w*|health|address|reloc\w*|travel|commut\w*|hobb\w+|free time|leisure|favou?rite|opinion|think about|leav\w+|left|gap|if (?:yes|no|so|you|other|not|applicable)|which of|link|url|website|portfolio|github|name of|explain why|schwach\w+|gehalt\w*|konflikt\w*|faiblesse\w*|salaire|debilidad\w*|salario|fraquez\w+|debolezz\w+|zwakte\w*)\b/;

/** Words of such questions that name no topic. */
export const NO_TOPIC: ReadonlySet<string> = set(
  `experience experiences experienced expertise familiar familiarity background relevant professional work worked working job jobs career role position company
   project projects skill skills tool tools years year example examples time recent recently most best great good strong new team teams
   tell describe explain give share provide briefly brief short detail details please include including related similar
   you your yourself we our us any some have has had did do does are is was were what which how why when where who with and or the a an
   of to in on at for from by as about this that these those it its into within using use used ever also if so than more much many
   accomplishment accomplishments achievement achievements proud success successful impact interested interest motivation join apply applying
   additional information anything else would like know share
   erfahrung erfahrungen beruflich projekt projekte ihre ihr sie haben mit und der die das in welche bei stelle position
   experience professionnelle projet projets votre vos avez vous avec dans les des une experiencia proyecto proyectos su con en los las
   projeto projetos sua seu esperienza progetto progetti sua con ervaring project met uw`,
);
