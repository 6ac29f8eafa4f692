/** Words that tell a job title, an employer, a school, a degree, a place or a language, in the languages that are read. Folded, separated by spaces or `|`. Over 300 lines because it is a table. */

/** Whole words. */
export const TITLE_WORDS = `engineer developer manager director analyst consultant designer assistant associate intern internship trainee teacher professor lecturer researcher scientist nurse administrator architect specialist coordinator supervisor technician representative accountant officer executive lead leader head president founder cofounder co-founder owner partner advisor adviser agent clerk cashier driver chef cook waiter waitress server bartender host hostess barista instructor tutor coach mentor editor writer author journalist photographer artist producer programmer tester auditor attorney lawyer paralegal secretary receptionist librarian pharmacist physician surgeon veterinarian therapist psychologist counselor counsellor planner buyer salesperson salesman merchandiser strategist marketer recruiter fellow scholar postdoc postdoctoral student volunteer apprentice contractor freelancer freelance devops sre cto ceo cfo coo vp svp evp cio ciso principal dean chair chairman chairwoman chairperson treasurer captain operator mechanic electrician welder carpenter plumber machinist inspector surveyor geologist chemist biologist physicist economist statistician mathematician translator interpreter teller banker broker trader underwriter actuary dispatcher courier guard janitor cleaner housekeeper caregiver babysitter nanny lifeguard facilitator trainer educator paraeducator preceptor practitioner midwife dentist hygienist paramedic phlebotomist radiographer sonographer aide orderly missionary pastor minister chaplain sergeant lieutenant soldier pilot steward stewardess stylist hairdresser esthetician model actor actress musician singer dancer animator illustrator curator archivist conservator webmaster sysadmin tech worker expert evangelist advocate ambassador liaison controller bookkeeper payroll estimator scheduler expeditor foreman superintendent laborer helper picker packer stocker crew member team-leader reviewer organizer organiser investigator examiner assessor adjunct resident clinician extern externship practicum rotation traineeship clerkship fellowship generalist
entwickler entwicklerin softwareentwickler softwareentwicklerin ingenieur ingenieurin leiter leiterin teamleiter teamleiterin projektleiter projektleiterin abteilungsleiter berater beraterin mitarbeiter mitarbeiterin hilfskraft werkstudent werkstudentin praktikant praktikantin praktikum assistent assistentin referent referentin sachbearbeiter sachbearbeiterin geschaftsfuhrer geschaftsfuhrerin kaufmann kauffrau lehrer lehrerin dozent dozentin tutorin auszubildender auszubildende azubi techniker technikerin mechaniker mechanikerin mechatroniker elektroniker fachinformatiker informatiker verkaufer verkauferin kellner kellnerin aushilfe krankenpfleger krankenschwester pflegekraft pflegefachkraft arzt arztin buchhalter buchhalterin redakteur redakteurin administratorin programmierer meister facharbeiter vertriebsmitarbeiter vertriebsleiter kassierer fahrer lagerist zusteller konstrukteur sekretarin sekretar erzieher erzieherin volontar volontarin doktorand doktorandin wissenschaftlicher wissenschaftliche studentische studentischer freiberufler freiberuflich selbststandig selbstandig vorstand grunder werkleiter bereichsleiter gruppenleiter fachkraft zivildienstleistender reinigungskraft
developpeur developpeuse ingenieur ingenieure chef cheffe responsable directeur directrice charge chargee conseiller conseillere consultante assistante stagiaire stage alternant alternante alternance apprenti apprentie professeur professeure enseignant enseignante enseignante-chercheuse enseignant-chercheur chercheur chercheuse doctorant doctorante vendeur vendeuse serveur serveuse technicien technicienne comptable gestionnaire redacteur redactrice infirmier infirmiere medecin animateur animatrice secretaire caissier caissiere ouvrier ouvriere agent hote hotesse concepteur conceptrice formateur formatrice traducteur traductrice employe employee president presidente benevole moniteur monitrice coordinateur coordinatrice coordonnateur preparateur commercial commerciale attache attachee maitre fondateur cofondateur graphiste programmeur informaticien administrateur analyste architecte post-doctorant ater moniteur vacataire colleur
desarrollador desarrolladora ingeniero ingeniera programador programadora jefe jefa gerente directora analista consultor consultora asistente auxiliar tecnico tecnica becario becaria practicante pasante profesor profesora maestro maestra docente investigador investigadora vendedor vendedora encargado encargada coordinador coordinadora administrativo administrativa administrador administradora contable contador contadora enfermero enfermera medico medica camarero camarera cajero cajera dependiente dependienta operario operaria disenador disenadora arquitecto arquitecta redactor redactora recepcionista secretaria secretario ayudante fundador socio socia monitor monitora responsable abogado abogada ejecutivo ejecutiva asesor asesora especialista supervisor supervisora lider
desenvolvedor desenvolvedora engenheiro engenheira estagiario estagiaria estagio coordenador coordenadora diretor diretora tecnico auxiliar vendedor professor professora pesquisador pesquisadora bolsista gestor gestora designer consultor assessor assessora atendente operador operadora enfermeiro enfermeira advogado advogada arquiteto contador aprendiz voluntario voluntaria monitor recepcionista assistente trainee administrativo instrutor fundador desenhista suporte lider encarregado analista
sviluppatore sviluppatrice ingegnere programmatore responsabile direttore direttrice impiegato impiegata tirocinante stagista docente insegnante ricercatore ricercatrice dottorando addetto addetta consulente tecnico commesso commessa cameriere cameriera operaio operaia contabile segretaria segretario infermiere infermiera medico architetto progettista coordinatore coordinatrice collaboratore collaboratrice assistente venditore
ontwikkelaar medewerker medewerkster stagiair stagiaire leraar docent onderzoeker verpleegkundige adviseur directeur hoofd projectleider teamleider beheerder boekhouder verkoper ondersteuner bestuurder chauffeur monteur ingenieur promovendus bijbaan
programista inzynier kierownik specjalista asystent asystentka stazysta praktykant nauczyciel analityk menedzer kelner sprzedawca ksiegowy ksiegowa dyrektor konsultant doradca pracownik koordynator projektant grafik technik mlodszy starszy
utvecklare ingenjor chef projektledare larare forskare doktorand sjukskoterska konsult saljare ekonom handlaggare praktikant assistent underskoterska vikarie butiksbitrade redovisningsekonom
gelistirici muhendis muhendisi mudur muduru yonetici yoneticisi uzman uzmani stajyer ogretmen ogretmeni asistan asistani analist danisman danismani sef temsilci temsilcisi teknisyen tekniker muhasebeci koordinator koordinatoru gorevli gorevlisi yazilimci
pruferin prufer bankkaufmann bankkauffrau handler handlerin gartner gartnerin koch kochin konditor konditorin backer backerin metzger tischler tischlerin schreiner maler malerin maurer dachdecker zimmerer klempner installateur elektriker elektrikerin schlosser schweisser dreher friser friseur friseurin kosmetikerin hebamme altenpfleger altenpflegerin physiotherapeut physiotherapeutin ergotherapeut ergotherapeutin logopadin apotheker apothekerin zahnarzt zahnarztin tierarzt tierarztin jurist juristin rechtsanwalt rechtsanwaltin notar notarin richter richterin steuerberater steuerberaterin wirtschaftsprufer controllerin einkaufer einkauferin disponent disponentin spediteur monteurin bauleiter bauleiterin bauzeichner zeichner zeichnerin architektin designerin grafikerin grafiker gestalter gestalterin mediengestalter mediengestalterin journalistin lektor lektorin ubersetzer ubersetzerin dolmetscher bibliothekar bibliothekarin forscher forscherin wissenschaftler wissenschaftlerin physiker physikerin chemiker chemikerin biologe biologin mathematiker laborant laborantin psychologe psychologin padagoge padagogin sozialarbeiter sozialarbeiterin sozialpadagoge betreuer betreuerin trainerin ausbilder ausbilderin direktor direktorin prokurist prokuristin bevollmachtigter inhaber inhaberin geschaftsleiter leitung vertreter vertreterin aussendienst aussendienstmitarbeiter innendienst callcenter-agent hausmeister hausmeisterin wachmann soldat offizier polizist polizistin feuerwehrmann rettungssanitater sanitater minijob nebenjob ferienjob freiwillige freiwilliger freiwilligendienst bundesfreiwilligendienst promovend promovendin stipendiat stipendiatin lehrbeauftragter lehrbeauftragte schulleiter schulleiterin rektor dekan servicekraft servicemitarbeiter kuchenhilfe thekenkraft barkeeper rezeptionist rezeptionistin hotelfachfrau hotelfachmann restaurantfachfrau restaurantfachmann industriekauffrau industriekaufmann burokauffrau burokaufmann einzelhandelskauffrau mfa arzthelferin zahnarzthelferin rechtsanwaltsfachangestellte verwaltungsfachangestellte angestellte angestellter beamter beamtin systemadministrator anwendungsentwickler produktmanager produktmanagerin qualitatsmanager projektingenieur projektingenieurin entwicklungsingenieur softwarearchitekt testerin scrum-master fachberater fachberaterin kundenberater kundenberaterin pflegehelfer pflegehelferin pflegedienstleitung stationsleitung oberarzt oberarztin assistenzarzt assistenzarztin chefarzt facharzt bilanzbuchhalter bilanzbuchhalterin lohnbuchhalter bibliothecaire infirmier-chef aide-soignant aide-soignante auxiliaire ambulancier ambulanciere kinesitherapeute orthophoniste psychologue pharmacien pharmacienne preparatrice dentiste veterinaire avocat avocate juriste notaire clerc huissier greffier assistante-comptable auditeur auditrice controleur controleuse tresorier tresoriere acheteur acheteuse logisticien logisticienne magasinier magasiniere cariste manutentionnaire livreur livreuse conducteur conductrice mecanicien mecanicienne electricien electricienne plombier menuisier macon peintre soudeur couvreur jardinier jardiniere paysagiste agriculteur agricultrice boulanger boulangere patissier patissiere boucher cuisinier cuisiniere commis plongeur barman barmaid receptionniste gouvernante concierge gardien gardienne vigile coiffeur coiffeuse estheticien estheticienne couturier couturiere styliste decorateur decoratrice dessinateur dessinatrice illustrateur illustratrice photographe realisateur realisatrice monteuse journaliste correcteur correctrice interprete documentaliste archiviste institutrice instituteur educateur educatrice surveillant surveillante puericultrice nourrice baby-sitter auxiliaire-de-vie travailleur chargee-de-projet charge-de-projet cheffe-de-projet directeur-adjoint gerant gerante dirigeant associe associee stagiaire-ingenieur developpeur-web integrateur integratrice webmestre testeur testeuse scientifique maitresse laborantin laborantine biologiste chimiste physicien physicienne geologue statisticien statisticienne econome economiste sociologue historien historienne delegue deleguee teleconseiller teleconseillere telemarketeur hotesse-d'accueil standardiste operateur operatrice agent-d'entretien contremaitre superviseur superviseure referente intervenant intervenante benevolat volontaire saisonnier saisonniere interimaire equipier equipiere preparateur-de-commandes cocinero cocinera jefe-de-cocina repostero panadero panadera carnicero pescadero barman ayudante-de-cocina pinche friegaplatos limpiador limpiadora conserje portero vigilante guardia conductor conductora repartidor repartidora mozo mensajero almacenero electricista fontanero carpintero albanil pintor soldador mecanico mecanica tornero jardinero agricultor peluquero peluquera esteticista modista costurera fotografo fotografa periodista traductor traductora interprete bibliotecario bibliotecaria farmaceutico farmaceutica odontologo odontologa dentista veterinario veterinaria fisioterapeuta psicologo psicologa logopeda auxiliar-de-enfermeria celador celadora matrona cirujano tutora educador educadora catedratico catedratica ponente orientador orientadora entrenador entrenadora economista estadistico matematico fisico quimico quimica biologo biologa geologo topografo delineante proyectista aparejador arquitecto-tecnico interventor auditora tesorero cobrador comercial teleoperador teleoperadora promotor promotora reponedor reponedora agente comprador compradora director-general subdirector subdirectora presidenta vicepresidente apoderado propietario propietaria autonomo autonoma cuidador cuidadora ninera canguro maquinista capataz oficial peon cozinheiro cozinheira confeiteiro padeiro garcom garconete copeiro faxineira faxineiro porteiro vigilante motorista entregador motoboy repositor repositora estoquista almoxarife balconista promotor promotora representante corretor corretora datilografo telefonista eletricista encanador marceneiro pedreiro pintor soldador mecanico torneiro costureira cabeleireiro cabeleireira manicure esteticista fotografo jornalista tradutor tradutora interprete bibliotecario bibliotecaria farmaceutico farmaceutica dentista veterinario veterinaria fisioterapeuta psicologo psicologa nutricionista fonoaudiologo cuidador cuidadora baba educador educadora pedagogo pedagoga tutora palestrante economista estatistico matematico fisico quimico quimica biologo biologa geologo geografo topografo projetista auditora tesoureiro comprador compradora comerciante subgerente proprietario proprietaria autonomo autonoma escriturario escrevente oficial policial soldado bombeiro testador redator redatora editora roteirista produtor produtora ator atriz cantor cantora musico jovem-aprendiz menor-aprendiz cuoco cuoca aiuto-cuoco pizzaiolo barman lavapiatti pasticcere panettiere macellaio autista corriere magazziniere facchino portiere custode guardia elettricista idraulico falegname muratore imbianchino saldatore meccanico tornitore giardiniere parrucchiere parrucchiera estetista sarta fotografo giornalista traduttore traduttrice interprete bibliotecario bibliotecaria farmacista dentista veterinario veterinaria fisioterapista psicologo psicologa logopedista educatore educatrice professore professoressa assegnista borsista economista statistico matematico fisico chimico biologo biologa geologo geometra perito disegnatore disegnatrice grafico grafica redattore redattrice avvocato avvocata notaio commercialista revisore ragioniere ragioniera tesoriere acquirente agente rappresentante promotore promoter telefonista centralinista cassiere cassiera magazziniera operatore operatrice caporeparto capoturno capocantiere capo caposquadra dirigente amministratore amministratrice amministrativo amministrativa istruttore istruttrice vicepresidente titolare volontario volontaria apprendista praticante oss badante animatore allenatore kok souschef serveerster barman afwasser bakker slager kapper schoonmaker schoonmaakster conciergeportier bewaker beveiliger koerier bezorger magazijnmedewerker orderpicker vrachtwagenchauffeur elektricien loodgieter timmerman metselaar schilder lasser hovenier fotograaf vertaler tolk bibliothecaris apotheker tandarts dierenarts fysiotherapeut psycholoog logopedist huisarts verzorgende begeleider begeleidster jeugdwerker werker leerkracht lerares hoogleraar promovenda onderzoekster wetenschapper econoom wiskundige natuurkundige scheikundige bioloog advocaat jurist notaris secretaresse receptioniste telefoniste inkoper verkoopster vertegenwoordiger accountmanager vormgever vormgeefster ontwerper ontwerpster grafisch tekstschrijver softwareontwikkelaar systeembeheerder tekenaar bouwkundige werkvoorbereider uitvoerder voorman ploegleider afdelingshoofd teamlead bedrijfsleider filiaalleider eigenaar oprichter zelfstandige zzp'er vrijwilliger vrijwilligster leerling oproepkracht vakkenvuller kierowniczka specjalistka analityczka nauczycielka lekarz lekarka pielegniarka pielegniarz farmaceuta farmaceutka dentysta weterynarz fizjoterapeuta psycholog adiunkt adiunktka doktorant doktorantka wykladowca badacz naukowiec laborant laborantka chemik fizyk biolog matematyk ekonomista prawnik adwokat radca notariusz sekretarka sekretarz recepcjonista recepcjonistka magazynier kierowca kurier dostawca kucharz kucharka kelnerka barman piekarz cukiernik rzeznik fryzjer fryzjerka kosmetyczka krawcowa fotograf dziennikarz dziennikarka redaktor redaktorka tlumacz tlumaczka bibliotekarz bibliotekarka elektryk hydraulik stolarz murarz malarz spawacz mechanik slusarz ogrodnik ochroniarz sprzataczka opiekun opiekunka wychowawca trener trenerka administratorka handlowiec przedstawiciel kasjer kasjerka sprzedawczyni kupiec logistyk spedytor planista kontroler inspektor architekt inzynierka konstruktor projektantka programistka testerka prezes wiceprezes wlasciciel wspolzalozyciel zalozyciel czlonek stazystka praktykantka wolontariusz wolontariuszka pracowniczka doradczyni referentka kock kokerska servitor servitris diskare bagare konditor slaktare frisor stadare vaktmastare vakt vaktare chauffor lagerarbetare elektriker rormokare snickare murare malare svetsare tradgardsmastare fotograf oversattare tolk bibliotekarie apotekare tandlakare veterinar fysioterapeut sjukgymnast psykolog logoped lakare barnskotare kurator socialsekreterare sekreterare behandlare socionom behandlingsassistent fritidsledare fritidspedagog forskollarare rektor lektor adjunkt amanuens forskningsassistent ekonomiassistent ekonomichef redovisningsansvarig revisor jurist advokat notarie telefonist inkopare butikssaljare butikschef kassor kassorska saljchef kundtjanstmedarbetare medarbetare medarbetare handledare instruktor tranare formgivare grafiker redaktor skribent programmerare systemutvecklare mjukvaruutvecklare testare systemadministrator arkitekt ritare byggledare arbetsledare platschef gruppchef teamledare verksamhetschef enhetschef avdelningschef vd grundare agare egenforetagare larling timvikarie maskinoperator montor drifttekniker asci garson barmen bulasikci firinci kasap kuafor temizlikci bekci sofor surucu kurye depocu elektrikci tesisatci marangoz boyaci kaynakci tornaci bahcivan fotografci gazeteci cevirmen tercuman kutuphaneci eczaci hekimi veteriner fizyoterapist psikolog doktor hekim hemsire ebe bakici akademisyen arastirmaci ekonomist matematikci fizikci kimyager biyolog avukat musaviri noter sekreter resepsiyonist pazarlama tasarimci grafiker yazar programci testci mimar teknikeri kurucu ortak sahibi baskan baskani mudurluk lideri takim sorumlu sorumlusu amiri ustabasi operatoru isci gonullu stajyeri cirak ogrenci kasiyer tezgahtar direktor direktoru muhendisligi yoneticiligi doctorat postdoctorat postdoc doctorante doctorado doutorado dottorato post-doc doktorandin postdoktorand`;

