/** Words that stand before contact and personal data, in the languages that are read. Folded, separated by `|`. */

export type LabelKind =
  | 'name'
  | 'firstName'
  | 'lastName'
  | 'address'
  | 'city'
  | 'phone'
  | 'mobile'
  | 'fax'
  | 'email'
  | 'web'
  | 'personal'
  | 'title';

export const LABELS: Readonly<Record<LabelKind, string>> = {
  name: 'full name|name|candidate name|candidate|nom et prenom|nom et prenoms|nom prenom|nom / prenom|nom/prenom|nom, prenom|prenom et nom|prenom nom|nom complet|nombre|nombre completo|nombre y apellidos|nombre y apellido|apellidos y nombre|apellidos y nombres|nombres y apellidos|nome|nome completo|nome e cognome|cognome e nome|vor- und nachname|vor- und zuname|name, vorname|vorname, name|name vorname|vorname und name|vorname name|vorname nachname|imie i nazwisko|nazwisko i imie|namn|fullstandigt namn|ad soyad|adi soyadi|ad, soyad|adi ve soyadi|isim soyisim|isim|naam|volledige naam|voor- en achternaam|navn|nimi|jmeno|jmeno a prijmeni|meno a priezvisko|nume|nume si prenume|nev|фио|имя и фамилия|імʼя|ονοματεπωνυμο|姓名|氏名|名前|이름|성명|नाम|पूरा नाम|الاسم|nama|nama lengkap|ho va ten|ho ten|nom i cognoms',
  firstName:
    'first name|first names|given name|given names|forename|forenames|prenom|prenoms|vorname|vornamen|nombres|voornaam|voornamen|imie|imiona|fornamn|primeiro nome|adi|ad|fornavn|etunimi|имя|prenume|jmeno',
  lastName:
    'last name|surname|family name|nachname|familienname|zuname|nom de famille|nom|apellido|apellidos|sobrenome|sobrenomes|cognome|achternaam|nazwisko|efternamn|soyad|soyadi|efternavn|sukunimi|фамилия|prijmeni',
  address:
    'address|home address|current address|permanent address|postal address|mailing address|residential address|adresse|anschrift|wohnanschrift|adresse postale|adresse personnelle|direccion|domicilio|direccion postal|endereco|morada|endereco residencial|indirizzo|residenza|domicilio|adres|adres zamieszkania|miejsce zamieszkania|woonadres|adress|hemadress|bostadsadress|ev adresi|ikametgah|osoite|adresa|lakcim|адрес|адреса|διευθυνση|地址|通讯地址|联系地址|家庭住址|现住址|住址|住所|現住所|주소|पता|स्थायी पता|वर्तमान पता|العنوان|alamat|dia chi|adreca',
  city: 'location|city|based in|current location|place of residence|residence|lives in|living in|wohnort|wohnhaft in|wohnhaft|ort|standort|ville|lieu de residence|domicile|residence|ciudad|ubicacion|residencia|lugar de residencia|ciudad de residencia|cidade|localizacao|localidade|residencia|citta|luogo di residenza|residente a|woonplaats|plaats|miasto|miejscowosc|lokalizacja|ort|bostadsort|stad|sehir|konum|yasadigi yer|il|bydliste|oras|所在地|所在城市|现居|现居地|居住地|现所在地|居住城市|城市|목록|거주지|शहर|स्थान|निवास|निवास स्थान|المدينة|kota|noi o',
  phone:
    'phone|phone no|phone no.|phone number|phone numbers|tel|tel.|telephone|telephone number|contact no|contact no.|contact number|telefon|telefonnummer|tel-nr|tel.-nr|tel. nr|rufnummer|numero de telephone|n° de telephone|telefono|telefono de contacto|numero de telefono|telefone|contato|telefone para contato|telefoonnummer|telefoon|numer telefonu|telefon kontaktowy|telefon numarasi|puhelin|telefonszam|телефон|τηλεφωνο|电话|联系电话|联系方式|電話|電話番号|전화|전화번호|연락처|फोन|फ़ोन|फोन नंबर|दूरभाष|संपर्क|संपर्क नंबर|الهاتف|هاتف|telepon|no. hp|dien thoai|so dien thoai',
  mobile:
    'mobile|mobile phone|mobile number|mobile no|mobile no.|cell|cell phone|cellphone|cellular|whatsapp|mobil|mobiltelefon|handy|handynummer|mobilnummer|portable|tel. portable|telephone portable|mobile tel|movil|telefono movil|celular|telemovel|tel. movel|cellulare|telefono cellulare|mobiel|gsm|telefon komorkowy|komorka|mobilnr|cep|cep telefonu|cep tel|gsm no|手机|手机号|手机号码|移动电话|携帯電話|휴대폰|핸드폰|मोबाइल|मोबाइल नंबर|मोबाईल|m|mob|mob.',
  fax: 'fax|telefax|faks|传真|फैक्स|factax|telefaks|fax no|fax number',
  email:
    'e-mail|email|mail|e-mail address|email address|email id|e-mail id|e-mail-adresse|mailadresse|courriel|adresse e-mail|adresse email|adresse mail|correo|correo electronico|endereco eletronico|posta elettronica|indirizzo e-mail|e-mailadres|adres e-mail|adres email|e-postadress|e-post|epost|e-posta|eposta|e-posta adresi|sahkoposti|эл. почта|почта|邮箱|电子邮箱|电子邮件|邮件|个人邮箱|メール|이메일|ईमेल|ई-मेल|البريد الإلكتروني|surel',
  web: 'website|web|homepage|url|portfolio|personal website|blog|webseite|internet|internetseite|site|site web|site internet|pagina web|sitio web|sito|sito web|strona|strona internetowa|strona www|hemsida|webbplats|web sitesi|websitesi|linkedin|github|gitlab|twitter|xing|skype|wechat|qq|telegram|facebook|instagram|orcid|个人主页|主页|网站|博客|个人网站|微信|वेबसाइट',
  personal:
    "date of birth|birth date|birthdate|dob|d.o.b|d.o.b.|born|born on|birthday|age|place of birth|birthplace|date and place of birth|nationality|citizenship|marital status|civil status|status|gender|sex|religion|height|weight|blood group|father's name|fathers name|father name|mother's name|mothers name|husband's name|passport|passport no|passport number|visa|visa status|work permit|driving licence|driving license|driver's license|drivers license|military service|children|ethnicity|caste|category|pronouns|languages known|hobbies|" +
    'geburtsdatum|geburtsort|geburtstag|geburtsdatum und -ort|geburtsdatum/-ort|geboren|geboren am|geb.|geb. am|geboren in|geburtsname|alter|nationalitat|staatsangehorigkeit|staatsburgerschaft|familienstand|geschlecht|konfession|religionszugehorigkeit|kinder|fuhrerschein|fuhrerscheinklasse|eltern|vater|mutter|geschwister|' +
    'date de naissance|lieu de naissance|date et lieu de naissance|ne le|nee le|ne(e) le|age|nationalite|situation familiale|situation matrimoniale|etat civil|situation de famille|sexe|permis|permis de conduire|enfants|religion|' +
    'fecha de nacimiento|lugar de nacimiento|fecha y lugar de nacimiento|edad|nacionalidad|estado civil|sexo|genero|dni|nie|nif|cedula|carnet de conducir|permiso de conducir|licencia de conducir|hijos|rut|curp|' +
    'data de nascimento|local de nascimento|naturalidade|idade|nacionalidade|estado civil|cpf|rg|cnh|carta de conducao|carteira de habilitacao|filhos|filiacao|' +
    'data di nascita|luogo di nascita|luogo e data di nascita|data e luogo di nascita|nato il|nata il|nato a|eta|nazionalita|cittadinanza|stato civile|sesso|codice fiscale|patente|' +
    'geboortedatum|geboorteplaats|geboortedatum en -plaats|leeftijd|nationaliteit|burgerlijke staat|geslacht|rijbewijs|' +
    'data urodzenia|miejsce urodzenia|data i miejsce urodzenia|wiek|narodowosc|obywatelstwo|stan cywilny|plec|prawo jazdy|pesel|' +
    'fodelsedatum|fodd|fodelseort|alder|nationalitet|medborgarskap|civilstand|civilstatus|kon|korkort|personnummer|' +
    'dogum tarihi|dogum yeri|dogum yeri ve tarihi|dogum tarihi ve yeri|yas|uyruk|uyrugu|medeni durum|medeni hali|medeni durumu|cinsiyet|cinsiyeti|askerlik|askerlik durumu|surucu belgesi|ehliyet|tc kimlik no|t.c. kimlik no|' +
    '出生日期|出生年月|出生|生日|年龄|性别|民族|籍贯|国籍|户籍|户口|婚姻状况|婚姻|婚否|政治面貌|身高|体重|健康状况|学历|最高学历|学位|毕业院校|毕业学校|专业|所学专业|毕业时间|工作年限|工作经验|求职状态|期望薪资|期望城市|期望地点|到岗时间|英语水平|外语水平|生年月日|年齢|国籍|性別|생년월일|나이|성별|국적|' +
    'जन्म तिथि|जन्मतिथि|जन्म स्थान|आयु|उम्र|राष्ट्रीयता|वैवाहिक स्थिति|लिंग|धर्म|पिता का नाम|माता का नाम|जाति|' +
    'дата рождения|место рождения|возраст|гражданство|семейное положение|пол|تاريخ الميلاد|الجنسية|الحالة الاجتماعية|الجنس',
  title:
    'position|desired position|target position|title|job title|profession|occupation|current position|beruf|berufsbezeichnung|angestrebte position|zielposition|poste|poste recherche|poste vise|profession|metier|titre|puesto|puesto deseado|profesion|cargo|cargo pretendido|cargo desejado|profissao|professione|posizione ricercata|functie|beroep|stanowisko|zawod|yrke|befattning|meslek|unvan|pozisyon|求职意向|应聘职位|应聘岗位|求职职位|意向职位|期望职位|目标职位|希望職種|पद|पेशा|objective|career objective',
};
