/** Words a document brings itself: section headings, months, list words. Never a claim about a person. */
import type { DocumentLanguage, SectionId } from './model.schema.ts';

/** Headings applicant tracking systems know in each language. */
export const HEADINGS: Readonly<Record<DocumentLanguage, Readonly<Record<SectionId, string>>>> = {
  en: {
    summary: 'Summary',
    skills: 'Skills',
    work: 'Experience',
    projects: 'Projects',
    education: 'Education',
    certificates: 'Certifications',
    volunteer: 'Volunteering',
    awards: 'Awards',
    publications: 'Publications',
    languages: 'Languages',
    interests: 'Interests',
  },
  de: {
    summary: 'Profil',
    skills: 'Kenntnisse',
    work: 'Berufserfahrung',
    projects: 'Projekte',
    education: 'Ausbildung',
    certificates: 'Zertifikate',
    volunteer: 'Ehrenamt',
    awards: 'Auszeichnungen',
    publications: 'Veröffentlichungen',
    languages: 'Sprachen',
    interests: 'Interessen',
  },
  fr: {
    summary: 'Profil',
    skills: 'Compétences',
    work: 'Expérience professionnelle',
    projects: 'Projets',
    education: 'Formation',
    certificates: 'Certifications',
    volunteer: 'Bénévolat',
    awards: 'Distinctions',
    publications: 'Publications',
    languages: 'Langues',
    interests: 'Centres d’intérêt',
  },
  es: {
    summary: 'Perfil',
    skills: 'Competencias',
    work: 'Experiencia profesional',
    projects: 'Proyectos',
    education: 'Formación',
    certificates: 'Certificaciones',
    volunteer: 'Voluntariado',
    awards: 'Premios',
    publications: 'Publicaciones',
    languages: 'Idiomas',
    interests: 'Intereses',
  },
};

export const LONG_MONTHS: Readonly<Record<DocumentLanguage, readonly string[]>> = {
  en: 'January February March April May June July August September October November December'.split(' '),
  de: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' '),
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' '),
};

/** Short month names; German resumes write `04/2019` instead. */
export const SHORT_MONTHS: Readonly<Record<DocumentLanguage, readonly string[]>> = {
  en: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' '),
  de: '01/ 02/ 03/ 04/ 05/ 06/ 07/ 08/ 09/ 10/ 11/ 12/'.split(' '),
  fr: 'janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.'.split(' '),
  es: 'ene. feb. mar. abr. may. jun. jul. ago. sept. oct. nov. dic.'.split(' '),
};

export const PRESENT: Readonly<Record<DocumentLanguage, string>> = {
  en: 'Present',
  de: 'heute',
  fr: 'aujourd’hui',
  es: 'actualidad',
};

export const AND: Readonly<Record<DocumentLanguage, string>> = { en: 'and', de: 'und', fr: 'et', es: 'y' };

/** Between a degree and its subject: `Bachelor of Science in Physics`. */
export const DEGREE_IN: Readonly<Record<DocumentLanguage, string>> = { en: ' in ', de: ' ', fr: ' en ', es: ' en ' };

export const LABELS: Readonly<
  Record<
    DocumentLanguage,
    { readonly grade: string; readonly courses: string; readonly resume: string; readonly letter: string }
  >
> = {
  en: { grade: 'Grade', courses: 'Courses', resume: 'Resume', letter: 'Cover-Letter' },
  de: { grade: 'Note', courses: 'Schwerpunkte', resume: 'Lebenslauf', letter: 'Anschreiben' },
  fr: { grade: 'Mention', courses: 'Cours', resume: 'CV', letter: 'Lettre' },
  es: { grade: 'Nota', courses: 'Asignaturas', resume: 'CV', letter: 'Carta' },
};
