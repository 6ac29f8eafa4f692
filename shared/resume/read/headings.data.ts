/** Section headings of resumes in en de fr es pt it nl pl sv tr zh hi, by what the section holds. Compared folded, letters only. */

export type SectionKind =
  | 'work'
  | 'education'
  | 'skills'
  | 'languages'
  | 'summary'
  | 'projects'
  | 'certificates'
  | 'awards'
  | 'publications'
  | 'volunteer'
  | 'interests'
  | 'references'
  | 'contact'
  | 'courses'
  | 'other';

/** Separated by `|`. */
export const HEADINGS: Readonly<Record<SectionKind, string>> = {
  work: `experience|experiences|work experience|work experiences|working experience|professional experience|professional experiences|employment|employment history|employment record|employment experience|work history|work|career history|career|career summary of experience|professional background|professional history|relevant experience|relevant work experience|industry experience|industrial experience|internship|internships|internship experience|internship experiences|job experience|job history|teaching experience|teaching experiences|research experience|research experiences|clinical experience|nursing experience|nursing clinical experience|clinical rotations|clinical rotation|additional experience|other experience|other work experience|other professional experience|previous experience|current employment|current position|situation actuelle|aktuelle position|situacion actual|poste actuel|previous employment|past employment|positions|positions held|appointments|academic appointments|professional appointments|professional employment|practical experience|technical experience|engineering experience|leadership experience|management experience|selected experience|work and research experience|experience highlights|professional career|freelance experience|freelance|military experience|military service experience|student experience|teaching|research|sales experience|design experience|administrative experience|legal experience|veterinary experience|
berufserfahrung|berufserfahrungen|beruflicher werdegang|berufliche erfahrung|berufliche erfahrungen|berufspraxis|praxiserfahrung|praktische erfahrung|praktische erfahrungen|arbeitserfahrung|arbeitserfahrungen|werdegang|beruflicher hintergrund|berufliche stationen|berufstatigkeit|berufliche tatigkeit|tatigkeiten|berufliche laufbahn|praktika|praktikum|praktika und nebentatigkeiten|nebentatigkeit|nebentatigkeiten|nebenjobs|beschaftigung|anstellungen|studentische tatigkeiten|praktische tatigkeiten|
experience professionnelle|experiences professionnelles|experiences professionelles|experience professionelle|experiences|parcours professionnel|parcours|emplois|emploi|carriere|stages|stage|stages et emplois|experiences de travail|experience de travail|historique professionnel|experience d'enseignement|experiences d'enseignement|enseignement|enseignements|activites professionnelles|postes occupes|experiences de recherche|
experiencia|experiencia laboral|experiencia profesional|experiencias laborales|experiencias profesionales|historial laboral|trayectoria profesional|trayectoria laboral|empleo|empleos|practicas|practicas profesionales|vida laboral|experiencia de trabajo|experiencia docente|antecedentes laborales|
experiencia profissional|experiencias profissionais|historico profissional|trajetoria profissional|atuacao profissional|experiencias|percurso profissional|estagios|estagio|empregos|experiencia de trabalho|carreira|
esperienza|esperienze|esperienza professionale|esperienze professionali|esperienza lavorativa|esperienze lavorative|esperienze di lavoro|carriera|tirocini|
werkervaring|ervaring|professionele ervaring|arbeidsverleden|loopbaan|stages en werk|beroepservaring|relevante werkervaring|
doswiadczenie|doswiadczenie zawodowe|przebieg kariery|historia zatrudnienia|praktyki|kariera zawodowa|
arbetslivserfarenhet|erfarenhet|yrkeserfarenhet|arbetserfarenhet|anstallningar|praktik|
is deneyimi|is deneyimleri|deneyim|deneyimler|is tecrubesi|mesleki deneyim|profesyonel deneyim|stajlar|calisma hayati|is tecrubeleri|
工作经历|工作经验|工作履历|职业经历|实习经历|实习经验|任职经历|从业经历|工作背景|实践经历|職歴|工作經歷|工作經驗|
कार्य अनुभव|अनुभव|कार्यानुभव|व्यावसायिक अनुभव|नौकरी का अनुभव|रोजगार इतिहास`,
  education: `education|educational background|education background|academic background|academic history|academics|education and training|training and education|education & qualifications|education and qualifications|academic qualifications|academic qualification|educational qualifications|educational qualification|qualifications academic|academic record|education history|degrees|studies|academic education|schooling|formal education|educational history|university education|academic credentials|academic profile|academic training|education details|academic details|
ausbildung|bildung|bildungsweg|bildungsgang|schulbildung|schulische ausbildung|studium|hochschulbildung|akademische ausbildung|hochschulausbildung|ausbildung und studium|studium und ausbildung|schule|schulausbildung|akademischer werdegang|schule und studium|schul und hochschulbildung|aus und weiterbildung|schulischer werdegang|universitare ausbildung|schul und berufsbildung|berufsausbildung|ausbildungsweg|
formation|formations|formation academique|formation suivie|formations suivies|etudes|diplomes|diplome|diplomes et formations|formation et diplomes|formations et diplomes|parcours academique|parcours scolaire|cursus|cursus universitaire|cursus scolaire|parcours universitaire|education et formation|formation universitaire|scolarite|titres universitaires|etudes et formations|etudes et diplomes|cursus academique|formation initiale|
educacion|formacion|formacion academica|estudios|estudios realizados|educacion y formacion|titulos|antecedentes academicos|datos academicos|titulacion|preparacion academica|historial academico|
formacao|formacao academica|educacao|escolaridade|habilitacoes academicas|habilitacoes literarias|formacao educacional|educacao e formacao|formacao escolar|historico academico|graduacao|formacoes|formacao superior|
istruzione|formazione|istruzione e formazione|titoli di studio|studi|percorso di studi|formazione accademica|percorso formativo|
opleiding|opleidingen|onderwijs|studie|opleiding en vorming|scholing|vooropleiding|
wyksztalcenie|edukacja|przebieg edukacji|wyksztalcenie i szkolenia|studia|
utbildning|utbildningar|utbildningsbakgrund|akademisk utbildning|
egitim|egitim bilgileri|egitim durumu|ogrenim|ogrenim durumu|akademik gecmis|egitim gecmisi|egitim ve ogretim|
教育背景|教育经历|学历|教育程度|学习经历|教育|求学经历|学历背景|教育背景及经历|学歴|教育背景與學歷|教育經歷|
शिक्षा|शैक्षिक योग्यता|शैक्षणिक योग्यता|शैक्षिक पृष्ठभूमि`,
  skills: `skills|technical skills|technical skill|key skills|core skills|core competencies|core competences|competencies|competences|skill set|skillset|skills summary|summary of skills|professional skills|technologies|technology|tech stack|technical expertise|areas of expertise|area of expertise|expertise|technical proficiencies|proficiencies|computer skills|it skills|software skills|software|programming|programming skills|programming languages|tools|tools and technologies|tools & technologies|technologies and tools|languages and technologies|programming languages and tools|hard skills|soft skills|strengths|key strengths|abilities|skills and abilities|skills & abilities|skills & expertise|skills and expertise|skills and tools|skills and interests|skills & interests|additional skills|other skills|technical knowledge|knowledge|technical summary|technical competencies|key competencies|digital skills|digital competences|personal skills|communication skills|organisational skills|job related skills|relevant skills|clinical skills|laboratory skills|lab skills|interpersonal skills|leadership skills|technical stack|technical background|capabilities|core strengths|top skills|skills and competencies|skills and qualifications|skills & technologies|skills and technologies|technical toolbox|toolbox|specialties|specialities|specialties and skills|frameworks|highlights of skills|technical environment|featured skills|professional competencies|office skills|special skills|key skills and competencies|skill highlights|
kenntnisse|fahigkeiten|digitale fahigkeiten|fertigkeiten|kompetenzen|edv kenntnisse|it kenntnisse|computerkenntnisse|fachkenntnisse|fachkompetenzen|kenntnisse und fahigkeiten|fahigkeiten und kenntnisse|qualifikationen|technische kenntnisse|technische fahigkeiten|besondere kenntnisse|programmierkenntnisse|edv|weitere kenntnisse|softwarekenntnisse|it kompetenzen|personliche fahigkeiten|soziale kompetenzen|fachliche kenntnisse|skills und kenntnisse|technologien|schlusselqualifikationen|sonstige kenntnisse|zusatzqualifikationen|kernkompetenzen|staerken|starken|digitale kompetenzen|personliche fahigkeiten und kompetenzen|technische fahigkeiten und kompetenzen|programmiersprachen|
competences|competence|competences techniques|competences cles|competences informatiques|informatique|savoir faire|savoir etre|competences professionnelles|competences et outils|outils|logiciels|competences principales|connaissances|connaissances informatiques|aptitudes|outils informatiques|competences personnelles|atouts|qualites|competences numeriques|domaines de competences|environnement technique|langages|technologies|savoirs|technique|langages et outils|competences linguistiques et informatiques|
habilidades|competencias|aptitudes|conocimientos|conocimientos tecnicos|habilidades tecnicas|competencias tecnicas|conocimientos informaticos|informatica|habilidades y competencias|destrezas|capacidades|herramientas|tecnologias|aptitudes principales|habilidades profesionales|habilidades blandas|competencias digitales|habilidades personales|competencias clave|lenguajes|lenguajes de programacion|otros conocimientos|
principais competencias|competencias tecnicas|conhecimentos|conhecimentos tecnicos|competencias profissionais|habilidades e competencias|qualificacoes|ferramentas|conhecimentos de informatica|competencias pessoais|habilidades tecnicas|qualificacoes profissionais|resumo de qualificacoes|competencias e habilidades|
competenze|competenze tecniche|abilita|capacita e competenze|conoscenze|conoscenze informatiche|competenze digitali|competenze informatiche|competenze professionali|competenze personali|capacita|
vaardigheden|competenties|kennis|kennis en vaardigheden|computervaardigheden|technische vaardigheden|digitale vaardigheden|
umiejetnosci|kompetencje|umiejetnosci techniczne|znajomosc programow|obsluga komputera|umiejetnosci i kompetencje|
kompetenser|fardigheter|kunskaper|datakunskaper|tekniska kunskaper|it kunskaper|kompetens|fardigheter och kompetenser|
beceriler|yetenekler|yetkinlikler|teknik beceriler|bilgisayar becerileri|bilgisayar bilgisi|nitelikler|yetenek ve beceriler|teknik yetkinlikler|
技能|专业技能|技能清单|技术栈|技能特长|技能证书|个人技能|职业技能|技术能力|掌握技能|专业能力|技術|技能專長|技能与特长|核心能力|核心技能|
कौशल|तकनीकी कौशल|मुख्य कौशल|योग्यता|दक्षता`,
  languages: `languages|language|language skills|language proficiency|languages spoken|foreign languages|spoken languages|linguistic skills|language competencies|languages known|language knowledge|
sprachen|sprachkenntnisse|muttersprache|weitere sprachen|fremdsprachen|fremdsprachenkenntnisse|sprachliche kenntnisse|sprachkompetenz|sprachkompetenzen|
langues|langue|langues etrangeres|competences linguistiques|connaissances linguistiques|langues parlees|
idiomas|idioma|lenguas|competencias linguisticas|conocimiento de idiomas|lenguas extranjeras|
linguas|lingua|conhecimento de idiomas|lingue|lingue straniere|conoscenze linguistiche|competenze linguistiche|lingue conosciute|
talen|talenkennis|taalvaardigheid|jezyki|jezyki obce|znajomosc jezykow|znajomosc jezykow obcych|sprak|sprakkunskaper|
yabanci dil|yabanci diller|diller|dil bilgisi|dil becerileri|yabanci dil bilgisi|
语言|语言能力|语言技能|外语|外语水平|外语能力|語言能力|語学|भाषाएं|भाषाएँ|भाषा|भाषा ज्ञान`,
  summary: `summary|profile|professional summary|professional profile|about|about me|objective|career objective|career summary|executive summary|personal statement|personal profile|introduction|overview|career profile|resume summary|summary of qualifications|qualifications summary|statement|bio|biography|who am i|who i am|career goal|career goals|professional objective|job objective|career overview|personal summary|highlights|qualifications|professional statement|mission|background|professional overview|
profil|kurzprofil|uber mich|zusammenfassung|personliches profil|berufsziel|ziel|kurzvorstellung|personlichkeit|einleitung|berufliches profil|motivation|
a propos|a propos de moi|resume|profil professionnel|presentation|objectif|objectif professionnel|qui suis je|resume professionnel|projet professionnel|accroche|
perfil|perfil profesional|resumen|sobre mi|objetivo|objetivo profesional|acerca de mi|resumen profesional|extracto|presentacion|quien soy|
resumo|sobre|sobre mim|objetivo profissional|perfil profissional|resumo profissional|objetivos|apresentacao|
profilo|profilo professionale|chi sono|presentazione|sommario|obiettivo|obiettivi|informazioni su di me|
profiel|over mij|samenvatting|persoonlijk profiel|profil zawodowy|podsumowanie|o mnie|cel zawodowy|profil osobisty|om mig|sammanfattning|personlig profil|
hakkimda|ozet|profil ozeti|kariyer hedefi|ozgecmis ozeti|kisisel ozet|
自我评价|职业概要|个人概况|职业概述|个人简介|个人总结|自我介绍|个人优势|职业目标|求职意向|求职目标|个人评价|简介|关于我|個人簡介|自我描述|自评|个人概述|
सारांश|उद्देश्य|परिचय|मेरे बारे में|प्रोफाइल|व्यावसायिक सारांश`,
  projects: `projects|project|personal projects|selected projects|key projects|academic projects|side projects|project experience|open source|open source projects|open source contributions|research projects|notable projects|relevant projects|project work|recent projects|featured projects|portfolio|personal work|university projects|major projects|projects and research|creations|case studies|engagements|
projekte|projekterfahrung|eigene projekte|ausgewahlte projekte|projektliste|referenzprojekte|projektarbeit|
projets|projets personnels|projets academiques|realisations|projets realises|projets informatiques|projets scolaires|
proyectos|proyectos personales|proyectos destacados|proyectos academicos|projetos|projetos pessoais|progetti|progetti personali|
projecten|projekty|projekt|projeler|kisisel projeler|项目经历|项目经验|项目|个人项目|科研项目|项目介绍|開源項目|开源项目|項目經歷|परियोजनाएं|परियोजना`,
  certificates: `certifications|certification|certificates|certificate|licenses|licences|licenses and certifications|licenses & certifications|licensure|certifications and licenses|certifications & licenses|professional certifications|licensure and certifications|licensure & certifications|credentials|professional development|trainings|training|training and certifications|certifications and training|professional training|accreditations|professional qualifications|additional training|professional licenses|continuing education|
zertifikate|zertifizierungen|weiterbildung|weiterbildungen|fortbildung|fortbildungen|schulungen|zertifikate und weiterbildungen|lizenzen|berufliche weiterbildung|fort und weiterbildung|
certifications|certificats|habilitations|formations complementaires|formation continue|permis|formations professionnelles|
certificaciones|certificados|cursos y certificaciones|certificacoes|certificacoes e cursos|certificazioni|certificati|licencias|formacion complementaria|formacion adicional|formacao complementar|licencas e certificados|
certificeringen|certificaten|certyfikaty|kursy i szkolenia|szkolenia|certifikat|certifieringar|kurser och certifikat|sertifikalar|sertifika|belgeler|kurslar ve sertifikalar|
证书|资格证书|技能证书|资质证书|获得证书|認證|प्रमाणपत्र|प्रमाण पत्र`,
  awards: `awards|award|honors|honours|honors and awards|honors & awards|awards and honors|awards & honors|awards and honours|achievements|key achievements|accomplishments|scholarships|fellowships|awards and achievements|achievements and awards|recognition|recognitions|grants|grants and awards|distinctions|scholarships and awards|awards and scholarships|honors and scholarships|prizes|awards and recognition|awards and grants|fellowships and awards|career achievements|
auszeichnungen|preise|stipendien|preise und auszeichnungen|stipendien und auszeichnungen|erfolge|ehrungen|
prix|distinctions|recompenses|prix et distinctions|bourses|prix et bourses|
premios|reconocimientos|logros|premios y reconocimientos|becas|premios e distincoes|conquistas|premiacoes|honrarias|premi|premi e riconoscimenti|riconoscimenti|borse di studio|
prijzen|onderscheidingen|nagrody|osiagniecia|wyroznienia|utmarkelser|stipendier|oduller|basarilar|burslar|
获奖经历|荣誉奖项|获奖情况|荣誉|奖项|所获荣誉|奖励|荣誉与奖项|पुरस्कार|उपलब्धियां|सम्मान`,
  publications: `publications|publication|selected publications|papers|conference papers|journal articles|articles|peer reviewed publications|presentations|conference presentations|talks|patents|publications and presentations|books|conferences|invited talks|scientific publications|research publications|posters|talks and presentations|lectures|writing|
publikationen|veroffentlichungen|vortrage|patente|publications scientifiques|communications|conferences et publications|brevets|articles de recherche|exposes|
publicaciones|articulos|ponencias|patentes|publicacoes|artigos|apresentacoes|pubblicazioni|brevetti|publicaties|publikacje|publikationer|yayinlar|patentler|
论文|发表论文|出版物|专利|学术成果|科研成果|论文发表|प्रकाशन`,
  volunteer: `volunteer|volunteering|volunteer experience|volunteer work|volunteer experiences|volunteering experience|voluntary work|community service|community involvement|leadership|leadership and activities|extracurricular activities|extracurricular activity|extracurricular|extra curricular activities|extracurriculars|activities|leadership and volunteering|leadership and involvement|campus involvement|involvement|service|professional service|professional memberships|memberships|professional affiliations|affiliations|professional memberships and affiliations|memberships and affiliations|professional activities|community engagement|activities and leadership|student activities|social engagement|organizations|volunteer activities|civic activities|professional organizations|associations|leadership & activities|positions of responsibility|campus activities|leadership activities|
ehrenamt|ehrenamtliches engagement|ehrenamtliche tatigkeit|ehrenamtliche tatigkeiten|engagement|soziales engagement|gesellschaftliches engagement|ausserschulisches engagement|mitgliedschaften|ausseruniversitares engagement|
benevolat|engagement associatif|activites extra scolaires|vie associative|associations|engagements|activites associatives|experiences associatives|activites extraprofessionnelles|responsabilites associatives|responsabilites|
voluntariado|trabajo voluntario|actividades extracurriculares|actividades|trabalho voluntario|atividades extracurriculares|volontariato|attivita di volontariato|vrijwilligerswerk|nevenactiviteiten|wolontariat|dzialalnosc dodatkowa|ideellt arbete|ideella uppdrag|foreningsliv|gonulluluk|gonullu calismalar|sosyal sorumluluk|uyelikler|
志愿者经历|志愿经历|社会实践|校园经历|社团经历|学生工作|志愿服务|社团活动|在校经历|校园活动|校内经历|स्वयंसेवा|स्वयंसेवी कार्य`,
  interests: `interests|hobbies|hobbies and interests|interests and hobbies|personal interests|interests and activities|hobbies & interests|activities and interests|other interests|passions|passion|free time|fun facts|life philosophy|my life philosophy|a day of my life|
interessen|hobbys|hobbies und interessen|interessen und hobbys|freizeit|hobbys und interessen|freizeitaktivitaten|personliche interessen|
centres d'interet|centre d'interet|centres d'interets|loisirs|interets|passions|centres interets|activites et loisirs|loisirs et centres d'interet|hobbies et interets|
intereses|aficiones|pasatiempos|intereses personales|interesses|hobbies e interesses|interessi|interessi personali|hobby|
hobby's|hobby's en interesses|hobbies en interesses|zainteresowania|hobby i zainteresowania|intressen|fritidsintressen|fritid|hobiler|ilgi alanlari|hobiler ve ilgi alanlari|
兴趣爱好|爱好|兴趣|個人興趣|个人爱好|रुचियां|शौक|रुचि`,
  references: `references|reference|referees|professional references|recommendations|testimonials|referenzen|referenties|references professionnelles|recommandations|referencias|referencias personales|referenze|referencje|referenser|referanslar|推荐人|证明人|संदर्भ`,
  contact: `contact|contacts|contact information|contact info|contact details|contact me|personal information|personal details|personal data|personal info|details|get in touch|links|find me online|social|social media|profiles|online|online presence|web|websites|
kontakt|kontaktdaten|personliche daten|personliches|person|angaben zur person|zur person|personalien|personliche angaben|personliche informationen|adresse|anschrift|
contact|coordonnees|informations personnelles|etat civil|donnees personnelles|contactez moi|infos personnelles|renseignements personnels|reseaux sociaux|liens|
contacto|datos personales|informacion personal|datos de contacto|informacion de contacto|redes sociales|contato|contatos|dados pessoais|informacoes pessoais|informacoes de contato|redes sociais|contatti|dati personali|informazioni personali|recapiti|
contactgegevens|persoonlijke gegevens|personalia|gegevens|dane osobowe|dane kontaktowe|kontaktuppgifter|personuppgifter|iletisim|iletisim bilgileri|kisisel bilgiler|
联系方式|个人信息|基本信息|联系信息|个人资料|个人基本信息|聯絡方式|基本资料|संपर्क|व्यक्तिगत जानकारी|संपर्क जानकारी|व्यक्तिगत विवरण`,
  courses: `courses|coursework|relevant coursework|relevant courses|course work|selected coursework|online courses|courses and workshops|workshops|moocs|graduate coursework|undergraduate coursework|courses and certifications|courses and training|
kurse|lehrgange|seminare|cours|cours suivis|cursos|cursos complementarios|cursos realizados|cursos complementares|corsi|corsi di formazione|cursussen|kursy|kurser|kurslar|seminerler|培训经历|主修课程|课程|培训|相关课程|पाठ्यक्रम`,
  other: `other|additional information|additional|miscellaneous|misc|further information|other information|additional details|declaration|security clearance|availability|visa status|citizenship|driving license|driving licence|drivers license|military service|military|nationality|hobbies and other|most proud of|appendix|attachments|extra|achievements and others|societies|notes|research interests|research interest|areas of interest|teaching interests|students supervised|supervision|strengths and weaknesses|personality|gallery|family|personal|quotes|philosophy|thesis|dissertation|master thesis|bachelor thesis|phd thesis|doctoral thesis|masterarbeit|bachelorarbeit|
sonstiges|weiteres|zusatzliche informationen|fuhrerschein|anlagen|wehrdienst|zivildienst|sonstige angaben|weitere angaben|auslandsaufenthalte|auslandserfahrung|unterschrift|
divers|autres|informations complementaires|permis de conduire|autres informations|complements|these|mobilite|
otros|otros datos|informacion adicional|datos adicionales|otros datos de interes|outros|informacoes adicionais|informacoes complementares|altre informazioni|ulteriori informazioni|allegati|patente di guida|patente|
overig|overige|aanvullende informatie|rijbewijs|inne|dodatkowe informacje|prawo jazdy|ovrigt|ovrig information|korkort|diger|ek bilgiler|surucu belgesi|ehliyet|askerlik|
其他|致谢|附加信息|其它|备注|补充信息|अन्य|अतिरिक्त जानकारी|घोषणा`,
};

