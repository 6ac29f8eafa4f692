/**
 * The only words a reworded sentence may add to its evidence: grammar, and verbs that say nothing beyond the fact.
 * Whatever is not here and not in the evidence is a claim. Folded forms.
 */
import type { DocumentLanguage } from './model.schema.ts';

const set = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter((word) => word !== ''));

export const GLUE: Readonly<Record<DocumentLanguage, ReadonlySet<string>>> = {
  en: set(`a an the i me my mine myself we our it its this that these those there here which who whom whose what where when
    while and or but as if so than then thus of in on at to for from by with within into onto over under between through during
    after before since until across along around about against per via upon toward towards is am are was were be been being
    have has had having do does did doing can could will would may might shall should also both either each such same other
    another own i'm i've i'd it's that's including include includes included involving involved using used use uses work works
    worked working role roles position positions job task tasks experience part time day daily way result results resulting
    where whereby including namely especially particular alongside together further well both some any all
    held hold spent took take taken made make makes making gave give given became become completed complete
    earned studied study known named called based like would thanks because order`),
  de: set(`ich mich mir mein meine meinen meinem meiner wir uns es das der die den dem des ein eine einen einem einer eines und oder
    aber als wenn so dass von in im an am auf zu zum zur fur aus bei beim mit uber unter zwischen durch wahrend nach vor seit bis
    ist bin sind war waren wurde wurden werden worden habe hat haben hatte hatten kann konnte auch sowie sowohl wie dort dabei
    dazu davon damit hierbei dann diese dieser dieses diesem diesen welche welcher welches zudem ausserdem arbeite arbeitete
    gearbeitet tatig tatigkeit stelle position aufgabe aufgaben erfahrung rahmen gehoren gehorte gehort umfasst umfasste`),
  fr: set(`je j me m mon ma mes nous notre nos il elle on ce cet cette ces le la les l un une des du de d et ou mais comme si que
    qu qui dont ou a au aux en dans sur sous entre par pour avec sans chez depuis jusqu pendant apres avant est suis sont etait
    etaient etre ete ai as avons ont avait avaient peut aussi egalement ainsi puis alors y ne j'ai travaille travaillais
    poste role tache taches missions mission experience notamment ayant lors`),
  es: set(`yo me mi mis nosotros nuestro nuestra ello esto esta este estos estas el la los las lo un una unos unas de del y e o u
    pero como si que quien cual donde cuando a al en sobre entre por para con desde hasta durante tras antes es soy son era eran
    fue ser sido he ha han habia puede tambien asi luego entonces trabajo trabaje trabajaba puesto funcion tarea tareas
    experiencia ademas siendo`),
};

/** Words that mean the same at the same rank; one may stand for another. None raises what the person did. */
export const SAME: readonly (readonly string[])[] = [
  'build built building builds develop developed developing develops create created creating creates implement implemented implementing wrote write writing',
  'reduce reduced reducing reduces cut cutting cuts lower lowered lowering decrease decreased decreasing',
  'increase increased increasing raise raised raising grew grow growing boost boosted boosting',
  'improve improved improving enhance enhanced enhancing',
  'led leading headed heading',
  'managed managing ran running',
  'help helped helping support supported supporting assist assisted assisting',
  'train trained training teach taught teaching coach coached coaching instruct instructed mentored mentoring',
  'organise organised organize organized organising organizing coordinate coordinated coordinating arrange arranged',
  'migrate migrated migrating move moved moving transfer transferred',
  'introduce introduced introducing establish established establishing',
  'review reviewed reviewing check checked checking',
  'fix fixed fixing resolve resolved resolving solve solved solving',
  'plan planned planning schedule scheduled scheduling',
  'handle handled handling process processed processing',
  'customer customers client clients',
  'colleague colleagues coworker coworkers',
  'company companies firm employer organisation organization business',
  'student students pupil pupils',
  'test tested testing tests',
  'design designed designing designs',
  'percent percentage pct',
  'entwickelt entwickelte entwicklung erstellt erstellte aufgebaut aufbau gebaut',
  'geleitet leitete leitung gefuhrt fuhrte fuhrung',
  'gesenkt senkte senkung reduziert reduzierte reduzierung verringert',
  'gesteigert steigerte steigerung erhoht erhohte erhohung',
  'betreut betreute betreuung begleitet begleitete',
  'developpe developper developpement cree creer creation concu conception construit',
  'reduit reduire reduction diminue diminution baisse',
  'augmente augmenter augmentation accru hausse',
  'dirige diriger direction encadre encadrement',
  'desarrolle desarrollar desarrollo cree crear creacion construi',
  'reduje reducir reduccion disminui',
  'aumente aumentar aumento incremente incremento',
  'dirigi dirigir direccion lidere',
].map((row) => row.split(' '));

