/**
 * The sentences a letter can be made of. A frame's own words claim nothing but what its slots carry, so a sentence that
 * fits a frame is as true as its slots; the truth lock knows these frames and checks every slot against its evidence. Long: four languages of them.
 */
import type { DocumentLanguage, Tone } from './model.schema.ts';

/** What a sentence does in the letter. */
export type FrameUse =
  | 'apply'
  | 'applyNoCompany'
  | 'currentSince'
  | 'current'
  | 'lastUntil'
  | 'last'
  | 'graduated'
  | 'studying'
  | 'studied'
  | 'label'
  | 'years'
  | 'quoteTask'
  | 'quoteMust'
  | 'quote'
  | 'currentAsSince'
  | 'didAt'
  | 'didNow'
  | 'didLast'
  | 'didAsOnly'
  | 'before'
  | 'wasAt'
  | 'wasNow'
  | 'amNow'
  | 'wasLast'
  | 'wasAlso'
  | 'amAlso'
  | 'wasEarlier'
  | 'includedNow'
  | 'includedLast'
  | 'includedAtPast'
  | 'includedAlsoPast'
  | 'didAlso'
  | 'didEarlier'
  | 'didProject'
  | 'includedAt'
  | 'includedAlso'
  | 'includedEarlier'
  | 'includedProject'
  | 'skillsAsked'
  | 'skills'
  | 'degree'
  | 'certificates'
  | 'languages'
  | 'notice'
  | 'start';

export type Frame = {
  readonly use: FrameUse;
  /** Absent: fits every tone. */
  readonly tone?: Tone;
  /** `{slot}` marks; `{a}` is an indefinite article or nothing. */
  readonly text: string;
};

const f = (use: FrameUse, text: string, tone?: Tone): Frame =>
  tone === undefined ? { use, text } : { use, text, tone };

const en: readonly Frame[] = [
  f('apply', 'I am applying for the {job} position at {company}.', 'neutral'),
  f('apply', 'I would like to apply for the {job} role at {company}.', 'neutral'),
  f('apply', 'I was glad to come across the {job} opening at {company}, and I would like to apply.', 'warm'),
  f('apply', 'Please consider this letter my application for the position of {job} at {company}.', 'formal'),
  f('applyNoCompany', 'I am applying for the {job} position.', 'neutral'),
  f('applyNoCompany', 'I was glad to come across the {job} opening, and I would like to apply.', 'warm'),
  f('applyNoCompany', 'Please consider this letter my application for the position of {job}.', 'formal'),
  f('currentSince', 'I have worked at {employer} as {a}{position} since {from}.'),
  f('currentAsSince', 'I have worked as {a}{position} since {from}.'),
  f('current', 'I currently work at {employer} as {a}{position}.'),
  f('lastUntil', 'Most recently, I worked at {employer} as {a}{position}, until {to}.'),
  f('last', 'Most recently, I worked at {employer} as {a}{position}.'),
  f('before', 'Before that, I worked at {employer} as {a}{position}.'),
  f('graduated', 'I graduated from {the}{institution} in {to} with {a}{degree}.'),
  f('studying', 'I am currently studying at {the}{institution} for {a}{degree}.'),
  f('studied', 'I studied {degree} at {the}{institution}.'),
  f('label', 'I am {a}{label}.'),
  f('years', 'In total, I bring {years} years of experience.'),
  f('quoteTask', 'One of the tasks you describe is “{quote}”.'),
  f('quoteTask', 'The work you describe also includes “{quote}”.'),
  f('quoteMust', 'You are looking for “{quote}”.'),
  f('quoteMust', 'You also ask for “{quote}”.'),
  f('quote', 'Your posting mentions “{quote}”.'),
  f('quote', 'It also mentions “{quote}”.'),
  f('didAt', 'At {employer}, I {clause}.'),
  f('didNow', 'In my current position, I {clause}.'),
  f('didLast', 'In my last position, I {clause}.'),
  f('didAsOnly', 'As {a}{position}, I {clause}.'),
  f('wasAt', 'At {employer}, I was {clause}.'),
  f('wasNow', 'In my current position, I was {clause}.'),
  f('amNow', 'In my current position, I am {clause}.'),
  f('wasLast', 'In my last position, I was {clause}.'),
  f('wasAlso', 'I was also {clause}.'),
  f('amAlso', 'I am also {clause}.'),
  f('wasEarlier', 'Before that, at {employer}, I was {clause}.'),
  f('didAlso', 'I also {clause}.'),
  f('didAlso', 'In the same position, I {clause}.'),
  f('didEarlier', 'Before that, at {employer}, I {clause}.'),
  f('didProject', 'For my project “{project}”, I {clause}.'),
  f('includedAt', 'My work at {employer} includes {clause}.'),
  f('includedAtPast', 'My work at {employer} included {clause}.'),
  f('includedNow', 'My current position includes {clause}.'),
  f('includedLast', 'My last position included {clause}.'),
  f('includedAlso', 'My work there also includes {clause}.'),
  f('includedAlso', 'It includes {clause} as well.'),
  f('includedAlsoPast', 'My work there also included {clause}.'),
  f('includedAlsoPast', 'It included {clause} as well.'),
  f('includedEarlier', 'Before that, my work at {employer} included {clause}.'),
  f('includedProject', 'My project “{project}” included {clause}.'),
  f('skillsAsked', 'Of the skills you name, I bring {askedSkills}.'),
  f('skills', 'My skills include {skills}.'),
  f('degree', 'I hold {a}{degree} from {the}{institution}.'),
  f('certificates', 'My certifications include {certificates}.'),
  f('languages', 'I speak {languages}.'),
  f('notice', 'My notice period is {notice}.'),
  f('start', 'My earliest start date is {start}.'),
];