/** Endings of compound words and Chinese/Hindi pieces that mark a title. */
export const TITLE_PARTS = `entwickler|entwicklerin|ingenieur|ingenieurin|leiter|leiterin|berater|beraterin|mitarbeiter|assistent|assistentin|kaufmann|kauffrau|techniker|mechaniker|referent|student|praktikant|praktikum|hilfskraft|verkaufer|pfleger|schwester|fahrer|lehrer|lehrerin|arbeiter|manager|arzt|meister|medewerker|ontwikkelaar|leider|utvecklare|ledare|工程师|经理|总监|主管|实习|实习生|专员|助理|顾问|架构师|设计师|分析师|教师|讲师|教授|研究员|开发|程序员|负责人|主任|总裁|会计|编辑|专家|组长|技术员|产品|运营|अभियंता|प्रबंधक|शिक्षक|विश्लेषक|डेवलपर|इंजीनियर|सहायक|निदेशक|लेखाकार|प्रशिक्षु|buchhalter|buchhalterin|sekretar|sekretarin|prufer|pruferin|handler|helfer|helferin|kraft|leitung|trainer|padagoge|padagogin|gestalter|gestalterin|planer|planerin|warter|bauer|macher|macherin|makler|maklerin|angestellte|angestellter|beauftragter|beauftragte|verwalter|verwalterin|betreuer|betreuerin|fuhrer|fuhrerin|werker|werkerin|chirurg|therapeut|therapeutin|ologe|ologin|wissenschaftler|koch|sekreterare|behandlare|arbetare|larare|forare|skoterska|chef|assistent|vetare|handlaggare|ansvarig|byggare|vormgever|ontwerper|beheerder|begeleider|verkoper|werker|kundige|leraar|voerder|bewerker|therapeut|maker|采购|销售|客服|文员|出纳|护士|医生|律师|记者|翻译|司机|厨师|店长|店员|店经理|业务员|操作员|质检|测试|策划|文案|美工|剪辑|导师|班主任|助教|科员|干事|秘书|前台|库管|仓管|保安|保洁|技师|工人|学徒|创始人|合伙人|董事|董事长|行政|人事|财务|अध्यापक|अध्यापिका|प्राध्यापक|प्राध्यापिका|व्याख्याता|प्रोफेसर|मैनेजर|अधिकारी|लिपिक|क्लर्क|नर्स|डॉक्टर|वकील|पत्रकार|संपादक|लेखक|अनुवादक|परामर्शदाता|सलाहकार|पर्यवेक्षक|समन्वयक|तकनीशियन|ऑपरेटर|चालक|रसोइया|शोधकर्ता|इंटर्न|डिज़ाइनर|डिजाइनर|प्रोग्रामर|एकाउंटेंट|विक्रेता|प्रधानाचार्य|प्रशिक्षक|स्वयंसेवक`;

