/**
 * Occupations as titles name them: `id: phrases`, grouped in families. Phrases are folded words as they stand in
 * titles of six languages. Drawn up by hand; SOC and ISCO draw the same lines, more finely.
 * Over 300 lines because it is a table.
 */
export const OCCUPATIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  software: {
    software:
      'software engineer, software developer, software development, programmer, developer, swe, developpeur, developpeuse, ingenieur logiciel, ingenieur developpement, ingenieur en developpement, entwickler, softwareentwickler, desarrollador, sviluppatore, ontwikkelaar, software engineering, member of technical staff, product engineer, application developer, web applications, etudes et developpement, developpeur informatique, coder, software architect, founding engineer, protocol engineer, platform developer, performance engineer, growth engineer, distributed systems engineer, systems software, gateway engineer, salesforce developer, sharepoint developer, oracle developer, sap developer, workday developer, erp developer, crm developer, api developer, integration developer, programador, desenvolvedor, softwareontwikkelaar, ingeniero de software, engenheiro de software, architecte logiciel, analista programador, analista de sistemas, desenvolvedora, desarrolladora, softwareentwicklerin, sviluppatore software, programadora, programmatore, programmeur',
    backend:
      'backend, back end, server side, api engineer, java developer, python developer, golang, ruby developer, php developer, django, node developer, developpeur python, developpeur java, backend engineer, platform developer, rails, spring, java, python, php, ruby, kotlin, scala, elixir, rust, .net, c#',
    frontend:
      'frontend, front end, ui engineer, ui developer, javascript engineer, javascript developer, react developer, react engineer, web developer, developpeur web, developpement web, angular developer, vue developer, design engineer, integrateur, webentwickler, react, angular, vue, javascript',
    fullstack: 'full stack, fullstack, full stack engineer, full stack developer, web engineer, fullstack developer',
    mobile: 'mobile engineer, mobile developer, ios, android, react native, flutter',
    embedded: 'embedded, firmware, embedded systems, robotics engineer, robotics software, c++',
    game: 'game developer, game programmer, gameplay, unity developer, game engineer, game designer',
    blockchain: 'blockchain, smart contract, solidity, web3',
    qa: 'qa, quality assurance, test engineer, tester, sdet, test automation, testeur',
  },
  infrastructure: {
    devops:
      'devops, dev ops, platform engineer, build engineer, release engineer, ingenieur devops, devex engineer, developer experience, platform reliability, llmops, dataops, sysops, kubernetes engineer, automation platform engineer',
    sre: 'site reliability, sre, reliability engineer, production engineer',
    cloud:
      'cloud engineer, cloud infrastructure, infrastructure engineer, cloud architect, kubernetes, infrastructure, cloud systems, aws engineer, compute platform, azure engineer, gcp engineer',
    sysadmin:
      'system administrator, systems administrator, sysadmin, linux administrator, administrateur systeme, systemadministrator, administrateur reseaux, it manager, openshift administrator, database administrator, systems integrator, sap basis, ingenieur systemes, it operations, endpoint engineer, iam engineer, identity engineer',
    network: 'network engineer, network administrator, network architect',
    security:
      'security engineer, cybersecurity, information security, appsec, security analyst, penetration tester, soc analyst, security architect, red team, security specialist, threat intelligence, vulnerability management, response engineer, incident response, grc, cyber security, security operations, trust and safety engineer, ciso',
    dba: 'database administrator, dba, database engineer',
    support:
      'it support, technical support, help desk, helpdesk, support engineer, desktop support, technicien informatique, support technician, service desk, it specialist, it technician, it administrator, tecnico de informatica, tecnico em informatica, tecnico informatico, suporte tecnico, analista de suporte, soporte tecnico, tecnico de suporte, tecnico de soporte, fachinformatiker systemintegration',
  },
  data: {
    ml: 'machine learning, ml engineer, ai engineer, deep learning, mlops, computer vision, nlp, applied ai, artificial intelligence, llm, generative ai, reinforcement learning, ai research, ml researcher, ai, llmops engineer, ml edge engineer, prompt engineer, ia engineer, engenheiro de ia, ingenieur ia, data scientist ml',
    datascience:
      'data scientist, data science, applied scientist, quantitative researcher, statistician, biostatistician, decision scientist',
    dataengineering:
      'data engineer, data platform, analytics engineer, etl developer, big data engineer, data infrastructure, data warehouse, ingenieur data',
    dataanalysis:
      'data analyst, business intelligence, bi analyst, analytics, reporting analyst, insights analyst, product analyst, analyste de donnees, datenanalyst, research analyst, data entry analyst, bi developer, business analyste, operational forecasting, insights manager, web analyst, reporting specialist, measurement lead',
  },
  research: {
    research:
      'research scientist, researcher, research engineer, research assistant, research associate, postdoc, postdoctoral, scientist, research intern, research fellow, chercheur, scientific employee, phd student, doctorant, wissenschaftlicher mitarbeiter, doctorante, doktorand, doktorandin, doutorando, doctorando, wissenschaftliche hilfskraft, wissenschaftliche mitarbeiterin, wissenschaftlicher assistent, charge de recherche, chargee de recherche, ingenieur de recherche, ricercatore, ricercatrice, pesquisador, pesquisadora, investigador, investigadora',
    policy: 'policy analyst, research director, policy, economist, political, government affairs',
    lab: 'lab technician, laboratory, chemist, biologist, epidemiologist, research technician, entomologist, microbiologist, lab manager, lab assistant, validation scientist, research and development scientist, formulation scientist',
  },
  product: {
    product:
      'product manager, product owner, product lead, head of product, chef de produit, product management, product director, director of product, chief product officer, vp of product, vp product, product strategist, segment owner, product operations, commercialization manager, growth product',
    project:
      'project manager, program manager, technical program manager, scrum master, delivery manager, chef de projet, cheffe de projet, projektleiter, projektmanager, pmo, agile coach, project coordinator, project administrator, project director, delivery coordinator, delivery lead, gestor de proyectos, project lead, integration lead, implementation project, delivery director, engagement manager, transformation lead, transformation manager, change manager, coordinateur de projet',
    businessanalyst:
      'business analyst, systems analyst, requirements engineer, process analyst, functional analyst, implementation consultant, business systems analyst, functional consultant, consultant fonctionnel, erp consultant, sap consultant, consultant sap, salesforce consultant, workday consultant, consultant salesforce, crm consultant, pricing analyst',
  },
  engineeringlead: {
    engmanager:
      'engineering manager, head of engineering, director of engineering, vp engineering, vp of engineering, cto, chief technology officer, tech lead, technical lead, team lead engineering, software engineering manager, manager software engineering, development manager, responsable technique, lead developer, lead engineer, engineering director, director of software engineering, engineering lead, manager engineering, manager of engineering, project engineering lead, ingenieur manager, engineering team lead, vp of technology, head of technology',
  },
  solutions: {
    solutions:
      'solutions architect, solution architect, solutions engineer, sales engineer, implementation engineer, forward deployed, solutions consultant, customer engineer, pre sales, presales, technical account manager, customer engineering, deployment engineer, integration engineer, field engineer, technical consultant, it consultant, consultant and software developer, software consultant, implementation manager, implementation specialist, implementation lead, integration specialist, partner engineer, sales engineering, solutions engineering, application engineer, onboarding engineer, gtm engineer, automations engineer, enterprise architect, architecte',
  },
  design: {
    ux: 'ux designer, ui designer, product designer, ux researcher, user researcher, interaction designer, ui ux designer, ux, user experience, ux ui, product design, head of design, design lead, design manager, design director, ux lead, ux manager, conversational designer, service designer, ui lead',
    graphic:
      'graphic designer, visual designer, illustrator, graphiste, illustrateur, brand designer, art director, creative director, motion designer, web designer, designer, animator, 3d artist, concept artist, mediengestalter, dessinateur, creative manager, creative lead, visual design, presentation design, senior creative, packaging designer, economy designer, level designer, game designer, fashion designer, apparel designer',
    video: 'video editor, videographer, photographer, video producer, filmmaker',
  },
  content: {
    writing:
      'writer, copywriter, content writer, editor, journalist, technical writer, ux writer, redacteur, redaktor, content strategist, medical writer, author, reporter, script writer, content editor, proofreader, content curator, columnist, storyteller, news editor',
    translation:
      'translator, interpreter, localization, linguist, traducteur, ubersetzer, translation, translators, voice talent, subtitler, language expert, language specialist, medical interpreter',
    communications:
      'communications, public relations, pr manager, pr lead, communication manager, charge de communication, spokesperson, media relations, press officer, internal communications, corporate affairs, head of community',
  },
  marketing: {
    marketing:
      'marketing, marketing manager, brand manager, growth marketer, marketing coordinator, chief marketing officer, demand generation, field marketing, charge de marketing, marketing analyst, campaign manager, go to market, cmo, chief marketing, head of marketing, marketing lead, lifecycle marketing, growth marketing, marketer, brand marketing, partner marketing, marketing executive, marketing director, playable ads',
    productmarketing: 'product marketing, product marketing manager',
    seo: 'seo, sem, search engine, paid media, performance marketing, media buyer, ppc, crm specialist, email marketing, growth manager, user acquisition, paid ads, acquisition manager, digital marketing, digital marketer, search marketing',
    social: 'social media, community manager, content creator, influencer, social media manager',
    events: 'event manager, event planner, event coordinator, events',
  },
  sales: {
    sdr: 'sales development, business development representative, bdr, sdr, sales development representative, inside sales, lead generation, telemarketer, business development associate',
    ae: 'account executive, sales representative, sales executive, sales associate, salesperson, sales rep, commercial, commerciale, vertriebsmitarbeiter, sales specialist, conseiller commercial, attache commercial, technico commercial, agente comercial, field sales, sales consultant, sales agent, vendedor, enterprise ae, inbound sales, outbound sales, mid market sales, enterprise sales, sales closer, closer, telesales, territory manager, venditore, verkoper, adviseur, door to door sales, car salesman, car sales, aussendienstmitarbeiter, vendedora, comercial de ventas, representante comercial, representante de vendas, agente de ventas, agente commerciale',
    salesmanager:
      'sales manager, sales director, head of sales, vp sales, regional sales, director of sales, chief revenue officer, responsable commercial, vertriebsleiter, sales lead, vp of sales, commercial operations, country manager, regional director, regional manager sales, gtm lead, gtm director, head of gtm, head of growth, area manager, area sales',
    accountmanager:
      'account manager, key account manager, channel account manager, partner manager, client partner, partnerships, charge de clientele, partner account manager, account management, client associate, client engagement, client relationship, relationship manager, account director, account lead, agency lead',
    bizdev:
      'business development manager, business development, business development lead, partnership manager, school partnerships',
    salesops: 'sales operations, revenue operations, gtm operations, sales ops, revops, deal desk',
    retail:
      'retail associate, cashier, store manager, shop assistant, vendeur, vendeuse, verkaufer, store associate, caissier, dependiente, sales assistant, key holder, merchandiser, vendeur polyvalent, verkauferin, kaufmann im einzelhandel, kauffrau im einzelhandel, einzelhandelskaufmann, kassierer, kassiererin, cajero, cajera, operador de caixa, dependienta, commessa, commesso, hotesse de caisse, hote de caisse',
    realestate: 'real estate, realtor, leasing, agent immobilier, property manager',
    insurance:
      'insurance agent, insurance sales, licensed sales agent, underwriter, claims adjuster, insurance, claims, licensed insurance, insurance advisor, insurance broker, actuary, actuarial',
  },
  customer: {
    csm: 'customer success, customer success manager, client success, onboarding specialist, customer experience manager, client success manager, success manager, retention associate, customer engagement, onboarding manager, integration success manager, renewals manager',
    service:
      'customer service, customer support, support specialist, call center, client service, service client, kundenservice, customer care, support agent, support representative, contact center, conseiller clientele, teleconseiller, customer advocate, content ops, customer experience, escalation support, support associate, customer operations, client services, back office executive',
  },
  finance: {
    accountant:
      'accountant, accounting, comptable, buchhalter, contable, contabile, boekhouder, accounting clerk, bookkeeper, staff accountant, general ledger, accounting specialist, gestionnaire comptable, accounting manager, fund accountant, contador publico, contadora, buchhalterin, contabilista, tecnico contable, finanzbuchhalter, finanzbuchhalterin, ragioniere',
    payables:
      'accounts payable, accounts receivable, billing, ap specialist, ar specialist, collections, invoicing, credit controller',
    tax: 'tax, tax specialist, tax accountant, tax preparer, tax analyst, tax associate, tax manager',
    audit: 'auditor, audit, internal audit, auditeur, sox',
    payroll: 'payroll, gestionnaire de paie, payroll specialist, payroll manager, lohnbuchhalter',
    analyst:
      'financial analyst, finance analyst, fp a, fp a analyst, finance associate, investment analyst, equity research, credit analyst, finanzanalyst, finance manager, fpa, financial planning, strategic finance, finance business partner, head of finance, corporate finance, gestionnaire finances, treasury, head of dealing, pricing manager, finance director, chief financial officer, cfo',
    controller:
      'controller, head of finance, finance director, cfo, chief financial officer, director of finance, vp finance, controleur de gestion, contrôleur de gestion, daf, head of accounting',
    banking:
      'investment banker, investment banking, trader, portfolio manager, private equity, wealth, financial advisor, banker, venture, mortgage, loan officer, bank teller, financial solutions advisor, wealth manager, sales trader, credit analyst, private banker, teller, conseiller bancaire, bankruptcy specialist',
    risk: 'risk analyst, compliance, fraud, aml, kyc, risk manager, payment, camlo, fraud analyst, compliance officer, compliance manager, sanctions, financial crime',
    actuary: 'actuary, actuarial',
  },
  people: {
    recruiting:
      'recruiter, talent acquisition, sourcer, recruiting, recruteur, charge de recrutement, clinical recruiter, consultant recrutement, consultant en recrutement, talent partner',
    hr: 'hr, human resources, people operations, hr manager, hrbp, people partner, ressources humaines, personalreferent, hr generalist, people manager, hr business partner, assistant rh, responsable rh, compensation, benefits, total rewards, people business partner, compensation analyst, benefits analyst, employee experience, workplace experience, hris, people systems, dei',
    training: 'learning and development, trainer, formateur, training specialist, l d, coach',
  },
  legal: {
    legal:
      'lawyer, attorney, counsel, legal, paralegal, juriste, avocat, rechtsanwalt, solicitor, contract manager, general counsel, advogado, advogada, abogado, abogada, avocate, avvocato, rechtsanwaltin, jurist, juristin, notaire',
  },
  operations: {
    operations:
      'operations manager, operations associate, business operations, operations analyst, chief operating officer, coo, operations specialist, operations coordinator, operations, bizops, strategy and operations, general manager, operations director, chief of staff, process optimization, coordinator, growth operations, incident manager, regional operations, launch lead, operations lead, launcher',
    executive:
      'ceo, chief executive, founder, managing director, president, chief operating, chief sustainability officer, chief commercial officer',
    admin:
      'administrative assistant, office manager, executive assistant, receptionist, secretary, assistant administratif, assistante administrative, assistant de direction, data entry, office administrator, personal assistant, virtual assistant, department assistant, administrative coordinator, sekretar, front desk, auxiliar administrativo, auxiliar administrativa, assistente administrativo, assistente administrativa, administrativo, administrativa, recepcionista, secretaria, secretario, burokaufmann, burokauffrau, kaufmann fur buromanagement, kauffrau fur buromanagement, sachbearbeiter, sachbearbeiterin, sekretarin, empfangsmitarbeiter, impiegato, impiegata, segretaria, secretaire',
    consulting:
      'management consultant, strategy consultant, business consultant, strategy consulting, benefits consultant, strategy',
    procurement:
      'procurement, buyer, purchasing, acheteur, einkaufer, sourcing manager, category manager, sourcing analyst, strategic sourcing, vendor manager',
    nonprofit:
      'fundraising, grant writer, nonprofit, program coordinator, development associate, fundraiser, volunteer coordinator, community organizer',
  },
  nursing: {
    nurse:
      'registered nurse, rn, nurse, staff nurse, infirmier, infirmiere, krankenpfleger, krankenschwester, enfermera, enfermero, infermiere, pflegefachkraft, verpleegkundige, icu nurse, charge nurse, enrollment nurse, home health, clinical nurse, lvn, lpn, pedi home health, enfermeira, enfermeiro, infermiera, pflegefachfrau, pflegefachmann, gesundheits und krankenpfleger, gesundheits und krankenpflegerin, altenpfleger, altenpflegerin',
    nursemanager: 'nurse manager, director of nursing, head nurse, nursing supervisor, cadre de sante',
    nursepractitioner: 'nurse practitioner, np, physician assistant, crna, nurse anesthetist',
    nurseaide:
      'cna, nursing assistant, caregiver, home health aide, aide soignant, aide soignante, care assistant, healthcare assistant, patient care technician, auxiliaire de vie, pflegehelfer, nursing student, personal care, pca, hha, personal care aide, pflegehelferin, pflegeassistent, pflegeassistentin, altenpflegehelfer, auxiliar de enfermeria, auxiliar de enfermagem, tecnico de enfermagem, operatore socio sanitario',
  },
  care: {
    physician:
      'physician, doctor, medecin, arzt, surgeon, psychiatrist, medico, medecin urgentiste, dermatologist, dentist, arztin, assistenzarzt, oberarzt, medica, zahnarzt, dentista',
    veterinary:
      'veterinarian, veterinary surgeon, veterinary technician, veterinary assistant, veterinary nurse, vet tech, tierarzt, tierarztin, tiermedizinische fachangestellte, veterinaire, auxiliaire veterinaire, veterinario, veterinaria, dvm',
    therapist:
      'therapist, counselor, psychologist, physiotherapist, occupational therapist, kinesitherapeute, speech pathologist, behavior analyst, bcba, aba therapist, psychologue, clinician, clinical assessor, mental health clinician, psychotherapist, dietitian, nutritionist, physiotherapeut, physiotherapeutin, ergotherapeut, ergotherapeutin, psychologin, psychologe, psicologo, psicologa, fisioterapeuta, fonoaudiologa, logopade, logopadin, orthophoniste, ergotherapeute',
    behaviortech: 'behavior technician, rbt, direct support, behavior tech',
    socialwork:
      'social worker, case manager, care coordinator, care manager, travailleur social, educateur specialise, sozialarbeiter, community health worker, care guide, crisis counselor, case worker, youth worker, sozialarbeiterin, sozialpadagoge, sozialpadagogin, assistante sociale, assistente social, trabajador social, trabajadora social, assistente sociale, youth mentor',
    pharmacy:
      'pharmacist, pharmacy technician, pharmacien, pharmacie, preparateur en pharmacie, farmaceutico, farmaceutica, farmacista, apotheker, apothekerin, pharmacienne',
    medtech:
      'medical technologist, radiologic technologist, sonographer, phlebotomist, medical assistant, surgical technologist, paramedic, emt, dental assistant, dental hygienist, lab tech, emergency medical technician, radiology, ophthalmic',
    clinicalresearch:
      'clinical research, clinical trial, clinical project, site start up, cra, clinical research associate, regulatory affairs, pharmacovigilance, clinical data, study manager',
    healthadmin:
      'medical billing, medical coder, health information, practice manager, medical secretary, patient coordinator, medical receptionist, medical biller, coding specialist, credentialing specialist, patient access, care coordinator, medical scribe, secretaire medicale, medizinische fachangestellte, arzthelferin',
  },
  education: {
    teacher:
      'teacher, enseignant, professeur, lehrer, profesor, maestro, insegnante, docent, instructor, teaching assistant, tutor, substitute teacher, educator, english teacher, english mentor, schoolteacher, english department, teacher leader, paraprofessional, faculty, lecturer, professor, adjunct, professora, profesora, lehrerin, lehrkraft, dozent, dozentin, privatdozent, docente, maestra, formador, formadora, enseignante, professeure, charge de cours, nachhilfelehrer',
    instructionaldesign:
      'instructional designer, curriculum developer, curriculum designer, curriculum writer, curriculum specialist, curriculum manager, curriculum lead, curriculum coordinator, curriculum director, curriculum development, curriculum design, learning designer, learning experience designer, ingenieur pedagogique, co designer, e learning, instructional',
    edleader:
      'school principal, assistant principal, vice principal, deputy principal, principal of school, elementary principal, high school principal, head of school, headteacher, head teacher, schulleiter, dean, school director, superintendent, academic director, director of school',
    advising:
      'academic advisor, guidance counselor, admissions, student success, career counselor, academic advising, student advisor, enrollment advisor',
    childcare:
      'childcare, nanny, preschool, early childhood, babysitter, educatrice, erzieher, daycare, animateur, erzieherin, kinderpfleger, kinderpflegerin, assistante maternelle, auxiliaire de puericulture, educadora infantil, educadora de infancia, tagesmutter, ninera',
    library: 'librarian, library, archivist',
  },
  trades: {
    construction:
      'construction, carpenter, plumber, electrician, welder, mason, roofer, hvac, painter, menuisier, electricien, plombier, macon, soudeur, elektriker, schreiner, installer, foreman, chef de chantier, laborer, conducteur de travaux, electricista, eletricista, fontanero, encanador, canalizador, soldador, albanil, pedreiro, carpintero, carpinteiro, pintor, elettricista, idraulico, saldatore, muratore, falegname, anlagenmechaniker, elektroniker, maurer, dachdecker, zimmermann, tischler, schweisser, maler, elektroinstallateur, plombier chauffagiste, peintre en batiment, couvreur, charpentier, carreleur',
    maintenance:
      'maintenance technician, mechanic, technicien de maintenance, mecanicien, mechaniker, service technician, field technician, maintenance, facilities, field service, pest control, mechatronics technician, mechatroniker, mechatronikerin, elektromechaniker, electromecanicien, electromecanico, mecanico, mecanica automotriz, tecnico de mantenimiento, tecnico de manutencao, kfz mechatroniker, kfz mechaniker, servicetechniker, haustechniker, hausmeister, industriemechaniker, instandhalter, manutentore, meccanico, agent de maintenance, technicien de maintenance industrielle',
    manufacturing:
      'production operator, machine operator, cnc, assembler, manufacturing, operateur de production, production worker, machinist, plant manager, process technician, quality inspector, agent de production, quality engineer, factory automation, automation technician, validation engineer, production manager, robot operator, production supervisor, electro mechanical technician, electromechanical technician, electro mechanical, build technician, integration technician, assembly technician, operario de produccion, operador de producao, maschinenbediener, produktionsmitarbeiter, produktionshelfer, zerspanungsmechaniker, maschinen und anlagenfuhrer, operaio, agent de fabrication',
    cleaning:
      'cleaner, janitor, housekeeper, agent d entretien, femme de chambre, reinigungskraft, housekeeping, auxiliar de limpeza, auxiliar de limpieza, limpiadora, reinigungsfachkraft, raumpflegerin, gebaudereiniger, faxineira, agent de nettoyage, agent de proprete, addetto alle pulizie',
    security:
      'security guard, security officer, agent de securite, lifeguard, ranger, firefighter, fireman, loss prevention, police officer, guardia de seguridad, vigilante de seguridad, vigilante, sicherheitsmitarbeiter, agent de prevention',
  },
  hardware: {
    mechanical:
      'mechanical engineer, mechanical design, structure design engineer, structural design engineer, civil design engineer, vehicle design engineer, mechatronics engineer, mechatronik ingenieur, verfahrenstechniker, verfahrensingenieur, prozessingenieur, thermal engineer, structural engineer, civil engineer, aerospace engineer, manufacturing engineer, process engineer, chemical engineer, industrial engineer, optical engineer, mining, mine planner, 3d printing, laser engineer, ingenieur procedes, ingenieur mecanique, integration mecanique, structures engineer, vehicle engineer, propulsion engineer, spacecraft systems, rail signals, transit engineer, ingenieur vrd, flight controls, hvac engineer, geotechnical engineer, environmental engineer, engenheiro civil, ingeniero civil, ingeniero mecanico, engenheiro mecanico, bauingenieur, bauingenieurin, maschinenbauingenieur, ingenieur mecanicien, ingenieur civil, ingegnere civile, ingegnere meccanico, konstrukteur, konstrukteurin',
    electrical:
      'electrical engineer, hardware engineer, electronics engineer, fpga engineer, asic, silicon, rf engineer, circuit, controls engineer, ingenieur electricite, scada, embedded hardware, power systems engineer, photonics, signal engineer, electrical design, electrical design engineer, electronics design, electronics design engineer, electronic design engineer, asic design engineer, rtl design engineer, pcb design engineer, circuit design engineer, elektroingenieur, ingenieur electronique, ingeniero electrico, engenheiro eletricista, ingegnere elettrico, ingenieur electricien',
    architecture:
      'architect building, landscape architect, urban planner, interior designer, surveyor, urbaniste, urban designer, arquitecto tecnico, arquitecta, arquiteta, arquiteto',
  },
  hospitality: {
    cook: 'cook, chef de partie, sous chef, chef, cuisinier, koch, baker, kitchen, line cook, boulanger, pastry, commis de cuisine, cocinero, cozinheiro, cozinheira, cocinera, kochin, cuoco, cuoca, cuisiniere, panadero, backer, konditor, patissier, pizzaiolo',
    service:
      'waiter, waitress, server, bartender, barista, serveur, serveuse, kellner, host, hostess, restaurant manager, camarero, crew member, food runner, camarera, cameriere, cameriera, garcom, garconete, servicekraft, barkeeper, chef de rang',
    hotel:
      'hotel, front office, concierge, hotel manager, receptionniste, night auditor, guest services, travel agent, flight attendant, hotelier, hotelfachmann, hotelfachfrau, receptionniste hotel, reception hotel',
  },
  logistics: {
    driver:
      'driver, truck driver, delivery driver, chauffeur, fahrer, conductor, livreur, courier, cdl, chauffeur livreur, multi top driver, drive with, van driver, forklift driver, bus driver, motorista, conductor de camion, camionero, kraftfahrer, kraftfahrerin, berufskraftfahrer, lkw fahrer, fahrerin, busfahrer, kurierfahrer, autista, camionista, chauffeuse, conducteur routier, conducteur poids lourd, repartidor',
    warehouse:
      'warehouse, picker, packer, forklift, preparateur de commandes, cariste, magasinier, lagerist, stocker, warehouse associate, mozo de almacen, material handler, logisticien',
    supplychain:
      'supply chain, logistics, logistics coordinator, inventory planner, demand planner, freight, materials planner, dispatcher, wms',
  },
};

