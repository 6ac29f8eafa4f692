/**
 * Skills of professions that the two other lists hold thinly: care and medicine, trades and vehicles, office and public
 * administration, science, hospitality, sales, design, software of these fields. Notation as in `skill-software.data.ts`;
 * `!!` marks what counts only by itself, as an item of a list of skills. Drawn up by hand; names of products are facts.
 * Longer than 300 lines because it is a table.
 */
export const TRADE_SKILLS = `
# method care
Catheterization = foley catheter, foley catheter insertion, urinary catheterization, catheter care
Nasogastric tubes = ng tube, ng tube placement, nasogastric tube insertion, tube feeding, enteral feeding
Blood glucose monitoring = blood glucose testing, glucometer, glucometers, blood sugar monitoring
Infusion pumps = iv pumps, infusion pump
Patient advocacy
Cultural competence = cultural competency, cultural awareness, intercultural competence, interkulturelle kompetenz
Patient safety
Triage!!
Electrocardiography = ecg, ekg, electrocardiogram, 12-lead ekg, electrocardiograms
Injections!! = intramuscular injections, vaccination, vaccinations, immunizations, administering injections
Sterile technique = aseptic technique, sterilization, sterilisation, aseptic non-touch technique
Medical records = patient records, patient charting, charting!!, medical charting
Nursing documentation = clinical documentation, pflegedokumentation, care documentation
Bedside manner = bedside care
Basic care = activities of daily living, ADLS, grundpflege, personal care, soins d'hygiene
Treatment care = behandlungspflege
Dementia care = alzheimer care, demenzbetreuung
Rehabilitation!! = rehab, reeducation
Anesthesia = anaesthesia, anesthesiology, anesthesie, anasthesie
Surgery!! = surgical assistance, chirurgie, chirurgia, cirugia, cirurgia
Cardiology = kardiologie, cardiologie, cardiologia
Neurology = neurologie, neurologia
Orthopedics = orthopaedics, orthopadie, orthopedie
Dermatology = dermatologie
Internal medicine = innere medizin, medecine interne
Family medicine = general practice, allgemeinmedizin, medecine generale
Gynecology = gynaecology, gynakologie, gynecologie
Diabetes care = diabetes management, diabetes education
Neonatal care = nicu, neonatal intensive care
Community health = public health!!, sante publique, salud publica, saude publica, health promotion
Health education
Crisis intervention = de-escalation, deescalation
Massage therapy = massage
Optometry
Audiology
Medical device sales
Radiology = MRI, ct scan, ultrasound, sonography, x-ray
Histology
Pathology
Microbiology!! = mikrobiologie, microbiologie, microbiologia
Immunology!! = immunologie
Genetics!! = genetik, genetique, genomics, genomik
Biochemistry!! = biochemie, bioquimica, biochimica
Neuroscience!! = neurosciences
Pharmacology!! = pharmakologie, pharmacologie
Toxicology
Biostatistics = biostatistik
Biomedical engineering
Health informatics
HIPAA = hipaa compliance
# tool care
Allscripts
Athenahealth
eClinicalWorks
PointClickCare
NextGen Healthcare
Pyxis MedStation = pyxis
REDCap
Doctolib
# method science
Scientific writing = manuscript preparation, academic writing, wissenschaftliches schreiben, redaction scientifique
Literature review = literature reviews, systematic review, systematic reviews, meta-analysis
Experimental design = design of experiments, doe!, experiment design
Grant proposals = grant proposal writing, research funding
Peer review
Data collection = data gathering
Field research = fieldwork, field work
Interviewing!! = semi-structured interviews, focus groups
Ethnography
Microscopy = mikroskopie, confocal microscopy, fluorescence microscopy
Spectroscopy = nmr, nmr spectroscopy, raman spectroscopy
Chromatography
Western blot = western blotting, immunoblotting
Flow cytometry = facs!!
ELISA! = elisa assay
Gel electrophoresis = electrophoresis
CRISPR = gene editing
DNA sequencing = next generation sequencing, rna-seq, sanger sequencing
Animal handling = animal husbandry, animal models
Good laboratory practice = GLP, GMP, good manufacturing practice
Physics!! = physik, physique
Mathematics!! = mathematik, mathematiques, basic mathematics, maths!!, math!!, applied mathematics
Numerical analysis = numerical methods, numerical simulation, scientific computing
Mathematical modeling = mathematical modelling
Simulation! = monte carlo simulation, computational modeling, agent-based modeling
Computational fluid dynamics = cfd
Thermodynamics = thermodynamik
Materials science = werkstoffkunde
Ecology!! = okologie, ecologie
Geology!! = geologie
Environmental science!! = umweltwissenschaften
Environmental management = iso 14001
Sustainability!! = nachhaltigkeit, developpement durable, sustainable development!!, esg reporting
Archaeology!!
History!! = historical research
Philosophy!!
Linguistics!! = linguistik, linguistique
Sociology!! = soziologie, sociologie
Anthropology!!
Economics!! = volkswirtschaftslehre, economie politique, macroeconomics, microeconomics
Geography!! = cartography, kartographie
Remote sensing
Meteorology!!
Astronomy!!
Zoology!!
Botany!!
Aquaculture
Food science = food technology, lebensmitteltechnologie
# tool science
GraphPad Prism = graphpad
ImageJ = fiji imagej
EndNote
Zotero
Mendeley
NVivo
MAXQDA
ATLAS.ti
EViews
Minitab
JMP!
Mathematica = wolfram mathematica
Maple software = maplesoft
GNU Octave = octave
COMSOL = comsol multiphysics
OpenFOAM
Abaqus
Nastran
LS-DYNA
AnyLogic
NetLogo
Arena Simulation
Aspen Plus = aspen hysys
ChemDraw
OriginPro = originlab
FreeFEM = freefem++
SageMath
Google Earth Engine
ENVI!
Qualtrics
SurveyMonkey = survey monkey
MLwiN
Dedoose
LIMS = laboratory information management system
# method trades
Metalworking = sheet metal work, metal fabrication, metallbearbeitung, blechbearbeitung, metallbau
CNC programming = cnc milling, cnc turning, cnc-frasen, cnc-drehen, cnc operation, cnc operator, cnc-programmierung
Turning and milling = lathe operation, milling, drehen und frasen, tournage fraisage
Soldering = loten, lotarbeiten, soldering iron
Tool making = tool and die, werkzeugbau, werkzeugmechanik
Injection molding = injection moulding, spritzguss
Hydraulics = hydraulik, hydraulique, hydraulic systems
Pneumatics = pneumatik, pneumatique, pneumatic systems
Troubleshooting = fault finding, fehlersuche, fehlerdiagnose, fault diagnosis, depannage
Electronics = elektronik, electronique, electronica, elettronica
Power electronics = leistungselektronik
Electrical maintenance = electrical troubleshooting, electrical repair
Low-voltage systems = low voltage, structured cabling
Industrial automation = automatisierungstechnik, automatisme, factory automation, automatizacion industrial
Drive technology = antriebstechnik
Measurement technology = messtechnik, metrology, metrologie, metrologia
Heating systems = heating installation, heizungsbau, chauffage, sanitarinstallation
Refrigeration = kaltetechnik, froid industriel
Drywall = drywall installation, trockenbau, plasterboard
Plastering = verputzen, platrerie
Tiling = tile setting, fliesenlegen, carrelage, tile installation
Flooring = floor laying, floor installation
Insulation! = insulation installation
Concrete work = concrete finishing, formwork, betonbau, beton arme
Scaffolding = gerustbau, echafaudage
Demolition
Excavation = excavator operation, excavator
Crane operation = crane operator, rigging!!
Glazing
Cabinet making = cabinetmaking, schreinerei, tischlerei, ebenisterie
Upholstery
Locksmithing
Building maintenance = property maintenance, hausmeistertatigkeiten, haustechnik
Home repair = handyman
Power tools = hand tools, hand and power tools
Site management = construction site management, bauleitung, site supervision, conduite de travaux
Cost estimation = construction estimating, estimating!!, cost estimating, kalkulation, takeoffs
Technical drawing = technical drawings, technisches zeichnen, dessin technique, engineering drawings, drafting!!
Building codes = building regulations, code compliance
Architecture! = architectural design
Urban planning = city planning, stadtplanung, urbanisme, urbanismo
Vehicle diagnostics = engine diagnostics, obd-ii, fahrzeugdiagnose, automotive diagnostics
Brake repair = brake systems
Body repair = auto body repair, karosseriebau, carrosserie
Tire service = tyre fitting
Aircraft maintenance = aviation maintenance, avionics
Production planning = production scheduling, produktionsplanung, production control, planification de la production
Production management = produktionsleitung, production supervision, gestion de production
Lean production = 5s, 5s methodology, value stream mapping, kaizen events
Total productive maintenance = tpm!
FMEA = failure mode and effects analysis
Statistical process control = spc!
Root cause analysis = rca!, 8d report
Packaging!! = packing!!, verpackung
Machine operation = machine operator, operating machines, maschinenbedienung, conduite de machines
Assembly line = assembly line work, montage!!
Textile production = sewing, tailoring, nahen, couture
Printing!! = offset printing, print technology
Landscaping = gartenbau, jardinage, jardineria, horticulture
Forestry = forstwirtschaft, sylviculture
Animal care
Viticulture = winemaking, oenologie
Security guarding = security services, objektschutz, site security, patrol
Fire safety = brandschutz, fire protection, fire prevention, securite incendie
Emergency response = disaster response, emergency preparedness
# tool trades
EPLAN = eplan electric p8
TIA Portal = siemens tia portal, simatic, step 7, simatic s7 > PLC programming
Siemens S7 = s7-1200, s7-1500 > PLC programming
CODESYS > PLC programming
KUKA robots = kuka, kuka krl > Robotics
FANUC
Allplan > CAD
ArchiCAD > BIM
Rhino 3D = rhinoceros, rhinoceros 3d > CAD
Grasshopper! > CAD
Solid Edge > CAD
PTC Windchill = windchill
Teamcenter
Mastercam
Primavera P6 = primavera
Procore
Bluebeam = bluebeam revu
Navisworks > BIM
Lumion
V-Ray = vray
Enscape
Tekla Structures = tekla
# method office
Front desk = receptionist, front office, empfang, reception duties, accueil telephonique
Telephone etiquette = phone etiquette, answering phones, phone skills, telephone skills
Correspondence!! = business correspondence, korrespondenz, correspondance, schriftverkehr, email correspondence
Appointment scheduling = terminplanung, terminkoordination, scheduling appointments, prise de rendez-vous
Meeting coordination = taking minutes, protokollfuhrung, protokollieren, meeting minutes
Mail handling = mail sorting, postbearbeitung
Office organization = buroorganisation, organisation de bureau
Secretarial work = secretarial skills, assistanat
Transcription! = transcribing
Shorthand = stenography
Archiving!! = archive management, archivierung
Library science = librarianship, cataloging, cataloguing
Order processing = auftragsabwicklung, auftragsbearbeitung, order entry, order management
Quotation preparation = angebotserstellung, etablissement de devis, preparing quotes
Complaint handling = complaint management, reklamationsbearbeitung, beschwerdemanagement, gestion des reclamations, handling complaints
Back office = backoffice
Bank operations = banking!!, bankwesen, retail banking
Loan processing = mortgage lending, loan origination, kreditbearbeitung
Debt collection = collections!!, recouvrement, mahnwesen, dunning
Financial accounting = finanzbuchhaltung, comptabilite generale, contabilidad financiera, fibu
Payroll accounting = gehaltsabrechnung, entgeltabrechnung, lohn- und gehaltsabrechnung
Controlling!! = finanzcontrolling, controle de gestion, controllo di gestione, management accounting, control de gestion
Annual financial statements = jahresabschluss, bilanzierung, bilan comptable, year-end closing, year end close
VAT = vat returns, umsatzsteuer, umsatzsteuervoranmeldung, declarations de tva, declarations fiscales
Cost control = cost management, kostenkontrolle
Financial management = gestion financiere, finanzmanagement, gestion financiera, financial administration
Financial statements analysis = financial statement analysis, ratio analysis
Corporate finance = finance d'entreprise, unternehmensfinanzierung, finanzas corporativas
Fund accounting
Grant management = grants management, grant administration
Variance analysis
Expense management = expense reports, expense reporting, spesenabrechnung
# method public administration
Public administration = administration publique, offentliche verwaltung, administracion publica, pubblica amministrazione, administracao publica, openbaar bestuur
Administrative law = verwaltungsrecht, droit administratif, derecho administrativo
Public procurement = vergaberecht, marches publics, contratacion publica, offentliche beschaffung
Policy development = policy making, policymaking, policy design, policy formulation
Legislation drafting = legislative drafting, legislative research, legislative affairs
Community engagement = community outreach, community organizing, public engagement
Civic education
Citizen services = burgerservice, burgerberatung
Public finance = haushaltsrecht, finances publiques, public budgeting
Social security law = sozialrecht, social insurance
Immigration law = asylum law, auslanderrecht
Criminal law = strafrecht, droit penal, derecho penal
Civil law = zivilrecht, droit civil, derecho civil
Criminal justice = law enforcement, policing
Investigation! = criminal investigation, investigations!!
Mediation = conflict mediation, dispute resolution
Volunteer management = volunteer coordination
Nonprofit management = non-profit management, ngo management
Program evaluation = programme evaluation, monitoring and evaluation, m&e
Youth work = jugendarbeit, animation jeunesse, youth development
Refugee assistance = refugee support
International development = development cooperation, entwicklungszusammenarbeit
Geopolitics
Diplomacy!
# method hospitality
Guest services = guest satisfaction, gastebetreuung, guest experience, guest care
Hotel reception = check-in and check-out, hotelrezeption, reception hoteliere, reservations management, reservations!!
Revenue management = yield management
Cleaning = zimmerservice, room cleaning, room service
Restaurant management = gastronomie!!, restaurant operations, gastronomiemanagement
Kitchen management = kuchenleitung, gestion de cuisine
Pastry = patisserie, pastry making, konditorei, pasteleria, pasticceria
Butchery
Knife skills
Wine knowledge = sommelier, wine service, oenology, weinkunde
Food presentation = plating!!
Banquets = banquet service, bankett
Food safety = haccp standards, hygienevorschriften
Allergen awareness
Stock rotation
Tour guiding = tour guide, guide touristique, reiseleitung
Flight attendant duties = cabin crew, in-flight service
Beauty care = cosmetology, kosmetik, esthetique
Hairdressing = hair styling, friseurhandwerk, coiffure
Makeup artistry = makeup!!, make-up
Nail care = manicure
Fitness instruction = personal training, fitness training, group fitness
Sports coaching = athletic coaching
Lifeguarding = lifeguard
Yoga instruction = yoga teaching
# tool hospitality
Opera PMS = oracle opera, micros opera, fidelio!!
Amadeus! = amadeus gds, amadeus reservation
Sabre! = sabre gds
Galileo GDS
Toast POS
Lightspeed POS
# method sales
Direct sales = door-to-door sales, door to door sales
Outside sales = aussendienst, outside selling, vente terrain
Telesales = telemarketing, telephone sales, telefonverkauf, televente
Account management = key accounts, key-account-management, grands comptes, strategic accounts
Sales management = vertriebsleitung, sales leadership, management commercial, gestion comercial, direccion comercial
Sales presentations = product demonstrations, product demos, sales demos
Sales training
Sales strategy = vertriebsstrategie, strategie commerciale
Upselling = Quota attainment = quota achievement
Customer acquisition = neukundenakquise, neukundengewinnung, kundenakquise, client acquisition, prospection commerciale, captacion de clientes
Customer retention = client retention, kundenbindung, fidelisation client, fidelizacion de clientes
Relationship building = relationship management, building relationships, relationship-building
Trade shows = trade fairs, messebetreuung, salons professionnels
Tender management = tendering, bid management, ausschreibungen, appels d'offres, rfp responses, proposal writing
Pricing! = pricing strategy, price negotiation, preisgestaltung
Contract law = vertragsmanagement, gestion des contrats
Category management
Store management = filialleitung, shop management, retail management, retail operations
Loss prevention
Goal setting = target setting
# tool sales
Zoho CRM = zoho > CRM
SugarCRM > CRM
Microsoft Dynamics CRM > CRM
LinkedIn Sales Navigator = sales navigator
Shopify POS
WooCommerce > WordPress
PrestaShop
Amazon Seller Central = seller central
# method design
Layout design = page layout, layoutgestaltung, mise en page, editorial design
Logo design
Packaging design
Web design = webdesign, website design, diseno web, conception web
Image editing = photo editing, retouching, bildbearbeitung, retouche photo, edicion de fotos, photo retouching
Storyboarding = storyboard
Sound design = audio production, audio editing, sound engineering, music production
Video editing = filmmaking, videography, videoproduktion, production video
Creative direction = art direction, direction artistique, kunstlerische leitung
Concept art
Drawing!! = sketching!!, zeichnen, dessin, dibujo, disegno
Set design = stage design
Jewelry design
Exhibition design
Landscape architecture = landscape design
Usability = usability engineering, benutzerfreundlichkeit, usability tests
Creative writing = storytelling!!, scriptwriting, screenwriting
Technical illustration
Music!! = musical performance
Acting!! = theater, theatre
Dance!!
Art history
Content editing = content management, redactional work
Web content management = CMS, content management system, content management systems
Blogging = blog writing
Podcasting = podcast production
AP Style = ap stylebook
Press releases = pressemitteilungen, communiques de presse
Editing = korrekturlesen, relecture
Subtitling
Interpreting = dolmetschen, interpretation!!, simultaneous interpreting, interpretariat
# tool design
CorelDRAW = corel draw
Adobe Lightroom = lightroom
Adobe Acrobat = acrobat!
Adobe Dreamweaver = dreamweaver
Adobe Audition
Adobe Animate = adobe flash
Affinity Designer = affinity photo, affinity publisher
GIMP
Inkscape
QuarkXPress = quark xpress
ZBrush
Houdini!
Substance Painter
Procreate!
Framer!
Axure = axure rp
Balsamiq
Marvel App
Zeplin
Avid Media Composer = avid!!
Ableton Live = ableton
Pro Tools
Logic Pro
Audacity!
Elfsight
Squarespace
Wix
TYPO3
Joomla = joomla!
Contentful
Buffer!
Sprout Social
Google Search Console = search console
Matomo
Hotjar
Salesforce Pardot
Google Data Studio = data studio
# tool office
LibreOffice = libre office, openoffice, open office
Google Drive
Google Sheets > Google Workspace
Google Calendar
Dropbox
OneDrive
Microsoft OneNote = onenote, ms onenote
Microsoft Publisher = ms publisher
Microsoft Forms
iWork = apple numbers, apple keynote
Evernote
ClickUp
Basecamp!
Smartsheet
Lexware
Lexoffice
Addison software
Ciel Compta
EBP Compta = ebp
Cegid
Sage X3
A3 software = a3con
ContaPlus = contasol, facturaplus
TOTVS = protheus
SAP Business One = sap b1
SAP MM = sap sd, sap mm/sd
SAP SuccessFactors = successfactors
SAP BW = sap bi, sap bobj
Navision = microsoft navision, dynamics nav, business central
Odoo
ERP systems = erp, enterprise resource planning, erp software
Kingdee = 金蝶
Yonyou = 用友
DingTalk = 钉钉
WPS Office = wps
Webex = cisco webex
Calendly
WordPerfect
Dragon NaturallySpeaking
FileMaker = filemaker pro
Windows! = microsoft windows, windows 10, windows 11, windows xp, ms windows, windows 7
Microsoft Power Query = power query, power pivot
Pivot tables = pivot table, pivottabellen, vlookup, tableaux croises dynamiques, tablas dinamicas, sverweis
Chromebook
# tool software
Amazon S3 = s3!
CI/CD = ci!!
Shell! = korn shell, unix shell scripting > Bash
Terminal!!  = command line, cli!!, command-line tools > Bash
Make!! = makefile, makefiles, gnu make
CMake
WebStorm = web storm
PyCharm
PhpStorm
Eclipse! = eclipse ide
NetBeans
Visual Studio! = ms visual studio, visual studio 2019
Sublime Text
Notepad++
Emacs
Spyder!
Google Colab = colab, google colaboratory > Jupyter
Matplotlib > Python
Seaborn > Python
Plotly > Python
Streamlit > Python
NLTK > Natural language processing
Polars!
Dask > Python
Ray!!
SQLAlchemy > Python
Celery! > Python
Scrapy > Python
BeautifulSoup = beautiful soup > Python
Tornado!! > Python
Doxygen
Sphinx!!
Markdown
reStructuredText
Travis CI = travisci, travis!! > CI/CD
TeamCity > CI/CD
Bamboo!! > CI/CD
Bazel
Nx!!
Yarn!!
npm!!
SourceTree = source tree
Mercurial!! > Version control
Perforce > Version control
TFS! = team foundation server
SonarQube = sonar qube
Artifactory
Nexus!!
Blaze!!
Handlebars!!
Mustache!!
EJS!!
Pug!!
Alpine.js
HTMX
Lit!!
Stencil!!
Ionic! = ionic framework > Mobile development
Cordova = apache cordova, phonegap > Mobile development
Xamarin = .net maui > Mobile development
Capacitor!!
Expo!! > React Native
MobX
RxJS
Zustand
Vuex = pinia > Vue.js
Material UI = mui, material design, material-ui > React
Ant Design = antd > React
Chakra UI > React
shadcn/ui
Element UI = element plus, elementui > Vue.js
Uni-app = uniapp, uni app
WeChat mini programs = 小程序, 微信小程序, mini program, wechat mini program
Chrome extensions = chrome extension, browser extensions, chrome拓展, chrome扩展, chrome插件
Babel!!
ESLint
Rollup!!
Gulp! = gulp.js
Grunt!!
Bower!!
Mocha!!
Jasmine!!
Karma!!
Chai!!
Vitest
React Testing Library = testing library
Enzyme!!
Robot Framework
TestNG
Mockito
RSpec > Ruby
PHPUnit > PHP
xUnit = nunit > .NET
Cypress.io
Katalon
SoapUI = soap ui
Swagger = openapi specification, openapi
Insomnia!!
Apollo GraphQL = apollo client > GraphQL
Prisma!
TypeORM
Sequelize
Mongoose > MongoDB
MyBatis = mybatis-plus, ibatis > Java
Struts = apache struts, struts2, struts 2 > Java
JSF = javaserver faces, java server faces > Java
JSP = java server pages, javaserver pages > Java
JSTL > Java
EJB = enterprise java beans, enterprise javabeans > Java
PrimeFaces = prime faces > JSF
ICEfaces = ice faces > JSF
MyFaces = apache myfaces > JSF
RichFaces > JSF
Servlets = java servlets, servlet > Java
Swing!! = javafx, java swing > Java
GWT = google web toolkit > Java
Vaadin > Java
Quarkus > Java
Micronaut > Java
Spring Cloud > Spring
Spring Security > Spring
Dubbo = apache dubbo > Java
Nacos
ZooKeeper! = apache zookeeper
JBoss = wildfly > Java
WebLogic > Java
WebSphere > Java
Tomcat = apache tomcat > Java
Jetty!! > Java
Netty > Java
Log4j!!
Lombok!! > Java
SOA = service-oriented architecture, service oriented architecture
XHTML > HTML
XSLT = xsl > XML
XPath > XML
Ajax
Less!! > CSS
Stylus!! > CSS
Bulma > CSS
Foundation!! > CSS
PostCSS > CSS
Flexbox = css grid > CSS
BEM!! > CSS
ActionScript = as3, actionscript 3
Flash!!
Silverlight > .NET
WinForms = windows forms > .NET
WCF > .NET
LINQ > .NET
SignalR > .NET
Umbraco > .NET
Sitecore > .NET
CodeIgniter > PHP
Yii = yii2 > PHP
CakePHP > PHP
Zend Framework = zend > PHP
ThinkPHP > PHP
Twig!! > PHP
Gin!! = gin framework > Go
Fiber!! > Go
Actix > Rust
Ktor > Kotlin
Realm!!
Core Data > iOS development
RxSwift > iOS development
Dagger!! > Android development
Retrofit! > Android development
Memcached = memcache > Caching
MariaDB > MySQL
DB2 = ibm db2 > SQL
Sybase > SQL
Teradata > SQL
Vertica > SQL
Netezza > SQL
CockroachDB > SQL
TiDB > SQL
TimescaleDB > SQL
InfluxDB > NoSQL
OpenTSDB > NoSQL
CouchDB = couchbase > NoSQL
HBase = apache hbase > NoSQL, Big data
Cosmos DB = azure cosmos db > NoSQL, Azure
Firestore > NoSQL, Firebase
MaxCompute > Big data
Apache Doris = doris!!
Pinecone
Milvus
Elastic Stack!!
Logstash > Elasticsearch
Kibana > Elasticsearch
Pig!! = apache pig > Big data
Sqoop > Big data
NiFi = apache nifi
ActiveMQ = apache activemq > Message queues
RocketMQ > Message queues
NATS!!
MQTT > Internet of things
Zigbee > Internet of things
CAN bus = canopen, canoe > Embedded systems
AUTOSAR > Embedded systems
STM32 > Embedded systems
ESP32 > Embedded systems
Microcontrollers = microcontroller, mikrocontroller, microcontroladores > Embedded systems
FreeRTOS > Embedded systems
Yocto > Embedded systems
LTspice = spice simulation
Cadence!! = cadence virtuoso
Proteus!!
Eagle!! = eagle pcb
Multisim
Modbus
OPC UA
Google Kubernetes Engine = gke > Google Cloud, Kubernetes
Amazon RDS = RDS, aurora > AWS
Amazon SQS = sqs > AWS
Amazon SNS = sns! > AWS
Amazon CloudWatch = cloudwatch > AWS
Amazon SageMaker = sagemaker > AWS, Machine learning
AWS Glue > AWS
AWS Bedrock = amazon bedrock > AWS
API Gateway = aws api gateway
Azure Functions > Azure
Azure Data Factory = adf! > Azure
Azure Kubernetes Service = aks > Azure, Kubernetes
Azure Synapse = synapse analytics > Azure
Microsoft Fabric
Microsoft Intune = intune
Exchange Server = microsoft exchange, exchange online
Citrix
Hyper-V
Proxmox
VirtualBox
Alibaba Cloud = aliyun, 阿里云
Tencent Cloud = 腾讯云
Oracle Cloud = OCI, oracle cloud infrastructure
IBM Cloud
DigitalOcean = digital ocean
Netlify
OpenStack
Podman > Containers
Rancher! > Kubernetes
Crossplane
Nomad!!
HAProxy
Traefik
Envoy!!
Kong!!
Zabbix > Monitoring
Nagios > Monitoring
Dynatrace > Monitoring
AppDynamics > Monitoring
Jaeger!! > Monitoring
Kali Linux > Penetration testing
Nmap > Penetration testing
Cisco IOS = cisco networking, cisco
Juniper!! = junos
Fortinet = fortigate
Palo Alto Networks
pfSense
MikroTik
Ghidra = ida pro
BitLocker
Qt Creator
SFML
SDL!!
OpenMP
Godot = godot engine > Game development
CryEngine > Game development
Photon Engine
Blueprints!!
Substance!!
Weka
RapidMiner
KNIME
H2O.ai
DataRobot
Great Expectations
Apache Superset = superset!! > Business intelligence
Domo!! > Business intelligence
MicroStrategy > Business intelligence
Cognos = ibm cognos > Business intelligence
SAP BusinessObjects = business objects, businessobjects > Business intelligence
SAP Analytics Cloud > Business intelligence
Crystal Reports > Business intelligence
Pentaho > Business intelligence
Snowplow!!
XGBoost = catboost, gbdt > Machine learning
Stable Diffusion = comfyui, midjourney > Generative AI
Ollama > Large language models
vLLM > Large language models
LangGraph > Large language models
CrewAI > Large language models
ChatGPT = chat gpt, claude code > Generative AI
RAG! > Retrieval-augmented generation
Fine-tuning = lora fine-tuning, peft > Machine learning
YOLO! = yolov5, yolov8 > Computer vision
Elastic Beanstalk > AWS
Notion API
Slack API
Discord.js
Telegram bots = telegram bot
Strapi
Directus
Ghost!!
Magento 2 > Magento
Hybris = sap commerce
Salesforce Apex = visualforce, lightning web components > Salesforce
SAP UI5 = sapui5, sap fiori, fiori > SAP
SAP BTP > SAP
Pega!! = pegasystems
Appian
OutSystems
Mendix
Camunda
BPMN = business process modeling, bpmn 2.0
UML = unified modeling language
# method software
Software development = softwareentwicklung, developpement logiciel, desarrollo de software, desenvolvimento de software, sviluppo software, application development
Software engineering!! = software engineer!!, genie logiciel, ingenieria de software, engenharia de software
Scalability = scalable systems, high availability
Fault tolerance
Disaster recovery = backup and recovery, business continuity
Performance optimization = performance tuning, query optimization
Debugging = bug fixing
Code refactoring = refactoring
Pair programming
Release management
Requirements engineering = anforderungsmanagement, anforderungsanalyse
Quality assurance = softwaretests, test management, testmanagement, tests logiciels, pruebas de software
Web services = webservices
Multithreading = concurrency, multi-threading, concurrent programming
Network security = netzwerksicherheit
IT administration = it-administration, systemadministration, netzwerkadministration, network administration
Hardware maintenance = computer hardware, hardware repair, pc hardware
Virtualization = virtualisation, virtualisierung
Cloud migration
Recommendation algorithms = 推荐算法, 搜索推荐算法
Quantitative trading = 量化交易, algorithmic trading, quantitative finance
Feature engineering
Data mining = data-mining, 数据挖掘
Predictive modeling = predictive analytics, predictive modelling
Regression analysis = linear regression, logistic regression
Speech recognition = text-to-speech
Sentiment analysis = text mining
Anomaly detection
Information retrieval
Knowledge graphs = knowledge graph
Augmented reality = virtual reality, mixed reality, ar/vr
Digital transformation = digitalisierung, transformation digitale, transformacion digital, digitalization
IT project management = it-projektmanagement
IT service management = itsm
Consulting!! = consultancy!!, beratung!!, conseil!!, consultoria
User stories
Digital literacy = computer literacy, computer skills, edv-kenntnisse, pc-kenntnisse, mobile devices!!
# licence
Teaching certificate of English = celta, delta certificate, tefl certificate
Dental license
Physical therapist license = licensed physical therapist
Social worker license = lmsw, lsw
Notary public
Private pilot license = pilot license, commercial pilot license
Motorcycle license
Truck driving license = lkw-fuhrerschein, permis poids lourd, c driving licence, permis c, patente c, fuhrerschein klasse c, carnet c
ADR certificate = adr-schein, permis adr, carnet adr, carnet de mercancias peligrosas
First aid certificate = ersthelfer, sst certification, sauveteur secouriste du travail, psc1
ITIL certification = itil foundation, itil v4, itil v3
Google Analytics certification
Scrum certification = psm i, cspo, professional scrum master
Azure certification = az-900, az-104, microsoft certified azure
Google Cloud certification = google cloud certified
Oracle certification = oracle certified, ocjp, ocpjp
Cisco certification = ccnp, cisco certified
CompTIA A+ = comptia network+
CEH = certified ethical hacker
CISA! = certified information systems auditor
CISM = certified information security manager
FRM! = financial risk manager
Chartered accountant = aca qualified, wirtschaftsprufer
Enrolled agent
Tax advisor license = steuerberater
Ausbildereignung = ada-schein, ausbildereignungsprufung, aevo
Meister certificate = meisterbrief, industriemeister, handwerksmeister
Welding certificate = schweisserschein, certified welder
Security guard license = sachkunde nach 34a, guard card
Habilitation electrique
BAFA = brevet d'aptitude aux fonctions d'animateur
# soft
Active listening = active listener
Negotiation skills = negotiating skills, verhandlungsgeschick, verhandlungsfuhrung
Public speaking = presenting!!, prasentation!!, presentations!!
Customer orientation = kundenorientierung, orientation client, orientacion al cliente
Reliability!! = zuverlassigkeit, dependability, fiabilite
Responsibility!! = verantwortungsbewusstsein, responsabilidad!!, sense of responsibility, sens des responsabilites
Commitment!! = engagement!!, compromiso!!, einsatzbereitschaft
Motivation!! = motivated!!, motivacion!!, motivator!!
Curiosity!! = curiosidad!!, neugier!!, curiosite!!
Perseverance!! = perseverancia!!, persistence!!, durchhaltevermogen
Proactivity = proactivo!!, proactividad, proactive!!, eigeninitiative, initiative!!
Persuasion!! = persuasive!!, uberzeugungskraft, persuasion skills
Hard-working!! = hardworking!!, fleiss!!, hard worker!!
Patience!! = geduld!!
Punctuality = punktlichkeit, ponctualite, puntualidad, pontualidade, punctual!!
Stress tolerance = stress resistance, stress management, belastbarkeit, gestion du stress, stressresistenz, work under pressure, working under pressure, resistance au stress, trabajo bajo presion
Willingness to learn = lifelong learning, lernbereitschaft, lifelong learner, fast learner, quick learner, learning mindset, growth mindset
Independent working = selbststandiges arbeiten, selbststandigkeit, selbstandigkeit
Careful working = sorgfaltige arbeitsweise, strukturierte arbeitsweise, sorgfalt!!, accuracy!!
Intercultural communication = cross-cultural communication, interkulturelle kommunikation
Innovation!! = innovative thinking
Strategic thinking = strategisches denken, vision strategique
Emotional intelligence = social intelligence, social skills, sozialkompetenz
Delegation!! = delegating tasks
Prioritization = prioritisation, task prioritization, setting priorities
Assertiveness = durchsetzungsvermogen
Networking skills = professional networking
Team building = team-building, teambuilding, team development
Cooperation!! = cooperative!!
Resilience!! = resilient!!
Trustworthiness = integrity!!, honesty!!, ehrlichkeit!!
Organization!! = organisation!!, organized!!, organizacion!!, organisiert!!, organisationstalent
`;
