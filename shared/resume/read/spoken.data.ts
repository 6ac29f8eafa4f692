/** Words for how well something is spoken or mastered, in the languages that are read. Folded, separated by `|`. */

/** Of spoken languages. */
export const SPOKEN_LEVELS =
  'native|native speaker|native or bilingual|native language|native level|near native|mother tongue|first language|bilingual|fluent|fluently|proficient|proficiency|full professional|full professional proficiency|professional working|professional working proficiency|limited working|limited working proficiency|elementary proficiency|business fluent|business level|professional|advanced|upper intermediate|intermediate|pre intermediate|lower intermediate|conversational|working knowledge|working proficiency|elementary|basic|basics|basic knowledge|beginner|good|very good|excellent|fair|reading|spoken|written|read and written|read|written and spoken|learning|passive|' +
  'muttersprache|muttersprachler|muttersprachlerin|muttersprachlich|muttersprachniveau|zweitsprache|fliessend|fliessend in wort und schrift|verhandlungssicher|verhandlungssichere kenntnisse|sehr gut|gut|gute kenntnisse|sehr gute kenntnisse|grundkenntnisse|grundlagen|basiskenntnisse|erweiterte grundkenntnisse|konversationssicher|konversation|schulkenntnisse|anfanger|fortgeschritten|fortgeschrittene kenntnisse|in wort und schrift|ausbaufahig|perfekt|bilingual|zweisprachig|sprachniveau|niveau|' +
  'langue maternelle|maternelle|maternel|bilingue|courant|couramment|courante|lu ecrit parle|lu parle ecrit|lu|ecrit|parle|notions|notions de base|bases|debutant|intermediaire|avance|confirme|niveau scolaire|scolaire|professionnel|professionnelle|technique|bon niveau|tres bon niveau|bonne maitrise|maitrise|tres bien|bien|moyen|operationnel|' +
  'nativo|nativa|lengua materna|materna|bilingue|fluido|fluida|avanzado|intermedio|intermedio alto|medio|medio alto|alto|basico|bajo|elemental|nivel|nivel alto|nivel medio|nivel basico|conversacional|conversacion|leido|hablado|escrito|perfecto|profesional|nociones|buen nivel|principiante|' +
  'fluente|fluencia|avancado|intermediario|intermedio|basico|nativo|nativa|lingua materna|idioma nativo|bilingue|leitura|escrita|conversacao|tecnico|instrumental|bom|muito bom|razoavel|iniciante|elementar|profissional|nocoes|' +
  'madrelingua|lingua madre|ottimo|buono|discreto|sufficiente|scolastico|fluente|avanzato|intermedio|base|elementare|livello|eccellente|ottima|buona|professionale|' +
  'moedertaal|vloeiend|uitstekend|zeer goed|goed|redelijk|matig|basis|basiskennis|gevorderd|beginner|niveau|gemiddeld|goed in woord en geschrift|tweetalig|professioneel|' +
  'ojczysty|jezyk ojczysty|natywny|biegly|biegle|biegla znajomosc|plynny|plynnie|zaawansowany|zaawansowana|bardzo dobry|bardzo dobra|dobry|dobra|dobra znajomosc|sredniozaawansowany|srednio zaawansowany|sredni|komunikatywny|komunikatywna|komunikatywnie|podstawowy|podstawowa|podstawy|poziom|dwujezyczny|' +
  'modersmal|flytande|flytande i tal och skrift|mycket goda kunskaper|goda kunskaper|grundlaggande|grundlaggande kunskaper|medel|avancerad|bra|mycket bra|god|nyborjare|tal och skrift|tvasprakig|' +
  'ana dil|anadil|ana dili|ileri|ileri seviye|ileri duzey|cok iyi|iyi|orta|orta seviye|orta duzey|baslangic|baslangic seviyesi|temel|temel seviye|akici|akici seviye|seviye|duzey|okuma|yazma|konusma|cift dilli|' +
  '母语|母語|流利|熟练|熟練|精通|良好|一般|日常会话|基础|基本|专业四级|专业八级|四级|六级|大学英语四级|大学英语六级|英语四级|英语六级|读写|听说|听说读写|可作为工作语言|工作语言|普通话二级甲等|二级甲等|ネイティブ|ビジネスレベル|日常会話|원어민|유창|중급|고급|초급|' +
  'मातृभाषा|धाराप्रवाह|प्रवाहपूर्ण|अच्छा|अच्छी|बहुत अच्छा|बहुत अच्छी|उत्तम|सामान्य|कामचलाऊ|प्रारंभिक|मध्यम|उच्च|लिखना|पढ़ना|बोलना|' +
  'modersmalsniveau|flydende|forhandlingsniveau|grundlaeggende|godt kendskab|morsmal|flytende|grunnleggende|aidinkieli|sujuva|erinomainen|hyva|tyydyttava|perusteet|rodily mluvci|rodny jazyk|plynne|pokrocily|mirne pokrocily|zacatecnik|zaklady|limba materna|fluent|avansat|mediu|incepator|anyanyelv|anyanyelvi|felsofok|kozepfok|alapfok|folyekony|родной|свободно|свободное владение|разговорный|базовый|начальный|средний|продвинутый|рідна|вільно|вільне володіння|розмовний|μητρικη|αριστα|πολυ καλα|καλα|βασικα|اللغة الأم|بطلاقة|طلاقة|ممتاز|جيد جدا|جيد|متوسط|مبتدئ|penutur asli|fasih|lancar|mahir|menengah|dasar|ban ngu|thanh thao|trung cap|co ban|llengua materna|fluid|avancat|mitja|basic|' +
  'a1|a2|b1|b2|c1|c2|toefl|ielts|toeic|delf|dalf|dele|testdaf|dsh|goethe|telc|hsk|jlpt|topik|celpe|celpe bras|cambridge|cae|cpe|fce|pet|ket|tef|tcf|siele|plida|celi|cils|n1|n2|n3|n4|n5|cet 4|cet 6|cet4|cet6|tem 4|tem 8|tem4|tem8|yds|yokdil|dil puani';

