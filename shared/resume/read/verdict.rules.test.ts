import { describe, expect, it } from 'vitest';
import { plainText } from '../../../tests/support/page.ts';
import { readExtracted } from './read.rules.ts';

const isResume = (text: string): boolean => readExtracted(plainText(text)).verdict.isResume;

describe('no resume', () => {
  it.each([
    [
      'an English invoice',
      'INVOICE\nInvoice number: 2024-118\nBill to: Jane Miller, 12 Hill Road, Leeds\nDate: 03/05/2024\nWelding work, 12 hours   £480.00\nSubtotal £480.00\nVAT £96.00\nTotal due £576.00\nPayment terms: 30 days\njane@example.com',
    ],
    [
      'a German invoice',
      'Rechnung\nRechnungsnummer 118\nHolt GmbH, Hauptstraße 5, 34117 Kassel\nRechnungsdatum 03.05.2024\nSchweißarbeiten 12 Stunden 480,00 €\nZwischensumme 480,00 €\nMwSt. 19 % 91,20 €\nGesamtbetrag 571,20 €\nIBAN DE00 0000 0000\ninfo@example.de',
    ],
    [
      'a job posting',
      'Senior Welder (m/f/d)\nAbout the role\nWe are looking for a welder with experience in aluminium. You will weld frames for trailers.\nYour responsibilities\n- Welding\n- Teaching apprentices\nSkills\n- TIG and MIG\nWhat we offer\n- 30 days of holiday\nApply now: jobs@example.com\nEqual opportunity employer',
    ],
    [
      'a French posting',
      'Soudeur H/F\nNous recherchons un soudeur pour notre atelier de Lyon.\nVos missions\n- Souder des châssis\nVotre profil\n- Formation en soudage\n- Première expérience\nNous vous proposons un CDI.\nPostulez : jobs@example.fr',
    ],
    [
      'a cover letter',
      'Jane Miller\n12 Hill Road, Leeds\njane@example.com\n+44 20 7946 0018\n\nDear Hiring Manager,\n\nI am writing to apply for the position of welder that you advertised last week in the local paper. For nine years I have welded frames for trailers and ships at Holt Fabrications, where I also taught the apprentices.\n\nMy experience with aluminium would be of use to you, and I would welcome the chance to show you what I can do in your workshop.\n\nYours sincerely,\nJane Miller',
    ],
    [
      'a German cover letter',
      'Anna Müller\nHauptstraße 5, 34117 Kassel\nanna@example.de\n\nBewerbung als Schweißerin\n\nSehr geehrte Damen und Herren,\n\nhiermit bewerbe ich mich um die ausgeschriebene Stelle. Seit neun Jahren schweiße ich Rahmen für Anhänger und habe zuletzt die Auszubildenden angeleitet, was mir viel Freude macht.\n\nÜber eine Einladung zum Gespräch freue ich mich.\n\nMit freundlichen Grüßen\nAnna Müller',
    ],
    [
      'a recipe',
      'Apple Pie\nServings: 8\nIngredients\n- 6 apples\n- 2 tablespoons sugar\n- 1 teaspoon cinnamon\nPreparation\nPreheat the oven to 180 °C. Stir in the sugar and bake for 40 minutes.',
    ],
    [
      'a scientific paper',
      'On the Welding of Cold Water Pipes\nJane Miller, Leeds University, jane@example.com\nAbstract\nIn this paper we show that cold pipes can be welded. We propose a new method and compare it with related work.\n1 Introduction\nWelding of pipes has been studied by Baker et al.\nFigure 1 shows a pipe.\n5 Conclusion\nAcknowledgements\nReferences\n[1] Baker, T., Pipes, 2011.',
    ],
    [
      'a contract',
      'RENTAL AGREEMENT\nThis agreement is made between the parties, hereinafter the tenant and the landlord.\n1. The tenant shall not keep animals.\n2. Governing law: England.\nIn witness whereof the parties have signed.\nLeeds, 3 May 2024',
    ],
    [
      'a manual',
      'Welding Machine W200\nUser manual\nTable of contents\nSafety instructions\nRead these instructions before use. Warning: hot surfaces.\nStep 1: connect the power.\nTroubleshooting\nWarranty\nsupport@example.com',
    ],
  ])('%s', (_, text) => {
    expect(isResume(text)).toBe(false);
  });
});

describe('a resume', () => {
  it.each([
    [
      'of a student without jobs',
      'Jane Miller\njane@example.com\n\nEducation\nLeeds City College\nLevel 3 Diploma in Welding, 2022 – 2024\n\nInterests\nRowing, chess',
    ],
    [
      'of an artist, by exhibitions',
      'Jane Miller\njane@example.com\nLeeds\n\nExhibitions\n2023 Leeds Art Gallery, group show\n2021 Hull Biennale\n\nEducation\nBA Fine Art, Leeds Arts University, 2018\n\nAwards\nArts Council Prize, 2022',
    ],
    [
      'of a clerk who writes invoices',
      'Jane Miller\njane@example.com\n\nExperience\nAccounts clerk, Holt Ltd\n2019 – 2021\n- Checked invoice, VAT and IBAN of each purchase order\n- Wrote every receipt and reminder of amount due\n\nEducation\nBA Accounting, Leeds University, 2018\n\nSkills\nExcel, Sage',
    ],
    [
      'in Chinese',
      '张伟\n手机：138 1234 5678\n\n教育背景\n2014.09 – 2018.06  北京大学  计算机  本科\n\n技能\nJava, SQL',
    ],
  ])('%s', (_, text) => {
    expect(isResume(text)).toBe(true);
  });
});

describe('two resumes in one file', () => {
  const one = (name: string, email: string): string =>
    `${name}\n${email}\n+44 20 7946 0018\n\nExperience\nWelder, Holt Fabrications Ltd\n01/2019 – 03/2021\n- Welded frames for trailers\n- Kept the workshop\n\nEducation\nDiploma in Welding, Leeds City College\n2015 – 2017\n\nSkills\nWelding, Brazing`;

  it('are said, both people named, and the first one read', () => {
    const { reading } = readExtracted(
      plainText(`${one('Jane Miller', 'jane.miller@example.com')}\n\n\n${one('Tom Baker', 'tom.baker@example.com')}`),
    );
    const [warning] = reading.warnings.filter((w) => w.code === 'several_people');
    expect(warning?.text).toContain('Jane Miller');
    expect(warning?.text).toContain('Tom Baker');
    expect(reading.resume.basics?.email).toBe('jane.miller@example.com');
    expect(reading.resume.work).toHaveLength(1);
  });

  it('are noticed however short they are', () => {
    const short = (name: string, email: string): string =>
      `${name}\n${email}\nExperience\nWelder, Holt Fabrications Ltd\n01/2019 – 03/2021\nEducation\nDiploma in Welding, Leeds City College\n2015 – 2017`;
    const { warnings } = readExtracted(
      plainText(`${short('Jane Miller', 'jane.miller@example.com')}\n\n${short('Tom Baker', 'tom.baker@example.com')}`),
    ).reading;
    expect(warnings.map((w) => w.code)).toEqual(['several_people']);
  });

  it('are not seen in one that names a referee', () => {
    const { reading } = readExtracted(
      plainText(`${one('Jane Miller', 'jane.miller@example.com')}\n\nReferences\nTom Baker\ntom.baker@example.com`),
    );
    expect(reading.warnings).toEqual([]);
  });
});