/** How near two occupations are where it is more than their family says (0–1, symmetric); `family` alone means all of it. */
export const NEARNESS: readonly (readonly [string, string, number])[] = [
  ['software.software', 'software.backend', 0.85],
  ['software.software', 'software.frontend', 0.75],
  ['software.software', 'software.fullstack', 0.9],
  ['software.software', 'software.mobile', 0.5],
  ['software.software', 'software.embedded', 0.5],
  ['software.software', 'software.game', 0.45],
  ['software.software', 'software.blockchain', 0.55],
  ['software.software', 'software.qa', 0.4],
  ['software.backend', 'software.fullstack', 0.8],
  ['software.frontend', 'software.fullstack', 0.85],
  ['software.backend', 'software.frontend', 0.5],
  ['software.mobile', 'software.frontend', 0.45],
  ['software.software', 'engineeringlead.engmanager', 0.6],
  ['software.backend', 'engineeringlead.engmanager', 0.6],
  ['software.fullstack', 'engineeringlead.engmanager', 0.6],
  ['software.frontend', 'engineeringlead.engmanager', 0.5],
  ['infrastructure', 'engineeringlead', 0.5],
  ['data', 'engineeringlead', 0.4],
  ['software', 'engineeringlead', 0.4],
  ['software', 'infrastructure', 0.35],
  ['software.backend', 'infrastructure.devops', 0.5],
  ['software.backend', 'infrastructure.sre', 0.5],
  ['software.software', 'infrastructure.cloud', 0.45],
  ['infrastructure.devops', 'infrastructure.sre', 0.95],
  ['infrastructure.devops', 'infrastructure.cloud', 0.9],
  ['infrastructure.sre', 'infrastructure.cloud', 0.85],
  ['infrastructure.devops', 'infrastructure.sysadmin', 0.6],
  ['infrastructure.cloud', 'infrastructure.network', 0.5],
  ['infrastructure.sysadmin', 'infrastructure.support', 0.6],
  ['infrastructure.sysadmin', 'infrastructure.network', 0.65],
  ['infrastructure.support', 'infrastructure.devops', 0.25],
  ['infrastructure.support', 'infrastructure.sre', 0.2],
  ['infrastructure.support', 'infrastructure.security', 0.25],
  ['software', 'data', 0.3],
  ['software.backend', 'data.dataengineering', 0.55],
  ['software.software', 'data.ml', 0.4],
  ['software.software', 'data.dataengineering', 0.5],
  ['data.ml', 'data.datascience', 0.75],
  ['data.datascience', 'data.dataanalysis', 0.65],
  ['data.dataengineering', 'data.dataanalysis', 0.5],
  ['data.ml', 'research.research', 0.5],
  ['data.datascience', 'research.research', 0.5],
  ['data.dataanalysis', 'research.policy', 0.35],
  ['research.research', 'data.dataanalysis', 0.45],
  ['infrastructure', 'data', 0.25],
  ['software', 'solutions', 0.4],
  ['infrastructure', 'solutions', 0.4],
  ['solutions', 'product.businessanalyst', 0.5],
  ['solutions', 'sales.accountmanager', 0.3],
  ['solutions', 'customer.csm', 0.4],
  ['product.product', 'product.project', 0.5],
  ['product.product', 'product.businessanalyst', 0.5],
  ['product.project', 'product.businessanalyst', 0.5],
  ['engineeringlead', 'product', 0.35],
  ['product.project', 'operations.operations', 0.45],
  ['software', 'product', 0.2],
  ['design.ux', 'design.graphic', 0.5],
  ['software.frontend', 'design.ux', 0.3],
  ['design.graphic', 'design.video', 0.5],
  ['design.ux', 'product.product', 0.3],
  ['marketing', 'content', 0.45],
  ['marketing', 'sales', 0.25],
  ['design.graphic', 'marketing', 0.3],
  ['sales.sdr', 'sales.ae', 0.85],
  ['sales.ae', 'sales.salesmanager', 0.65],
  ['sales.ae', 'sales.accountmanager', 0.7],
  ['sales.sdr', 'sales.bizdev', 0.7],
  ['sales.ae', 'sales.bizdev', 0.7],
  ['sales.ae', 'sales.retail', 0.4],
  ['sales.sdr', 'sales.accountmanager', 0.5],
  ['sales.ae', 'sales.insurance', 0.45],
  ['sales.ae', 'sales.realestate', 0.4],
  ['sales.salesops', 'sales.sdr', 0.35],
  ['sales.retail', 'sales.sdr', 0.35],
  ['sales.retail', 'hospitality', 0.35],
  ['sales.insurance', 'sales.sdr', 0.35],
  ['customer.csm', 'sales.accountmanager', 0.65],
  ['customer.csm', 'sales.ae', 0.45],
  ['customer.csm', 'sales.sdr', 0.4],
  ['customer.csm', 'customer.service', 0.5],
  ['customer.service', 'sales.sdr', 0.4],
  ['customer.service', 'sales.retail', 0.45],
  ['customer.service', 'operations.admin', 0.4],
  ['finance.accountant', 'finance.payables', 0.85],
  ['finance.accountant', 'finance.tax', 0.85],
  ['finance.accountant', 'finance.audit', 0.7],
  ['finance.accountant', 'finance.payroll', 0.6],
  ['finance.accountant', 'finance.controller', 0.7],
  ['finance.accountant', 'finance.analyst', 0.5],
  ['finance.analyst', 'finance.controller', 0.6],
  ['finance.analyst', 'finance.banking', 0.55],
  ['finance.risk', 'finance.audit', 0.5],
  ['finance.payroll', 'people.hr', 0.4],
  ['finance.analyst', 'data.dataanalysis', 0.4],
  ['finance.tax', 'finance.audit', 0.6],
  ['finance.payables', 'operations.admin', 0.3],
  ['people.recruiting', 'people.hr', 0.6],
  ['people.hr', 'operations.admin', 0.35],
  ['people.training', 'education.instructionaldesign', 0.65],
  ['people.recruiting', 'sales.sdr', 0.3],
  ['people.training', 'education.teacher', 0.45],
  ['operations.admin', 'operations.operations', 0.45],
  ['operations.operations', 'operations.consulting', 0.4],
  ['operations.procurement', 'logistics.supplychain', 0.55],
  ['operations.operations', 'logistics.supplychain', 0.4],
  ['legal', 'finance.risk', 0.35],
  ['operations.executive', 'operations.operations', 0.5],
  ['operations.executive', 'engineeringlead', 0.35],
  ['nursing.nurse', 'nursing.nursemanager', 0.5],
  ['nursing.nurse', 'nursing.nurseaide', 0.5],
  ['nursing.nurse', 'nursing.nursepractitioner', 0.2],
  ['nursing.nurse', 'care.socialwork', 0.3],
  ['nursing.nurse', 'care.clinicalresearch', 0.25],
  ['nursing.nurseaide', 'care.behaviortech', 0.5],
  ['nursing.nurseaide', 'care.medtech', 0.45],
  ['nursing.nurse', 'care.medtech', 0.35],
  ['nursing', 'care', 0.12],
  ['care.therapist', 'care.behaviortech', 0.4],
  ['care.therapist', 'care.socialwork', 0.5],
  ['care.pharmacy', 'care.physician', 0.1],
  ['care.veterinary', 'care.physician', 0.1],
  ['care.veterinary', 'research.lab', 0.35],
  ['data.datascience', 'research.lab', 0.35],
  ['care.socialwork', 'operations.nonprofit', 0.4],
  ['care.healthadmin', 'operations.admin', 0.5],
  ['care.clinicalresearch', 'research.lab', 0.4],
  ['care.clinicalresearch', 'product.project', 0.25],
  ['education.teacher', 'education.instructionaldesign', 0.75],
  ['education.teacher', 'research.research', 0.35],
  ['education.teacher', 'education.edleader', 0.7],
  ['education.teacher', 'education.advising', 0.5],
  ['education.teacher', 'education.childcare', 0.4],
  ['education.edleader', 'education.instructionaldesign', 0.7],
  ['education.edleader', 'education.advising', 0.5],
  ['education.teacher', 'content.writing', 0.3],
  ['education.advising', 'customer.csm', 0.25],
  ['education.advising', 'research.policy', 0.25],
  ['education.advising', 'operations.nonprofit', 0.4],
  ['trades.maintenance', 'trades.construction', 0.5],
  ['trades.maintenance', 'trades.manufacturing', 0.5],
  ['hardware.mechanical', 'hardware.electrical', 0.45],
  ['hardware.electrical', 'software.embedded', 0.55],
  ['trades.manufacturing', 'logistics.warehouse', 0.5],
  ['trades.manufacturing', 'hardware.mechanical', 0.35],
  ['hospitality.cook', 'hospitality.service', 0.5],
  ['hospitality.hotel', 'hospitality.service', 0.6],
  ['hospitality.hotel', 'operations.admin', 0.35],
  ['hospitality.service', 'customer.service', 0.35],
  ['trades.cleaning', 'hospitality.hotel', 0.4],
  ['logistics.driver', 'logistics.warehouse', 0.55],
  ['logistics.warehouse', 'logistics.supplychain', 0.45],
  ['content.writing', 'content.communications', 0.6],
  ['content.writing', 'content.translation', 0.4],
  ['content.communications', 'marketing.marketing', 0.5],
  ['content.writing', 'marketing.social', 0.5],
  ['marketing.marketing', 'marketing.productmarketing', 0.7],
  ['marketing.marketing', 'marketing.seo', 0.7],
  ['marketing.marketing', 'marketing.social', 0.7],
  ['marketing.seo', 'marketing.social', 0.5],
  ['marketing.productmarketing', 'product.product', 0.4],
  ['marketing.marketing', 'marketing.events', 0.5],
];