const de: readonly Frame[] = [
  f('apply', 'ich bewerbe mich bei {company} auf die Stelle „{job}“.', 'neutral'),
  f(
    'apply',
    'über Ihre Ausschreibung „{job}“ bei {company} habe ich mich gefreut, und ich möchte mich darauf bewerben.',
    'warm',
  ),
  f('apply', 'mit diesem Schreiben bewerbe ich mich bei {company} auf die Stelle „{job}“.', 'formal'),
  f('applyNoCompany', 'ich bewerbe mich auf die Stelle „{job}“.', 'neutral'),
  f(
    'applyNoCompany',
    'über Ihre Ausschreibung „{job}“ habe ich mich gefreut, und ich möchte mich darauf bewerben.',
    'warm',
  ),
  f('applyNoCompany', 'mit diesem Schreiben bewerbe ich mich auf die Stelle „{job}“.', 'formal'),
  f('currentSince', 'Seit {from} arbeite ich als {position} bei {employer}.'),
  f('currentAsSince', 'Seit {from} arbeite ich als {position}.'),
  f('current', 'Zurzeit arbeite ich als {position} bei {employer}.'),
  f('lastUntil', 'Zuletzt, bis {to}, habe ich als {position} bei {employer} gearbeitet.'),
  f('last', 'Zuletzt habe ich als {position} bei {employer} gearbeitet.'),
  f('before', 'Davor habe ich als {position} bei {employer} gearbeitet.'),
  f('graduated', 'Meinen Abschluss „{degree}“ habe ich {to} erworben ({institution}).'),
  f('studying', 'Zurzeit studiere ich mit dem Ziel „{degree}“ ({institution}).'),
  f('studied', 'Studiert habe ich „{degree}“ ({institution}).'),
  f('label', 'Ich bin {label}.'),
  f('years', 'Ich bringe {years} Jahre Berufserfahrung mit.'),
  f('quoteTask', 'Zu den Aufgaben zählen Sie „{quote}“.'),
  f('quoteTask', 'Zur Stelle gehört auch „{quote}“.'),
  f('quoteMust', 'Sie suchen „{quote}“.'),
  f('quoteMust', 'Sie wünschen sich außerdem „{quote}“.'),
  f('quote', 'In Ihrer Ausschreibung nennen Sie „{quote}“.'),
  f('quote', 'Außerdem nennen Sie „{quote}“.'),
  f('includedAt', 'Zu meinen Aufgaben bei {employer} gehört: {clause}.'),
  f('includedAtPast', 'Zu meinen Aufgaben bei {employer} gehörte: {clause}.'),
  f('includedNow', 'Zu meinen Aufgaben gehört heute: {clause}.'),
  f('includedLast', 'Zu meinen Aufgaben gehörte zuletzt: {clause}.'),
  f('includedAlso', 'Hinzu kommt: {clause}.'),
  f('includedAlso', 'Ebenso dazu gehört: {clause}.'),
  f('includedAlsoPast', 'Hinzu kam: {clause}.'),
  f('includedAlsoPast', 'Ebenso dazu gehörte: {clause}.'),
  f('includedEarlier', 'Davor gehörte bei {employer} zu meinen Aufgaben: {clause}.'),
  f('includedProject', 'Zu meinem Projekt {project} gehörte: {clause}.'),
  f('skillsAsked', 'Von den Kenntnissen, die Sie nennen, bringe ich {askedSkills} mit.'),
  f('skills', 'Zu meinen Kenntnissen gehören {skills}.'),
  f('degree', 'Mein Abschluss: {degree} ({institution}).'),
  f('certificates', 'Zu meinen Zertifikaten gehören {certificates}.'),
  f('languages', 'Ich spreche {languages}.'),
  f('notice', 'Meine Kündigungsfrist: {notice}.'),
  f('start', 'Mein frühester Eintrittstermin: {start}.'),
];

