/**
 * Skills of business, design, care, teaching, trades, hospitality and logistics, one per line (the whole list in one
 * place is why the file is long); the notation is that of `skill-software.data.ts`. Names drawn up by hand, checked
 * against the vocabulary of ESCO (European Commission) and O*NET (USDOL/ETA), both of which name the same skills.
 */
export const BUSINESS_SKILLS = `
# method design
User experience = ux, ux design, user experience design
User interface design = ui, ui design, ui/ux, ux/ui
User research = ux research, usability testing, user interviews
Interaction design
Product design
Design systems = design system
Wireframing = wireframes
Prototyping = prototypes
Information architecture
Graphic design = graphisme, grafikdesign, diseno grafico, visual design
Typography
Branding = brand identity, brand design
Illustration!
Motion graphics = motion design
Animation = 3d animation, 2d animation
Video editing = montage video, videoschnitt, video production
Photography = photographie, fotografie
3D modeling = 3d modelling
Interior design
Fashion design
Industrial design
Design thinking
Print design = print production
Copywriting = redaction, copywriter
UX writing
# tool design
Adobe Photoshop = photoshop
Adobe Illustrator = illustrator!
Adobe InDesign = indesign
Adobe XD
Adobe After Effects = after effects
Adobe Premiere Pro = premiere pro, adobe premiere
Adobe Creative Suite = adobe creative cloud, adobe suite, creative suite, creative cloud
Sketch!
InVision!
Canva
Blender!
Cinema 4D = cinema4d
Maya!
3ds Max
SketchUp
Final Cut Pro
DaVinci Resolve
Webflow
Miro!
# method product
Product management = product manager, gestion de produit, produktmanagement
Product strategy = product roadmap, roadmapping, product roadmaps
Product ownership = product owner, backlog management
Requirements gathering = requirements analysis, business requirements
Business analysis = business analyst
Project management = gestion de projet, projektmanagement, gestion de proyectos, project planning, conduite de projet, gestione progetti, projectmanagement
Program management = programme management
Change management = conduite du changement
Stakeholder management = stakeholder engagement
Risk management = gestion des risques, risikomanagement, risk assessment
Process improvement = process optimization, continuous improvement, amelioration continue
Lean! = lean manufacturing, lean management, kaizen
Resource planning = capacity planning
OKRs = okr
Go-to-market strategy = go to market, go-to-market, gtm
Market research = etude de marche, marktforschung, marketing research
Competitive analysis = competitor analysis
Strategic planning = business strategy, strategic plan
Management consulting
Business development = bizdev, developpement commercial
Vendor management = supplier management
Contract negotiation = negotiation, negociation, verhandlung, negotiating
Public speaking = presentation skills
Event planning = event management, evenementiel
Fundraising = grant writing, levee de fonds
# tool product
Asana!
Trello
Notion!
Monday.com
Microsoft Project = ms project
Airtable
Productboard
# method marketing
Marketing
Digital marketing = online marketing, marketing digital
Content marketing = content strategy, content creation
Search engine optimization = seo
Search engine marketing = SEM, google ads, adwords, PPC, pay per click
Social media marketing = social media, social media management, reseaux sociaux, community management
Email marketing = email campaigns, e-mail marketing
Performance marketing = growth marketing, paid acquisition, paid social, paid media
Marketing automation
Affiliate marketing
Influencer marketing
Product marketing
Brand management = brand strategy
Demand generation = lead generation, demand gen
Public relations = media relations, relations presse
Communications! = communication strategy, corporate communications
Account-based marketing = ABM
Conversion rate optimization = CRO
E-commerce = ecommerce, commerce electronique
Advertising = publicite, werbung
Media planning = media buying
Customer segmentation
Journalism = reporting!!, news writing
Editing = proofreading, copy editing
Translation = traduction, ubersetzung
Localization! = l10n
# tool marketing
HubSpot > CRM
Marketo
Mailchimp
Salesforce Marketing Cloud = pardot
Google Ads editor = google adwords
Facebook Ads = meta ads
Hootsuite
SEMrush = ahrefs
Google Tag Manager
Klaviyo
Braze!
# method sales
Sales = vente, vertrieb, ventas, vendite, verkoop, selling
B2B sales = b2b, business-to-business
B2C sales = b2c
SaaS sales
Inside sales
Outside sales = field sales, door-to-door
Cold calling = cold outreach, outbound sales, prospection, kaltakquise, cold calls
Prospecting = sales prospecting
Account management = account manager, gestion de comptes, key account management
Customer success = customer success manager
Sales development = sdr, bdr
Pipeline management = sales pipeline
Sales forecasting
Sales operations = revenue operations, revops
Solution selling = consultative selling, consultative sales
Upselling = cross-selling
Closing deals = deal closing
Lead qualification = medd(p)icc, meddic, meddpicc
Retail sales = retail, vente au detail, einzelhandel
Merchandising = visual merchandising
Technical sales = sales engineering, pre-sales, presales
Partnerships = partner management, channel sales
Territory management
CRM = customer relationship management, crm software
Customer service = service client, kundenservice, customer support, client service, servicio al cliente, atencion al cliente, relation client, kundenbetreuung
Client relations = client relationships, customer relations
Call center = call centre, contact center
# tool sales
Outreach.io
Salesloft
Gong!
ZoomInfo
Zendesk
Intercom!
Freshdesk
Pipedrive
Apollo.io
# method finance
Accounting = comptabilite, buchhaltung, contabilidad, contabilita, boekhouding, accountancy
Bookkeeping = tenue de comptes
Accounts payable = a/p, comptes fournisseurs
Accounts receivable = a/r, comptes clients
General ledger = journal entries, month-end close, month end close, monthly close
Account reconciliation = bank reconciliation, reconciliations, reconciliation
Financial reporting = financial statements, financial reports, balance sheets
Financial analysis = financial analyst, analyse financiere
Financial modeling = financial modelling, dcf
Financial planning = fp&a, financial planning and analysis
Budgeting = budget management, budget forecasting, budgets, gestion budgetaire, budgetierung
Forecasting! = financial forecasting
Cost accounting = cost analysis
Inventory accounting
Revenue recognition = asc 606
Auditing = internal audit, external audit, audits, audit financier
Tax preparation = tax returns, tax compliance, corporate tax, income tax
Taxation = tax law, fiscalite
Payroll = paie, lohnbuchhaltung, payroll processing, gestion de la paie
GAAP = us gaap
IFRS
SOX compliance = sarbanes-oxley, sarbanes oxley, sox
Internal controls
Treasury management = cash management, cash flow management
Investment banking = mergers and acquisitions, m&a!!
Valuation
Portfolio management = asset management
Equity research
Trading!
Derivatives
Credit analysis = credit risk
Underwriting
Insurance = assurance!
Claims management = claims processing, claims adjusting
Actuarial science = actuarial analysis
Anti-money laundering = AML, KYC
Regulatory compliance = compliance
Procurement = purchasing, achats, einkauf, sourcing!
Invoicing = facturation, billing, rechnungsstellung
Fraud detection = fraud prevention
Cryptocurrency = cryptocurrencies, crypto
# tool finance
QuickBooks = quick books
Xero
Sage Accounting = sage 50, sage 100, sage intacct
DATEV
Bloomberg Terminal = bloomberg!
TurboTax
BlackLine
Concur = sap concur
Tally ERP = tally!
# method hr
Recruiting = recruitment, talent acquisition, recrutement, rekrutierung, sourcing candidates, full-cycle recruiting
Technical recruiting
Onboarding! = employee onboarding
Employee relations = labor relations
Human resources = ressources humaines, personalwesen, recursos humanos, hr management
HR business partnering = hrbp
Compensation and benefits = total rewards, benefits administration
Performance management = performance reviews
Learning and development = training and development, formation professionnelle
Organizational development = organizational design
Workforce planning
Diversity and inclusion = DEI, diversity equity and inclusion
Employment law = labor law, droit du travail, arbeitsrecht
People analytics = hr analytics
HRIS = hr information systems
Applicant tracking systems = applicant tracking system
# tool hr
BambooHR
ADP = adp workforce
Gusto payroll
Greenhouse ATS
LinkedIn Recruiter
# method legal
Legal research
Contract law = contract drafting, contract review, contract management
Corporate law = corporate governance
Litigation
Intellectual property = patents, patent law
Data privacy = gdpr, rgpd, dsgvo, ccpa, data protection
Paralegal work = paralegal
Real estate = immobilier, immobilien, property management
Public policy = policy analysis
Government relations
Political science
International relations
# method care
Nursing = soins infirmiers, krankenpflege, enfermeria, infirmier, infirmiere, pflegefachkraft
Patient care = direct patient care, patient-centered care, soins aux patients, patientenversorgung
Patient assessment = nursing assessment, physical assessment
Patient education
Medication administration = administering medications, medication management
Wound care
IV therapy = intravenous therapy, iv insertion
Vital signs = vitals monitoring
Critical care = icu, intensive care, intensive care unit
Emergency medicine = emergency department, emergency room
Medical-surgical nursing = med-surg, med surg, medical surgical
Telemetry
Pediatrics = pediatric, pediatric care, padiatrie
Pediatric nursing
Geriatrics = elderly care, aide aux personnes agees, altenpflege, geriatric care
Home health = home care, home health care, aide a domicile
Hospice = palliative care, soins palliatifs
Oncology
Dialysis = hemodialysis
Operating room = perioperative, surgical technology
Labor and delivery = obstetrics, midwifery
Mental health = psychiatric care, sante mentale, behavioral health
Case management = care management
Care coordination = care plans, care planning, discharge planning
Infection control
CPR = first aid, premiers secours, erste hilfe, heartsaver
Phlebotomy = venipuncture
Medical billing = medical coding, icd-10, cpt coding
Medical terminology
Electronic health records = EHR, EMR, electronic medical records
Telehealth = telemedicine
Disease management = chronic disease management
Tracheostomy care = trach and vent
Physical therapy = physiotherapy, kinesitherapie
Occupational therapy
Speech therapy = speech-language pathology
Applied behavior analysis = aba therapy
Pharmacy = pharmaceutical dispensing
Dental care = dental hygiene, dental assisting
Radiology = medical imaging
Nutrition = dietetics
Social work = travail social, sozialarbeit
Counseling = counselling, psychotherapy
Psychology
Clinical trials = clinical research, good clinical practice
Epidemiology
Medical writing
Regulatory affairs
Pharmacovigilance
Laboratory techniques = laboratory skills, lab techniques
PCR = qpcr
Cell culture
Molecular biology
Chemistry = analytical chemistry
Biology
Veterinary care
Childcare = child care, garde d'enfants, kinderbetreuung, babysitting
Disability support = special needs
Caregiving = caregiver
# tool care
Epic EHR = epic systems, epic!
Cerner
Meditech
# licence
Registered Nurse = rn, rn license, licensed registered nurse > Nursing
Licensed Practical Nurse = lpn, lvn, licensed vocational nurse > Nursing
Nurse Practitioner = np!, fnp, crnp, aprn > Nursing
Certified Nursing Assistant = cna, nursing assistant, aide-soignant, aide-soignante
BSN = bachelor of science in nursing
BLS = basic life support
ACLS = advanced cardiovascular life support, advanced cardiac life support
PALS = pediatric advanced life support
Pharmacist license = licensed pharmacist, pharmd
Medical doctor = md!, physician, board certified physician
Registered Behavior Technician = rbt
BCBA = board certified behavior analyst
CPA = certified public accountant, expert-comptable
CFA = chartered financial analyst
ACCA
CMA! = certified management accountant
PMP = project management professional
PRINCE2
Certified ScrumMaster = csm!
AWS certification = aws certified
CISSP
CompTIA Security+ = security+
CCNA
CKA = certified kubernetes administrator
SHRM-CP = shrm, phr, sphr
Real estate license
Property and casualty license = p&c license, property & casualty
Life and health insurance license
Series 7 = finra series 7, series 63, series 65
Bar admission = admitted to the bar, jd degree
Teaching credential = teaching license, teaching certificate, teacher certification, state teaching license, single subject teaching credential
National Board Certification
Commercial driver's license = cdl, cdl class a, commercial driving licence
Driver's license = drivers license, driver license, driving licence, permis de conduire, permis b, fuhrerschein, carnet de conducir, patente b, rijbewijs
Forklift certification = forklift, caces, staplerschein
Electrician license = licensed electrician, journeyman electrician
Plumbing license = licensed plumber
EPA 608 = epa certification
OSHA 10 = osha 30, osha certification
Food handler certification = servsafe, haccp
Professional Engineer = pe license
Security clearance = top secret, ts/sci, secret clearance
Six Sigma Black Belt = six sigma green belt
LCSW = licensed clinical social worker
# method teaching
Teaching = enseignement, unterrichten, ensenanza, insegnamento
Curriculum design = curriculum development, instructional planning, curriculum redesign
Lesson planning = lesson plans
Classroom management
Instructional design
Student assessment = educational assessment, formative assessment
Special education = SEN
Early childhood education = preschool education
Literacy instruction = reading instruction, literacy
English literature = english language arts
English as a second language = esl, tesol, tefl, efl
Tutoring = soutien scolaire, nachhilfe
E-learning = elearning, online learning
Learning management systems = LMS, moodle, blackboard
Academic advising = student advising
Educational leadership = instructional leadership, school leadership
Coaching!
Mentoring = mentorship
Training delivery = training facilitation, workshop facilitation
Academic research = research methods, recherche!!
Higher education
Student engagement
# tool teaching
Google Classroom
Canvas LMS
Articulate Storyline = articulate 360
# method trades
Carpentry = menuiserie, woodworking
Plumbing = plomberie
Electrical installation = electrical wiring, electricite
Welding = soudure, schweissen, mig welding, tig welding
HVAC
Masonry = bricklaying, maconnerie
Painting! = peinture
Roofing
Construction management = construction!!
Blueprint reading = reading blueprints
Equipment maintenance = preventive maintenance, maintenance industrielle, instandhaltung
Machining = cnc machining, cnc
Automotive repair = auto mechanics, mecanique automobile
Heavy equipment operation
Landscaping = gardening, espaces verts
Pest control
Manufacturing = fertigung, production industrielle
Assembly!
Quality control = qualitatskontrolle, controle qualite
Quality management = iso 9001
Occupational safety = workplace safety, health and safety, ehs, arbeitssicherheit
Facilities management
Cleaning = nettoyage, reinigung, housekeeping
Surveying
Civil engineering
Structural engineering
Environmental engineering
Renewable energy = solar energy, wind energy
Laser cutting
Process engineering
Chemical engineering
Agriculture = farming
# method hospitality
Cooking = cuisine, food preparation, kochen
Baking = boulangerie
Menu planning
Food safety = food hygiene
Bartending = mixology
Waiting tables = food service, table service, service en salle
Hotel management = hotel operations, hospitality management
Hospitality = hotellerie, gastgewerbe
Front desk = reception!, accueil
Guest services = guest relations
Travel planning = tourism, tourisme
Cash handling = cashier, caisse, point of sale, pos systems
Barista = coffee making
Catering
# method logistics
Logistics = logistique, logistik, logistica
Supply chain management = supply chain
Warehouse management = warehousing, entreposage, lagerhaltung, wms
Inventory management = inventory control, stock management, gestion des stocks
Order fulfillment = order picking, preparation de commandes, kommissionierung
Shipping and receiving
Delivery driving = package delivery, livraison, delivery driver
Route planning
Fleet management
Freight forwarding = freight
Customs clearance = import/export, customs
Demand planning
Transportation management
Dispatching = dispatch
# method office
Administrative support = administrative assistance, secretariat, office administration, administrative tasks
Data entry = saisie de donnees, dateneingabe
Calendar management = scheduling
Travel coordination = travel arrangements
Office management
Record keeping = filing, records management, archivage
Typing = touch typing, dactylographie
Meeting coordination = minute taking
Executive support = executive assistance
Document management
Business writing = report writing
Research!
Bilingual!
# tool office
Microsoft Excel = excel!, ms excel, advanced excel
Microsoft Word = ms word
Microsoft PowerPoint = powerpoint, ms powerpoint
Microsoft Outlook = ms outlook, outlook!
Microsoft Office = ms office, office 365, microsoft 365, m365, pack office, office suite, microsoft office suite
Microsoft Access = ms access
Microsoft Teams = ms teams
Google Workspace = g suite, gsuite, google docs, google suite
Slack!
Zoom!
Visio = ms visio
DocuSign
# soft
Communication = communication skills, verbal communication, written communication, kommunikationsfahigkeit, interpersonal communication
Teamwork = team player, travail en equipe, teamfahigkeit, trabajo en equipo, collaboration, esprit d'equipe
Leadership = team leadership, leading teams, fuhrung!!, liderazgo
People management = team management, managing teams, management d'equipe, people leadership
Problem solving = problem-solving, resolution de problemes
Critical thinking
Analytical skills = analytical thinking, esprit d'analyse
Time management = gestion du temps, zeitmanagement
Organization skills = organizational skills, organisational skills, sens de l'organisation
Attention to detail = detail-oriented, detail oriented, rigueur
Adaptability = flexibility
Creativity = creative thinking
Multitasking = multi-tasking
Decision making = decision-making
Conflict resolution
Interpersonal skills = people skills
Self-motivation = self-motivated, self-starter
Work ethic
Customer focus = customer-focused, customer centric, sens du service
Empathy = compassion
Autonomy = autonomie, work independently
# spoken
English = anglais, englisch, ingles, inglese, engels
French = francais, franzosisch, frances, francese, frans
German = allemand, deutsch, aleman, tedesco, duits
Spanish = espagnol, spanisch, espanol, spagnolo, spaans
Italian = italien, italienisch, italiano, italiaans
Portuguese = portugais, portugiesisch, portugues, portoghese
Dutch = neerlandais, niederlandisch, nederlands, holandes
Mandarin = mandarin chinese, chinese!, chinois, chinesisch
Cantonese
Japanese = japonais, japanisch
Korean = coreen, koreanisch
Arabic = arabe, arabisch
Russian = russe, russisch, ruso
Polish! = polonais, polnisch
Turkish = turc, turkisch
Hindi
Urdu
Bengali
Ukrainian
Romanian
Czech
Swedish = suedois, schwedisch
Norwegian
Danish
Finnish
Greek!
Hebrew
Vietnamese
Thai
Indonesian = bahasa indonesia
Tagalog = filipino
Hungarian
Bulgarian
Serbian
Croatian
Catalan
Persian = farsi
American Sign Language = sign language
`;