/** Words that qualify a title; weak evidence by themselves. */
export const TITLE_MODIFIERS = `senior junior sr jr chief staff lead full-stack fullstack frontend front-end backend back-end web software data product project program programme account sales marketing business human resources graduate undergraduate part-time registered certified visiting deputy vice general regional national global assistant interim acting temporary mobile android ios cloud machine learning quality assurance customer support help desk office chef leitender leitende principal graphic ux ui user mechanical electrical civil chemical clinical research teaching summer student`;

/** Whole words and legal forms of employers. */
export const ORG_WORDS = `inc llc ltd limited corp corporation company co gmbh ag kg ug ohg ev e.v se sa sas sarl srl spa bv nv plc pty ltda oy ab a/s aps pvt llp lp group gruppe groupe grupo gruppo holding holdings labs lab laboratory laboratories laboratoire laboratorio systems solutions technologies technology services service consulting partners agency agence agencia studio studios bank banque banco university universitat universite universidad universidade universita universiteit college school institute institut instituto istituto academy academie hospital clinic klinik klinikum hopital krankenhaus medical center centre zentrum ministry ministere ministerio ministerium department foundation stiftung fondation fundacion association verein council city county district government university's church store restaurant hotel cafe bar market markets industries international enterprises enterprise ventures capital media press publishing networks network software pharma pharmaceuticals insurance assurance versicherung energy motors airlines airways telecom communications society federal national office library museum trust committee commission authority bureau army navy force police verlag werke werk konzern universitatsklinikum hochschule fachhochschule ecole lycee faculte cabinet mairie conseil centro empresa hospital universitario prefeitura governo ministerio instituto bistro supermarket club team coop kooperative cooperativa sons brothers associates universitesi sirketi bankasi as sti szkola uniwersytet politechnika spolka sp universitet hogskola skola kommun aktiebolag
mbh mbb partg gbr kgaa kanzlei praxis buro betrieb betriebe handel fabrik amt behorde bundeswehr kasse sparkasse volksbank apotheke pflegeheim seniorenheim kindergarten kita stadtwerke landkreis gemeinde bundesamt landesamt kammer handelskammer ihk hwk verband genossenschaft spedition autohaus backerei buchhandlung reisebuero logistik versand druckerei agentur redaktion theater orchester kirche societe etablissements ets entreprise cooperative mutuelle syndicat chambre prefecture rectorat commune departement communaute clinique hospitalier chu ehpad pharmacie librairie boulangerie brasserie auberge garage imprimerie editions maison atelier ateliers groupement collectif theatre mediatheque bibliotheque musee creche sociedad compania fabrica taller talleres tienda tiendas almacenes farmacia clinica ayuntamiento diputacion junta consejeria asociacion colegio academia gestoria asesoria despacho bufete restaurante cafeteria panaderia supermercado supermercados constructora inmobiliaria transportes logistica seguros editorial imprenta laboratorios hoteles guarderia sociedade companhia industria industrias comercio fabrica oficina loja lojas supermercados farmacia clinica secretaria tribunal fundacao associacao escritorio advocacia contabilidade restaurante padaria construtora imobiliaria transportes transportadora logistica seguros editora grafica hoteis creche condominio eireli societa azienda ditta impresa fabbrica officina officine negozio supermercato farmacia clinica ospedale provincia regione ministero tribunale fondazione associazione ristorante trattoria pizzeria panificio pasticceria costruzioni immobiliare trasporti spedizioni logistica assicurazioni editrice tipografia laboratori alberghi asl ausl asilo banca cassa consorzio stichting vereniging gemeente provincie ministerie bedrijf winkel supermarkt apotheek kliniek ziekenhuis praktijk kantoor advocaten bakkerij slagerij uitgeverij drukkerij verzekeringen transport vervoer bouw bouwbedrijf ontwerpbureau zorggroep thuiszorg kinderopvang woningcorporatie firma przedsiebiorstwo zaklad zaklady sklep sklepy apteka szpital przychodnia klinika urzad ministerstwo gmina powiat wojewodztwo fundacja stowarzyszenie spoldzielnia instytut biuro kancelaria restauracja piekarnia cukiernia wydawnictwo drukarnia ubezpieczenia transport spedycja logistyka laboratorium przedszkole fabryka huta kopalnia muzeum biblioteka foretag bolag butik affar apotek sjukhus vardcentral landsting myndighet departement stiftelse stiftelsen forening foreningen byra redovisningsbyra advokatbyra restaurang hotell bageri forlag tryckeri forsakring bibliotek forskola kyrka forsamling firmasi fabrikasi magaza magazasi eczane eczanesi hastanesi hastane klinigi belediyesi belediye bakanligi mudurlugu valiligi vakfi dernegi kooperatifi enstitusu ofisi burosu restorani oteli firini yayinlari matbaasi sigorta tasimacilik lojistik insaat kres`;

