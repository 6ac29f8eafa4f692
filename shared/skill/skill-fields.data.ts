/**
 * The working words of single fields, deeper than the other lists go: what a nurse, a chef, a chemist or a clerk lists as
 * skills and nobody else does. Notation as in `skill-software.data.ts`. Drawn up by hand; names of norms and products are
 * facts. Longer than 300 lines because it is a table.
 */
export const FIELD_SKILLS = `
# method care
Ventilator care = ventilator management, mechanical ventilation, beatmung, beatmungspflege, ventilation mécanique, ventilación mecánica, ventilação mecânica, ventilazione meccanica, beademing, wentylacja mechaniczna, respiratorbehandling, mekanik ventilasyon, 呼吸机
Renal replacement therapy = crrt, continuous renal replacement therapy, hémodialyse, hemodiálisis, hemodiálise, emodialisi, hämodialyse
Hemodynamic monitoring = haemodynamic monitoring, arterial lines, arterial line, swan-ganz, hämodynamisches monitoring, surveillance hémodynamique
Central lines = central line care, picc lines, picc line care, picc, port-a-cath, cathéters centraux, vías centrales, centralkateter
Code response = code blue, rapid response, rapid response team, resuscitation team
Airway management = intubation, endotracheal intubation, suctioning, absaugen, aspiration trachéale, vía aérea, manejo de vía aérea
Oxygen therapy = sauerstofftherapie, oxygénothérapie, oxigenoterapia, ossigenoterapia
Blood transfusion = transfusions, blood product administration, bluttransfusion, transfusion sanguine, transfusiones, hemotransfusão, transfusión de sangre
Chemotherapy = chemotherapy administration, chimiothérapie, quimioterapia, chemotherapie, chemioterapia
Ostomy care = stoma care, stomaversorgung, stomapflege, stomazorg
Fall prevention = sturzprophylaxe, prévention des chutes, prevención de caídas, valpreventie
Pressure ulcer prevention = dekubitusprophylaxe, prévention des escarres, prevención de úlceras por presión, prevenção de úlceras, decubituspreventie
Pain management = schmerzmanagement, gestion de la douleur, manejo del dolor, manejo da dor, gestione del dolore, pijnbestrijding, smärtlindring
Patient transfers = patient mobility, lifting and transferring patients, mobilisation, lagerung, transfert de patients, movilización de pacientes
Admissions and discharge = admission and discharge, patient admissions, entlassmanagement, aufnahme und entlassung
Shift leadership = charge nurse, schichtleitung, team lead nursing
Preceptorship = precepting, praxisanleitung, encadrement des étudiants, preceptoring
Motivational interviewing = motivierende gesprächsführung, entretien motivationnel, entrevista motivacional, motivational interviewing techniques, motiverande samtal, colloquio motivazionale, motiverende gespreksvoering
Cognitive behavioral therapy = cbt!, cognitive behavioural therapy, kognitive verhaltenstherapie, verhaltenstherapie, thérapie cognitivo-comportementale, terapia cognitivo-conductual, terapia cognitivo comportamentale, kbt, 认知行为疗法
Family therapy = systemische therapie, systemische beratung, familientherapie, thérapie familiale, terapia familiar, familjeterapi
Trauma-informed care = trauma informed care, traumapädagogik
Group facilitation = group therapy, groups facilitation, gruppenleitung, moderation!!, animation de groupes, facilitación de grupos
Safeguarding = child protection, kinderschutz, protection de l'enfance, protección de menores, signs of safety, jeugdbescherming, barnavård, bbic
Care documentation systems = treserva, lifecare, vivendi, medifox, sensio, netsoins, titan link
Addiction counseling = substance abuse counseling, suchtberatung, addictologie, addiction treatment, adicciones, verslavingszorg, beroendevård
Case documentation = case notes, progress notes, sozialberichte, écrits professionnels, informes sociales, journaldokumentation, fallführung, dokumentation!!, documentation!!, documentación!!, documentação!!
Diagnosis!! = differential diagnosis, diagnostik, medical diagnosis, diagnostic médical
Suturing = wound closure, sutures, nähen von wunden
Endoscopy = endoskopie, endoscopie, endoscopia
Ultrasound scanning = sonographie, échographie, ecografía, ultrassonografia, ecografia, echografie
Dental procedures = scaling and root planing, zahnprophylaxe, prophylaxe!!, dental radiography, orthodontics, endodontics
Sterilization of instruments = sterilgutversorgung, aufbereitung von medizinprodukten, autoclave
Practice management = praxismanagement, medical office management, medical receptionist
Medical coding systems = icd-10-cm, drg!, goä, ebm!!, ccam
Compounding!! = drug compounding, rezeptur, préparations magistrales
Prescription dispensing = dispensing, délivrance d'ordonnances, dispensación, dispensação de medicamentos
# method science
Mass spectrometry = icp-ms, lc-ms, lc-ms/ms, gc-ms, gc/ms, lc/ms, maldi, massenspektrometrie, spectrométrie de masse, espectrometría de masas, espectrometria de massas, spettrometria di massa, massaspectrometrie, spektrometria mas, masspektrometri, kütle spektrometresi, 质谱, 质谱分析
Liquid chromatography = hplc, uplc, uhplc, flüssigchromatographie, chromatographie liquide, cromatografía líquida, cromatografia líquida, cromatografia liquida, chromatografia cieczowa, vätskekromatografi, 液相色谱
Gas chromatography = gaschromatographie, chromatographie gazeuse, chromatographie en phase gazeuse, cromatografía de gases, cromatografia gasosa, gascromatografia, gaschromatografie, chromatografia gazowa, gaskromatografi, gaz kromatografisi, 气相色谱
Method validation = analytical method validation, methodenvalidierung, validation de méthodes, validación de métodos, validação de métodos, validazione di metodi, methodevalidatie, walidacja metod, walidacja metod analitycznych, metodvalidering, metot validasyonu, 方法验证
ISO 17025 = iso/iec 17025, iso 15189, akkreditierung nach iso 17025
Sample preparation = probenvorbereitung, préparation d'échantillons, preparación de muestras, preparo de amostras, preparação de amostras, preparazione campioni, monstervoorbereiding, przygotowanie próbek, provberedning, numune hazırlama, 样品制备, 样品前处理
Titration!! = volumetric analysis, titrage, titulación
Organic synthesis = organische synthese, synthèse organique, síntesis orgánica, síntese orgânica, sintesi organica, synteza organiczna, organic chemistry, 有机合成
Calibration = kalibrierung, étalonnage, calibración, calibração, calibrazione, taratura, kalibracja, kalibrering, kalibrasyon, 校准
Protein purification = protein expression, proteinreinigung, purification de protéines
Cloning!! = molecular cloning, plasmid preparation, klonierung, clonage
Immunohistochemistry = ihc!, immunofluorescence, immunfluoreszenz
Bacterial culture = microbial culture, culture bactérienne, cultivo bacteriano, hodowle bakteryjne
X-ray diffraction = xrd, röntgenbeugung, difracción de rayos x
Electron microscopy = sem-edx, scanning electron microscopy, transmission electron microscopy, rasterelektronenmikroskopie
Geographic fieldwork = geological mapping, field mapping, kartierung
Water analysis = wasseranalytik, analyse de l'eau, análisis de aguas, wateranalyse
Environmental impact assessment = umweltverträglichkeitsprüfung, étude d'impact, evaluación de impacto ambiental, avaliação de impacto ambiental, milieueffectrapportage
Laboratory safety = lab safety, laborsicherheit, biosafety, bioseguridad, biossegurança
Statistical software = statistiksoftware, logiciels statistiques
Scientific presentation = conference presentations, poster presentations, vorträge!!
Supervision of students = thesis supervision, betreuung von abschlussarbeiten, encadrement de mémoires, dirección de tesis, orientação de alunos, supervising students
# method law
Consolidated financial statements = consolidation, konzernabschluss, konzernrechnungslegung, konsolidierung, comptes consolidés, consolidation des comptes, estados financieros consolidados, consolidación, consolidação, bilancio consolidato, geconsolideerde jaarrekening, koncernredovisning, konsolide finansal tablolar, 合并报表
VAT law = umsatzsteuerrecht, droit de la tva, iva!!, moms!!, btw!!, kdv!!, podatek vat, umsatzsteuergesetz
German GAAP = hgb, hgb-abschluss, bilanzierung nach hgb, bilanzbuchhaltung, bilanzbuchhalter
French GAAP = plan comptable général, liasse fiscale, liasses fiscales
Bank reconciliation statements = rapprochements bancaires, rapprochement bancaire, conciliación bancaria, conciliaciones bancarias, conciliação bancária, riconciliazione bancaria, riconciliazioni bancarie, kontenabstimmung, bankavstämning, banka mutabakatı, uzgadnianie kont, 银行对账
Accruals = rückstellungen, abgrenzungen, provisions comptables, periodificaciones
Fixed assets = fixed asset accounting, anlagenbuchhaltung, immobilisations, activos fijos, ativo imobilizado, cespiti, środki trwałe, anläggningsregister, duran varlıklar, 固定资产管理
Intercompany accounting = intercompany reconciliation, intercompany, intercompany-abstimmung
Transfer pricing = verrechnungspreise, prix de transfert, precios de transferencia
Liquidity planning = liquiditätssteuerung, cash forecasting, prévisions de trésorerie, flujo de caja, fluxo de caixa
Business plans = business plan, business planning, businessplan, plan de negocio, plan de negocios, plano de negócios
Due diligence
Contract administration = vertragsverwaltung, gestión de contratos, gestão de contratos, gestione contratti, contractbeheer, sözleşme yönetimi
Legal drafting = drafting contracts, rédaction d'actes, redacción de contratos, rédaction de contrats, redacção de contratos, vertragsgestaltung, schriftsätze
Tendering law = vergabeverfahren, gara d'appalto, gare d'appalto, licitaciones, licitações, przetargi, zamówienia publiczne, offentlig upphandling, kamu ihale, 招投标, 招标
Digital signature = firma digitale, firma digital, assinatura digital, signature électronique, elektronische signatur, digital signatures, podpis elektroniczny, e-imza
Document registration = protocollo informatico, protocollo!!, protocollazione, registro de documentos, enregistrement du courrier, poststelle, aktenverwaltung, diarieföring, kancelaria!!, evrak kayıt, 公文处理, 公文写作
Municipal administration = kommunalrecht, ordnungsamt, einwohnermeldeamt, état civil, ufficio anagrafe, anagrafe, stato civile, tributi locali, registro civil, folkbokföring, burgerzaken
Social legislation = sgb ii, sgb viii, sgb xii, lvu, sol!!, socialtjänstlagen, wmo, jeugdwet, aide sociale à l'enfance
Grant applications = fördermittel, fördermittelmanagement, subventions, demandes de subvention, subvenciones, editais, bandi!!, fondi europei, fundusze unijne, eu funding, fondos europeos, subsidies, 项目申报
Minutes and resolutions = delibere, determine!!, redazione atti amministrativi, atti amministrativi, beschlussvorlagen, comptes rendus, comptes-rendus, actas, atas
Protocol and ceremonies = protocolo, event protocol, staatsempfänge
Statistics reporting = meldewesen, statistical reporting
# method trades
Lean manufacturing methods = yalın üretim, lean üretim, produzione snella, manufactura esbelta, produção enxuta, szczupła produkcja, 精益生产, lean-produktion, lean-fertigung, schlanke produktion
Plastics engineering = kunststofftechnik, plasturgie, inyección de plástico, injeção plástica, stampaggio plastica, plastik enjeksiyon, formsprutning, wtryskarki, 注塑, 注塑模具
Mold design = mould design, formenbau, moldflow, moldes, kalıp tasarımı, kalıpçılık, 模具设计
Sheet metal = tôlerie, chapa metálica, lamiera, sac işleme, plåtbearbetning, plaatwerk
Tolerancing = gd&t, geometric dimensioning and tolerancing, form- und lagetoleranzen, cotation, geometrik toleranslandırma
Technical calculation = festigkeitsberechnung, calcul de structures, cálculo estructural, cálculo estrutural, calcolo strutturale, statik!!, mukavemet hesapları
FEM analysis = fem, finite-elemente-methode, éléments finis, elementos finitos, elementi finiti, sonlu elemanlar, eindige elementen, metoda elementów skończonych, 有限元分析, 有限元
Product development = produktentwicklung, développement produit, développement de produits, desarrollo de productos, desarrollo de producto, desenvolvimento de produtos, sviluppo prodotto, productontwikkeling, rozwój produktu, produktutveckling, ürün geliştirme, 产品开发
Commissioning!! = inbetriebnahme, mise en service, puesta en marcha, puesta en servicio, comissionamento, messa in servizio, collaudo, ingebruikname, uruchamianie, idrifttagning, devreye alma, 调试, 设备调试
Wiring!! = verdrahtung, schaltschrankbau, switchgear, control cabinets, cuadros eléctricos, quadri elettrici, tableaux électriques, paneles eléctricos, quadros elétricos, schakelkasten, szafy sterownicze, elskåp, pano montajı
Electrical testing = vde-prüfung, dguv v3, elektrische prüfungen, inspection of electrical systems
Photovoltaics = pv systems, solar installation, photovoltaik, photovoltaïque, fotovoltaica, fotovoltaico, zonnepanelen, fotowoltaika, solceller, güneş enerjisi, 光伏
Heat pumps = wärmepumpen, pompes à chaleur, bombas de calor, pompe di calore, warmtepompen, pompy ciepła, värmepumpar
Bathroom renovation = badsanierung, rénovation salle de bain, reforma de baños
Joinery = woodwork joints, traditional joinery, assemblages traditionnels, assemblages bois, uniones de madera, möbelbau, furniture making, furniture restoration, restauration de meubles, ébéniste, mobili su misura, meubelmaken
Woodworking machines = router!!, defonceuse, défonceuse, toupie, scie à format, tupí, formatkreissäge, circular saw, planer!!, wood lathe
Surface finishing = oberflächenbehandlung, finitions, finition à l'huile, vernissage, acabados, acabamento!!, lakieren, powder coating, pulverbeschichtung, spray painting, ytbehandling
Site planning = planification de chantier, baustellenplanung, ablaufplanung, planificación de obra, bauablaufplanung, byggplanering
Quotations = devis, kostenvoranschläge, presupuestos de obra, orçamentação de obras, preventivi, preventivazione, offertes maken, wyceny, kosztorysowanie, kostnadskalkyl, teklif hazırlama, 报价
Measurement and billing = aufmaß, aufmaß und abrechnung, vob, métré, métrés, mediciones, medições de obra, computo metrico, contabilità di cantiere, hakediş, metraj
Site surveying = vermessung, topographie, topografía, topografia, rilievi topografici, landmeten, geodezja, lantmäteri, haritacılık, 测量!!
Road construction = straßenbau, travaux publics, carreteras, estradas, lavori stradali, wegenbouw, roboty drogowe, vägbyggnad
Machine setup = einrichten von maschinen, rüsten!!, maschineneinrichtung, réglage de machines, ajuste de máquinas, regulagem de máquinas, attrezzaggio, machines instellen, ustawianie maszyn, omställning, makine ayarı
Milking and livestock = livestock, viehhaltung, élevage, ganadería, pecuária, allevamento, veehouderij, hodowla, djurhållning, hayvancılık, 畜牧
Crop production = ackerbau, grandes cultures, cultivos, irrigation, regadío, gewasteelt, uprawa roślin, växtodling
Tractor driving = tractor operation, traktorfahren, conduite de tracteur, tractorista
Truck driving = lkw-fahren, berufskraftfahrer, long-haul driving, conduite poids lourd, conducción de camiones, motorista carreteiro, vrachtwagenchauffeur, kierowca zawodowy, lastbilskörning, tır şoförlüğü
Passenger transport = personenbeförderung, personenbeförderungsschein, transport de personnes, taxi driving, busfahren, bus driving
Elevator maintenance = lift maintenance, aufzugtechnik, ascenseurs
Printing technology = drucktechnik, prepress, pre-press, druckvorstufe, prépresse, preimpresión, pré-impressão, prestampa, drukvoorbereiding, dtp, desktop publishing, tryckoriginal, baskı öncesi, 印前
# tool trades
Moldex3D = autodesk moldflow
SolidCAM = hypermill, edgecam, esprit cam
Siemens Sinumerik = sinumerik, heidenhain, heidenhain tnc, fanuc controls
Festo FluidSIM = fluidsim
Beckhoff TwinCAT = twincat
Rockwell Studio 5000 = studio 5000, rslogix, controllogix
Wonderware = aveva
KNX = eib/knx, knx programming
DIALux
ETABS = sap2000, staad pro, robot structural analysis
Trimble = leica total station, total station
OrCAD = cadence orcad
# method hospitality
Recipe costing = escandallos, escandallo, fichas técnicas, ficha técnica, food costing, food cost control, food cost, fiches techniques, wareneinsatz, kalkulation von speisen, receptcalculatie, porsiyon maliyeti
Seasonal cuisine = cocina de temporada, cocina de mercado, cuisine de saison, cucina stagionale, regionale küche, cuisine du marché, cozinha sazonal, farm-to-table, farm to table, seizoenskeuken
Low-temperature cooking = sous vide, sous-vide, cocción a baja temperatura, cuisson basse température, cottura a bassa temperatura, niedrigtemperaturgaren, cocción al vacío, vacuum cooking
Hazard analysis in kitchens = appcc, système haccp, haccp-konzept, sistema haccp, analyse des risques haccp, autocontrollo haccp
Grilling = parrilla, grillades, churrasco, churrasqueiro, brasa, barbecue, grill!!
Sauces = sauces and stocks, saucier, fondos y salsas, salsas
Vegetarian and vegan cooking = vegan cooking, vegane küche, cocina vegetariana, cuisine végétarienne, vegetarische keuken
Fish and seafood = pescados y mariscos, poissons et fruits de mer, fish preparation, pesce
Mise en place = prep cooking, food prep, mise-en-place, produção de cozinha, vorbereitung der speisen
Buffet service = buffets, breakfast service, frühstücksservice, servicio de desayunos
Table setting = tischdekoration, eindecken, mise en place de salle, montaje de mesas
Order taking = bestellungen aufnehmen, prise de commande, prises de commandes, toma de comandas, toma de pedidos, anotação de pedidos, presa delle comande, comande, bestellingen opnemen
Hotel booking systems = booking engine, channel manager, protel, suite8, mews!!, cloudbeds, fidelio suite8
Concierge services = conciergerie, concierge
Supplier negotiation = lieferantenmanagement, lieferantenverhandlung, négociation fournisseurs, gestion des fournisseurs, gestión de proveedores, negociación con proveedores, gestão de fornecedores, negociação com fornecedores, gestione fornitori, leveranciersbeheer, zarządzanie dostawcami, współpraca z dostawcami, leverantörshantering, tedarikçi yönetimi, 供应商管理, 供应商开发
Staff scheduling = rota planning, shift planning, dienstplanung, personaleinsatzplanung, schichtplanung, gestion des plannings, élaboration des plannings, cuadrantes, gestión de turnos, elaboração de escalas, gestione turni, roosterplanning, grafiki pracy, układanie grafików, schemaläggning, vardiya planlama, 排班
# method sales
Sales pipeline forecasting = pipeline forecasting, pipeline forecasts, sales pipeline management
Tender writing = bid writing, tender writing and submission, proposal management, angebotswesen, réponse aux appels d'offres, redacción de ofertas
Negotiating with buyers = einkaufsverhandlungen, buyer negotiations
MEDDIC selling = spin selling, challenger sale, challenger sales, sandler, value selling, value-based selling
Sales enablement
Channel management = partner enablement, reseller management, distributeurs, gestión de distribuidores, canal de distribuição, händlerbetreuung
Export sales = export!!, exportvertrieb, ventas internacionales, international sales, vente à l'export, vendas internacionais
Market entry = market expansion, markterschließung, market development
Customer surveys = customer feedback, kundenbefragung, nps!, net promoter score, satisfaction client
After-sales service = after sales, after-sales, sav!!, service après-vente, servicio posventa, servicio postventa, pós-venda, pós-vendas, post-vendita, assistenza post vendita, serwis posprzedażowy, eftermarknad, satış sonrası hizmetler, 售后, 售后支持
Product knowledge = produktkenntnisse, produktberatung, product advice, connaissance des produits, conocimiento del producto, conoscenza del prodotto
KPIs! = kpi, key performance indicators, kennzahlen, kpi reporting, indicateurs de performance, indicadores de gestión, indicadores de desempenho, 指标分析
Social media marketing = 社群运营, 用户运营, community engagement online, gestión de comunidades, gestão de comunidades
Campaign operations = 活动运营, 渠道运营, 内容策划, campaign management, kampagnenmanagement, kampagnenplanung, gestion de campagnes, gestión de campañas, gestão de campanhas, gestione campagne, campagnebeheer, zarządzanie kampaniami, kampanjhantering, kampanya yönetimi, marketing campaigns
Live commerce = 直播运营, 直播带货, 直播, livestreaming, live streaming
Online store operations = 店铺运营, 淘宝运营, 产品运营, 电商平台, amazon fba, marktplätze, marketplace management
User growth = 用户增长, growth hacking, user acquisition, nutzerwachstum
# method design
Typesetting = satz!!, schriftsatz, composition typographique, maquetación, paginação, impaginazione, opmaak!!, zetwerk, skład tekstu, skład dtp, mizanpaj, 排版
Typography design = typografie, typographie, tipografía, tipografia, typografia, typografi, tipografi, 字体设计, lettering, type design, glyphs!
Brand identity design = corporate design, identité visuelle, identidad visual, identidade visual, identità visiva, huisstijl, huisstijlontwikkeling, identyfikacja wizualna, visuell identitet, kurumsal kimlik, vi设计, 品牌设计
Packaging artwork = verpackungsdesign, design d'emballage, diseño de packaging, diseño de envases, design de embalagens, verpakkingsontwerp, projektowanie opakowań, förpackningsdesign, ambalaj tasarımı, 包装设计
Book design = buchgestaltung, editorial, diseño editorial, design editorial, grafica editoriale, boekontwerp, projektowanie książek, kitap tasarımı, 书籍装帧
Poster design = plakatgestaltung, affiches, cartelería, cartazes, 海报设计
Infographics = infografik, infografiken, infographies, infografías, infográficos, infografiche, 信息图
3D rendering = 3d-visualisierung, rendering, rendus 3d, renderizado, visualización 3d, visualização 3d, 3d-visualisatie, wizualizacje 3d, 3d-visualisering, 3d görselleştirme, 效果图
Furniture design = möbeldesign, design de mobilier, diseño de mobiliario, design de móveis, meubelontwerp, mobilya tasarımı, 家具设计
Lighting design = lichtplanung, lichtdesign, conception lumière, iluminación
Stop motion = 2d animatie, animation 2d
Color correction = color grading, farbkorrektur, étalonnage vidéo, corrección de color, 调色
Film editing = schnitt!!, montaje de video, montaje de vídeo
Radio production = radio!!, hörfunk, producción radiofónica
Investigative research = recherche journalistique, fact-checking, fact checking, 采访
Composition and arrangement = music composition, komposition, composition musicale, composición musical, songwriting
Choir conducting = chorleitung, conducting!!, direction de chœur, dirección coral
Instrument teaching = instrumentalunterricht, piano lessons, klavierunterricht, cours de piano, clases de piano
# method teaching
Digital teaching = numérique éducatif, usage du numérique, digitaler unterricht, digitale bildung, online teaching, enseignement à distance, enseñanza en línea, docencia online, ensino a distância, ead!!, didattica a distanza, didattica digitale, afstandsonderwijs, nauczanie zdalne, distansundervisning, uzaktan eğitim, 在线教学, 线上教学, ऑनलाइन शिक्षण
School information systems = pronote, ecole directe, école directe, powerschool, infinite campus, skyward, itslearning, webuntis, schoology, magister sis, librus, e-okul, 智慧课堂
Individual education plans = iep, iep development, ieps, förderpläne, förderplanung, projet personnalisé, adecuaciones curriculares, plano educativo individual, pei!!, handelingsplan, åtgärdsprogram
Parent communication = parent-teacher conferences, elternarbeit, elterngespräche, relation avec les familles, entrevistas con padres, relação com os pais, colloqui con i genitori, oudergesprekken, współpraca z rodzicami, föräldrakontakt, veli iletişimi, 家校沟通, family engagement
Exam preparation = test preparation, prüfungsvorbereitung, préparation aux examens, préparation au bac, preparación de exámenes, examentraining
Reading and phonics = phonics, guided reading, leseförderung, apprentissage de la lecture, lectoescritura, alfabetização, alfabetización, leesonderwijs
Language teaching = sprachunterricht, DAF, DAZ, deutsch als fremdsprache, deutsch als zweitsprache, français langue étrangère, fle!!, enseñanza de idiomas, ensino de línguas, ensino de inglês, insegnamento lingue, taalonderwijs, nauczanie języków, språkundervisning, dil öğretimi, 对外汉语, 英语教学
Stage presentation = मंच संचालन, master of ceremonies, moderation von veranstaltungen, conducción de eventos, mestre de cerimônias, 主持
Course moderation = workshop-leitung, workshops leiten, animation d'ateliers, talleres, oficinas!!, laboratori didattici, seminarleitung
Adult education = erwachsenenbildung, formation d'adultes, formation pour adultes, educación de adultos, educação de jovens e adultos, volwasseneneducatie, vuxenutbildning, yetişkin eğitimi
After-school care = hortbetreuung, ganztagsbetreuung, périscolaire, activités périscolaires, actividades extraescolares, doposcuola, buitenschoolse opvang, fritids
Career guidance = career counseling, career counselling, berufsberatung, orientation professionnelle, orientación laboral, orientación vocacional, orientação vocacional, orientamento professionale, loopbaanbegeleiding, doradztwo zawodowe, studie- och yrkesvägledning, kariyer danışmanlığı, 职业规划
School management = schulleitung, direction d'établissement, dirección escolar, gestão escolar, dirigenza scolastica, schoolleiding, rektorskap, okul yönetimi, 学校管理
Physical education = sportunterricht, éducation physique, educación física, educação física, educazione fisica, lichamelijke opvoeding, wychowanie fizyczne, idrott!!, beden eğitimi, 体育教学
Creative writing instruction = रचनात्मक लेखन
Scientific writing = अकादमिक लेखन, शोध लेखन
Translation and editing = अनुवाद और संपादन, लेखन
Public examination assessment = प्रश्न पत्र निर्माण, item writing, exam marking
# method office
Process documentation = prozessdokumentation, documentation de processus, documentación de procesos, standard operating procedures, sops, sop!
Master data management = stammdatenpflege, stammdaten, gestion des données de base, datos maestros, 主数据
Reporting systems = berichterstellung, erstellung von berichten, elaboración de informes, elaboração de relatórios, redazione di report, rapportages opstellen, raportowanie, przygotowywanie raportów, rapportering, raporlama, 报表制作, 报表分析, रिपोर्ट लेखन
Travel expense accounting = reisekostenabrechnung, notes de frais, liquidación de gastos, prestação de contas, note spese, declaraties verwerken, rozliczanie delegacji, reseräkningar
Visitor reception = empfangstätigkeit, accueil du public, accueil et orientation, recepción de visitas, atención de visitas, accoglienza clienti, accoglienza, sportello al pubblico, obsługa interesantów, ziyaretçi karşılama
Mail merge = serienbriefe, publipostage, combinar correspondencia, mala direta
Office supplies = büromaterial, bestellwesen, commandes de fournitures, pedidos de material, zamawianie materiałów biurowych
Event logistics = logistik von veranstaltungen, event coordination, coordinación de eventos, coordenação de eventos
Legal secretarial work = legal secretary, rechtsanwaltsfachangestellte, secrétariat juridique
Medical secretarial work = medical secretary, arztsekretariat, secrétariat médical, secretaría médica
HR administration = personalverwaltung, personalsachbearbeitung, administration du personnel, administración de personal, departamento pessoal, amministrazione del personale, personeelsadministratie, dokumentacja pracownicza, sprawy kadrowe, personaladministration, özlük işleri, 人事行政, 员工关系
Timekeeping = zeiterfassung, zeitwirtschaft, gestion des temps, control horario, controle de ponto, rilevazione presenze, tijdregistratie, ewidencja czasu pracy, puantaj, 考勤管理
Onboarding of staff = einarbeitung neuer mitarbeiter, einarbeitung, intégration des nouveaux collaborateurs, inducción de personal, integração de colaboradores, inserimento nuovi assunti, inwerken van nieuwe medewerkers, wdrażanie pracowników, introduktion av nyanställda, oryantasyon
Job interviews = bewerbungsgespräche, vorstellungsgespräche, entretiens d'embauche, entrevistas de trabajo, entrevistas de selección, colloqui di selezione, sollicitatiegesprekken, rozmowy kwalifikacyjne, anställningsintervjuer, mülakat
Works council relations = betriebsrat, relations sociales, dialogue social, relaciones laborales, relações sindicais, relazioni sindacali
# tool office
Civilia Next = halley informatica, urbi!!
ProSoz = infoma, open/prosoz
Fortnox = visma, visma lön, hogia
Exact Online = afas, afas software, twinfield, snelstart
Comarch ERP Optima = comarch optima, symfonia, insert gt, subiekt gt, płatnik
Logo Tiger = logo tiger, mikro yazılım, netsis, luca muhasebe
Silae = payfit, sage paie, adp gsi
TeamSystem = zucchetti, danea easyfatt
Primavera ERP = phc!!, moloni
Domínio Sistemas = senior sistemas, omie, contaazul
Tally Prime = tallyprime, टैली, gst filing, gst returns
ELSTER = elster online
Dext = receipt bank, pleo
SAP Ariba = ariba
Coupa
Oracle Hyperion = hyperion
Anaplan
Workday HCM
Personio
UKG Pro = ukg, kronos, paychex, paycom, paylocity
DocuWare = d.velop, elo ecm
JTL-Wawi = jtl
Shopware
# tool design
Glyphs app = fontlab
Adobe Substance = substance 3d
Blackmagic Design = fusion studio
OBS Studio = OBS
CapCut = 剪映
Canva Pro
3D Studio
Archline
AutoCAD Architecture
Marvelous Designer = clo 3d, clo3d
Keyshot
# tool software
KiCad EDA
Cursor! = cursor ide
Claude! = anthropic claude
Gemini! = google gemini
Amazon Kinesis = kinesis > AWS
Temporal!
RBAC = role-based access control > Identity and access management
Facebook!! = facebook business manager
Instagram!!
TikTok!! = tiktok marketing, 抖音
YouTube!!
LinkedIn!!
WeChat!! = 微信公众号, 公众号运营, 微信运营, 公众号
Xiaohongshu = 小红书
Photoshop Elements
MS-DOS
OpenShift AI
Delphi! = object pascal, embarcadero delphi
Visual FoxPro = foxpro
Progress OpenEdge
RPG IV = as/400, as400, ibm i
JCL = cics, mainframe
Crystal!!
Nim!!
Prolog!
Lisp! = common lisp, scheme!!
Tcl!
Awk!! = sed/awk
CorelDraw Suite
# method software
Performance testing = testes de carga, lasttests, tests de charge, pruebas de carga, test di carico, belastningstester, yük testi, 压力测试, 性能测试
Software configuration = konfigurationsmanagement, gestion de configuration
Data protection impact = data privacy impact assessments, dpia
IT procurement = it-beschaffung, it-einkauf
End-user support = user support, anwenderbetreuung, anwendersupport, first-level-support, 1st level support, second level support, support utilisateurs, soporte a usuarios, suporte ao usuário, assistenza utenti, gebruikersondersteuning, wsparcie użytkowników, användarstöd, son kullanıcı desteği, 用户支持
Hardware installation = pc-montage, hardware setup, montage de pc, montaje de equipos, mantenimiento de computadoras, mantenimiento de ordenadores, manutenção de computadores, assemblaggio pc, składanie komputerów, donanım
User training = anwenderschulung, anwenderschulungen, formation des utilisateurs, formación de usuarios, treinamento de usuários, användarutbildning, kullanıcı eğitimi
Agile methods = agile methoden, agile arbeitsweise, méthodes agiles, méthode agile, metodologías ágiles, metodología ágil, metodologias ágeis, metodologie agili, agile werken, metodyki zwinne, agila metoder, çevik yöntemler, 敏捷开发, scrum/kanban
Requirements gathering = analyse des besoins, recueil des besoins, análisis de requisitos, levantamento de requisitos, análise de requisitos, analisi dei requisiti, requirementsanalyse, analiza wymagań, kravanalys, kravhantering, gereksinim analizi, 需求管理
System architecture design = softwarearchitektur, architecture logicielle, arquitectura de software, arquitetura de software, architettura software, software-architectuur, architektura oprogramowania, mjukvaruarkitektur, yazılım mimarisi, 系统架构, 架构设计, 系统设计
Data structures = algorithmen, algorithmes, algoritmos, algoritmi, algorytmy, algoritmer, algoritmalar, 算法, 数据结构, एल्गोरिदम
# method more
CRM = crm-systeme, crm systeme, sistemas crm, systèmes crm, müşteri ilişkileri yönetimi
Complaint handling = reklamationsmanagement, traitement des réclamations, gestión de reclamaciones, gestión de quejas, tratamento de reclamações, gestione reclami, klachtenafhandeling, klachtenbehandeling, rozpatrywanie reklamacji, obsługa reklamacji, reklamationshantering, şikayet yönetimi, 投诉处理, 客诉处理
Inside sales = vertriebsinnendienst, innendienst, verkoopbinnendienst, administration des ventes, adv!!, innesälj, 内勤
Trade shows = messen!!, messeplanung, messeorganisation, salons!!, ferias!!, feiras!!, fiere!!, targi!!, mässor!!, fuar!!, 展会
PLC programming = sps-programmierung, sps, programmation automate, programmation d'automates, programación plc, programación de plc, programação de clp, clp!!, programmazione plc, plc-programmeren, programowanie plc, plc-programmering, plc programlama, plc编程
Electrical installation = kabelverlegung, verdrahten, elétrica predial, instalação de cabos, tirage de câbles, cableado, cablaggio, kabels trekken, układanie kabli, kabeldragning, kablolama, conduit bending, cable pulling, 布线, 综合布线
Typing = 10-finger-system, 10-finger-schreiben, schreibmaschine, frappe rapide
Telephone etiquette = telefonzentrale, telefondienst, telefoneren, telefon görüşmesi, appels téléphoniques, gestion des appels, centralita, gestão de chamadas, telefonväxel, 接听电话
Hands-on mentality = hands-on-mentalität, hands-on approach, mentalité terrain, hands-on!!
Nurse–patient relationship = relation d'aide, relation soignant-soigné, relación de ayuda, bemötande!!, bemötande av patienter, patientbemötande, relatie met patiënten, accompagnement de la fin de vie
Patient education = éducation thérapeutique, éducation du patient, éducation thérapeutique du patient, educación del paciente, educación para la salud, educação do paciente, educazione terapeutica, patientenschulung, patientenedukation, patiëntenvoorlichting, edukacja pacjenta, patientutbildning, hasta eğitimi, 健康教育, 健康宣教, रोगी शिक्षा
Nursing documentation = transmissions!!, transmissions infirmières, rapporteren!!, rapportage!!, rapportera
Emergency medicine = gestion des urgences, gestion de l'urgence, manejo de emergencias, gestione delle emergenze, 急救护理
Correspondence!! = rédaction de courriers, rédaction de courrier, rédaction de lettres, redacción de cartas, redação de cartas, redazione lettere, brieven schrijven, pisanie pism, skriva brev, yazışmalar
Sage Accounting = sage!!, sage compta, ciel!!
Meeting coordination = prise de notes, prise de note, notuleren!!, organizacja spotkań, organisation de réunions, organización de reuniones, organização de reuniões, organizzazione riunioni, vergaderingen organiseren, möteshantering, toplantı organizasyonu, 会议组织, 会议安排, 会议纪要
Customer retention = fidélisation, fidélisation de la clientèle, fidélisation des clients, fidelización, fidelização, fidelização de clientes, fidelizzazione, fidelizzazione clienti, klantbehoud, lojalizacja klientów, müşteri sadakati, 客户留存, 客户关系维护
Sales = conseil client, conseil clientèle, conseil et vente, verkaufsberatung, asesoramiento de ventas, consulenza alla vendita, 销售技巧, 销售能力, satış teknikleri, metas de vendas, cumplimiento de objetivos, verkoopgesprekken
Drywall = pose de placo, placo!!, plaquiste, tabiquería seca, pladur, drywall e gesso, cartongesso, gipsplaten, zabudowa g-k, gipsskivor, alçıpan
Equipment maintenance = maintenance!!, mantenimiento!!, 设备保养
Record keeping = archivo!!, archivado, archiveren, archiveren van documenten, fascicolazione, prowadzenie dokumentacji, dokumenthantering, evrak takibi, 文秘!!, 资料管理
Calendar management = agenda!!, gestion des agendas, kalenderverwaltung, planning!!, gestion de planning, gestion du planning
Primary care = atención primaria, atenção primária, atenção básica, soins primaires, primärversorgung, eerstelijnszorg, medicina di base, podstawowa opieka zdrowotna, primärvård, aile hekimliği, community nursing, 社区护理
Triage!! = triaje, triagem, triaż, triaj, tri des patients, ersteinschätzung, manchester triage, 分诊
Catheterization = sondaje vesical, sondagem vesical, sondaje, cateterismo vescicale, cateterismo vesical, sondage urinaire, sonde urinaire, katheterisieren, blasenkatheter, katheteriseren, cewnikowanie, kateterisering, kateterisättning, sonda uygulaması, 导尿, 留置导尿
Airway management = 吸痰, aspiración de secreciones, aspirazione secrezioni
Electrocardiography = 心电图, elektrokardiogramm, ekg-schreiben, électrocardiogramme, electrocardiograma, eletrocardiograma, elettrocardiogramma, hartfilmpje, elektrokardiografia
Sterile technique = 无菌操作, 无菌技术, asepsie, asepsia, asepsi, steriles arbeiten, tecnica asettica, steriel werken, aseptika, aseptiskt arbetssätt
Nurse license China = 护士资格证, 护士执业证书, 护师资格证
Image editing = retoque fotográfico, retoque de imágenes, retouche d'images, fotobearbeitung, fotobewerking, fotoritocco digitale
Merchandising = reposição de mercadorias, reposição!!, reposición de mercadería, reposición de mercancía, regalauffüllung, warenverräumung, vakkenvullen, vakken vullen, wykładanie towaru, varuplock, reyon düzenleme, 理货, 上货
Sales management = metas!!, zielerreichung, gestion d'objectifs
Welding = solda mig, solda tig, solda elétrica, soldadura mig, soldadura tig, spawanie mig, spawanie tig, spawanie mag, saldatura a filo, saldatura tig, mig-lassen, tig-lassen, mig-svetsning, gazaltı kaynağı, argon kaynağı, 氩弧焊, 二保焊
Hydraulics = hidráulica, idraulica industriale, hydraulica, hydraulika siłowa, hydraulik industrial, hidrolik, 液压
Pneumatics = neumática, pneumatica, pnömatik, pneumatyka, 气动
Forklift certification = operação de empilhadeira, operador de empilhadeiras, obsługa wózka widłowego, obsługa wózków widłowych, forklift operation, forklift operator, forklift driving, staplerfahren, manejo de montacargas, conducción de carretillas, guida del muletto, uso del muletto, heftruck rijden, truckkörning, forklift kullanımı, 叉车驾驶
Turning and milling = torno mecánico, torno mecânico, torno y fresa, tournage, fraisage, tornitura, fresatura, draaien en frezen, toczenie, frezowanie, svarvning, fräsning, torna!!, freze, 车工, 铣工, 车床操作, drehen!!, fräsen!!, fresadora
CNC programming = obsługa maszyn cnc, programowanie cnc, operador cnc, operatore cnc, programación cnc, programação cnc, programmazione cnc, cnc-bearbeiding, cnc-operatör, cnc operatörlüğü, commande numérique, 数控编程, 加工中心
Measuring instruments = messmittel, prüfmittel, instruments de mesure, instrumentos de medición, instrumentos de medição, paquímetro, strumenti di misura, meetinstrumenten, przyrządy pomiarowe, mätinstrument, ölçü aletleri, calipers, micrometers, 量具
Technical drawing = teknik resim, teknik çizim, dibujo técnico, desenho técnico, disegno tecnico, technisch tekenen, ritteknik, 机械制图, 制图, 工程制图
Pipe fitting = pipefitting, pipe installation, rohrleitungsbau, tuyauterie, tubería industrial, tubulação industrial, tubista, pijpfitten, hydraulik rurowy, rörläggning, boru montajı
Framing carpentry = framing!!, wood framing, timber framing
Caregiving = verzorging!!, verzorgende, zorgverlening, opieka nad chorymi, begleitung von menschen, begeleiding!!, begeleiding van cliënten, aide à la personne, services à la personne, cuidador, cuidadora, cuidados domiciliarios, badante, assistenza domiciliare, thuiszorg, hemtjänst, opiekun medyczny, bakıcılık
Medication administration = medicatie!!, medicatiebeheer, medicijnverstrekking
Basic care = adl!!, algemene dagelijkse levensverrichtingen
Dementia care = dementie!!, dementiezorg, demensvård, soins aux personnes démentes, alzheimer!!, cuidados de alzheimer, cuidados com demência, assistenza demenza, opieka nad osobami z demencją, demans bakımı
Teamwork = teamarbete, lavoro in équipe, lavoro d'équipe, travail pluridisciplinaire, trabajo multidisciplinar, 团队!!
Bookkeeping = boekhouden, ön muhasebe, prowadzenie księgowości, księgowanie, dokumenty księgowe, bogføring, tenue de la comptabilité, llevanza de libros, 出纳, 做账
Administrative support = administratie!!, administratief werk, obsługa sekretariatu, prowadzenie sekretariatu, sekretarieel werk, secretariaat, sekretariatsaufgaben, sekretariat!!, secretariado, secretaria!!, 文员
Exact Online = exact!!
Invoicing = fatura kesme, fatura düzenleme, emisión de facturas, emissão de notas fiscais, nota fiscal, facturen opstellen, 开具发票
Logo Tiger = logo!!, logo muhasebe
Electrical clearance = uprawnienia sep, sep do 1kv, uprawnienia energetyczne, elbehörighet, behörighetsprov
Warehouse management = magazyn!!, prace magazynowe, praca w magazynie, depo!!, depoculuk, lagerhilfe
Driver's license = körkort b, b-behörighet, führerschein b, driving license, driving licence b, full uk driving licence, clean driving license, c1驾驶证, 驾驶证c1
English = 英语六级, 英语四级, cet-6, cet-4, cet6, cet4, 大学英语六级, 大学英语四级
Channel management = 渠道管理, 渠道拓展, 渠道销售
Telesales = 电话销售, 电销, telefonische verkoop, sprzedaż telefoniczna, telefonförsäljning, telefonla satış, vendita telefonica, venta telefónica, vendas por telefone
Microsoft PowerPoint = ppt, ppt制作, powerpoint制作
Product marketing = 产品推广, 产品策划, produktmarketing, marketing produit, marketing de producto, marketing de produto
Communication = 沟通!!, 语言表达能力, 表达能力, 口头表达能力, boa comunicação oral, facilidade de comunicação, communication skill, effective communication
Sales presentations = 产品演示, produktpräsentationen, présentations commerciales, presentaciones comerciales
Policy briefs = briefing notes, policy briefs, policy papers, notes de synthèse, informes técnicos, minister briefings
Freedom of information = foi requests, foia, foi!!, access to information
Budget monitoring = budget control, budgetkontrolle, budgetüberwachung, contrôle budgétaire, control presupuestario, controle orçamentário, controllo budget, budżet!!, budgetuppföljning, bütçe takibi
Casework = case working, caseload management, case handling, fallbearbeitung, handläggning, sachbearbeitung, zaakbehandeling
Public consultation = consultation processes, bürgerbeteiligung, concertation publique, participación ciudadana, participação social, inspraak, konsultacje społeczne, medborgardialog
Legislation!! = gesetzgebung, législation, legislación, legislação, legislazione, wetgeving, ustawodawstwo, lagstiftning, mevzuat, 法律法规
Inventory management = inventory!!, stock!!, stock taking, stocktaking, stock control, stocktake
Animal handling = mouse handling, mouse colony management, rodent handling, mouse models, tierversuche, versuchstierkunde, expérimentation animale, fischhaltung
CRISPR = crispr-cas9, crispr/cas9
Special education = send!!, sen support, send provision, inclusive education, éducation inclusive, inclusion scolaire
Interactive whiteboards = smartboard, smart board, smartboards, interactive whiteboard, tableau numérique interactif, tbi!!, tni!!, pizarra digital, quadro interativo, lim!!, digibord, tablica interaktywna, akıllı tahta, interaktif tahta, 多媒体教学
Web development = html/css, html5/css3, html css
SAP FI/CO = sap fi, sap co
SAP MM = sap pp, sap wm, sap ewm
Hindi typing = हिंदी टाइपिंग, hindi typing
Patient transfers = betten und lagern, transfertechniken, lève-personne, tillift, förflyttningsteknik
Computer operation = पीसी संचालन, इंटरनेट, internet!!, e-mail!!, 电脑操作
Vehicle driving = गाड़ी चलाना, वाहन चालन
Sewing machine operation = सिलाई मशीन, industrial sewing
Account management = 大客户, खाता प्रबंधन
Electrician work = इलेक्ट्रीशियन, बिजली मिस्त्री, électricien, electricista, eletricista, elettricista, elektriker, elektricien, elektryk, elektrikçi
Plumbing = plombier, fontanero, plomero, encanador, idraulico, loodgieter, hydraulik sanitarny, rörmokare, tesisatçı, प्लम्बर
Office management = 办公室行政, 行政人事, कार्यालय कार्य
# method rest
Reservations desk = tischreservierung, reservierungen, gestión de reservas, gestão de reservas, gestione prenotazioni, prenotazioni, reserveringen, rezerwacje, bokningar, rezervasyon, table reservations, 预订
Cash handling = kassensysteme, kassensystem, point-of-sale systems, logiciel de caisse, sistemas pos, sistema de caja, kassasystem, kasa kullanımı, 收银系统
Wine knowledge = getränkekunde, weinberatung, enología, enologia, conocimiento de vinos, conhecimento de vinhos, wijnkennis, vinkunskap, dryckeskunskap, 酒水知识
Biography work = biografiearbeit, reminiscence therapy, aktivierung von senioren, animation en ehpad
Data-driven instruction = différenciation pédagogique, différenciation, atención a la diversidad, diferenciação pedagógica, didattica inclusiva, individualisering, indywidualizacja nauczania
Student assessment = évaluation!!, evaluación!!, avaliação!!, valutazione!!, beoordelen!!, betygssättning, bedömning!!, ocenianie!!, değerlendirme!!, मूल्यांकन, 学业评价
Teamwork = travail collaboratif, trabajo cooperativo, trabalho colaborativo, lavoro cooperativo, samenwerken in team, zusammenarbeit!!, dinámicas de grupo
VAT = déclarations tva, déclarations de tva, déclaration de tva, declaraciones de iva, liquidazione iva, btw-aangifte, btw-aangiften, deklaracje vat, momsredovisning, momsdeklaration, kdv beyannamesi, GST, 增值税
Annual financial statements = bilan!!, bilans!!, comptes annuels, cuentas anuales, cierre contable, fechamento contábil, balanço patrimonial, bilancio d'esercizio, bilancio!!, jaarrekening, jaarafsluiting, bilans roczny, zamknięcie roku, årsbokslut, bokslut, yıl sonu kapanış, bilanço, 年度决算
Journal bookkeeping = prima nota, lançamentos contábeis, asientos contables, écritures comptables, księgowania, kontering, yevmiye
Occupational safety = PRL, prl básico, prevención de riesgos, arbeitssicherheitsunterweisung, sécurité!!, 安全!!
Educational technology = tic!!, tics!!, ict!!, ikt!!, tik!!, bilişim teknolojileri
Tutoring = tutoría!!, acción tutorial, tutoria!!, korepetytor
English = inglés b1, inglés b2, inglés c1, inglês intermediário, inglês avançado, inglese b2, anglais courant, englisch verhandlungssicher
Humanized care = humanização, humanización, acolhimento, umanizzazione delle cure
Injections!! = vacinação, vacunación, vaccinazioni, vaccinaties, impfungen, impfen!!, szczepienia, vaccinering, aşılama, 疫苗接种, टीकाकरण
Cold calling = koude acquisitie, kaltakquise, démarchage, démarchage téléphonique, llamadas en frío, puerta fría, chiamate a freddo, zimne telefony, soğuk arama, 陌生拜访
Account management = accountmanagement, key-accountmanagement
Networking skills = netwerken!!, netzwerken!!, réseautage, nätverkande, ağ kurma
Technical insight = technisch inzicht, technisches verständnis, technisches geschick, handwerkliches geschick, compréhension technique, zdolności techniczne, teknisk förståelse, teknik bilgi
Carpentry = timmeren, timmerman, tischlern, zimmern!!, obra de madera
Blueprint reading = tekening lezen, technische tekeningen lezen, zeichnungen lesen
Equipment maintenance = onderhoud!!, technisch onderhoud, underhållsarbete
Stress tolerance = praca pod presją, pod presją czasu, work well under pressure, travail sous pression, werken onder druk, baskı altında çalışma, दबाव में काम
Casework = ärendehantering, vorgangsbearbeitung, traitement des dossiers, tramitación de expedientes, gestión de expedientes, gestione pratiche, dossierbehandeling, prowadzenie spraw, dosya takibi
Second language teaching = svenska som andraspråk, nt2, français langue seconde, italiano l2, español como lengua extranjera, ele!!, português língua estrangeira
Outside sales = saha satış, vente en porte-à-porte, ventas en campo, vendas externas, vendita esterna, buitendienst, sprzedaż terenowa, fältsälj, 外勤销售, 地推
Persuasion!! = ikna kabiliyeti, ikna becerisi, force de persuasion, capacidad de persuasión, persuasión!!, persuasão!!, capacità persuasive, overtuigingskracht, siła perswazji, övertygelseförmåga, 说服力
Counseling = 心理辅导, 心理咨询, परामर्श, beratungsgespräche, entretien d'aide, orientación psicológica, aconselhamento, danışmanlık!!, samtalsstöd
CAD = cad制图, cad绘图, cad zeichnen, dessin cao, cao!!, dessin assisté par ordinateur, desenho cad, dibujo cad, disegno cad, rysowanie w cad, cad-ritning, cad çizimi
Quality control = 质量检验, 质检员, 品质检验, prüfen von werkstücken, contrôle des pièces
Lean production = 5s管理, 5s现场管理, 6s管理, méthode 5s, metodología 5s, metodologia 5s, 5s-methode
Calendar management = diary management, managing diaries, diary and inbox management
Audio typing = dictation typing, phonodiktat, transcription audio
Telephone etiquette = switchboard, switchboard operation
Travel coordination = travel booking, booking travel, reisebuchung, réservation de voyages, organisation de déplacements, reserva de viajes, prenotazione viaggi, reizen boeken, rezerwacja podróży, resebokning, seyahat organizasyonu
Procurement = purchase orders, purchase order processing, bestellungen!!, bons de commande, órdenes de compra, ordens de compra, ordini d'acquisto, inkooporders, zamówienia!!, inköpsorder, satın alma siparişi, 采购订单
IV therapy = cannulation, iv cannulation, peripheral venous access, venenverweilkanülen, canalización de vías, vías periféricas, acesso venoso periférico, accessi venosi, infuus prikken, wkłucia obwodowe, pvk!!
Medication administration = medication rounds, drug rounds, medicine management, tour de médicaments
Wound care = wound dressing, wound dressings, dressing changes, verbandswechsel
Patient handover = clinical handover, handovers!!, übergabe!!, sbar, relève infirmière, entrega de turno, passagem de plantão, consegne infermieristiche, overdracht, överrapportering
EMIS Web = EMIS, systmone, rio ehr
RF scanners = rf scanner, handheld scanners, rf scanning, mde-geräte, mde-scanner, terminal radiofréquence, handscanner!!, skaner magazynowy, handdatorer, el terminali
Loading and unloading = loading trucks, unloading trucks, be- und entladung, chargement et déchargement, chargement!!, 装卸, 装卸货
# licence
First responder certificate = EMT, emt-b, paramedic, rettungssanitäter, notfallsanitäter, emergency medical technician
Critical care certification = ccrn, cen!!, tncc, nihss
Nurse practitioner certification = fnp-bc, agnp
Certified Medical Assistant = cma (aama), certified medical assistant, mfa!!
Pesticide license = sachkundenachweis pflanzenschutz, certiphyto
Electrical clearance = br b1v, b2v, habilitations électriques, schaltberechtigung
Chainsaw license = motorsägenschein, kettensägenschein
Crane license = kranschein, brückenkranschein
Work at height = höhenarbeit, travail en hauteur, trabajo en altura, trabajos en altura, trabalho em altura, nr-35, nr 35, nr-10, nr 10, lavori in quota
Food handler card = carnet de manipulador de alimentos, gesundheitszeugnis, libretto sanitario, książeczka sanepidowska, sosyal hijyen belgesi, 健康证
School leaving teaching qualification = capes!!, agrégation, crpe, referendariat, zweites staatsexamen, pgce, qts, oposiciones!!, 教师资格证, 普通话证书, b.ed., d.el.ed., ctet
Accounting certificate China = 会计从业资格证, 初级会计, 中级会计, 注册会计师, 初级会计职称
Engineering licence China = 一级建造师, 二级建造师, 电工证, 焊工证
Language certificate = ielts, toefl, toeic, delf, dalf, DELE, goethe-zertifikat, telc, hsk, jlpt, cpe certificate, cambridge advanced
ECDL = icdl, european computer driving licence, patente europea del computer, 计算机二级
`;
