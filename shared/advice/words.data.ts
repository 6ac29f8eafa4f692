/**
 * Words that advice knows in twelve languages. Patterns are matched against folded text (lower case, no accents); Chinese
 * and Hindi against the text as it stands. Written by hand from how recruiters of each country speak of resumes.
 */

type ByLanguage = Readonly<Record<string, RegExp>>;

/** Openings that name a duty or a presence instead of a deed. */
export const WEAK_OPENINGS: ByLanguage = {
  en: /^(?:(?:was |were |being |been )?responsible for|(?:my )?(?:responsibilities|duties) (?:were|was|include[ds]?|including)|in charge of|(?:was |were )?tasked with|worked on|helped(?: to| with| in)?|assisted (?:with|in)|participated in|(?:was |were )?involved (?:in|with)|was part of)\b/,
  de: /^(?:(?:haupt)?verantwortlich (?:fur|bei)|zustandig (?:fur|bei)|mitarbeit (?:bei|an|in|im)|mitwirkung (?:bei|an|in)|beteiligt an|beteiligung an|mithilfe (?:bei|in)|aufgaben(?: waren)?:)/,
  fr: /^(?:responsable (?:de|du|des|d')|charge(?:e|\(e\))? (?:de|du|des|d')|en charge (?:de|du|des|d')|participation (?:a|au|aux)\b|participe a\b|j'ai participe|aide (?:a|au|aux)\b|assistance (?:a|au|aux)\b|taches ?:)/,
  es: /^(?:responsable de|encargad[oa] de|participacion en|participe en|colaboracion en|colabore en|apoyo (?:en|a)\b|ayude (?:a|en|con)\b|tareas de|funciones ?:)/,
  pt: /^(?:responsavel (?:por|pel[oa]s?)|encarregad[oa] de|participacao (?:em|n[oa]s?)|participei (?:de|d[oa]s?|em|n[oa]s?)|auxilio (?:em|a|n[oa]s?)|ajudei (?:a|em|n[oa]s?)|apoio (?:a|ao|em|n[oa]s?)|atribuicoes ?:)/,
  it: /^(?:responsabile (?:di|del|dello|della|dei|degli|delle)|incaricat[oa] di|addett[oa] (?:a|al|alla|ai)|partecipazione (?:a|al|alla|ai|alle)|collaborazione (?:a|al|alla|con)|supporto (?:a|al|alla|nella|nel)|mi (?:sono occupat|occupavo)|mansioni ?:)/,
  nl: /^(?:(?:mede)?verantwoordelijk voor|betrokken bij|meegewerkt aan|meegeholpen (?:met|bij|aan)|deelgenomen aan|ondersteuning (?:bij|van)|taken ?:)/,
  pl: /^(?:odpowiedzialn[yai] za|odpowiadałem za|odpowiadałam za|odpowiedzialnosc za|udział w|uczestnictwo w|pomoc (?:w|przy)|wspołpraca przy|zajmowałe?m sie|zajmowałam sie|obowiazki ?:)/,
  sv: /^(?:ansvarig for|ansvarade for|delaktig i|hjalpte till (?:med|att)|deltog i|medverkade i|arbetade med|arbetsuppgifter ?:)/,
  tr: /(?:sorumluydum|sorumlu oldum|sorumlu olmak|gorev aldım|gorev aldim|yardımcı oldum|yardimci oldum)[.;]?$/,
  zh: /^(?:主要|全面)?(?:负责|参与|协助|配合)/,
  hi: /(?:के लिए जिम्मेदार|के लिए ज़िम्मेदार|की जिम्मेदारी|में भाग लिया|में मदद की)/,
};

/** The writer speaking of themself inside a point. */
export const FIRST_PERSON: ByLanguage = {
  en: /(?:^|[.;,:] |\b(?:and|that|which|where|when|as|because|while|then|so) )i(?: (?:am|was|have|had|will|also|then)\b| [a-z]+(?:ed|t)\b|'(?:m|ve|d|ll)\b)|\bmy (?:role|team|work|job|responsibilities|duties|own|manager|colleagues|skills)\b/,
  de: /\b(?:ich (?:habe|war|bin|konnte|arbeite\w*|leite\w*)|habe ich|war ich|mein(?:e|em|en|er)? (?:team|aufgabe|aufgaben|arbeit|tatigkeit))\b/,
  fr: /\b(?:j'ai|j'etais|je suis|je (?:me )?\w+|mes missions|mon equipe|mon role)\b/,
  es: /\b(?:yo|mi (?:equipo|trabajo|puesto|funcion|rol)|mis (?:funciones|tareas))\b/,
  pt: /\b(?:eu (?:[a-z]+(?:ei|ou|ia)|fui|tinha|sou|era)|minha (?:equipe|equipa|funcao)|meu (?:trabalho|time|papel)|minhas (?:funcoes|tarefas))\b/,
  it: /\b(?:io|il mio (?:ruolo|team|lavoro)|la mia (?:squadra|mansione)|le mie mansioni)\b/,
  nl: /\b(?:ik (?:heb|was|ben|werk\w*)|heb ik|mijn (?:team|taken|rol|werk))\b/,
  pl: /\b(?:ja|moj (?:zespoł|zespol)|moja (?:rola|praca)|moje (?:obowiazki|zadania))\b/,
  sv: /\b(?:jag|mitt (?:team|arbete)|min (?:roll|uppgift)|mina (?:uppgifter|arbetsuppgifter))\b/,
  tr: /\b(?:ben|benim|ekibim|gorevim)\b/,
  zh: /我/u,
  hi: /(?:^|\s)(?:मैं|मैंने|मेरा|मेरी|मेरे)(?=\s|$)/u,
};

/** What everybody says of themself and nobody can check. */
export const BUZZWORDS: ByLanguage = {
  en: /\b(?:team[- ]?players?|hard[- ]?working|results?[- ](?:driven|oriented)|go[- ]getter|self[- ]?starter|think(?:s|ing)? outside (?:of )?the box|synerg(?:y|ies|istic)|detail[- ]oriented|highly motivated|self[- ]motivated|best of breed|dynamic (?:individual|professional|leader|team)|proven track record|excellent communication skills|strong work ethic|passionate about|people person|fast learner|quick learner|guru|rock ?star|ninja|thought leader(?:ship)?|value[- ]add(?:ed)?)\b/g,
  de: /\b(?:teamfahig(?:keit)?|teamplayer|belastbar(?:keit)?|hochmotiviert|hoch motiviert|zielstrebig|kommunikationsstark|lernbereit(?:schaft)?|flexibel und belastbar|eigeninitiative|hands-on-mentalitat)\b/g,
  fr: /\b(?:motive(?:e)?|rigoureu(?:x|se)|esprit d'equipe|polyvalent(?:e)?|sens du relationnel|force de proposition|perfectionniste|passionne(?:e)? par)\b/g,
  es: /\b(?:proactiv[oa]|trabajo en equipo|orientad[oa] a resultados|responsable y puntual|ganas de aprender|facilidad de aprendizaje|don de gentes|polivalente|perfeccionista)\b/g,
  pt: /\b(?:proativ[oa]|pro-ativ[oa]|trabalho em equipe|focad[oa] em resultados|facilidade de aprendizado|orientad[oa] para resultados|perfeccionista|espirito de equipa)\b/g,
  it: /\b(?:spirito di squadra|problem solver|orientat[oa] ai risultati|capacita di lavorare in team|forte motivazione|solare)\b/g,
  nl: /\b(?:teamspeler|teamplayer|resultaatgericht|hands-on mentaliteit|stressbestendig|enthousiast|proactief|doorzetter)\b/g,
  pl: /\b(?:komunikatywnos\w+|komunikatywn[yae]|kreatywnos\w+|praca w zespole|umiejetnosc pracy w zespole|odpornos\w+ na stres|zorientowan[yae] na (?:cel|wynik)\w*|szybko sie uczacy|sumiennos\w+)\b/g,
  sv: /\b(?:teamspelare|lagspelare|stresstalig|resultatinriktad|social kompetens|prestigelos)\b/g,
  tr: /\b(?:takım calısmasına yatkın|takim calismasina yatkin|takım oyuncusu|dinamik|sonuc odaklı|sonuc odakli|analitik dusunce|ozverili|hızlı ogrenen|insan iliskileri guclu)\b/g,
  zh: /(?:吃苦耐劳|团队精神|团队合作精神|责任心强|有责任心|积极主动|学习能力强|抗压能力强|沟通能力强|性格开朗|工作认真|踏实肯干)/gu,
  hi: /(?:मेहनती|टीम प्लेयर|परिणाम उन्मुख|ईमानदार और मेहनती|आत्म प्रेरित|जल्दी सीखने वाल)/gu,
};

/** A line that only says that references could be had. */
export const REFERENCES_ON_REQUEST: ByLanguage = {
  en: /\breferences?\b.{0,25}\b(?:up)?on request\b/,
  de: /\breferenzen\b.{0,20}\bauf (?:anfrage|wunsch)\b/,
  fr: /\breferences?\b.{0,25}\bsur demande\b/,
  es: /\breferencias\b.{0,25}\b(?:a peticion|a solicitud|bajo pedido|si se solicitan|disponibles)\b/,
  pt: /\breferencias\b.{0,25}\b(?:a pedido|mediante solicitacao|sob pedido|se solicitadas)\b/,
  it: /\breferenze\b.{0,25}\bsu richiesta\b/,
  nl: /\breferenties\b.{0,25}\bop (?:aanvraag|verzoek)\b/,
  pl: /\breferencje\b.{0,25}\bna (?:zyczenie|prosbe)\b/,
  sv: /\breferenser\b.{0,25}\bpa begaran\b/,
  tr: /\breferanslar\b.{0,25}\b(?:talep|istek)\b/,
  zh: /(?:推荐人|证明人).{0,8}(?:备索|可提供|面谈)/u,
  hi: /(?:संदर्भ|रेफरेंस).{0,20}(?:अनुरोध|मांगने) पर/u,
};

/** Titles whose resumes are as long as the list of what was published and taught. */
export const ACADEMIC =
  /\b(?:professors?|professorin|assistant prof|lecturer|post-?doc\w*|research (?:fellow|associate|scientist)|ph\.? ?d\.?(?: candidate| student)?|doctoral|doktorand\w*|wissenschaftliche[rn]? mitarbeiter\w*|professeure?|chercheu\w+|doctorante?|mait(?:re|resse)s? de conferences|ater|profesora? titular|investigadora?|doutorand[oa]|pesquisadora?|ricercat\w+|dottorand\w+|onderzoeker|promovendus|adiunkt|forskare|akademisyen)\b|教授|研究员|博士后/u;

/** Titles of those who work beside their studies or to learn. */
export const STUDENT =
  /\b(?:intern(?:ship)?|trainee|apprentice|student|undergraduate|graduate (?:research|teaching) assistant|practicum|externship|extern|co-?op|praktik\w+|werkstudent\w*|hilfskraft|auszubildende\w*|stage|stagiaire|alternan\w+|apprenti\w*|becari[oa]|practicas|estagi\w+|aprendiz|tirocin\w+|stagista|stagair|praktyk\w*|stazyst\w+|praktikant|stajyer)\b|实习/u;

/** The past of gerunds that open points, for putting the deed first in the person's own words. */
export const PAST_OF_GERUND: Readonly<Record<string, string>> = Object.fromEntries(
  `administering administered;advising advised;analysing analysed;analyzing analyzed;answering answered;assessing assessed;assigning assigned;automating automated;
balancing balanced;budgeting budgeted;building built;calculating calculated;carrying carried;checking checked;cleaning cleaned;closing closed;coaching coached;
collecting collected;compiling compiled;completing completed;composing composed;conducting conducted;configuring configured;coordinating coordinated;creating created;
debugging debugged;defining defined;delivering delivered;deploying deployed;designing designed;developing developed;documenting documented;drafting drafted;driving drove;
editing edited;ensuring ensured;establishing established;evaluating evaluated;executing executed;facilitating facilitated;finding found;fixing fixed;forecasting forecast;
generating generated;guiding guided;handling handled;hiring hired;identifying identified;implementing implemented;improving improved;increasing increased;inspecting inspected;
installing installed;integrating integrated;interviewing interviewed;introducing introduced;keeping kept;launching launched;leading led;maintaining maintained;making made;
managing managed;measuring measured;mentoring mentored;migrating migrated;monitoring monitored;negotiating negotiated;operating operated;ordering ordered;organising organised;
organizing organized;overseeing oversaw;performing performed;planning planned;preparing prepared;presenting presented;processing processed;producing produced;
programming programmed;promoting promoted;providing provided;purchasing purchased;recording recorded;recruiting recruited;reducing reduced;reporting reported;
researching researched;resolving resolved;reviewing reviewed;running ran;scheduling scheduled;selling sold;serving served;setting set;supervising supervised;supporting supported;
teaching taught;testing tested;tracking tracked;training trained;translating translated;troubleshooting troubleshot;updating updated;writing wrote`
    .split(/;\s*/)
    .map((pair) => {
      const [gerund = '', past = ''] = pair.trim().split(' ');
      return [gerund, past];
    }),
);

/** Fonts whose letters are pictures. */
export const ICON_FONTS =
  /awesome|material ?(?:icons|symbols)|fontello|icomoon|ionicons|academicons|wingdings|webdings|zapf ?dingbats|marvosym|linearicons|typicons/i;

/** Parts of an address that make people wonder. */
export const UNUSUAL_MAIL =
  /(?:^|[._\-\d])(?:sexy|hot(?:boy|girl|stuff|chick)|babe|bab[iy]girl|cutie|princess|prinzessin|gangsta|thug|killer|badass|stoner|xxx|drunk|beer|party|gamer|noob|pimp|playboy|psycho|devil|pokemon|naruto|ninja)(?:$|[._\-\d]|boy|girl|man)|(?<!\d)(?:420|666)(?!\d)/i;