/** Endings of compound words and Chinese/Hindi pieces that mark an employer. */
export const ORG_PARTS = `gmbh|universitat|hochschule|klinik|werke|bank|verlag|institut|schule|zentrum|gesellschaft|公司|集团|大学|学院|银行|研究院|研究所|医院|有限|科技|工作室|事务所|中心|部门|局|कंपनी|विश्वविद्यालय|लिमिटेड|संस्थान|बैंक|अस्पताल|kanzlei|praxis|klinikum|krankenhaus|fabrik|betriebe|versicherung|sparkasse|apotheke|stiftung|verband|verein|genossenschaft|spedition|brauerei|druckerei|backerei|buchhandlung|agentur|ministerium|behorde|byra|bolaget|sjukhuset|sjukhus|kommun|stiftelsen|foreningen|bedrijf|ziekenhuis|gemeente|bureau|bakkerij|winkel|中学|小学|幼儿园|书店|餐厅|酒店|传媒|文化|网络|物流|贸易|实业|股份|控股|基金|证券|保险|电商|出版社|杂志社|报社|电视台|政府|委员会|协会|法院|派出所|超市|药房|实验室|विद्यालय|स्कूल|निकेतन|मंडल|निगम|मंत्रालय|समिति|ट्रस्ट|फाउंडेशन|टेक्नोलॉजीज|टेक्नोलॉजीज़|सॉफ्टवेयर|इंडस्ट्रीज|एजेंसी|केंद्र|महाविद्यालय|अकादमी|स्टूडियो|उद्योग|विभाग|परिषद|न्यूज़|समाचार|प्रकाशन|होटल|कॉलेज|buro|haus|heim|dienst|amt`;