/** Of skills. */
export const SKILL_LEVELS =
  'basic|basics|basic knowledge|beginner|elementary|novice|familiar|some experience|working knowledge|intermediate|upper intermediate|competent|proficient|advanced|strong|very good|good|excellent|experienced|skilled|expert|master|fluent|learning|daily use|certified|' +
  'grundkenntnisse|grundlagen|basiskenntnisse|anfanger|gute kenntnisse|sehr gute kenntnisse|gut|sehr gut|fortgeschritten|fortgeschrittene kenntnisse|experte|expertin|sicher|sicherer umgang|routiniert|ausgezeichnet|fundierte kenntnisse|vertiefte kenntnisse|expertenkenntnisse|' +
  'notions|bases|debutant|intermediaire|bon niveau|confirme|avance|maitrise|expert|courant|bonne maitrise|' +
  'basico|nivel basico|principiante|usuario|nivel usuario|intermedio|nivel medio|medio|avanzado|nivel avanzado|alto|experto|dominio|excelente|' +
  'iniciante|intermediario|avancado|especialista|nocoes|bom|otimo|experiente|usuario avancado|' +
  'base|elementare|intermedio|avanzato|buono|ottimo|esperto|eccellente|discreto|' +
  'basis|beginner|gemiddeld|gevorderd|goed|zeer goed|uitstekend|expert|' +
  'podstawowy|podstawowa|podstawy|sredniozaawansowany|zaawansowany|zaawansowana|dobra znajomosc|bardzo dobra znajomosc|biegle|biegly|ekspert|' +
  'grundlaggande|medel|god|mycket god|avancerad|expert|goda kunskaper|mycket goda kunskaper|' +
  'baslangic|temel|orta|iyi|cok iyi|ileri|ileri seviye|orta seviye|uzman|' +
  '精通|熟练|熟练掌握|熟悉|掌握|了解|入门|良好|一般|सामान्य|अच्छा|उत्तम|मध्यम|उच्च|दक्ष|प्रारंभिक';

/** Other names of languages than those of the table, by ISO code. */
export const MORE_NAMES: Readonly<Record<string, string>> = {
  es: 'castellano|castilian|castillan|kastilisch|castelhano|castigliano',
  zh: 'mandarin|mandarin chinese|mandarim|mandarino|mandarijn|mandarynski|hochchinesisch|putonghua|普通话|國語|国语|中文|汉语|漢語|华语|中国語|cantonese|kantonesisch|cantonais|cantones|cantonese chinese|粤语|广东话|廣東話|chinesisch (mandarin)|simplified chinese|traditional chinese',
  fa: 'farsi|dari|persian',
  nl: 'flemish|flamisch|flamand|flamenco neerlandes|vlaams|holländisch|hollandais|hollandaca|flamandca',
  ca: 'valencian|valenciano|valencia|valencien',
  eu: 'euskera|euskara|vasco|basque',
  gl: 'gallego|galego',
  pt: 'portugues brasileiro|brazilian portuguese|portugues do brasil|brasilianisch',
  en: 'inglese|anglais technique|technical english|business english|british english|american english|英文|英語',
  de: 'swiss german|schweizerdeutsch|hochdeutsch|德文|德語|plattdeutsch',
  fr: '法文|法語',
  ja: '日文|日語|日本語',
  hi: 'हिन्दी|हिंदी|hindustani',
  pa: 'punjabi|panjabi',
  or: 'oriya|odia',
  bn: 'bangla|bengali',
  ff: 'pulaar|peul|poular|fulfulde|fulani',
  fil: 'tagalog|filipino',
  sr: 'serbo-croatian|serbokroatisch|serbocroate',
  no: 'norsk|norwegian bokmal|bokmal|nynorsk',
  gsw: 'schweizerdeutsch|swiss german|suisse allemand',
  sgn: 'sign language|american sign language|british sign language|asl|bsl|gebardensprache|deutsche gebardensprache|langue des signes|langue des signes francaise|lsf|lengua de signos|lengua de senas|libras|lingua dei segni|gebarentaal|jezyk migowy|teckensprak|isaret dili|手语',
};