/** Nearness of two occupations of one family where nothing else is said. */
export const SAME_FAMILY = 0.35;

/** Subjects of study and the occupation they lead to first. */
export const SUBJECTS: Readonly<Record<string, string>> = {
  'computer science': 'software.software',
  informatik: 'software.software',
  informatique: 'software.software',
  'software engineering': 'software.software',
  'digital media': 'software.software',
  informatica: 'software.software',
  wirtschaftsinformatik: 'software.software',
  'sistemas de informacao': 'software.software',
  'ciencia da computacao': 'software.software',
  'desarrollo de aplicaciones': 'software.software',
  'information systems': 'software.software',
  'data science': 'data.datascience',
  'data analytics': 'data.dataanalysis',
  statistics: 'data.datascience',
  mathematics: 'data.datascience',
  mathematik: 'data.datascience',
  mathematiques: 'data.datascience',
  matematicas: 'data.datascience',
  'machine learning': 'data.ml',
  'artificial intelligence': 'data.ml',
  'business analytics': 'data.dataanalysis',
  'social science': 'data.dataanalysis',
  nursing: 'nursing.nurse',
  'soins infirmiers': 'nursing.nurse',
  pharmacy: 'care.pharmacy',
  'veterinary medicine': 'care.veterinary',
  tiermedizin: 'care.veterinary',
  'medecine veterinaire': 'care.veterinary',
  medicine: 'care.physician',
  psychology: 'care.therapist',
  'social work': 'care.socialwork',
  accounting: 'finance.accountant',
  comptabilite: 'finance.accountant',
  finance: 'finance.analyst',
  economics: 'finance.analyst',
  marketing: 'marketing.marketing',
  communications: 'content.communications',
  journalism: 'content.writing',
  law: 'legal.legal',
  'human resources': 'people.hr',
  education: 'education.teacher',
  teaching: 'education.teacher',
  'political science': 'research.policy',
  'graphic design': 'design.graphic',
  'mechanical engineering': 'hardware.mechanical',
  maschinenbau: 'hardware.mechanical',
  mechatronics: 'hardware.mechanical',
  mechatronik: 'hardware.mechanical',
  'genie mecanique': 'hardware.mechanical',
  'ingenieria mecanica': 'hardware.mechanical',
  'engenharia mecanica': 'hardware.mechanical',
  'civil engineering': 'hardware.mechanical',
  bauingenieurwesen: 'hardware.mechanical',
  'genie civil': 'hardware.mechanical',
  'industrial engineering': 'hardware.mechanical',
  wirtschaftsingenieurwesen: 'hardware.mechanical',
  robotics: 'software.embedded',
  robotik: 'software.embedded',
  elektrotechnik: 'hardware.electrical',
  'genie electrique': 'hardware.electrical',
  'electrical engineering': 'hardware.electrical',
  'hospitality management': 'hospitality.hotel',
  logistics: 'logistics.supplychain',
};