/** Words of schools. */
export const SCHOOL_WORDS = `university college school institute academy polytechnic universitat universitaet hochschule fachhochschule gymnasium realschule gesamtschule berufsschule berufskolleg schule grundschule hauptschule oberschule tu eth uni universite universites ecole lycee iut iup faculte institut ens insa polytech cnam sorbonne universidad instituto escuela colegio ies facultad politecnica universidade faculdade escola senai senac etec fatec usp unicamp universita politecnico liceo istituto universiteit hogeschool uniwersytet politechnika szkola liceum technikum akademia universitet hogskola gymnasieskola universitesi universite lisesi lise fakulte fakultesi mit ucla iit nit suny cuny caltech bootcamp codecademy coursera udacity udemy openclassrooms conservatory seminary elementaire maternelle
volkshochschule vhs waldorfschule fachoberschule fachschule handelsschule wirtschaftsschule abendgymnasium kolleg berufsakademie musikhochschule kunsthochschule padagogische sonderschule collegium ecoles esc hec insee iae inspe espe iufm ifsi greta afpa cfa ensi enseirb prepa universitaire conservatoire complutense autonoma centro-de-formacion conservatorio instituto-superior uned cft sena conalep cecyt preparatoria bachilleratos estadual fatecs ifsp ifmg ifrj puc ufrj ufmg ufpr unesp uninove unip estacio anhanguera faculdades ateneo accademia ipsia itis itc convitto scuola-media ipsseo rijksuniversiteit vrije lyceum roc hbo-instelling basisschool scholengemeenschap volksuniversiteit mavo atheneum podstawowa zasadnicza zawodowa szkoly gimnazjum wyzsza uniwersytetu folkhogskola hogskolan komvux grundskola gymnasiet gymnasieskolan universitetet tekniska yrkeshogskola yrkeshogskolan yuksekokulu ilkokulu ortaokulu anadolu koleji universitesinde okulu vidyalaya vidyalayas mahavidyalaya vishwavidyalaya kendriya navodaya`;
export const SCHOOL_PARTS = `universitat|hochschule|gymnasium|schule|kolleg|akademie|universiteit|hogeschool|大学|学院|学校|中学|高中|विश्वविद्यालय|महाविद्यालय|विद्यालय|संस्थान|skolan|skola|hogskola|hogskolan|universitetet|folkhogskola|gymnasiet|lyceum|college|scholen|小学|职高|技校|党校|师范|职业技术|स्कूल|कॉलेज|निकेतन|अकादमी|यूनिवर्सिटी|आईआईटी|पाठशाला|गुरुकुल`;

