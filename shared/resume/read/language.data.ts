/** Frequent small words that tell the language of a text. Folded. */
export const STOP_WORDS: Readonly<Record<string, string>> = {
  en: 'the and of to in for with on at as by from an is was my using worked',
  de: 'und der die das mit von im fur bei den des zur eine als auf dem ist wahrend seit',
  fr: 'et de la le les des du en pour dans avec une au sur aux par est d l',
  es: 'y de la el los en con para las del una por al como se experiencia anos',
  pt: 'e de do da em com para dos das uma na no ao os as pela experiencia',
  it: 'e di il la del per con della dei nel alla una gli delle presso che',
  nl: 'en de het van een in met voor op aan bij als naar door ik zijn',
  pl: 'i w z na do oraz dla przez od po przy jest zakresie nad',
  sv: 'och i att av med for pa som en till ett den har jag inom',
  tr: 've bir icin ile olarak bu da de olan yilinda uzerinde',
};

/** Words of resumes, which often hold hardly a sentence. Folded; each counts as three small words. */
export const RESUME_WORDS: Readonly<Record<string, string>> = {
  en: 'experience education skills summary university present references work languages',
  de: 'berufserfahrung ausbildung sprachen kenntnisse heute lebenslauf geburtsdatum studium werdegang sprachkenntnisse muttersprache anschrift',
  fr: 'formation competences langues experiences professionnelle professionnelles stage loisirs anglais francais licence diplome',
  es: 'formacion experiencia idiomas educacion habilidades actualidad ingles laboral conocimientos aptitudes',
  pt: 'formacao experiencia profissional idiomas habilidades ingles atual competencias conhecimentos estagio',
  it: 'istruzione esperienza formazione competenze lingue italiano inglese lavorativa presso laurea',
  nl: 'werkervaring opleiding vaardigheden talen heden nederlands engels opleidingen',
  pl: 'doswiadczenie wyksztalcenie umiejetnosci jezyki obecnie angielski zawodowe zainteresowania',
  sv: 'arbetslivserfarenhet utbildning sprak svenska engelska erfarenhet kompetenser nuvarande',
  tr: 'deneyim egitim beceriler diller ingilizce turkce universitesi halen',
};
