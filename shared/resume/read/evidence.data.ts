/**
 * How people say that they do not have a skill, or do not have it yet, in the twelve languages. Matched against folded
 * lower-case text in NFC; what a pattern opens reaches to the end of its clause.
 */

const joined = (parts: readonly string[]): RegExp => new RegExp(parts.join('|'), 'giu');
/** Letters do not continue before or after. */
const word = (source: string): string => `(?<![\\p{L}\\p{M}])(?:${source})(?![\\p{L}\\p{M}])`;
const UP_TO_TWO = '(?:[\\p{L}-]+\\s+){0,2}?';

/** Everything after it in the clause is not had: `no experience with X or Y`. */
export const DENIED = joined([
  word(
    `(?:no|without|lack(?:s|ing)?(?: of)?|not (?:much|any)|little|zero)\\s+${UP_TO_TWO}(?:experience|knowledge|skills?|exposure|background|expertise|familiarity)`,
  ),
  word(
    "(?:never|not|haven['’]t|don['’]t|didn['’]t)\\s+(?:yet\\s+|really\\s+|actually\\s+)?(?:used?|work(?:ed)? (?:with|in)|learn(?:ed|t)|familiar with|experienced (?:in|with)|proficient (?:in|with)|know|tried|touch(?:ed)?)",
  ),
  word(`(?:keine?[nr]?|ohne|kaum)\\s+${UP_TO_TWO}(?:erfahrung(?:en)?|(?:vor)?kenntnisse?)`),
  word('(?:noch )?nie mit'),
  word(`(?:pas|aucune?|sans|jamais|peu)\\s+(?:d['’]\\s?|de\\s+)?${UP_TO_TWO}(?:expérience|connaissances?|notions?)`),
  word('(?:pas|jamais)\\s+(?:encore\\s+)?(?:utilisé|pratiqué|travaillé (?:avec|sur))'),
  word(`(?:sin|ningun[ao]?|ningún|no (?:tengo|poseo|cuento con)|poca)\\s+${UP_TO_TWO}(?:experiencia|conocimientos?)`),
  word(`(?:sem|nenhuma?|não (?:tenho|possuo)|pouca)\\s+${UP_TO_TWO}(?:experiência|conhecimentos?)`),
  word(`(?:senza|nessuna?|non ho|poca)\\s+${UP_TO_TWO}(?:esperienza|conoscenz[ae])`),
  word(`(?:geen|zonder|weinig)\\s+${UP_TO_TWO}(?:ervaring|kennis)`),
  word(`(?:brak|bez|nie mam|nie posiadam)\\s+${UP_TO_TWO}(?:doświadczenia|znajomości|wiedzy)`),
  word(`(?:ingen|inga|utan|saknar)\\s+${UP_TO_TWO}(?:erfarenhet(?:er)?|kunskaper?)`),
  '没有|缺乏|不会|不熟悉|不了解|未使用过|没用过|未接触过',
]);

/** Everything before it in the clause is not had: `Java bilmiyorum`. */
export const DENIED_AFTER = joined([
  word('(?:deneyimim|bilgim|tecrübem)\\s+yok|bilmiyorum|kullanmadım'),
  'का अनुभव नहीं|नहीं आता|नहीं जानत',
  '零基础|没有经验|无经验',
]);

