/** Words of right-to-work questions in twelve languages (en de fr es pt it nl pl sv da tr cs), in the spelling of `plain()`. */

const any = (words: string): string =>
  words
    .split(/,\s+|\n/)
    .map((word) => word.trim())
    .filter((word) => word !== '')
    .join('|');
const whole = (words: string): RegExp => new RegExp(`\\b(?:${any(words)})(?![\\p{L}\\p{N}])`, 'u');

/** That one may work by law. */
export const MAY = whole(`
  authori[sz]ed, authori[sz]ation, eligible, eligibility, entitled, entitlement, permitted, allowed, legally able,
  able to (?:legally|lawfully) work, legal right, right to work, right to (?:\\w+ )?(?:employment|live and work),
  permission to work, legal permission, legally work, lawfully work, legally be employed, work permit,
  berechtigt, arbeitserlaubnis, arbeitsgenehmigung, arbeitsberechtigung, arbeiten durfen, (?:darfst|durfen|darf) .{0,60}arbeiten,
  befugt, recht .{0,30}zu arbeiten,
  autorise\\w*, autorisation de travail(?:ler)?, droit de travailler, permis de travail, habilite\\w* a travailler,
  autorizad\\w+, autorizacion, permiso de trabajo, permiso para trabajar, derecho a trabajar,
  autorizacao, permissao (?:de|para) trabalh\\w+, direito (?:de|a) trabalhar, habilitad\\w+ a trabalhar, visto de trabalho valido,
  autorizzat\\w+, autorizzazione, permesso di (?:lavoro|soggiorno), diritto (?:di|a) lavorare,
  gerechtigd, werkvergunning, tewerkstellingsvergunning, recht om .{0,40}te werken, bevoegd, mag (?:je|u|jij) .{0,40}werken,
  uprawni\\w+, pozwoleni\\w+ na prac\\w+, zezwoleni\\w+ na prac\\w+, prawo do (?:\\w+ )?prac\\w+, prawo pracowac, upowazni\\w+,
  ratt att .{0,20}arbeta, arbetstillstand, tillstand att arbeta, tillatelse att arbeta, berattigad, (?:far|kan) du .{0,20}lagligt arbeta,
  ret til at .{0,20}arbejde, arbejdstilladelse, tilladelse til at .{0,20}arbejde, berettiget, lovligt .{0,20}arbejde,
  calisma izn\\w+, calisma izin\\w*, calisma hakk\\w+, calismaya yetkili, yasal olarak .{0,40}calis\\w+,
  opravnen\\w*, pracovni povoleni, povoleni (?:k praci|pracovat), pravo .{0,20}pracovat, (?:smite|muzete) .{0,20}legalne pracovat`);

/** That an employer stands in for a visa. */
export const SPONSOR = whole(`
  sponsor\\w*, visum\\w*sponsor\\w*, visa\\w*sponsor\\w*, visum\\w*sponsring\\w*, visa\\w*sponsring\\w*, sponsring\\w*, sponzor\\w*,
  parrain\\w+, patrocin\\w+, visum\\w*unterstutzung, visa support, immigration support, immigration assistance, soutien visa,
  visumondersteuning, visastod, visumstotte, vizov\\w+ podpor\\w+, wsparci\\w+ wizow\\w+, vize desteg\\w+, apoyo (?:de|para) visa(?:do)?`);

/** The paper itself. */
export const PAPER = whole(`
  visa, visas, visum, visado, visto, wiza, wizy, wize, vize, vizesi\\w*, vizeye, vizum, viza, work permit, permit, work authori[sz]ation,
  arbeitserlaubnis, arbeitsgenehmigung, permis de travail, autorisation de travail, permiso de trabajo, autorizacao de trabalho,
  permesso di lavoro, werkvergunning, tewerkstellingsvergunning, pozwoleni\\w+ na prac\\w+, zezwoleni\\w+ na prac\\w+, arbetstillstand,
  arbejdstilladelse, calisma izn\\w+, calisma izin\\w*, pracovni povoleni`);