/** Words that limit a claim; a fact that has one may not be retold without one of the same row. */
export const HEDGES: readonly (readonly string[])[] = [
  'help helped helping helps support supported supporting supports assist assisted assisting contribute contributed contributing contribution participate participated participating mitgewirkt mitarbeit unterstutzt unterstutzte unterstutzung participe participation aide contribue contribution ayude apoye apoyo colabore participe'.split(
    ' ',
  ),
  'assistant deputy junior intern internship trainee apprentice associate student interim acting praktikant praktikantin praktikum werkstudent werkstudentin auszubildende auszubildender azubi stagiaire alternant assistant adjoint becario becaria ayudante auxiliar practicas'.split(
    ' ',
  ),
  'not no never without cannot kein keine keinen nicht ohne nie ne pas sans jamais sin nunca'.split(' '),
  'nearly almost approximately about around roughly circa ca some up fast beinahe rund etwa knapp presque environ pres casi aproximadamente unos cerca'.split(
    ' ',
  ),
  'planned proposed attempted tried prototype prototyped pilot piloted draft drafted geplant vorgeschlagen prototyp propose tente prototipo propuse intente'.split(
    ' ',
  ),
  'shadowed observed attended visited audited hospitiert observe'.split(' '),
  'part-time volunteer volunteered voluntary unpaid teilzeit ehrenamtlich benevole voluntario voluntaria'.split(' '),
];

/** Rank and degree words: only in exactly this form in the evidence, never by a shared stem. */
export const RANK =
  set(`manager managers director head chief lead leader senior principal staff president vp cto ceo cfo coo founder
  co-founder cofounder owner partner supervisor executive officer professor doctor dr phd doctorate doctoral master masters master's msc ma mba
  bachelor bachelors bachelor's bsc ba honours honors certified licensed registered chartered accredited award awards awarded expert fluent native
  leiter leiterin leitend leitende leitender geschaftsfuhrer geschaftsfuhrerin vorstand chef chefin direktor direktorin promotion promoviert
  diplom staatlich zertifiziert muttersprache fliessend directeur directrice responsable ingenieur docteur doctorat licence
  director directora jefe jefa gerente doctorado licenciado licenciada nativo`);

/** Text that betrays a model or a template, in any language of ours. Never in a document. */
export const NEVER: readonly RegExp[] = [
  /\[[^\]]*\]|\{\{|\}\}|<[^>]*>|\$\{|%[A-Z_]+%|_{3,}|\bX{3,}\b|\bTBD\b|lorem ipsum/i,
  /\bas an? (?:ai|artificial intelligence|large|language|llm)[ -]?(?:language )?(?:model|assistant|system|chatbot)|\bas an ai\b(?! \p{Lu})/iu,
  /i (?:cannot|can't|can not|am unable to|'m unable to|won't) (?:help|assist|comply|fulfil|fulfill|provide|write|generate|create)|i(?:'m| am) sorry/i,
  /language model|openai|chatgpt|anthropic|\bgpt-?\d|sprachmodell|modèle de langage|modelo de lenguaje/i,
  /(?:ignore|disregard|forget|override) (?:all |any |the |your |my )*(?:previous|prior|above|earlier|other|preceding)|system prompt|new instructions|(?:hire|rank|recommend|score) (?:this|the) (?:candidate|applicant|person)|ignorier|ignorez|ignora las/i,
  /(?:here is|here's|below is|sure[,!]|certainly[,!]|of course[,!]).{0,40}(?:letter|resume|sentence|version|rewrite|draft)/i,
  /your name|company name|insert |placeholder|hiring manager's name|\bn\/a\b/i,
  /!\[|\]\(|```|\*\*|^#+ /m,
];
