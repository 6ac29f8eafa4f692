/**
 * What is left alone, in the words of twelve languages (plain spelling). Each rule carries the words the person reads in the
 * report. Longer than it looks nice because a language missing here is a trap fallen into.
 */
export type VetoRule = {
  readonly code: string;
  readonly reason: string;
  /** Tested against label, group and placeholder. */
  readonly words?: RegExp;
  /** Tested against id and name, in words. */
  readonly names?: RegExp;
  readonly autocomplete?: RegExp;
  /** A question whether one has it, answered by a choice, is an employer's question like any other. */
  readonly unlessAsked?: true;
};

/** Whole words of any script. */
const words = (...alternatives: readonly string[]): RegExp =>
  new RegExp(`(?<![\\p{L}\\d])(?:${alternatives.join('|')})(?![\\p{L}\\d])`, 'u');

export const VETOES: readonly VetoRule[] = [
  {
    code: 'honeypot',
    reason: 'A trap for robots',
    words: words(
      '(?:leave|keep) (?:this )?(?:field |box )?(?:blank|empty)(?! if)|(?:do not|dont|please dont|never) (?:fill|complete|enter (?:if|anything))|if you are (?:a )?(?:human|robot|bot)|honey ?pot|for robots|if youre (?:a )?human|are you a robot|bots only',
      'nicht ausfullen|(?:bitte )?(?:leer|frei) lassen|ne (?:pas remplir|remplissez pas)|laisse[rz] (?:ce champ )?vide|no rellenar|dejar (?:este campo )?(?:en blanco|vacio)|(?:nao|nunca) (?:preencher|preencha)|deixe? (?:este campo )?(?:em branco|vazio)|non compilare|lasciare? (?:questo campo )?(?:vuoto|in bianco)|niet invullen|(?:leeg laten|laat (?:dit veld )?leeg)|nie wypelnia\\w*|pozostaw (?:to pole )?puste|fyll inte i|lamna (?:detta falt )?tomt|udfyld ikke|lad (?:dette felt )?(?:sta |vaere )?tomt?|doldurmayin|bos birak\\w*|nevyplnujte|nechte (?:toto pole )?prazdne|не заполняйте|оставьте пустым',
    ),
    names:
      /\b(?:honeypot|honey pot|honey|hp field|hp|bot field|botcheck|nobot|no bot|antispam|anti spam|spam check|gotcha|winnie|url confirm|do not fill|leave blank|trap|b [0-9a-f]{20,} [0-9a-f]+|dev field 1|contact me by fax\w*)\b/,
  },
  {
    code: 'captcha',
    reason: 'Checks that you are a person',
    words: words(
      're ?captcha|captcha|h ?captcha|human verification|i am (?:not a robot|human)|im not a robot|what is \\d+ (?:\\+|plus|x|times|minus) ?\\d+|\\d+ ?\\+ ?\\d+|anti ?spam|spamschutz|sicherheitsfrage|sicherheitsabfrage|ich bin kein roboter|je ne suis pas un robot|no soy un robot|nao sou um robo|non sono un robot|ik ben geen robot|nie jestem robotem|jag ar inte en robot|jeg er ikke en robot|robot degilim|nejsem robot|я не робот|characters (?:shown|in the image|above)|code (?:shown|in the image)',
    ),
    names: /\b(?:g |h )?(?:re|h)?captcha\b|\bturnstile\b/,
  },
  {
    code: 'password',
    reason: 'Passwords are yours',
    words: words(
      'pass(?:word|code|phrase)s?|passwort\\w*|kennwort\\w*|mot de passe|contrasena|clave de acceso|senha|palavra passe|wachtwoord\\w*|hasl[oa]|losenord\\w*|adgangskode\\w*|kodeord|sifre\\w*|parola|hesl[oau]|пароль\\p{L}*|パスワード',
    ),
    names: /\b(?:password|passwd|pwd|passwort|kennwort)\b/,
    autocomplete: /password/,
  },
  {
    code: 'code',
    reason: 'A one-time or security code',
    words: words(
      '(?:verification|security|access|confirmation|one time|invitation|invite|promo|promotion|coupon|discount|voucher|otp|authentication|activation|referral|sms) (?:code|pin|key)|security (?:question|answer)|secret (?:question|answer|word)|gift card|one time password',
      '(?:bestatigungs|sicherheits|verifizierungs|einladungs|gutschein|aktivierungs|freischalt|zugangs)code|code (?:de (?:verification|securite|confirmation|validation)|promo)|codigo (?:de (?:verificacion|seguridad|confirmacion|verificacao|seguranca|confirmacao)|promocional)|codice (?:di (?:verifica|sicurezza|conferma)|promozionale|sconto)|verificatiecode|beveiligingscode|kod (?:weryfikacyjny|rabatowy|potwierdzajacy|promocyjny)|verifieringskod|engangskod|bekraeftelseskode|verifikationskode|engangskode|dogrulama kodu|onay kodu|guvenlik kodu|overovaci kod|potvrzovaci kod|код подтверждения|промокод|認証コード',
    ),
    names:
      /\b(?:security code|otp|promo ?code|coupon|verification code|invite code|security answer|secret answer|pin code confirm)\b/,
    autocomplete: /one-time-code/,
  },
  {
    code: 'username',
    reason: 'User names are yours',
    words:
      /^(?:choose (?:a )?|create (?:a )?)?(?:user ?name|user id|login|login name|login id|screen name|account name|nutzername|benutzername|anmeldename|nom d utilisateur|identifiant|nombre de usuario|usuario|nome de usuario|nome utente|gebruikersnaam|nazwa uzytkownika|anvandarnamn|brugernavn|kullanici adi|uzivatelske jmeno|логин|skype|skype id|telegram|wechat|discord)(?![\p{L}])/u,
    names: /\b(?:user ?name|login id|userid|login name)\b/,
    autocomplete: /^username$/,
  },
  {
    code: 'identity',
    reason: 'Identity numbers are yours',
    unlessAsked: true,
    words: words(
      'social (?:security|insurance)|ssn|sin number|last (?:4|four)(?: digits)? of|national (?:id|insurance|identity|identification)|(?:tax|taxpayer) (?:id|identification|number|file)|itin|passport|drivers? licen[cs]e|driving licen[cs]e|identity (?:card|number|document)|id (?:card|number|document|no)|aadha?ar|pan (?:card|number|no)|(?:visa|green card|alien) (?:number|no)|state id|employee (?:id|number)|identification number|government id|personal (?:id|identification|identity) (?:number|code)|ni number|nino|student (?:id|number)',
      'sozialversicherung\\w*|steuer(?:id|nummer|identifikationsnummer| id| identifikationsnummer)|personalausweis\\w*|reisepass\\w*|ausweisnummer|passnummer|rentenversicherungsnummer|ahv(?: nummer)?|fuhrerscheinnummer|numero (?:de )?(?:securite sociale|passeport|fiscal|identite)|piece d identite|numero de (?:identidad|identificacion|pasaporte|seguridad social|la seguridad social|documento|identificacao|passaporte|contribuinte)|pasaporte|dni|^nie$|nie numero|nif|rut|curp|rfc|cedula(?: de \\w+)?|documento de identidad|cpf|rg|cnpj|passaporte|codice fiscale|carta d identita|passaporto|partita iva|bsn|burgerservicenummer|paspoort\\w*|rijksregisternummer|pesel|nip|numer (?:dowodu|paszportu)|dowod osobisty|paszport\\w*|personnummer|samordningsnummer|cpr(?: nummer| nr)?|pasnummer|tc kimlik(?: no\\w*)?|kimlik (?:no|numara\\w*)|t c kimlik\\w*|pasaport(?: no\\w*)?|rodne cislo|cislo (?:obcanskeho prukazu|pasu)|obcansk\\w+ prukaz\\w*|паспорт\\p{L}*|снилс|инн|マイナンバー|vat (?:id|number)',
    ),
    names:
      /\b(?:ssn|social security|passport|drivers? licen[cs]e|national id|tax id|aadhaar|pesel|cpf|dni|bsn|personnummer|codice fiscale|tc kimlik)\b/,
  },
  {
    code: 'payment',
    reason: 'Payment data is yours',
    words: words(
      '(?:credit|debit|payment|bank) ?cards?|card (?:number|holder|type|no|user|verification|expir\\w*|issuing|customer)|cardholder\\w*|name on (?:the )?card|cvv2?|cvc2?|iban|bic|swift|(?:bank )?account (?:number|no)|bank (?:name|account|details)|routing number|sort code|expir(?:y|ation) (?:date|month|year)|issuing bank|paypal|bitcoin|crypto wallet|wallet address',
      'kreditkarte\\w*|kartennummer|kontonummer|bankverbindung|kontoinhaber|bankleitzahl|carte (?:bancaire|de credit)|numero de (?:carte|compte)|titulaire du compte|tarjeta de credito|numero de (?:tarjeta|cuenta)|cuenta bancaria|cartao de credito|numero do cartao|conta bancaria|carta di credito|numero (?:della )?carta|conto corrente|coordinate bancarie|creditcard\\w*|rekeningnummer|kaartnummer|karta kredytowa|numer (?:karty|konta|rachunku)|kreditkort\\w*|kortnummer|clearingnummer|registreringsnummer|kredi karti\\w*|kart numarasi|hesap (?:no|numarasi)|banka hesabi|cislo (?:karty|uctu)|bankovni ucet|номер карты|банковск\\p{L}+ \\p{L}+',
    ),
    names:
      /\b(?:credit card|card number|ccnum|cc number|cc|cvv|cvc|iban|bank account|routing number|ccard|kreditkarte)\b/,
    autocomplete: /^cc-|transaction-/,
  },
  {
    code: 'birth',
    reason: 'Date of birth and age are yours to give',
    unlessAsked: true,
    words: words(
      '(?:date|place|day|month|year|city|country|state|town) of (?:your )?birth|birth ?(?:day|date|place|month|year|name|country|city|town)|born|dob|d o b|your age|current age|age (?:range|group|in years|bracket)|how old|(?:are|over|at least|under) (?:you )?(?:at least |over )?(?:16|18|21)|(?:18|21) years (?:of age|old)|legal working age',
      'geburts\\w+|geboren\\w*|alter|ihr alter|dein alter|date de naissance|lieu de naissance|ne e? le|naissance|votre age|fecha de nacimiento|lugar de nacimiento|nacimiento|edad|data de nascimento|nascimento|idade|data di nascita|luogo di nascita|nascita|eta|nato a|geboortedatum|geboorteplaats|leeftijd|data urodzenia|miejsce urodzenia|wiek|fodelse\\w+|alder|fodselsdato|fodselsdag|fodested|dogum\\w*|yas|yasiniz|datum narozeni|misto narozeni|narozen\\w*|vek|дата рождения|место рождения|возраст|生年月日|年齢',
    ),
    names: /\b(?:dob|birth|birthday|birthdate|bday|date of birth|age|geburtsdatum|geburtstag)\b/,
    autocomplete: /^bday/,
  },
  {
    code: 'age',
    reason: 'Date of birth and age are yours to give',
    words: /^age$/,
  },
  {
    code: 'other_person',
    reason: 'About another person',
    words: words(
      '(?:emergency|next of kin|ice) (?:contact|name|phone)?|emergency|next of kin|referr(?:er|ers|ed|ing)|referees?|if you (?:are|were) (?:a )?refer\\w+|referrals? (?:name|e ?mail|code|id|employee|contact|by)|employee referral|name of (?:the |your )?(?:\\w+ )?(?:employee|referr\\w*|relative|friend|person|contact|supervisor|manager|spouse|reference)|(?:employees?|relatives?|friends?|spouses?|supervisors?|managers?|references?|recruiters?|parents?|fathers?|mothers?|guardians?|coworkers?|colleagues?|recipients?|partners?) (?:full |first |last |s )*(?:name|e ?mail|phone|mobile|telephone|contact|address|title|company|relationship)|reference \\d|references?$|maiden name|personal reference|professional references?|who (?:referred|recommended)|hiring manager (?:name|email)|relationship to (?:you|applicant|candidate|the)|contact person',
      'empfohlen (?:von|durch)|empfehlung (?:von|durch)|kontakt im notfall|notfallkontakt\\w*|name des (?:vorgesetzten|mitarbeiters|empfehlers|werbers)|vorgesetzte[rn]?|referenz(?:en|geber\\w*|person)?|ansprechpartner|geburtsname|madchenname|erziehungsberechtigte\\w*',
      'contact d urgence|personne a (?:prevenir|contacter)|recommande par|coopte\\w* par|nom (?:du|de votre) (?:responsable|manager|superieur|coopteur|parrain|collaborateur)|reference (?:professionnelle|personnelle)s?|nom de jeune fille|superieur hierarchique|tuteur legal',
      'contacto de emergencia|referido por|recomendado por|quien te (?:refirio|recomendo)|nombre del (?:supervisor|jefe|empleado|referente|gerente)|referencias? (?:laborales?|personales?|profesionales?)|apellido de soltera|persona de contacto',
      'contato de emergencia|contacto de emergencia|indicado por|recomendado por|quem (?:te )?indicou|nome do (?:supervisor|gestor|chefe|funcionario|colaborador)|referencias (?:profissionais|pessoais)|nome de solteira|nome da mae|nome do pai',
      'contatto di emergenza|segnalato da|raccomandato da|nome del (?:supervisore|responsabile|dipendente|referente)|referenze?|cognome da nubile|referente',
      'noodcontact\\w*|contactpersoon|aanbevolen door|doorverwezen door|naam (?:van )?(?:de )?(?:leidinggevende|medewerker|referent)|referenties?|referent|meisjesnaam|leidinggevende',
      'kontakt (?:w naglych|alarmowy|awaryjny)\\w*|polecon[ya] przez|osoba (?:polecajaca|kontaktowa|do kontaktu)|imie i nazwisko (?:przelozonego|polecajacego|osoby)|referencje|nazwisko (?:rodowe|panienskie)|przelozon\\w+|imie (?:ojca|matki)',
      'nodkontakt\\w*|kontaktperson\\w*|anhorig\\w*|rekommenderad av|tipsad av|namn pa (?:chef|referens|medarbetare)|referenser?|flicknamn|narmaste chef',
      'nodkontakt\\w*|kontaktperson\\w*|parorende|anbefalet af|henvist af|navn pa (?:leder|reference|medarbejder)|referencer?|pigenavn|naermeste leder',
      'acil durum\\w*|referans\\w*|yakininiz\\w*|yonetici(?:nizin)? (?:adi|telefonu)|tavsiye eden\\w*|kizlik soyadi|anne adi|baba adi|anne kizlik soyadi',
      'nouzovy kontakt|kontakt pro pripad nouze|kontaktni osoba|doporucil\\w*|doporucen\\w* od|jmeno (?:nadrizeneho|doporucitele|zamestnance)|rodne prijmeni|nadrizen\\w+',
      'контакт для экстренн\\p{L}+|рекомендател\\p{L}+|кто (?:вас )?рекомендовал|девичья фамилия|контактное лицо|имя руководителя|緊急連絡先|紹介者',
    ),
    names:
      /\b(?:referrer|referred|referral (?:name|e ?mail|by|phone)|referral|referee|emergency|emergency contact|maiden|spouse|supervisor|reference \d|references?|next of kin|guardian)\b(?! source)/,
  },
  {
    code: 'former_name',
    reason: 'A former name',
    words: words(
      '(?:former|previous|birth|other|prior|alias|maiden) (?:last |first |legal |full )*names?|fruherer? name|ehemaliger name|ancien nom|nom de naissance|nombre anterior|nome anterior|nome precedente|vorige naam|poprzednie nazwisko|tidigare namn|tidligere navn|onceki soyad\\w*|drivejsi (?:jmeno|prijmeni)|предыдущ\\p{L}+ фамили\\p{L}+',
    ),
  },
  {
    code: 'intimate',
    reason: 'Too personal to fill in for you',
    words: words(
      'sexual (?:orientation|identity)|sexuality|transgender|lgbt\\w*|religio(?:n|us)|marital|civil status|married|political|union member|pregnan\\w+|genetic|neurodi\\w+|hiv|vaccin\\w+|criminal|convict\\w+|felony|arrest\\w*|misdemeanor|confession|children|income|socio ?economic|caste|health (?:condition|status)|medical condition|height|weight|blood (?:type|group)|military service|dependents',
      'familienstand|konfession|religion\\w*|vorstrafen\\w*|schwanger\\w*|kinder|gesundheit\\w*|sexuelle orientierung|kirchensteuer|etat civil|situation (?:familiale|matrimoniale)|orientation sexuelle|casier judiciaire|enfants|estado civil|orientacion sexual|antecedentes (?:penales|criminais)|hijos|religiao|orientacao sexual|filhos|stato civile|orientamento sessuale|religione|carichi pendenti|figli|burgerlijke staat|seksuele (?:geaardheid|orientatie)|strafblad|kinderen|godsdienst|stan cywilny|orientacja seksualna|wyznanie|karalnosc\\w*|dzieci|civilstand|sexuell laggning|religionstillhorighet|brottsregister|barn|civilstatus|seksuel orientering|straffeattest|born|medeni (?:hal|durum)\\w*|cinsel yonelim|^din$|adli sicil\\w*|askerlik\\w*|cocuk\\w*|rodinny stav|sexualni orientace|nabozenstvi|trestni rejstrik|deti|семейное положение|вероисповедание|судимост\\p{L}+|дети',
    ),
    names: /\b(?:sexual orientation|transgender|religion|marital)\b/,
  },
  {
    code: 'nationality',
    reason: 'Nationality is yours to state',
    words: words(
      'nationalit\\w+|citizen(?:ship|s)?|green card|permanent resident|visa type|type of visa|staatsangehorigkeit\\w*|staatsburgerschaft|aufenthaltstitel|aufenthaltsstatus|nacionalidad\\w*|ciudadania|nacionalidade|cidadania|nazionalita|cittadinanza|staatsburgerschap|obywatelstwo|narodowosc|medborgarskap|statsborgerskab|uyru\\w+|vatandaslik|statni (?:obcanstvi|prislusnost)|narodnost|гражданство|国籍|^(?:current |your )?(?:visa|immigration) status$',
    ),
    names: /\b(?:nationality|citizenship)\b/,
  },
  {
    code: 'search',
    reason: 'A search box',
    words:
      /^(?:search|suche|suchen|suchbegriff|rechercher?|buscar|busqueda|procurar|pesquisar|busca|cerca|zoeken|zoek|szukaj|sok|sog|soeg|ara|arama|hledat|vyhledat|поиск|искать|find jobs|filter|keyword|keywords|search jobs?|search by .*|search for .*|job search|stichwort|mots? cles?|palabras? clave|palavras? chave|parola chiave|trefwoord|slowa? kluczow\w*|nyckelord|sokord|anahtar kelime|klicov\w+ slov\w+)(?![\p{L}])(?! (?:firm|consult|fund|engine|committee)\b)/u,
    names:
      /^(?:q|s|query|search|keywords?|search \w+|\w+ search|search query|search box|search input|job search keywords)$/,
  },
  {
    code: 'parser',
    reason: 'Feeds the site’s own resume reader, not this question',
    words: words(
      '(?:autofill|auto fill|prefill|pre fill|parse|import|apply|populate|autocomplete|complete) (?:\\w+ ){0,4}(?:from|with|using|your|by) (?:\\w+ ){0,3}(?:resume|cv|linkedin|lebenslauf)|resume parser|autofill from|upload (?:your )?(?:resume|cv) to (?:autofill|autocomplete|prefill|pre fill|populate)|import (?:my )?(?:resume|cv|linkedin)|quick apply with',
      'lebenslauf (?:auslesen|parsen|importieren)|(?:formular|daten) automatisch (?:aus|mit) .*lebenslauf|mit (?:lebenslauf|cv|linkedin) (?:ausfullen|bewerben)|pre ?remplir (?:avec|a partir de)|remplissage automatique|importer (?:mon|votre) (?:cv|profil)|autocompletar (?:con|desde)|rellenar (?:con|desde|automaticamente)|preencher (?:com|a partir|automaticamente)|compila(?:re)? (?:automaticamente|con il|dal) (?:\\w+ ){0,2}(?:cv|curriculum)|automatisch invullen|invullen (?:met|vanuit) (?:cv|linkedin)|wypelnij (?:automatycznie|z|na podstawie)|fyll i automatiskt|autofyll|autoudfyld|udfyld (?:automatisk|med)|otomatik doldur\\w*|ozgecmisten doldur\\w*|vyplnit (?:automaticky|z)|predvyplnit',
    ),
  },
  {
    code: 'not_theirs',
    reason: 'Not about you',
    words: words(
      '(?:company|corporate|business|employer|school|university|organi[sz]ation) (?:web ?site|url|e ?mail|phone|telephone|fax|address|size|type|logo|zip)|fax|fax number|w 9|pager|beeper|gift message|order (?:number|id)|po number|employers? (?:phone|address|e ?mail)',
      'faxnummer|telefax|(?:firmen|unternehmens)(?:website|webseite|adresse|telefon|e mail|grosse)|adresse des arbeitgebers|telefon des arbeitgebers|site web de l entreprise|telephone de l (?:entreprise|employeur)|adresse de l (?:entreprise|employeur)|(?:web|telefono|direccion|sitio web) de la empresa|(?:site|telefone|endereco) da empresa|(?:sito|telefono|indirizzo) (?:web )?(?:dell azienda|aziendale)|bedrijfswebsite|adres (?:van de )?werkgever|adres (?:firmy|pracodawcy)|strona (?:www )?firmy|foretagets (?:webbplats|adress|telefon)|virksomhedens (?:hjemmeside|adresse|telefon)|sirket (?:web sitesi|adresi|telefonu)|(?:web|adresa|telefon) (?:firmy|zamestnavatele|spolecnosti)',
    ),
    names: /\b(?:fax|company website|company url|company phone|company email)\b/,
  },
  {
    code: 'newsletter',
    reason: 'A subscription, not an application',
    words: words(
      'news ?letters?|job ?alerts?|e ?mail alerts?|alerts?|subscri(?:be|ption)\\w*|get notified|talent (?:community|network)|sign up for (?:updates|news|alerts)|jobletter|jobabo|jobagent\\w*|stellenabo|job benachrichtigung\\w*|infolettre|bulletin d information|alertes? (?:e mail|emploi)|s abonner|boletin|alertas? de (?:empleo|vagas?|emprego)|suscri\\w+|subscrever|assinar (?:a )?newsletter|iscriviti alla newsletter|nieuwsbrief\\w*|vacature ?alert|abonneren|biuletyn\\w*|powiadomienia o (?:ofertach|pracy)|subskry\\w+|nyhetsbrev\\w*|jobbevakning|prenumerer\\w*|nyhedsbrev\\w*|jobagent|abonner\\w*|e ?bulten\\w*|bulten\\w*|is alarm\\w*|abone ol\\w*|zpravodaj\\w*|odber (?:novinek|newsletteru)|upozorneni na (?:prace|pozice)|рассылк\\p{L}+|подпис(?:аться|ка)|メルマガ',
    ),
    names: /\b(?:newsletter|job ?alerts?|subscribe|subscription)\b/,
  },
];
