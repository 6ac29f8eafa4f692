/** Phrases of papers that are no resumes, in the languages that are read; `|` separates. `weight`: how much one phrase counts. */
export const OTHER_PAPERS: Readonly<Record<string, { weight: number; phrases: string }>> = {
  invoice: {
    weight: 0.9,
    phrases: `invoice|invoice number|invoice date|bill to|amount due|subtotal|vat no|vat|iban|total due|due date|unit price|payment terms|purchase order|receipt|order number|remittance|rechnung|rechnungsnummer|rechnungsdatum|lieferschein|gesamtbetrag|zwischensumme|mwst|zahlbar|steuernummer|bestellung|quittung|facture|numéro de facture|tva|montant|total ttc|total ht|sous-total|échéance|factura|número de factura|importe|iva|base imponible|vencimiento|fatura|nota fiscal|valor total|cnpj|fattura|imponibile|partita iva|totale|factuur|factuurnummer|btw|totaalbedrag|faktura|numer faktury|nip|kwota|razem|fakturanummer|moms|att betala|fatura no|kdv|toplam|发票|金额|税率|合计|चालान|कुल राशि`,
  },
  posting: {
    weight: 1.1,
    phrases: `we are looking for|we're looking for|we are hiring|we are seeking|you will|you'll|you have|your responsibilities|what we offer|what you bring|what you'll do|apply now|how to apply|equal opportunity employer|job description|about the role|about the job|the ideal candidate|the successful candidate|salary range|our client|join our team|we offer|benefits include|wir suchen|wir bieten|ihr profil|ihre aufgaben|deine aufgaben|dein profil|das bringst du mit|das bieten wir|jetzt bewerben|bewerben sie sich|wir freuen uns auf|nous recherchons|nous offrons|nous vous proposons|vos missions|votre profil|profil recherché|postulez|rejoignez|buscamos|se busca|ofrecemos|requisitos|tus funciones|qué ofrecemos|envía tu|oferecemos|responsabilidades e atribuições|requisitos e qualificações|estamos contratando|candidate-se|cerchiamo|offriamo|la risorsa|requisiti|inviare il curriculum|wij zoeken|wij bieden|jouw profiel|wat ga je doen|solliciteer|szukamy|poszukujemy|oferujemy|wymagania|aplikuj|vi söker|vi erbjuder|din profil|ansök|arıyoruz|aranan nitelikler|sunuyoruz|iş tanımı|岗位职责|任职要求|职位描述|我们提供|招聘|हम खोज रहे हैं`,
  },
  letter: {
    weight: 1.3,
    phrases: `dear sir|dear madam|dear sir or madam|dear hiring|dear mr|dear ms|dear mrs|dear dr|dear team|dear recruiter|dear recruiting|to whom it may concern|yours sincerely|yours faithfully|sincerely|sincerely yours|kind regards|best regards|i am writing to|i look forward to|i would welcome|sehr geehrte|sehr geehrter|mit freundlichen grüßen|mit freundlichem gruß|hiermit bewerbe ich mich|über eine einladung|madame, monsieur|veuillez agréer|je vous prie|cordialement|salutations distinguées|je me permets|estimado señor|estimada señora|estimados señores|estimado equipo|estimados|atentamente|un cordial saludo|me dirijo a|prezado|prezada|prezados|prezadas|atenciosamente|cordialmente|egregio|egregia|gentile|gentili|distinti saluti|cordiali saluti|geachte|met vriendelijke groet|szanowni|szanowna|szanowny|z poważaniem|hej|med vänliga hälsningar|sayın|saygılarımla|尊敬的|此致|敬礼|महोदय|भवदीय`,
  },
  recipe: {
    weight: 1.2,
    phrases: `ingredients|preheat|preheat the oven|tablespoon|tablespoons|teaspoon|teaspoons|tbsp|tsp|servings|bake for|stir in|simmer|zutaten|esslöffel|teelöffel|vorheizen|zubereitung|portionen|ingrédients|cuillère|cuillères|cuillère à soupe|préchauffer|préparation|ingredientes|cucharada|cucharadas|precalentar|colher|colheres|modo de preparo|ingredienti|cucchiaio|cucchiai|cucchiaino|preriscaldare|ingrediënten|eetlepel|eetlepels|składniki|łyżka|łyżki|ingredienser|matsked|malzemeler|yemek kaşığı|食材|做法|克|सामग्री|चम्मच`,
  },
  paper: {
    weight: 0.9,
    phrases: `abstract|introduction|related work|our results|we propose|we present|in this paper|this paper|we show that|et al|figure 1|figure 2|table 1|table 2|fig 1|fig 2|theorem|lemma|arxiv|keywords|acknowledgements|acknowledgments|conclusion|zusammenfassung der ergebnisse|einleitung|in dieser arbeit|résumé de l'article|dans cet article|en este artículo|neste artigo|摘要|引言|本文`,
  },
  contract: {
    weight: 1.2,
    phrases: `hereinafter|the parties|this agreement|governing law|shall not|in witness whereof|terms and conditions|indemnify|indemnification|the lessee|the tenant|the employer shall|force majeure|vertragspartner|vertragsparteien|dieser vertrag|mietvertrag|arbeitsvertrag|gerichtsstand|kündigungsfrist|les parties|le présent contrat|ci-après|bailleur|las partes|el presente contrato|cláusula|as partes|o presente contrato|le parti|il presente contratto|de partijen|deze overeenkomst|umowa|strony umowy|avtalet|parterna|sözleşme|taraflar|甲方|乙方|合同|अनुबंध`,
  },
  manual: {
    weight: 1,
    phrases: `safety instructions|user manual|user guide|troubleshooting|warranty|table of contents|step 1|step 2|installation guide|read these instructions|product specifications|warning|caution|bedienungsanleitung|sicherheitshinweise|inhaltsverzeichnis|gewährleistung|schritt 1|schritt 2|mode d'emploi|consignes de sécurité|table des matières|manual de usuario|instrucciones de seguridad|índice|manual do usuário|manuale d'uso|handleiding|instrukcja obsługi|bruksanvisning|kullanım kılavuzu|说明书|安全须知|उपयोगकर्ता पुस्तिका`,
  },
};