/** Everything after it in the clause is only wished for or just begun: `currently learning X`. */
export const WISHED = joined([
  word(
    `(?:want|wish|would like|would love|eager|keen|look|hope|hoping|plan|excited|aspire|aspiring|willing|motivated|interested)(?:s|ed|ing|ning)?\\s+(?:to|in|on|forward to)\\s+${UP_TO_TWO}(?:learn(?:ing)?|study(?:ing)?|explor(?:e|ing)|master(?:ing)?|acquir(?:e|ing)|gain(?:ing)? (?:experience|knowledge|skills))`,
  ),
  word('(?:currently|now|presently|still|actively|just) (?:learning|studying)|interest in learning|beginner in|new to'),
  '^\\s*(?:currently )?learning(?=\\s*:?\\s+$|\\s*:)',
  word('lerne|(?:derzeit|gerade|aktuell|zurzeit|momentan) (?:lerne ich|am lernen)|interesse an|einarbeitung in'),
  word(
    "(?:souhaite|voudrais|aimerais|désire|envie d['’]|désireux d['’]|désireuse d['’])\\s*(?:\\p{L}+\\s+){0,1}?(?:apprendre|me former|découvrir)|j['’]apprends|en cours d['’]apprentissage|en train d['’]apprendre",
  ),
  word('(?:quiero|deseo|me gustaría|ganas de|interesad[oa] en)\\s+aprender|aprendiendo|interés en aprender'),
  word('(?:quero|desejo|gostaria de|vontade de|interessad[oa] em)\\s+aprender|aprendendo|a aprender'),
  word(
    '(?:voglio|vorrei|desidero|mi piacerebbe)\\s+imparare|sto (?:imparando|studiando)|interessat[oa] a(?:d)? imparare',
  ),
  word('ben (?:ik )?aan het leren|leer momenteel|momenteel aan het leren'),
  word('(?:chcę|chciał(?:a)?bym|zamierzam|planuję)\\s+(?:się\\s+)?(?:nauczyć|uczyć|poznać)|uczę się|obecnie uczę'),
  word('(?:vill|skulle vilja|önskar|planerar att)\\s+lära mig|håller på att lära mig|lär mig'),
  '(?:想|希望|计划|打算|准备|愿意|正在)(?:要|深入|继续)?(?:学习|自学|学)',
]);

/** A wish whose verb comes last: the words before it (`möchte X lernen`) … */
export const WISHED_BEFORE = joined([word('möchte|will|würde|wollen|wünsche|wil|graag|zou')]);
/** … and after it. */
export const WISHED_VERB = joined([word('(?:er|kennen)?lernen|leren')]);

/** Everything before it in the clause is only wished for or just begun. */
export const WISHED_AFTER = joined([
  word('öğrenmek ist(?:iyorum|erim)|öğreniyorum|öğrenmeye (?:açık|hevesli)'),
  '学习中|सीखना चाहत|सीख रह',
  '[(（–—-]\\s*(?:currently |still |now )?(?:learning|studying|in progress|lernend|in einarbeitung|en cours|aprendiendo|aprendendo|in corso)(?![\\p{L}\\p{M}])',
]);

/** What makes the name of a product the name of a firm: the words before it. */
export const AT_FIRM = new RegExp(
  [
    '(?<!(?:proficient|good|great|skilled|expert|excellent|adept|experienced|better|best)\\s)(?<![\\p{L}])(?:at|joined|left|bei|chez|presso|bij|hos)\\s+$',
    '(?<![\\p{L}])(?:work(?:ed|ing|s)?|intern(?:ed|ing|ship)?|employed|arbeit(?:ete|e|et)|travaill(?:é|e|ant)|trabaj(?:é|o|ando)|trabalh(?:ei|o|ando)|lavor(?:ato|o|ando)|gewerkt|pracował[ea]m|arbetade|arbetat)\\s+(?:for|by|für|pour|en|para|em|na|no|per|in|voor|w|dla|på|för)\\s+$',
    '(?:就职于|任职于|供职于|加入)\\s*$',
  ].join('|'),
  'iu',
);
/** … and the words after it. */
export const FIRM_AFTER =
  /^(?:,?\s?(?:Inc|LLC|Ltd|GmbH|AG|Corp(?:oration)?|plc|B\.V|S\.A)\b\.?|['’]s\s+(?:team|office|headquarters|HQ|customers?|clients?|sales team)\b|\s*(?:公司|集团|工作))/iu;

/** Where a clause ends, and with it the reach of what denied or wished. */
export const CLAUSE_END =
  /[.;!?。；！？\n]|(?<![\p{L}])(?:but|however|though|although|aber|jedoch|mais|pero|mas|porém|però|maar|ale|men|ama|fakat|लेकिन)(?![\p{L}])|但/giu;