/** That something is needed. */
export const NEED = whole(`
  require, requires, requiring, required, requirement, need, needs, needing, needed,
  benotig\\w+, brauch\\w+, erforderlich\\w*, notwendig\\w*,
  besoin, necessit\\w+, requier\\w+, requer\\w+, necesit\\w+, precis\\w+, bisogno, richied\\w+, richiest\\w+, occorr\\w+,
  nodig, vereis\\w*, potrzeb\\w+, wymag\\w+, behov\\w*, krav\\w*, kraev\\w+, brug for, nodvendig\\w*, nodvandig\\w*,
  ihtiyac\\w*, gerek\\w*, potreb\\w+, vyzad\\w+, nepotreb\\w+, nevyzad\\w+`);

/** A need as an attribute of a paper one holds: “the required work permit”. */
export const HELD_NEED =
  /\b(?:have|hold|possess|besitz\w+|haben|verfug\w+|hast|habe|avez|dispos\w+|tiene\w*|cuenta\w*|possui|tem|ha|possiede|heeft|heb|posiada\w*|masz|har|mate|mas|sahip)\b.{0,25}\b(?:required|necessary|needed|erforderlich\w*|notwendig\w*|notige\w*|requis\w*|necessaire\w*|necesari\w+|necessari\w+|requerid\w+|richiest\w+|benodigde|vereiste|wymagan\w+|niezbedn\w+|nodvandig\w*|nodvendig\w*|gerekli|potrebn\w+)\b/;

/** “without” before the thing, or behind it where a language puts it there. */
export const WITHOUT =
  /\b(?:without|ohne|sans|sin|sem|senza|zonder|bez|utan|uden)\b.{0,60}?(?:sponsor|sponzor|sponsring|parrain|patrocin|visa\b|visum|visado|visto\b|wiz|vize|vizov|permit|unterstutzung)|(?:sponsor|vize)\w*.{0,30}\b(?:olmadan|olmaksizin|duymadan|gerekmeden|gerektirmeden)\b/;

/** That something is not needed. */
export const NOT_NEED =
  /\b(?:not|never|dont|doesnt|wont|wouldnt|didnt)\b(?: (?:now|or|in|at|the|this|any|future|currently|presently|time|ever|yet|later|and|will|do|have|a)){0,8} (?:require|need|be requiring|be needing)\w*|\bno need\b|\bno (?:visa |work |employment |employer )?sponsor\w*|\b(?:kein\w*|nicht)\b.{0,50}\b(?:benotig\w+|brauch\w+|erforderlich|notwendig)|\b(?:benotig\w+|brauch\w+)\b.{0,30}\bkein\w*|\bpas\b.{0,12}\bbesoin|\bpas necess\w+|\bne necessit\w+ pas|\bno (?:necesit|requier|preciso)\w*|\bnao (?:\w+ ){0,2}(?:precis|necessit|requer)\w*|\bnon (?:\w+ ){0,2}(?:bisogno|necessit|richied|serve)\w*|\b(?:geen|niet)\b.{0,40}\bnodig|\bnie (?:\w+ ){0,2}(?:potrzeb|wymag)\w*|\b(?:behover|kraver) (?:inte|inget|ingen)|\binte behov\w*|\b(?:har ikke|ikke) (?:\w+ ){0,2}brug for|\bkraever ikke|\b(?:gerekmi\w+|gerekmez|gerekmeyecek\w*|ihtiyac\w* (?:yok|olmayacak|duymuyorum))|\b(?:nepotreb\w+|nevyzad\w+)/;

