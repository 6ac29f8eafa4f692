/** Names under which lists of postings keep each fact, in the languages people send them in: lower case, letters and digits only. */

export type TableField =
  | 'id'
  | 'title'
  | 'company'
  | 'location'
  | 'city'
  | 'region'
  | 'country'
  | 'remote'
  | 'url'
  | 'applyUrl'
  | 'description'
  | 'requirements'
  | 'benefits'
  | 'salary'
  | 'salaryMin'
  | 'salaryMax'
  | 'currency'
  | 'period'
  | 'employmentType'
  | 'department'
  | 'seniority'
  | 'education'
  | 'categories'
  | 'eligibility'
  | 'requisition'
  | 'postedAt'
  | 'updatedAt'
  | 'expiresAt'
  | 'language';

export const TABLE_FIELDS: Readonly<Record<TableField, string>> = {
  id: 'id jobid postingid externalid sourceid guid uid kennung identifiant identificador key',
  title:
    'title jobtitle position positiontitle role name job vacancy titel stellentitel stelle stellenbezeichnung berufsbezeichnung titre intitule poste intituleduposte titulo puesto cargo vaga titolo posizione functie functietitel vacature',
  company:
    'company companyname employer organization organisation hiringorganization organizationname firma unternehmen arbeitgeber firmenname entreprise societe employeur empresa empleador empregador azienda societa datoredilavoro bedrijf werkgever',
  location:
    'location locations joblocation place places workplace ort standort arbeitsort einsatzort lieu lieudetravail localisation ubicacion lugar localizacao local luogo sede locatie plaats standplaats',
  city: 'city town stadt ville ciudad cidade citta stad gemeente',
  region: 'state region province bundesland departement provincia estado regione regio',
  country: 'country countrycode land pays pais paese',
  remote:
    'remote remotetype workmode workplacetype telecommute homeoffice teletravail teletrabajo telelavoro thuiswerken worktype',
  url: 'url link joburl joblink postingurl absoluteurl hostedurl href webseite adresse lien enlace anzeige sourceurl landingpage',
  applyUrl: 'applyurl applylink applicationurl applicationlink bewerbungslink bewerbungsurl liencandidature apply',
  description:
    'description jobdescription body text content details summary beschreibung stellenbeschreibung aufgaben descriptif descriptionduposte descripcion descricao descrizione omschrijving functieomschrijving',
  requirements:
    'requirements qualifications qualification anforderungen profil anforderungsprofil exigences profilrecherche requisitos requisiti vereisten functieeisen',
  benefits: 'benefits perks wirbieten vorteile avantages beneficios benefici voordelen',
  salary:
    'salary pay compensation wage salaryrange gehalt vergutung salaire remuneration salario sueldo retribuzione stipendio salaris loon',
  salaryMin:
    'salarymin minsalary minimumsalary salaryfrom minamount paymin gehaltvon gehaltmin salairemin salariominimo salariomin',
  salaryMax:
    'salarymax maxsalary maximumsalary salaryto maxamount paymax gehaltbis gehaltmax salairemax salariomaximo salariomax',
  currency: 'currency salarycurrency currencycode wahrung devise moneda moeda valuta',
  period: 'period salaryperiod salaryinterval interval payperiod zeitraum periode periodo',
  employmentType:
    'employmenttype jobtype type contract contracttype commitment schedule beschaftigungsart anstellungsart vertragsart typedecontrat contrat tipodecontrato contrato tipocontratto dienstverband',
  department: 'department team division abteilung bereich service departamento reparto afdeling',
  seniority: 'seniority level experiencelevel joblevel careerlevel karrierestufe niveau nivel livello',
  education: 'education educationlevel degree ausbildung abschluss formation diplome formacion istruzione opleiding',
  categories: 'category categories tags industry function kategorie branche categorie secteur categoria sector settore',
  eligibility: 'eligibility whomayapply clearance workauthorization',
  requisition:
    'requisition requisitionid reqid referencenumber reference refnumber referenz kennziffer referencia riferimento',
  postedAt:
    'postedat posted dateposted posteddate publishedat published publicationdate date pubdate createdat created opendate veroffentlicht veroffentlichtam datum datedepublication fechadepublicacion fecha datapublicacao datapubblicazione',
  updatedAt: 'updatedat updated lastupdated modified modifiedat aktualisiert misajour actualizado aggiornato',
  expiresAt:
    'expiresat expires expirationdate expirydate closingdate closedate deadline applicationdeadline validthrough bewerbungsfrist frist datelimite fechalimite scadenza sluitingsdatum',
  language: 'language lang locale sprache langue idioma lingua taal',
};