const fr: readonly Frame[] = [
  f('apply', 'Je vous propose ma candidature au poste de {job} chez {company}.', 'neutral'),
  f(
    'apply',
    'C’est avec plaisir que j’ai lu votre annonce pour le poste de {job} chez {company}, et je souhaite y répondre.',
    'warm',
  ),
  f('apply', 'J’ai l’honneur de vous présenter ma candidature au poste de {job} au sein de {company}.', 'formal'),
  f('applyNoCompany', 'Je vous propose ma candidature au poste de {job}.', 'neutral'),
  f(
    'applyNoCompany',
    'C’est avec plaisir que j’ai lu votre annonce pour le poste de {job}, et je souhaite y répondre.',
    'warm',
  ),
  f('applyNoCompany', 'J’ai l’honneur de vous présenter ma candidature au poste de {job}.', 'formal'),
  f('currentSince', 'Je travaille chez {employer} en tant que {position} depuis {from}.'),
  f('currentAsSince', 'Je travaille en tant que {position} depuis {from}.'),
  f('current', 'Je travaille actuellement chez {employer} en tant que {position}.'),
  f('lastUntil', 'Jusqu’en {to}, j’ai travaillé chez {employer} en tant que {position}.'),
  f('last', 'Dernièrement, j’ai travaillé chez {employer} en tant que {position}.'),
  f('before', 'Auparavant, j’ai travaillé chez {employer} en tant que {position}.'),
  f('graduated', 'J’ai obtenu mon diplôme ({degree}) en {to} : {institution}.'),
  f('studying', 'Je prépare actuellement un diplôme ({degree}) : {institution}.'),
  f('studied', 'J’ai suivi des études ({degree}) : {institution}.'),
  f('label', 'Mon métier : {label}.'),
  f('years', 'J’apporte {years} ans d’expérience.'),
  f('quoteTask', 'Parmi les missions, vous citez « {quote} ».'),
  f('quoteTask', 'Le poste comprend aussi « {quote} ».'),
  f('quoteMust', 'Vous recherchez « {quote} ».'),
  f('quoteMust', 'Vous demandez également « {quote} ».'),
  f('quote', 'Votre annonce mentionne « {quote} ».'),
  f('quote', 'Elle mentionne aussi « {quote} ».'),
  f('includedAt', 'Mon travail chez {employer} comprend : {clause}.'),
  f('includedAtPast', 'Mon travail chez {employer} comprenait : {clause}.'),
  f('includedNow', 'Mon poste actuel comprend : {clause}.'),
  f('includedLast', 'Mon dernier poste comprenait : {clause}.'),
  f('includedAlso', 'S’y ajoute : {clause}.'),
  f('includedAlso', 'Il comprend également : {clause}.'),
  f('includedAlsoPast', 'S’y ajoutait : {clause}.'),
  f('includedAlsoPast', 'Il comprenait également : {clause}.'),
  f('includedEarlier', 'Auparavant, mon travail chez {employer} comprenait : {clause}.'),
  f('includedProject', 'Mon projet {project} comprenait : {clause}.'),
  f('skillsAsked', 'Parmi les compétences que vous citez, j’apporte {askedSkills}.'),
  f('skills', 'Mes compétences comprennent {skills}.'),
  f('degree', 'Mon diplôme : {degree} ({institution}).'),
  f('certificates', 'Mes certifications comprennent {certificates}.'),
  f('languages', 'Langues que je parle : {languages}.'),
  f('notice', 'Mon préavis : {notice}.'),
  f('start', 'Ma date de début au plus tôt : {start}.'),
];