/** That one may not work by law, said outright. */
export const MAY_NOT =
  /\b(?:not|isnt|arent|never)\b(?: \w+){0,3} (?:authori[sz]ed|eligible|entitled|permitted|allowed)|\b(?:no|lack) (?:work authori[sz]ation|right to work|work permit)|\bnicht\b.{0,30}\b(?:berechtigt|befugt)|\bkeine? (?:\w+ ){0,2}arbeits(?:erlaubnis|genehmigung)|\bpas (?:\w+ ){0,2}(?:autorise\w*|le droit)|\bpas de permis|\bno (?:\w+ ){0,2}(?:autorizad|permiso|tengo permiso)\w*|\bnao (?:\w+ ){0,2}(?:autoriza|permissao)\w*|\bnon (?:\w+ ){0,2}autorizzat\w*|\bniet (?:\w+ ){0,2}(?:gerechtigd|bevoegd)|\bgeen werkvergunning|\bnie (?:\w+ ){0,2}(?:uprawni|pozwoleni|zezwoleni|prawa)\w*|\binte (?:\w+ ){0,3}(?:ratt|tillstand|berattigad|arbetstillstand)|\bikke (?:\w+ ){0,3}(?:ret|tilladelse|berettiget|arbejdstilladelse)|\bcalisma (?:izn|hakk)\w+ yok|\b(?:neopravnen|nemam (?:pracovni )?povoleni)\w*/;

/** Without any condition, for whoever employs. */
export const UNRESTRICTED =
  /\bunrestricted\b|\bwithout (?:\w+ )?(?:restrictions?|limitations?)\b|\b(?:for )?any (?:\w+ )?employer\b|\buneingeschrankt\w*|\bohne einschrankung\w*|\bsans restriction\w*|\bsin restriccion\w*|\bsem restric\w+|\bsenza (?:restrizion|limitazion)\w*|\bonbeperkt\w*|\bzonder beperking\w*|\bbez ograniczen\b|\butan (?:begransning|restriktion)\w*|\buden (?:begraensning|restriktion)\w*|\bkisitlama olmadan\b|\bbez omezeni\b/;

/** A status that no yes or no about work and sponsorship decides. */
export const STATUS =
  /\bcitizen\w*|\bcitoyen\w*|\bciudadan\w+|\bcidada\w+|\bcittadin\w+|\bburger\b|\bstaatsangehorig\w*|\bstaatsburger\w*|\bobywatel\w*|\bmedborgar\w*|\bstatsborger\w*|\bvatandas\w*|\bobcan\w*|\b(?:permanent|lawful) resident\b|\bgreen ?card\b|\bh ?1 ?b\b|\b(?:f|j|l|o|e)[ -]?[123]\b|\btn\b|\bopt\b|\bcpt\b|\bead\b|\basyl\w+|\brefugee\b|\bniederlassungserlaubnis\b|\bblue card\b|\bblaue karte\b/;

/** “or / but / and” between two questions in one. */
export const LATER =
  /\b(?:future|later|eventually|zukunft|kunftig|spater|avenir|futuro|prossimamente|toekomst|przyszlosci|framtiden|fremtiden|gelecekte|budoucnu|budoucnosti)\b/;

/** “Do you not need …?”, which can be answered in two ways. */
export const ASKED_NOT =
  /\b(?:do|will|would|are|can|dont|wont|arent|isnt) you (?:now or in the future )?not\b|^(?:dont|wont|wouldnt|arent|cant) you\b|\bis it (?:true|correct) that\b.{0,60}\bnot\b|^(?:benotigen|brauchen|benotigst|brauchst) (?:sie|du) (?:\w+ ){0,3}kein\w*|^nao precis\w+|^no (?:necesit|requier)\w+ (?:usted|tu)\b/;

/** Asking which or what rather than whether. */
export const OPEN_QUESTION =
  /^(?:please )?(?:what|which|how|when|where|why|describe|explain|specify|provide|state|indicate|was|welche\w*|wie|bitte beschreiben|quel\w*|comment|que|cual\w*|qual\w*|como|quale|come|wat|welk\w*|hoe|jaki\w*|ktor\w*|vilk\w+|hur|hvilk\w+|hvordan|hangi|nasil|jak\w*|ktere\w*)\b/;