/** Words of degrees and certificates of study. */
export const DEGREE_WORDS = `bachelor bachelors bachelor's master masters master's mba emba phd ph.d doctor doctorate doctoral bsc b.sc msc m.sc bs b.s ms m.s ba b.a ma m.a beng b.eng meng m.eng btech b.tech mtech m.tech be b.e me m.e bba bca mca bfa mfa bcom b.com mcom llb llm jd j.d md m.d dvm edd ed.d med m.ed bed b.ed bsn msn adn dnp aa a.a aas a.a.s as a.s associate associate's associates diploma degree certificate minor major honours honors hons ged g.e.d gcse a-level a-levels baccalaureate postgraduate undergraduate postdoc high-school hnd btec foundation
diplom diplom-ingenieur dipl dipl.-ing dipl.-inf staatsexamen abitur fachabitur fachhochschulreife hochschulreife allgemeine matura magister promotion doktor dr.-ing bachelorstudium masterstudium ausbildung realschulabschluss mittlere reife hauptschulabschluss abschluss lehre auslandssemester studium bachelorstudiengang masterstudiengang gesellenbrief vordiplom habilitation
licence maitrise doctorat these diplome bac baccalaureat bts dut deug dea dess deust cap bep prepa cpge ingenieur brevet agregation capes hdr mastere but formation l1 l2 l3 m1 m2
licenciatura licenciado licenciada grado ingenieria ingeniero maestria doctorado bachillerato bachiller tecnico tecnicatura ciclo fp dam daw asir smr posgrado postgrado diplomado diplomatura eso titulo graduado graduada master especializacion
bacharelado bacharel mestrado doutorado graduacao pos-graduacao tecnologo ensino medio curso tecnico especializacao licenciado mestre doutor mba tecnologia
laurea triennale magistrale dottorato diploma maturita perito
propedeuse vwo havo mbo hbo wo doctoraal bachelordiploma masterdiploma
licencjat magister inzynier matura doktorat studia mgr inz
kandidatexamen masterexamen civilingenjor hogskoleexamen gymnasieexamen doktorsexamen examen magisterexamen
lisans onlisans yuksek doktora lise mezunu
aufbaustudium zusatzstudium fernstudium weiterbildung fortbildung umschulung zertifikat gepruft geprufte geprufter fachwirt fachwirtin betriebswirt betriebswirtin techniker meisterbrief meisterprufung facharbeiterbrief staatspruefung referendariat lehramt fachangestellte fachangestellter magistra mag dipl.-kfm dipl.-ing.(fh) hauptschule qualifizierender fachoberschulreife schulabschluss berufsausbildung bfem cfee dec dnb dnsep dnat dnmade butt licencepro lp m.i.a.g.e miage certificat certification titre attestation diplomee deaes deas bpjeps bafa bac+2 bac+3 bac+5 cqp egb cou bup fpii tituladotitulada tecnica maestria-en certificado certificacion secundaria preparatoria tsu ingenieria-tecnica tecnica tecnologa bacharela cursando fundamental supletivo eja aperfeicoamento extensao habilitacao magisterio certificado certificacao attestato qualifica specializzazione specialistica vecchio-ordinamento abilitazione corso diploma-di getuigschrift certificaat vmbo mavo lts mts hts heao havo/vwo gymnasium atheneum bachelor-opleiding master-opleiding doctoraat swiadectwo dyplom zawodowe srednie wyzsze podyplomowe licencjackie magisterskie technik tytul socionomexamen lararexamen yrkesexamen sjukskoterskeexamen kandidat civilekonom civilekonomexamen jur studentexamen slutbetyg ingenjorsexamen filosofie lisansustu sertifika sertifikasi diplomasi mezuniyet tezli tezsiz intermediate matriculation ssc hsc cbse icse pgdm pgdca diploma-in m.phil mphil bpharm mbbs bds bams iti xii x 12th 10th class`;
export const DEGREE_PARTS = `学士|硕士|博士|本科|研究生|大专|专科|学位|高中毕业|mba|स्नातक|स्नातकोत्तर|डिप्लोमा|पीएचडी|बी.टेक|एम.टेक|studium|abschluss|reife|examen|prufung|lehrgang|ausbildung|opleiding|中专|职高|高中|初中|博士后|双学位|辅修|专升本|自考|函授|肄业|在读|证书|बी.ए|एम.ए|बी.एड|एम.एड|बी.एससी|एम.एससी|बी.कॉम|एम.कॉम|बीए|एमए|बीएससी|एमएससी|बीकॉम|एमकॉम|बीटेक|एमटेक|बीएड|एमबीए|एम.फिल|पी.एच|दसवीं|बारहवीं|हाईस्कूल|इंटरमीडिएट|प्रमाणपत्र|प्रमाण पत्र|कक्षा|आचार्य|शास्त्री|उपाधि`;

/** Country names as resumes write them (English and own language), folded, with ISO 3166-1 alpha-2. */
export const COUNTRIES: Readonly<Record<string, string>> = {
  'united states': 'US',
  usa: 'US',
  'u.s.a.': 'US',
  'u.s.': 'US',
  us: 'US',
  'united states of america': 'US',
  'estados unidos': 'US',
  'etats-unis': 'US',
  canada: 'CA',
  mexico: 'MX',
  brazil: 'BR',
  brasil: 'BR',
  argentina: 'AR',
  chile: 'CL',
  colombia: 'CO',
  peru: 'PE',
  venezuela: 'VE',
  ecuador: 'EC',
  uruguay: 'UY',
  bolivia: 'BO',
  paraguay: 'PY',
  'costa rica': 'CR',
  panama: 'PA',
  guatemala: 'GT',
  cuba: 'CU',
  'united kingdom': 'GB',
  uk: 'GB',
  'u.k.': 'GB',
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  'great britain': 'GB',
  'northern ireland': 'GB',
  ireland: 'IE',
  germany: 'DE',
  deutschland: 'DE',
  allemagne: 'DE',
  alemania: 'DE',
  france: 'FR',
  francia: 'FR',
  frankreich: 'FR',
  spain: 'ES',
  espana: 'ES',
  espagne: 'ES',
  spanien: 'ES',
  portugal: 'PT',
  italy: 'IT',
  italia: 'IT',
  italie: 'IT',
  italien: 'IT',
  netherlands: 'NL',
  'the netherlands': 'NL',
  nederland: 'NL',
  niederlande: 'NL',
  belgium: 'BE',
  belgique: 'BE',
  belgie: 'BE',
  belgien: 'BE',
  switzerland: 'CH',
  schweiz: 'CH',
  suisse: 'CH',
  svizzera: 'CH',
  austria: 'AT',
  osterreich: 'AT',
  luxembourg: 'LU',
  poland: 'PL',
  polska: 'PL',
  polen: 'PL',
  'czech republic': 'CZ',
  czechia: 'CZ',
  slovakia: 'SK',
  hungary: 'HU',
  romania: 'RO',
  bulgaria: 'BG',
  greece: 'GR',
  sweden: 'SE',
  sverige: 'SE',
  schweden: 'SE',
  norway: 'NO',
  norge: 'NO',
  denmark: 'DK',
  danmark: 'DK',
  finland: 'FI',
  suomi: 'FI',
  estonia: 'EE',
  latvia: 'LV',
  lithuania: 'LT',
  ukraine: 'UA',
  russia: 'RU',
  serbia: 'RS',
  croatia: 'HR',
  slovenia: 'SI',
  turkey: 'TR',
  turkiye: 'TR',
  turquie: 'TR',
  israel: 'IL',
  egypt: 'EG',
  morocco: 'MA',
  maroc: 'MA',
  algeria: 'DZ',
  algerie: 'DZ',
  tunisia: 'TN',
  tunisie: 'TN',
  senegal: 'SN',
  "cote d'ivoire": 'CI',
  cameroon: 'CM',
  cameroun: 'CM',
  nigeria: 'NG',
  ghana: 'GH',
  kenya: 'KE',
  ethiopia: 'ET',
  'south africa': 'ZA',
  uganda: 'UG',
  tanzania: 'TZ',
  mali: 'ML',
  india: 'IN',
  bharat: 'IN',
  pakistan: 'PK',
  bangladesh: 'BD',
  'sri lanka': 'LK',
  nepal: 'NP',
  china: 'CN',
  'hong kong': 'HK',
  taiwan: 'TW',
  japan: 'JP',
  'south korea': 'KR',
  korea: 'KR',
  'republic of korea': 'KR',
  singapore: 'SG',
  malaysia: 'MY',
  indonesia: 'ID',
  philippines: 'PH',
  thailand: 'TH',
  vietnam: 'VN',
  australia: 'AU',
  'new zealand': 'NZ',
  'united arab emirates': 'AE',
  uae: 'AE',
  'saudi arabia': 'SA',
  qatar: 'QA',
  kuwait: 'KW',
  iran: 'IR',
  iraq: 'IQ',
  jordan: 'JO',
  lebanon: 'LB',
  liban: 'LB',
  中国: 'CN',
  台湾: 'TW',
  香港: 'HK',
  भारत: 'IN',
  kazakhstan: 'KZ',
  georgia: 'GE',
  armenia: 'AM',
  cyprus: 'CY',
  malta: 'MT',
  iceland: 'IS',
};