const es: readonly Frame[] = [
  f('apply', 'Me gustaría presentar mi candidatura al puesto de {job} en {company}.', 'neutral'),
  f('apply', 'Me ha alegrado ver la oferta de {job} en {company} y me gustaría presentar mi candidatura.', 'warm'),
  f('apply', 'Por la presente les hago llegar mi candidatura al puesto de {job} en {company}.', 'formal'),
  f('applyNoCompany', 'Me gustaría presentar mi candidatura al puesto de {job}.', 'neutral'),
  f('applyNoCompany', 'Me ha alegrado ver la oferta de {job} y me gustaría presentar mi candidatura.', 'warm'),
  f('applyNoCompany', 'Por la presente les hago llegar mi candidatura al puesto de {job}.', 'formal'),
  f('currentSince', 'Trabajo en {employer} como {position} desde {from}.'),
  f('currentAsSince', 'Trabajo como {position} desde {from}.'),
  f('current', 'Actualmente trabajo en {employer} como {position}.'),
  f('lastUntil', 'Hasta {to} trabajé en {employer} como {position}.'),
  f('last', 'Mi último puesto fue {position} en {employer}.'),
  f('before', 'Antes trabajé en {employer} como {position}.'),
  f('graduated', 'Obtuve mi título ({degree}) en {to}: {institution}.'),
  f('studying', 'Actualmente curso estudios ({degree}): {institution}.'),
  f('studied', 'Cursé estudios ({degree}): {institution}.'),
  f('label', 'Mi profesión: {label}.'),
  f('years', 'Aporto {years} años de experiencia.'),
  f('quoteTask', 'Entre las tareas mencionan «{quote}».'),
  f('quoteTask', 'El puesto incluye también «{quote}».'),
  f('quoteMust', 'Buscan «{quote}».'),
  f('quoteMust', 'Piden además «{quote}».'),
  f('quote', 'Su oferta menciona «{quote}».'),
  f('quote', 'También menciona «{quote}».'),
  f('didAt', 'En {employer}, {clause}.'),
  f('didNow', 'En mi puesto actual, {clause}.'),
  f('didLast', 'En mi último puesto, {clause}.'),
  f('didAlso', 'También {clause}.'),
  f('didEarlier', 'Anteriormente, en {employer}, {clause}.'),
  f('didProject', 'En mi proyecto {project}, {clause}.'),
  f('includedAt', 'Mi trabajo en {employer} incluye: {clause}.'),
  f('includedAtPast', 'Mi trabajo en {employer} incluía: {clause}.'),
  f('includedNow', 'Mi puesto actual incluye: {clause}.'),
  f('includedLast', 'Mi último puesto incluía: {clause}.'),
  f('includedAlso', 'A ello se suma: {clause}.'),
  f('includedAlso', 'Incluye además: {clause}.'),
  f('includedAlsoPast', 'A ello se sumaba: {clause}.'),
  f('includedAlsoPast', 'Incluía además: {clause}.'),
  f('includedEarlier', 'Anteriormente, mi trabajo en {employer} incluía: {clause}.'),
  f('includedProject', 'Mi proyecto {project} incluía: {clause}.'),
  f('skillsAsked', 'De las competencias que mencionan, aporto {askedSkills}.'),
  f('skills', 'Entre mis competencias están {skills}.'),
  f('degree', 'Mi titulación: {degree} ({institution}).'),
  f('certificates', 'Entre mis certificaciones están {certificates}.'),
  f('languages', 'Idiomas que hablo: {languages}.'),
  f('notice', 'Mi plazo de preaviso: {notice}.'),
  f('start', 'Mi fecha de incorporación más temprana: {start}.'),
];