/** A short line holding one of these words may be a heading if it also looks like one. */
export const HEADING_STEMS: Readonly<Partial<Record<SectionKind, string>>> = {
  work: 'experience|experiences|employment|internships|berufserfahrung|berufserfahrungen|erfahrungen|praktika|experiencia|experiencias|esperienza|esperienze|werkervaring|doswiadczenie|erfarenhet|deneyim|professionnelle|professionnelles',
  education:
    'education|ausbildung|studium|formation|formations|educacion|formacion|formacao|istruzione|opleiding|opleidingen|wyksztalcenie|utbildning|egitim|etudes|diplomes|academic',
  skills:
    'skills|competencies|competences|kenntnisse|fahigkeiten|kompetenzen|habilidades|competencias|conocimientos|conhecimentos|competenze|vaardigheden|umiejetnosci|kompetenser|beceriler|technologies|expertise|strengths|proficiencies',
  languages: 'languages|sprachen|sprachkenntnisse|langues|idiomas|lingue|talen|jezyki',
  projects: 'projects|projekte|projets|proyectos|projetos|progetti',
  certificates:
    'certifications|certificates|zertifikate|licenses|weiterbildung|weiterbildungen|certificats|certificaciones|certificacoes|training|trainings',
  awards: 'awards|honors|honours|achievements|auszeichnungen|distinctions|premios|accomplishments|scholarships',
  publications: 'publications|publikationen|presentations|publicaciones|papers|talks|conferences|communications',
  volunteer:
    'volunteer|volunteering|activities|engagement|leadership|memberships|affiliations|service|involvement|responsabilites',
  interests: 'interests|hobbies|hobbys|interessen|loisirs|intereses|aficiones|interesses|interessi|zainteresowania',
  references: 'references|referenzen|referees|referencias',
  summary: 'summary|profile|objective|profil|perfil|qualifications|about',
  courses: 'courses|coursework|kurse|cours|cursos|corsi',
};
