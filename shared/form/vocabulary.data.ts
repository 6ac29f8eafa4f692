/**
 * The field vocabulary: what application forms ask for, what each word of it means, how it is said in the languages we
 * read, and where the value comes from. One table on purpose, so it is longer than 300 lines: a row is a decision, and
 * classifier, planner, settings and documentation all read the same rows.
 */

export type VocabularyEntry = {
  readonly key: string;
  readonly definition: string;
  readonly examples: readonly string[];
  /** Field path the value comes from. */
  readonly from: string;
  /** Pay, law, health and origin: only from an explicit stored answer. */
  readonly sensitive?: 'legal' | 'pay' | 'eeo';
  /** Which repeated section it can be a row of. */
  readonly row?: 'work' | 'education';
  /** HTML autocomplete tokens. */
  readonly autocomplete?: readonly string[];
  /** Labels, in the plain spelling of `plain()`; a leading `!` marks words that decide wherever they stand. */
  readonly labels: readonly string[];
  /** Ids and names beyond the labels. */
  readonly names?: readonly string[];
  /** Whole questions, tested against the plain spelling. */
  readonly ask?: RegExp;
  /** Never this, whatever else matches. */
  readonly not?: RegExp;
  /** Only these kinds of control; none means everything but files. */
  readonly kinds?: readonly string[];
};

/** Phrases between commas, over as many lines as they need. */
const list = (phrases: string): readonly string[] =>
  phrases
    .split(',')
    .map((phrase) => phrase.replace(/\s+/g, ' ').trim())
    .filter((phrase) => phrase !== '');

const TEXTS = ['text', 'textarea'] as const;
const CHOICES = [
  'select',
  'combobox',
  'radio',
  'buttonGroup',
  'text',
  'textarea',
  'checkboxGroup',
  'checkbox',
] as const;