export const FRAMES: Readonly<Record<DocumentLanguage, readonly Frame[]>> = { en, de, fr, es };

/** Greeting, last paragraph and valediction: courtesy, no claim. `{company}` only in the greeting. */
export const COURTESY: Readonly<
  Record<
    DocumentLanguage,
    Readonly<
      Record<
        Tone,
        {
          readonly greeting: string;
          readonly greetingTo?: string;
          readonly closing: string;
          readonly valediction: string;
        }
      >
    >
  >
> = {
  en: {
    neutral: {
      greeting: 'Dear Hiring Manager,',
      greetingTo: 'Dear {company} hiring team,',
      closing: 'I would be glad to talk through any of this with you. Thank you for your time.',
      valediction: 'Kind regards,',
    },
    warm: {
      greeting: 'Hello,',
      greetingTo: 'Hello {company} team,',
      closing: 'I would be very happy to tell you more in a conversation. Thank you for reading.',
      valediction: 'Warm regards,',
    },
    formal: {
      greeting: 'Dear Sir or Madam,',
      closing: 'I would welcome the opportunity of an interview. Thank you for your consideration.',
      valediction: 'Yours faithfully,',
    },
  },
  de: {
    neutral: {
      greeting: 'Guten Tag,',
      closing: 'Gern erzähle ich Ihnen in einem Gespräch mehr. Vielen Dank für Ihre Zeit.',
      valediction: 'Freundliche Grüße',
    },
    warm: {
      greeting: 'Hallo,',
      closing: 'Ich freue mich sehr, wenn wir uns kennenlernen. Vielen Dank fürs Lesen.',
      valediction: 'Herzliche Grüße',
    },
    formal: {
      greeting: 'Sehr geehrte Damen und Herren,',
      closing: 'Über die Einladung zu einem Gespräch freue ich mich. Vielen Dank für die Prüfung meiner Unterlagen.',
      valediction: 'Mit freundlichen Grüßen',
    },
  },
  fr: {
    neutral: {
      greeting: 'Madame, Monsieur,',
      closing:
        'C’est avec plaisir que j’en parlerai avec vous lors d’un entretien. Je vous remercie de votre attention.',
      valediction: 'Cordialement,',
    },
    warm: {
      greeting: 'Bonjour,',
      closing: 'Au plaisir d’échanger avec vous de vive voix. Merci beaucoup de votre lecture.',
      valediction: 'Bien à vous,',
    },
    formal: {
      greeting: 'Madame, Monsieur,',
      closing:
        'Je me tiens à votre disposition pour un entretien et vous remercie de l’attention portée à ma candidature.',
      valediction: 'Je vous prie d’agréer, Madame, Monsieur, l’expression de mes salutations distinguées.',
    },
  },
  es: {
    neutral: {
      greeting: 'Estimado equipo de selección:',
      greetingTo: 'Estimado equipo de {company}:',
      closing: 'Con gusto les cuento más en una conversación. Gracias por su tiempo.',
      valediction: 'Un cordial saludo,',
    },
    warm: {
      greeting: 'Hola:',
      greetingTo: 'Hola, equipo de {company}:',
      closing: 'Me encantaría contarles más en una conversación. Muchas gracias por leer esta carta.',
      valediction: 'Un saludo afectuoso,',
    },
    formal: {
      greeting: 'A quien corresponda:',
      closing: 'Quedo a su disposición para una entrevista. Les agradezco de antemano su atención.',
      valediction: 'Atentamente,',
    },
  },
};