/** Two-letter codes of US states and Canadian provinces, Brazilian and Australian states that stand after a city. */
export const REGION_CODES =
  'AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC PR ON QC BC AB MB SK NS NB NL PE PEI SP RJ MG RS PR SC BA DF GO ES CE NSW VIC QLD WA ACT TAS NT';

/** Names of regions that stand after a city or alone. Folded, separated by `|`. */
export const REGIONS =
  'alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|hawaii|idaho|illinois|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|new hampshire|new jersey|new mexico|new york|north carolina|north dakota|ohio|oklahoma|oregon|pennsylvania|rhode island|south carolina|south dakota|tennessee|texas|utah|vermont|virginia|washington|west virginia|wisconsin|wyoming|ontario|quebec|british columbia|alberta|manitoba|nova scotia|bavaria|bayern|hessen|sachsen|baden-wurttemberg|nordrhein-westfalen|nrw|niedersachsen|catalonia|cataluna|andalucia|ile-de-france|sao paulo|minas gerais|parana|rio de janeiro|rio grande do sul|santa catarina|maharashtra|karnataka|tamil nadu|telangana|kerala|gujarat|punjab|uttar pradesh|west bengal|haryana|lombardia|lazio|bay area|greater london|queensland|victoria|new south wales';

/** Large cities, for telling places from names. Folded, separated by `|`. */
export const CITIES =
  'london|paris|berlin|munich|munchen|hamburg|frankfurt|cologne|koln|stuttgart|dusseldorf|leipzig|dresden|hannover|hanover|bremen|nurnberg|essen|dortmund|bonn|karlsruhe|mannheim|freiburg|heidelberg|aachen|munster|darmstadt|ulm|potsdam|wien|vienna|graz|salzburg|linz|innsbruck|zurich|zurich|geneva|geneve|genf|basel|bern|lausanne|madrid|barcelona|valencia|sevilla|seville|bilbao|malaga|zaragoza|granada|murcia|lisbon|lisboa|porto|braga|coimbra|rome|roma|milan|milano|turin|torino|naples|napoli|bologna|florence|firenze|amsterdam|rotterdam|utrecht|eindhoven|the hague|den haag|delft|groningen|leiden|brussels|bruxelles|brussel|antwerp|ghent|gent|leuven|lyon|marseille|toulouse|bordeaux|nantes|lille|strasbourg|rennes|montpellier|grenoble|nice|nancy|rouen|dijon|angers|tours|brest|dublin|cork|galway|edinburgh|glasgow|manchester|birmingham|liverpool|bristol|leeds|cambridge|oxford|cardiff|belfast|new york|new york city|nyc|los angeles|san francisco|chicago|boston|seattle|austin|dallas|houston|denver|atlanta|miami|philadelphia|phoenix|san diego|san jose|portland|detroit|minneapolis|washington|baltimore|pittsburgh|cleveland|columbus|cincinnati|charlotte|nashville|memphis|orlando|tampa|st. louis|kansas city|salt lake city|las vegas|sacramento|oakland|berkeley|palo alto|mountain view|sunnyvale|cupertino|menlo park|redmond|toronto|montreal|vancouver|calgary|ottawa|edmonton|quebec|mexico city|ciudad de mexico|guadalajara|monterrey|bogota|medellin|lima|santiago|buenos aires|cordoba|montevideo|quito|caracas|sao paulo|rio de janeiro|belo horizonte|curitiba|porto alegre|brasilia|salvador|recife|fortaleza|campinas|florianopolis|mumbai|bombay|delhi|new delhi|bangalore|bengaluru|hyderabad|chennai|pune|kolkata|ahmedabad|noida|gurgaon|gurugram|jaipur|lahore|karachi|islamabad|dhaka|beijing|shanghai|shenzhen|guangzhou|hangzhou|nanjing|wuhan|chengdu|xian|hong kong|taipei|tokyo|osaka|kyoto|seoul|singapore|kuala lumpur|jakarta|manila|bangkok|hanoi|ho chi minh city|sydney|melbourne|brisbane|perth|auckland|wellington|dubai|abu dhabi|doha|riyadh|tel aviv|istanbul|ankara|izmir|cairo|lagos|abuja|nairobi|accra|dakar|johannesburg|cape town|casablanca|rabat|tunis|alger|algiers|warsaw|warszawa|krakow|wroclaw|gdansk|poznan|lodz|prague|praha|brno|budapest|bucharest|bucuresti|cluj|sofia|athens|belgrade|zagreb|ljubljana|bratislava|stockholm|goteborg|gothenburg|malmo|uppsala|lund|oslo|bergen|copenhagen|kobenhavn|aarhus|helsinki|tallinn|riga|vilnius|kyiv|kiev|lviv|moscow|saint petersburg|minsk|北京|上海|深圳|广州|杭州|南京|武汉|成都|西安|苏州|天津|重庆|दिल्ली|मुंबई';