export const VOCABULARY: readonly VocabularyEntry[] = [
  {
    key: 'firstName',
    definition: 'Given name, as in official papers when the profile has them',
    examples: ['First name', 'Vorname', 'Prénom'],
    from: 'answers.legalName.first',
    autocomplete: ['given-name'],
    labels: list(`
      first name, given name, given names, forename, first, legal first name, first name s, first given name,
      given name s, vorname, vornamen, prenom, prenoms, nombre, nombre s, nombres, primeiro nome, nome proprio,
      nome, voornaam, imie, imiona, fornamn, ad, adi, isim, jmeno, krestni jmeno, имя`),
    names: list('fname, firstname, first, givenname, legal name first name'),
    not: /\b(?:preferred|known as|nick|last|family|middle|sur)\b|surname/,
    kinds: TEXTS,
  },
  {
    key: 'middleName',
    definition: 'Middle name or initial',
    examples: ['Middle name', 'Zweiter Vorname'],
    from: 'answers.legalName.middle',
    autocomplete: ['additional-name'],
    labels: list(`
      middle name, middle name s, middle, second name, additional name, zweiter vorname, deuxieme prenom, segundo
      nombre, nome do meio, secondo nome, drugie imie, middle initial, mi, отчество`),
    names: list('middlename, mname'),
    kinds: TEXTS,
  },
  {
    key: 'lastName',
    definition: 'Family name, as in official papers when the profile has them',
    examples: ['Last name', 'Nachname', 'Apellidos'],
    from: 'answers.legalName.last',
    autocomplete: ['family-name'],
    labels: list(`
      last name, family name, surname, surnames, legal last name, last, last name s, second name surname,
      nachname, familienname, zuname, nom, nom de famille, apellido, apellidos, apellido s, sobrenome, apelido,
      ultimo nome, cognome, achternaam, familienaam, nazwisko, efternamn, soyad, soyadi, soyisim, prijmeni,
      фамилия`),
    names: list('lname, lastname, last, familyname, sname'),
    not: /\b(?:preferred|maiden|former|previous|birth|mother|first|middle|geburtsname)\b/,
    kinds: TEXTS,
  },
  {
    key: 'fullName',
    definition: 'Given and family name in one box',
    examples: ['Full name', 'Name'],
    from: 'basics.name',
    autocomplete: ['name'],
    labels: list(`
      full name, name, full legal name, first and last name, first name and last name, name and surname, candidate
      name, applicant name, complete name, first last name, vollstandiger name, vor und nachname, vorname und
      nachname, vorname nachname, nom complet, nom et prenom, prenom et nom, nombre completo, nombre y apellidos,
      nombre y apellido, nome completo, nome e cognome, volledige naam, naam, voor en achternaam, imie i nazwisko,
      namn, fullstandigt namn, for och efternamn, ad soyad, adiniz soyadiniz, isim soyisim, jmeno a prijmeni, фио`),
    names: list('fullname, systemfield name, your name'),
    not: /\b(?:company|employer|organi[sz]ation|business|school|user|file|preferred|nick|middle|maiden|pet|domain|project|product|host|display|screen|account|card|street|event|course|position|job|reference|signature|sign)\b/,
    kinds: TEXTS,
  },
  {
    key: 'preferredName',
    definition: 'The name a person wants to be called',
    examples: ['Preferred first name', 'Rufname'],
    from: 'answers.preferredName',
    autocomplete: ['nickname'],
    labels: list(`
      preferred name, preferred first name, preferred given name, preferred full name, known as, nickname, nick
      name, goes by, name you go by, name you prefer, rufname, bevorzugter name, nom d usage, prenom usuel, nombre
      preferido, nome preferido, nome preferito, roepnaam, tilltalsnamn, preferred`),
    ask: /^(?:what|which) name (?:should|do|would) (?:we|you)|what (?:should|can) we call you|preferred name/,
    names: list('preferredname, nickname'),
    not: /\b(?:last|family|have a|i have)\b/,
    kinds: TEXTS,
  },
  {
    key: 'email',
    definition: 'E-mail address of the applicant; a confirmation box asks the same',
    examples: ['Email', 'E-Mail-Adresse', 'Confirm e-mail'],
    from: 'basics.email',
    autocomplete: ['email'],
    labels: list(`
      !email, !e mail, !emailaddress, mail address, email address, e mail address, confirm email, confirm e mail,
      personal email, mail, e mail adresse, mailadresse, adresse e mail, adresse mail, adresse email, courriel,
      adresse electronique, correo, correo electronico, correo e, indirizzo e mail, indirizzo email, posta
      elettronica, e mailadres, emailadres, adres e mail, adres email, epost, e post, e postadress, eposta, e
      posta, e posta adresi, электронная почта`),
    ask: /^(?:what is|whats|please (?:enter|provide|confirm)|enter|confirm) (?:your )?(?:e ?mail)/,
    not: /\b(?:company|employer|school|university|friend|manager|supervisor|reference|alert|alerts|notif\w*|newsletter|subscribe|updates|marketing|receive|opt|secondary|alternat\w*|recruiter|consent|agree)\b/,
    kinds: TEXTS,
  },
  {
    key: 'phone',
    definition: 'Telephone number of the applicant, mobile preferred',
    examples: ['Phone', 'Mobile number', 'Telefon'],
    from: 'basics.phone',
    autocomplete: ['tel', 'tel-national', 'tel-local'],
    labels: list(`
      phone, phone number, telephone, telephone number, mobile, mobile number, mobile phone, mobile phone number,
      cell, cell phone, cell phone number, cellphone, contact number, contact phone, phone no, tel, tel no, home
      phone, daytime phone, primary phone, primary phone number, best phone number, phone mobile, day phone, phone
      home, contact phone number, preferred phone, preferred phone number, mobile no, telefon, telefonnummer,
      handy, handynummer, mobilnummer, mobiltelefon, rufnummer, telephone portable, numero de telephone, portable,
      telefono, numero de telefono, telefono movil, movil, celular, telefone, numero de telefone, telemovel,
      telefone celular, numero di telefono, cellulare, telefono cellulare, telefoonnummer, telefoon, mobiele
      nummer, mobiel, gsm, numer telefonu, telefon komorkowy, numer kontaktowy, telefonnr, telefon numarasi, cep
      telefonu, telefonni cislo, телефон`),
    names: list('phonenumber, mobilephone, cellphone, telephone'),
    ask: /^(?:what is|whats|please (?:enter|provide)) (?:your )?(?:best )?(?:phone|mobile|cell|telephone|contact) (?:number|phone)/,
    not: /\b(?:company|employer|business|work|office|fax|extension|ext|country|code|type|device|emergency|manager|reference|supervisor|evening|secondary|alternat\w*|other|area|prefix|sms|consent|text messages?)\b/,
    kinds: TEXTS,
  },
  {
    key: 'phoneCountry',
    definition: 'Country or dial code of the telephone number',
    examples: ['Country code', 'Country Phone Code', 'Country (beside a phone box)'],
    from: 'answers.phoneCountry',
    autocomplete: ['tel-country-code'],
    labels: list(`
      country code, country region code, phone country, phone country code, country phone code, dial code, dialing code, dialling code,
      calling code, country calling code, phone code, mobile country code, phone prefix, landesvorwahl,
      landervorwahl, vorwahl, indicatif, indicatif pays, indicatif telephonique, codigo de pais, prefijo, codigo
      do pais, prefisso, prefisso internazionale, landcode, landnummer, kierunkowy, landskod, ulke kodu, isd code`),
    names: list('countryphonecode, phonecountry, dialcode, phone country code, country code'),
    kinds: ['select', 'combobox', 'text'],
  },
  {
    key: 'address1',
    definition: 'Street and number',
    examples: ['Address', 'Street address', 'Straße und Hausnummer'],
    from: 'answers.address.line1',
    autocomplete: ['address-line1', 'street-address'],
    labels: list(`
      address, physical address, address 1, address line 1, address line1, street, street address, street address line 1, street 1,
      home address, mailing address, address line, address street, street name and number, postal address,
      permanent address, residential address, address 1 street, adresse, strasse, strasse und hausnummer, strasse
      hausnummer, strasse nr, anschrift, rue, adresse postale, adresse ligne 1, direccion, calle, domicilio, calle
      y numero, endereco, morada, rua, indirizzo, via, straat, adres, straat en huisnummer, ulica, ulica i numer,
      adress, gatuadress, adres satiri 1, ulice, адрес, улица`),
    names: list('address1, addressline1, address line 1, addr1, streetaddress, street1'),
    not: /\b(?:e ?mail|mail|web|url|ip|company|employer|work|business|2|3|line 2|line2|city|state|zip|school|site)\b/,
    kinds: TEXTS,
  },
  {
    key: 'address2',
    definition: 'Flat, suite, building',
    examples: ['Address line 2', 'Apt, suite'],
    from: 'answers.address.line2',
    autocomplete: ['address-line2'],
    labels: list(`
      address 2, line 2, apt suite unit building floor etc, apt suite building, address line 2, address line2, street address line 2, street 2, apt, apartment, suite, apt suite,
      apt suite etc, apartment suite, unit, apt unit, flat, adresszusatz, complement d adresse, adresse ligne 2,
      complemento, direccion 2, apartment suite unit, address 2 apt suite, apartment suite etc, apartment number,
      apt number`),
    names: list('address2, addressline2, address line 2, addr2, street2'),
    kinds: TEXTS,
  },
  {
    key: 'city',
    definition: 'Town of residence',
    examples: ['City', 'Ort', 'Ville'],
    from: 'answers.address.city',
    autocomplete: ['address-level2'],
    labels: list(`
      city, town, city town, town city, city or town, city of residence, suburb, stadt, ort, wohnort, ville,
      commune, ciudad, poblacion, localidad, cidade, localidade, citta, comune, plaats, woonplaats, stad, miasto,
      miejscowosc, ort stad, sehir, il, mesto, город`),
    names: list('address level 2, town city'),
    not: /\b(?:birth|state|country|zip|school|company|employer|job|work|preferred|desired|willing|bezirk|country)\b/,
    kinds: ['text', 'combobox', 'select'],
  },
  {
    key: 'region',
    definition: 'State, province, county or canton of residence',
    examples: ['State', 'Province', 'Bundesland'],
    from: 'answers.address.region',
    autocomplete: ['address-level1'],
    labels: list(`
      state, province, region, county, state province, state region, province state, state or province, state
      county, state territory, state province region, state province county, state of residence, us state,
      bundesland, kanton, region departement, departement, provincia, estado, comunidad autonoma, estado
      provincia, distrito, regione, provincie, wojewodztwo, lan, eyalet, kraj, область`),
    names: list('countryregion, stateprovince, address level 1'),
    not: /\b(?:city|country|united|civil|marital|birth|school|employer)\b/,
    kinds: ['text', 'combobox', 'select'],
  },
  {
    key: 'postalCode',
    definition: 'Postal or ZIP code of residence',
    examples: ['ZIP code', 'PLZ'],
    from: 'answers.address.postalCode',
    autocomplete: ['postal-code'],
    labels: list(`
      zip, zip code, zipcode, postal code, postcode, post code, zip postal, zip postal code, zip or postal code,
      postal zip code, postal, pin code, zip postcode, postal code zip, plz, postleitzahl, code postal, codigo
      postal, cp, cep, cap, codice postale, kod pocztowy, postnummer, posta kodu, psc, индекс, почтовый индекс,
      zip postal code code, eircode`),
    names: list('zip, postal, zippostal, postcode, zipcode'),
    not: /\b(?:school|employer|city)\b/,
    kinds: TEXTS,
  },
  {
    key: 'country',
    definition: 'Country of residence',
    examples: ['Country', 'Country/Region', 'Land'],
    from: 'answers.address.country',
    autocomplete: ['country', 'country-name'],
    labels: list(`
      country, country region, country of residence, country territory, country or region, residence country,
      current country, home country, country where you live, land, wohnsitzland, land der anschrift, pays, pays de
      residence, pais, pais de residencia, paese, nazione, stato, land van verblijf, kraj, kraj zamieszkania,
      ulke, zeme, страна`),
    ask: /^(?:in )?(?:what|which) country (?:do you|are you) (?:currently )?(?:live|liv|resid|based|locat)|^where do you (?:currently )?(?:live|reside)/,
    names: list('countryofresidence'),
    not: /\b(?:code|phone|dial|birth|citizen\w*|nationality|passport|preferred|calling|work in|prefix|authori[sz]ed|located in|origin|visa)\b/,
    kinds: ['text', 'combobox', 'select', 'radio'],
  },
  {
    key: 'location',
    definition: 'Where the applicant lives, in one box: city, region, country',
    examples: ['Current location', 'Location (City)', 'Where are you based?'],
    from: 'answers.address',
    labels: list(`
      location, address city and state, city state province, location city country, current location, location city, your location, candidate location, city state, city and state,
      city country, city and country, city state country, city state zip, city region, where are you based, where
      are you located, current city and state, standort, aktueller standort, wohnort und land,
      localisation, lieu de residence, ubicacion, ubicacion actual, localizacao, localizacao atual, localita,
      posizione attuale, locatie, huidige locatie, lokalizacja, plats, konum, residence, place of residence, city
      country of residence, location city state`),
    ask: /^(?:where|what city|which city|in what city|in which city)(?: and (?:state|country))? (?:are|do) you (?:currently |presently )?(?:based|located|live|living|reside|residing|locate)|^(?:what|which) (?:is your )?(?:current )?(?:location|city)\b|please list your city|city and country|^from where (?:do|will|would) you|which country do you intend to work/,
    not: /\b(?:job|office|preferred|desired|interested|birth|work|remote|willing|relocat\w*|locations|authori[sz]ed|commut\w*|opening|search)\b(?! from)/,
    kinds: ['text', 'combobox', 'select'],
  },
  {
    key: 'linkedin',
    definition: 'Address of the LinkedIn profile',
    examples: ['LinkedIn', 'LinkedIn profile URL'],
    from: 'basics.profiles[network=LinkedIn].url',
    labels: list(`
      !linkedin, !linked in, social account url, social profile url, social media profile, xing linkedin`),
    not: /\b(?:twitter and|portfolio|how did|follow|hear|allow|consent|apply with|import|found us)\b/,
    kinds: TEXTS,
  },
  {
    key: 'github',
    definition: 'Address of the GitHub or GitLab profile',
    examples: ['GitHub URL'],
    from: 'basics.profiles[network=GitHub].url',
    labels: list('!github, !git hub, gitlab, github profile, git profile'),
    not: /\b(?:how did|hear|consent|linkedin)\b/,
    kinds: TEXTS,
  },
  {
    key: 'twitter',
    definition: 'Address of the X or Twitter profile',
    examples: ['Twitter URL'],
    from: 'basics.profiles[network=Twitter].url',
    labels: list('!twitter, x profile, x twitter, twitter x'),
    not: /\b(?:how did|hear|follow)\b/,
    kinds: TEXTS,
  },
  {
    key: 'website',
    definition: 'Own website or portfolio',
    examples: ['Website', 'Portfolio URL'],
    from: 'basics.url',
    autocomplete: ['url'],
    labels: list(`
      website, web site, personal website, website url, portfolio, portfolio url, portfolio link, portfolio
      website, online portfolio, personal site, homepage, home page, blog, web address, web page, url, other
      website, other url, personal url, portfolio or website, website portfolio, personal website portfolio, link
      to portfolio, link to your portfolio, webseite, internetseite, site web, site internet, sitio web, pagina
      web, portafolio, site, sito web, portfolio personale, strona internetowa, strona www, webbplats, hemsida,
      web sitesi, websites portfolio`),
    names: list('websiteurl, portfoliourl, portfolio, website, homepage, urls portfolio, urls other'),
    not: /\b(?:company|employer|business|school|facebook|instagram|twitter|linkedin|github|dribbble|behance|password|referr\w*|job|how did)\b/,
    kinds: TEXTS,
  },
  {
    key: 'currentCompany',
    definition: 'Employer: the present one, or that of a work-history row',
    examples: ['Current company', 'Employer', 'Organisation'],
    from: 'work[0].name',
    row: 'work',
    autocomplete: ['organization'],
    labels: list(`
      company, business name, company name, current company, current company name, current employer, employer, employer name,
      name of employer, organization, organisation, organization name, organisation name, most recent employer,
      most recent company, current or most recent employer, current or previous employer, current organization,
      present employer, recent employer, current last company, current or last employer, current most recent
      employer, firma, firmenname, unternehmen, arbeitgeber, aktueller arbeitgeber, entreprise, societe,
      employeur, employeur actuel, empresa, empresa actual, empresa atual, azienda, datore di lavoro, societa,
      bedrijf, bedrijfsnaam, werkgever, huidige werkgever, pracodawca, obecny pracodawca, firma obecna, foretag,
      arbetsgivare, nuvarande arbetsgivare, sirket, isveren, zamestnavatel, компания`),
    names: list('org, company, companyname, employer, currentcompany, currentemployer, organization'),
    not: /\b(?:website|url|size|phone|address|type|industry|email|why|about|city|code|registration|vat|tax|id|number)\b/,
    kinds: TEXTS,
  },
  {
    key: 'currentTitle',
    definition: 'Job title: the present one, or that of a work-history row',
    examples: ['Current title', 'Job title', 'Position'],
    from: 'work[0].position',
    row: 'work',
    autocomplete: ['organization-title'],
    labels: list(`
      job title, current title, current job title, current position, current role, present title, most recent
      title, most recent job title, most recent position, current or most recent job title, position title, title
      position, role title, job position, your title, occupation, title, position, current occupation, position
      held, role, berufsbezeichnung, aktuelle position, position funktion, stellenbezeichnung, jobtitel, intitule
      du poste, poste actuel, poste, fonction, fonction actuelle, puesto, cargo, puesto actual, cargo actual,
      cargo atual, posizione, ruolo, posizione attuale, functie, functietitel, huidige functie, stanowisko, obecne
      stanowisko, befattning, nuvarande befattning, titel, unvan, pozisyon, pozice, должность`),
    names: list('jobtitle, currenttitle, organization title, job title'),
    not: /\b(?:applying|applied|apply|desired|interested|mr|mrs|ms|dr|courtesy|salutation|name title|position you|open|reference|preferred)\b/,
    kinds: ['text', 'combobox', 'textarea'],
  },
  {
    key: 'yearsExperience',
    definition: 'Years of professional experience in all, not in one skill',
    examples: ['Total years of experience'],
    from: 'answers.yearsExperience',
    labels: list(`
      years of experience, total years of experience, total experience, total experience in years, years of
      professional experience, years of work experience, years experience, work experience in years, overall
      experience, total work experience, experience in years, berufserfahrung in jahren, jahre berufserfahrung,
      annees d experience, nombre d annees d experience, anos de experiencia, anni di esperienza, jaren ervaring,
      lata doswiadczenia, antal ars erfarenhet, toplam deneyim`),
    ask: /^how many (?:total )?years of (?:total |overall |professional |full time |relevant work |work )*experience do you (?:currently )?have(?: in total| overall)?$/,
    not: /\b(?:with|using|in (?!years|total)\w+)\b/,
  },
  {
    key: 'school',
    definition: 'School or university',
    examples: ['School', 'College/University'],
    from: 'education[0].institution',
    row: 'education',
    labels: list(`
      school, school name, university, college, institution, school or university, college university, university
      college, institution name, name of school, name of institution, school university, school college,
      educational institution, alma mater, university name, hochschule, universitat, schule, bildungseinrichtung,
      ecole, universite, etablissement, universidad, escuela, institucion, centro de estudios, universidade,
      faculdade, escola, instituicao, universita, istituto, scuola, universiteit, onderwijsinstelling, uczelnia,
      szkola, universitet, skola, larosate, universite okul, okul, skola univerzita`),
    names: list('schoolname, institution, university, school name'),
    not: /\b(?:high school|email|address|city|phone|graduated|attend)\b/,
    kinds: ['text', 'combobox', 'select'],
  },
  {
    key: 'degree',
    definition: 'Degree or highest level of education',
    examples: ['Degree', 'Highest degree'],
    from: 'education[0].studyType',
    row: 'education',
    labels: list(`
      degree, degree type, degree level, highest degree, highest level of education, level of education, education
      level, qualification, highest qualification, highest education, highest education level, degree obtained,
      degree earned, abschluss, hochster abschluss, hochster bildungsabschluss, bildungsabschluss, diplome, niveau
      d etudes, titulo, nivel de estudios, titulacion, grau, grau academico, escolaridade, titolo di studio,
      laurea, diploma, opleidingsniveau, graad, stopien, wyksztalcenie, examen, utbildningsniva, derece, egitim
      seviyesi, vzdelani`),
    ask: /\bhighest (?:level of (?:completed )?education|degree|education level|academic qualification)/,
    not: /\b(?:field|major|related field|years?|status|celsius)\b/,
    kinds: ['text', 'combobox', 'select'],
  },
  {
    key: 'fieldOfStudy',
    definition: 'Subject of the degree',
    examples: ['Discipline', 'Major', 'Field of study'],
    from: 'education[0].area',
    row: 'education',
    labels: list(`
      discipline, major, field of study, area of study, course of study, subject, specialization, specialisation,
      concentration, major field of study, fields of study, studiengang, fachrichtung, studienfach, domaine d
      etudes, specialite, filiere, area de estudio, especialidad, carrera, area de estudo, curso, campo di studi,
      corso di laurea, studierichting, vakgebied, kierunek, kierunek studiow, inriktning, amne, bolum, obor`),
    names: list('fieldofstudy, discipline, major'),
    not: /\b(?:2|second|minor|message|e ?mail)\b/,
    kinds: ['text', 'combobox', 'select'],
  },
  {
    key: 'graduationYear',
    definition: 'Year the degree was or will be finished',
    examples: ['Graduation year', 'End date year'],
    from: 'education[0].endDate',
    row: 'education',
    labels: list(`
      graduation year, year of graduation, graduated year, graduation date, expected graduation, expected
      graduation date, expected graduation year, grad year, year graduated, date of graduation, completion year,
      abschlussjahr, annee de diplome, annee d obtention, ano de graduacion, ano de conclusao, anno di laurea,
      afstudeerjaar, rok ukonczenia, examensar, mezuniyet yili`),
    names: list('graduationyear, gradyear'),
    kinds: ['text', 'combobox', 'select', 'date'],
  },
  {
    key: 'gpa',
    definition: 'Grade average',
    examples: ['GPA', 'Final grade'],
    from: 'education[0].score',
    row: 'education',
    labels: list(`
      !gpa, !cgpa, grade point average, grade average, final score, final grade, overall result, overall result
      gpa, abschlussnote, gesamtnote, nota media, voto di laurea, moyenne`),
    names: list('gradeaverage'),
    kinds: ['text', 'combobox'],
  },
  {
    key: 'resumeFile',
    definition: 'The resume or CV as a file',
    examples: ['Resume/CV', 'Lebenslauf'],
    from: 'document:resume',
    labels: list(`
      !resume, !cv, !curriculum, !curriculum vitae, !lebenslauf, !levensloop, !zyciorys, !ozgecmis, !zivotopis,
      !meritforteckning, !curriculo, !резюме`),
    not: /\b(?:cover|letter|autofill|parse|parsing|autocomplete|prefill|pre fill|apply with|photo|picture|w 9|w9|transcript|portfolio|certificate|id|passport|visa|authori[sz]ation|anschreiben|motivation|lettre|carta|lettera|video)\b/,
    kinds: ['file'],
  },
  {
    key: 'coverLetterFile',
    definition: 'The cover letter as a file',
    examples: ['Cover letter', 'Anschreiben'],
    from: 'document:coverLetter',
    labels: list(`
      !cover letter, !coverletter, !covering letter, !motivation letter, !letter of motivation, !motivational
      letter, !anschreiben, !motivationsschreiben, !lettre de motivation, !carta de presentacion, !carta de
      apresentacao, !carta de motivacion, !lettera di presentazione, !lettera motivazionale, !motivatiebrief,
      !list motywacyjny, !personligt brev, !on yazi, !motivacni dopis`),
    not: /\b(?:resume|cv|lebenslauf)\b/,
    kinds: ['file'],
  },
  {
    key: 'coverLetterText',
    definition: 'The cover letter, typed into the form',
    examples: ['Cover letter', 'Message to the hiring team'],
    from: 'document:coverLetter.text',
    labels: list(`
      !cover letter, !coverletter, !covering letter, !motivation letter, !anschreiben, !motivationsschreiben,
      !lettre de motivation, !carta de presentacion, !carta de apresentacao, !lettera di presentazione,
      !motivatiebrief, !list motywacyjny, !personligt brev, !on yazi, !motivacni dopis, message to the hiring
      manager, message to hiring manager, message to the hiring team`),
    kinds: ['textarea', 'richtext'],
  },
  {
    key: 'workAuthorization',
    definition: 'Whether the applicant may work in a country by law',
    examples: ['Are you legally authorized to work in the United States?'],
    from: 'answers.workAuthorization',
    sensitive: 'legal',
    labels: list(`
      work authorization, work authorisation, work authorization status, work permit, right to work, work
      eligibility, employment eligibility, legally authorized to work, authorized to work, eligible to work,
      arbeitserlaubnis, permis de travail, autorisation de travail, permiso de trabajo, autorizacao de trabalho,
      permesso di lavoro, werkvergunning, pozwolenie na prace, arbetstillstand, calisma izni, work authorized, us
      work authorization, authorization to work`),
    names: list('workauthorization, workauth, legally authorized, authorized to work, work authorization'),
    ask: /\b(?:authori[sz]ed|eligible|entitled|permitted|allowed|legally able|legal right|right|authori[sz]ation|permission|permit|eligibility|legally) (?:\w+ ){0,4}(?:to (?:legally |lawfully )?(?:work|be employed|accept employment)|work)\b|\bwork (?:permit|authori[sz]ation|authorisation|visa)\b|\blegally (?:work|authori[sz]ed)\b|arbeitserlaubnis|arbeitsgenehmigung|permis de travail|autorise\w* a travailler|permiso de trabajo|autorizad\w+ (?:para|a) trabajar|autorizacao (?:de|para) trabalh|permesso di lavoro|werkvergunning|pozwolenie na prace|arbetstillstand|calisma izni/,
    not: /\b(?:sponsor\w*|explain|describe|details?|visa type|type of visa|background check)\b/,
    kinds: CHOICES,
  },
  {
    key: 'sponsorship',
    definition: 'Whether the applicant needs the employer to sponsor a visa',
    examples: ['Will you now or in the future require sponsorship?'],
    from: 'answers.workAuthorization',
    sensitive: 'legal',
    labels: list(`
      sponsorship, visa sponsorship, require sponsorship, require visa sponsorship, sponsorship required, need
      sponsorship, requires sponsorship, visasponsoring, needs sponsorship`),
    names: list('sponsorship, visasponsorship, require sponsorship'),
    ask: /\bsponsor(?:ship|ed|ing|s)?\b|\b(?:require|need) (?:\w+ ){0,3}(?:visa|work permit)\b|visum|visumsponsoring|parrainage de visa|patrocinio de visa|visto de trabalho/,
    not: /\b(?:visa type|type of visa|what (?:type|kind)|which visa|if (?:yes|so) (?:please )?(?:explain|describe|specify|list))\b/,
    kinds: CHOICES,
  },
  {
    key: 'relocate',
    definition: 'Whether the applicant would move for the job',
    examples: ['Are you willing to relocate?'],
    from: 'answers.relocate',
    sensitive: 'legal',
    labels: list(`
      willing to relocate, relocation, open to relocation, relocate, willingness to relocate, umzugsbereitschaft,
      umzugsbereit, mobilite geographique, disponibilidad para reubicarse, disponibilita al trasferimento, bereid
      te verhuizen, gotowosc do relokacji`),
    names: list('relocate, relocation, willing to relocate'),
    ask: /\b(?:willing|open|able|prepared|ready|plan|interested|consider|considering) (?:\w+ ){0,3}(?:to )?(?:relocat\w+|move to)\b|\bwould you (?:be )?(?:\w+ ){0,3}relocat\w+|umziehen|umzug|demenag|reubicar|trasferir/,
    not: /\b(?:assistance|package|commut\w+ (?:and|or)|explain|where|reimburse\w*)\b/,
    kinds: CHOICES,
  },
  {
    key: 'noticePeriod',
    definition: 'Time between giving notice and being free',
    examples: ['Notice period'],
    from: 'answers.noticePeriod',
    labels: list(`
      notice period, current notice period, notice, kundigungsfrist, preavis, duree de preavis, preaviso, periodo
      de aviso, aviso previo, preavviso, periodo di preavviso, opzegtermijn, okres wypowiedzenia, uppsagningstid,
      ihbar suresi, vypovedni lhuta, notice period in days, notice period in weeks`),
    names: list('noticeperiod'),
    ask: /\bnotice period\b|how much notice|kundigungsfrist|preavis|opzegtermijn/,
    not: /\b(?:privacy|cookie|data)\b/,
  },
  {
    key: 'startDate',
    definition: 'Earliest day the applicant can begin',
    examples: ['Available from', 'Earliest start date'],
    from: 'answers.startDate',
    labels: list(`
      start date, available start date, earliest start date, earliest possible start date, availability, available
      from, date available, availability date, desired start date, preferred start date, available to start,
      available date, when can you start, eintrittsdatum, fruhester eintrittstermin, fruhestes eintrittsdatum,
      fruhestmoglicher eintrittstermin, verfugbar ab, verfugbarkeit, date de disponibilite, disponibilite,
      disponible a partir du, fecha de incorporacion, disponibilidad, data de inicio, data di inizio,
      disponibilita, beschikbaar vanaf, beschikbaarheid, data rozpoczecia, dostepnosc, startdatum,
      tilltradesdatum, baslangic tarihi, datum nastupu`),
    names: list('startdate, availability, available date'),
    ask: /\b(?:when|how soon|what date|which date|earliest)\b.{0,40}\b(?:start|begin|available|join)\b|\btiming to start\b|\bearliest (?:possible )?start\b|wann konn\w+ sie (?:anfangen|beginnen|starten)|kdy muzete nastoupit|quand pou?v\w+ vous commencer/,
    not: /\b(?:month|year|end|school|education|employment start|issue|project|course|program|event)\b/,
    kinds: ['text', 'date', 'select', 'combobox', 'radio', 'textarea'],
  },
  {
    key: 'salaryExpectation',
    definition: 'Pay the applicant asks for',
    examples: ['Desired salary', 'Gehaltsvorstellung'],
    from: 'answers.salaryExpectation',
    sensitive: 'pay',
    labels: list(`
      salary expectation, salary expectations, expected salary, desired salary, salary requirement, salary
      requirements, desired compensation, compensation expectations, compensation expectation, expected
      compensation, desired pay, desired pay rate, expected ctc, desired annual salary, target salary, salary, pay
      expectations, expected annual salary, desired base salary, gehaltsvorstellung, gehaltswunsch,
      gehaltsvorstellungen, wunschgehalt, pretentions salariales, salaire souhaite, remuneration souhaitee,
      expectativa salarial, expectativas salariales, pretension salarial, pretensao salarial, aspettativa
      salariale, aspettative salariali, retribuzione desiderata, salarisindicatie, gewenst salaris, oczekiwania
      finansowe, oczekiwane wynagrodzenie, loneansprak, onskad lon, maas beklentisi, ucret beklentisi, mzdova
      ocekavani, plat, ocekavana mzda, predstava o mzde`),
    names: list('salary, desiredsalary, expectedsalary, salaryexpectation, expected salary'),
    ask: /\b(?:what|please|your|describe|list|state|are)\b.{0,60}\b(?:salary|compensation|pay|remuneration|rate)\b.{0,20}\b(?:expect\w*|requirement\w*|desire\w*|range|target)\b|\b(?:desired|expected|target) (?:\w+ )?(?:salary|compensation|pay|ctc|rate)\b|gehaltsvorstellung|pretentions salariales/,
    not: /\b(?:current|present|previous|last|history|range for this|comfortable|aware|within|acceptable|posted|align\w*|ok with|agree)\b/,
    kinds: ['text', 'textarea', 'select', 'combobox', 'radio'],
  },
  {
    key: 'howHeard',
    definition: 'How the applicant came across the job',
    examples: ['How did you hear about us?'],
    from: 'answers.howHeard',
    labels: list(`
      how did you hear about us, how did you hear about this job, how did you hear about this position, referral
      source, source, lead source, where did you hear about us, how did you find us, how did you find out about
      us, how did you hear about this opportunity, wie haben sie von uns erfahren, wie sind sie auf uns aufmerksam
      geworden, comment avez vous entendu parler de nous, como nos conociste, como soube da vaga, como nos
      conheceu, come ci hai conosciuto, hoe heb je ons gevonden, skad dowiedziales sie o nas, hur hittade du oss,
      bizi nereden duydunuz, kde jste se o nas dozvedeli`),
    names: list('howheard, hear about us, source source, howdidyouhear, how did you hear'),
    ask: /\b(?:how|where) (?:did|have) you (?:first )?(?:hear|heard|learn|find|found|discover|come across|know)\b|wie (?:haben sie|hast du|sind sie|bist du) .{0,20}(?:erfahren|aufmerksam|gefunden)|comment avez vous (?:connu|entendu|decouvert)|como (?:nos|se entero|supiste|soube)|come (?:ci|sei|ha) .{0,20}(?:conosciuto|venuto)/,
    not: /\b(?:name|who|if (?:you|other|yes|so)|please specify|specify|explain)\b/,
    kinds: ['text', 'textarea', 'select', 'combobox', 'radio', 'checkboxGroup'],
  },
  {
    key: 'gender',
    definition: 'Gender, only when the person chose to have it filled',
    examples: ['Gender', 'How would you describe your gender identity?'],
    from: 'answers.eeo.gender',
    sensitive: 'eeo',
    autocomplete: ['sex'],
    labels: list(`
      gender, gender identity, sex, geschlecht, sexe, genre, genero, sexo, genere, sesso, geslacht, plec, kon,
      cinsiyet, pohlavi, пол`),
    names: list('gender'),
    ask: /\bgender\b|\byour sex\b|geschlecht\b/,
    not: /\b(?:orientation|transgender|pronoun\w*|same as|cisgender|experience)\b/,
  },
  {
    key: 'pronouns',
    definition: 'Pronouns, only when the person chose to have them filled',
    examples: ['Pronouns'],
    from: 'answers.eeo.pronouns',
    sensitive: 'eeo',
    labels: list(`
      pronouns, preferred pronouns, personal pronouns, pronomen, pronoms, pronombres, pronomes, pronomi, zaimki`),
    ask: /\bpronouns\b/,
  },
  {
    key: 'ethnicity',
    definition: 'Hispanic or Latino origin, or ethnicity where the form separates it from race',
    examples: ['Are you Hispanic/Latino?', 'Ethnicity'],
    from: 'answers.eeo.ethnicity',
    sensitive: 'eeo',
    labels: list(`
      ethnicity, hispanic, hispanic latino, hispanic or latino, ethnic origin, hispanic ethnicity, hispanic
      latinx, ethnic background`),
    names: list('ethnicity, hispanic'),
    ask: /\bare you (?:of )?(?:hispanic|latin\w*)|\bethnicit(?:y|ies)\b/,
    not: /\brac(?:e|ial)\b/,
  },
  {
    key: 'race',
    definition: 'Race or ethnic background, only when the person chose to have it filled',
    examples: ['Race', 'Racial/ethnic background'],
    from: 'answers.eeo.race',
    sensitive: 'eeo',
    labels: list(`
      race, race ethnicity, ethnicity race, racial background, racial ethnic background, race or ethnicity, race
      and ethnicity`),
    names: list('race'),
    ask: /\b(?:racial|race)\b/,
    not: /\b(?:racing|horse)\b/,
  },
  {
    key: 'veteran',
    definition: 'Veteran status, only when the person chose to have it filled',
    examples: ['Veteran status'],
    from: 'answers.eeo.veteran',
    sensitive: 'eeo',
    labels: list(`
      veteran status, veteran, protected veteran, protected veteran status, military status, military veteran`),
    names: list('veteran, veteranstatus'),
    ask: /\bveterans?\b|\barmed forces\b/,
    not: /\b(?:if yes|spouse)\b/,
  },
  {
    key: 'disability',
    definition: 'Disability status, only when the person chose to have it filled',
    examples: ['Disability status'],
    from: 'answers.eeo.disability',
    sensitive: 'eeo',
    labels: list(`
      disability, disability status, disability assistance, schwerbehinderung, behinderung, handicap,
      discapacidad, deficiencia, disabilita, handicap situation de handicap, niepelnosprawnosc, engellilik durumu`),
    names: list('disability, disabilitystatus'),
    ask: /\bdisabilit(?:y|ies)\b|\bdisabled\b|schwerbehindert/,
    not: /\b(?:accommodat\w+|explain|assist you|veteran)\b/,
  },
];

/** Rows by key. */
export const VOCABULARY_BY_KEY: ReadonlyMap<string, VocabularyEntry> = new Map(
  VOCABULARY.map((entry) => [entry.key, entry]),
);