/** Skills and licences that by themselves hint at an occupation; three together count, a licence alone does. */
export const SKILL_HINTS: Readonly<Record<string, readonly string[]>> = {
  'software.frontend': [
    'JavaScript',
    'TypeScript',
    'React',
    'Vue.js',
    'Angular',
    'CSS',
    'HTML',
    'Meteor',
    'Next.js',
    'Ember.js',
    'Backbone.js',
  ],
  'software.backend': [
    'Python',
    'Java',
    'Django',
    'Spring',
    'Node.js',
    'PostgreSQL',
    'REST APIs',
    'PHP',
    'Ruby',
    'Go',
    'MySQL',
    'MongoDB',
    '.NET',
    'C#',
  ],
  'software.software': [
    'C++',
    'C',
    'Java',
    'Python',
    'JavaScript',
    'Git',
    'Scala',
    'Rust',
    'Data structures',
    'Web development',
    'Linux',
    'Scrum',
    'Node.js',
    'SQL',
  ],
  'infrastructure.devops': [
    'Kubernetes',
    'Terraform',
    'Docker',
    'Ansible',
    'CI/CD',
    'Jenkins',
    'Prometheus',
    'AWS',
    'DevOps',
    'Helm',
  ],
  'data.ml': [
    'PyTorch',
    'TensorFlow',
    'scikit-learn',
    'Deep learning',
    'Machine learning',
    'Computer vision',
    'Natural language processing',
    'Large language models',
  ],
  'data.dataanalysis': [
    'R',
    'SPSS',
    'Tableau',
    'Power BI',
    'Statistics',
    'Data analysis',
    'Data visualization',
    'Survey design',
    'SQL',
    'Stata',
    'Qualitative research',
  ],
  'nursing.nurse': [
    'Registered Nurse',
    'Patient care',
    'Medication administration',
    'Wound care',
    'Vital signs',
    'Critical care',
    'ACLS',
    'BLS',
  ],
  'nursing.nurseaide': ['Certified Nursing Assistant'],
  'finance.accountant': [
    'CPA',
    'General ledger',
    'Account reconciliation',
    'Accounts payable',
    'Accounts receivable',
    'Financial reporting',
    'Bookkeeping',
  ],
  'education.teacher': [
    'Teaching credential',
    'Lesson planning',
    'Classroom management',
    'Curriculum design',
    'Student assessment',
  ],
  'sales.ae': ['Sales', 'Cold calling', 'Prospecting', 'Account management', 'Lead qualification'],
  'design.ux': ['Figma', 'User experience', 'User interface design', 'Wireframing', 'User research', 'Prototyping'],
  'marketing.marketing': [
    'Digital marketing',
    'Content marketing',
    'Search engine optimization',
    'Social media marketing',
    'Email marketing',
  ],
  'people.recruiting': ['Recruiting', 'Applicant tracking systems', 'LinkedIn Recruiter'],
  'logistics.warehouse': [
    'Forklift certification',
    'Warehouse management',
    'Order fulfillment',
    'Shipping and receiving',
  ],
  'hospitality.cook': ['Cooking', 'Food safety', 'Menu planning', 'Baking'],
};