/** Names of languages in the languages that are read → English name. Folded, separated by `|`. */
export const LANGUAGE_NAMES: Readonly<Record<string, string>> = {
  English: 'english|englisch|anglais|ingles|inglese|engels|angielski|engelska|ingilizce|英语|英文|अंग्रेजी|अंग्रेज़ी',
  German: 'german|deutsch|allemand|aleman|alemao|tedesco|duits|niemiecki|tyska|almanca|德语|德文|जर्मन',
  French: 'french|franzosisch|francais|frances|francese|frans|francuski|franska|fransizca|法语|法文|फ्रेंच',
  Spanish:
    'spanish|spanisch|espagnol|espanol|castellano|espanhol|spagnolo|spaans|hiszpanski|spanska|ispanyolca|西班牙语|स्पेनिश',
  Portuguese:
    'portuguese|portugiesisch|portugais|portugues|portoghese|portugees|portugalski|portugisiska|portekizce|葡萄牙语',
  Italian: 'italian|italienisch|italien|italiano|italiaans|wloski|italienska|italyanca|意大利语',
  Dutch:
    'dutch|niederlandisch|neerlandais|holandes|neerlandes|olandese|nederlands|niderlandzki|nederlandska|hollandaca|flemish|荷兰语',
  Polish: 'polish|polnisch|polonais|polaco|polacco|pools|polski|polska|lehce|波兰语',
  Swedish: 'swedish|schwedisch|suedois|sueco|svedese|zweeds|szwedzki|svenska|isvecce|瑞典语',
  Turkish: 'turkish|turkisch|turc|turco|turks|turecki|turkiska|turkce|土耳其语',
  Chinese:
    'chinese|chinesisch|chinois|chino|chines|cinese|chinees|chinski|kinesiska|cince|mandarin|mandarin chinese|mandarim|cantonese|中文|汉语|普通话|粤语|चीनी',
  Hindi: 'hindi|印地语|हिन्दी|हिंदी',
  Japanese: 'japanese|japanisch|japonais|japones|giapponese|japans|japonski|japanska|japonca|日语|日文|日本語',
  Korean: 'korean|koreanisch|coreen|coreano|koreaans|koreanski|koreanska|korece|韩语',
  Russian: 'russian|russisch|russe|ruso|russo|rosyjski|ryska|rusca|俄语',
  Arabic: 'arabic|arabisch|arabe|arabo|arapca|arabski|arabiska|阿拉伯语',
  Ukrainian: 'ukrainian|ukrainisch|ukrainien|ucraniano|ucraino|ukrainski',
  Czech: 'czech|tschechisch|tcheque|checo|ceco|czeski',
  Greek: 'greek|griechisch|grec|griego|grego|greco',
  Latin: 'latin|latein|latino',
  Catalan: 'catalan|katalanisch|catala|catalao|valenciano',
  Basque: 'basque|euskera|euskara|baskisch',
  Galician: 'galician|gallego|galego',
  Romanian: 'romanian|rumanisch|roumain|rumano|romeno|rumeno',
  Hungarian: 'hungarian|ungarisch|hongrois|hungaro|magyar',
  Danish: 'danish|danisch|danois|danes|dansk',
  Norwegian: 'norwegian|norwegisch|norvegien|noruego|norsk',
  Finnish: 'finnish|finnisch|finnois|fines|suomi',
  Hebrew: 'hebrew|hebraisch|hebreu|hebreo|ivrit',
  Persian: 'persian|farsi|persisch|persan|persa',
  Urdu: 'urdu|ourdou',
  Bengali: 'bengali|bangla',
  Punjabi: 'punjabi|panjabi',
  Gujarati: 'gujarati',
  Marathi: 'marathi|मराठी',
  Tamil: 'tamil',
  Telugu: 'telugu',
  Kannada: 'kannada',
  Malayalam: 'malayalam',
  Vietnamese: 'vietnamese|vietnamesisch|vietnamien|vietnamita',
  Thai: 'thai|thailandisch',
  Indonesian: 'indonesian|bahasa indonesia|indonesisch',
  Malay: 'malay|bahasa melayu',
  Tagalog: 'tagalog|filipino',
  Swahili: 'swahili|kiswahili',
  Wolof: 'wolof',
  Pulaar: 'pulaar|peul|poular|fulfulde|fula',
  Serbian: 'serbian|serbisch|serbe',
  Croatian: 'croatian|kroatisch|croate',
  Bulgarian: 'bulgarian|bulgarisch|bulgare',
  Slovak: 'slovak|slowakisch',
  Slovenian: 'slovenian|slowenisch',
  Albanian: 'albanian|albanisch',
  Estonian: 'estonian|estnisch',
  Latvian: 'latvian|lettisch',
  Lithuanian: 'lithuanian|litauisch',
  Afrikaans: 'afrikaans',
  Yoruba: 'yoruba',
  Igbo: 'igbo',
  Hausa: 'hausa',
  Amharic: 'amharic',
  Nepali: 'nepali',
  Sinhala: 'sinhala|sinhalese',
  Armenian: 'armenian',
  Georgian: 'georgian',
  Irish: 'irish|gaelic|irisch',
  Welsh: 'welsh',
  Esperanto: 'esperanto',
  'Sign language': 'sign language|american sign language|asl|gebardensprache',
};

/** Words that state how well a language is spoken. Folded, separated by `|`. */
export const FLUENCY =
  'maitrise|parfaite|niveau|scolaire|parle|ecrit|perfekt|schulkenntnisse|competencia|leitura|conversacao|native|native speaker|bilingual|fluent|proficient|advanced|intermediate|upper intermediate|elementary|basic|beginner|conversational|professional|working proficiency|limited working|full professional|professional working|mother tongue|first language|good|excellent|very good|fair|muttersprache|muttersprachler|muttersprachlich|fliessend|verhandlungssicher|gut|sehr gut|grundkenntnisse|gute kenntnisse|sehr gute kenntnisse|konversationssicher|langue maternelle|maternelle|courant|bilingue|intermediaire|avance|debutant|scolaire|notions|bon niveau|lu ecrit parle|nativo|nativa|lengua materna|materna|fluido|avanzado|intermedio|basico|medio|alto|nivel|fluente|avancado|intermediario|intermedio|madrelingua|fluente|ottimo|buono|scolastico|moedertaal|vloeiend|goed|ojczysty|bieglы|biegly|zaawansowany|sredniozaawansowany|podstawowy|modersmal|flytande|goda kunskaper|ana dil|anadil|ileri|orta|baslangic|母语|流利|熟练|精通|a1|a2|b1|b2|c1|c2|toefl|ielts|toeic|delf|dalf|dele|hsk|jlpt|n1|n2|n3|n4|n5|cet-4|cet-6|cet4|cet6|marhaba';

/** Common Chinese surnames. */
export const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤欧阳司马上官诸葛';
