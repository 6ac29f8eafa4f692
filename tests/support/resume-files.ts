/** Files for the resume tests, made at run time: people who do not exist, and files that mean harm. */
import { createHash } from 'node:crypto';
import { createDeflate, deflateSync } from 'node:zlib';
import { Document, ExternalHyperlink, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { strToU8, zipSync } from 'fflate';
import { PDFDocument, StandardFonts } from 'pdf-lib';

type Row = { text: string; x?: number; y: number; size?: number; bold?: boolean };

/** A PDF of the given texts; `y` counts down from the top of the page. */
export async function pdfOf(pages: readonly (readonly Row[])[]): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const regular = await document.embedFont(StandardFonts.Helvetica);
  const bold = await document.embedFont(StandardFonts.HelveticaBold);
  for (const rows of pages) {
    const page = document.addPage([595, 842]);
    for (const { text, x = 60, y, size = 10, bold: heavy = false } of rows)
      page.drawText(text, { x, y: 842 - y, size, font: heavy ? bold : regular });
  }
  return document.save();
}

/** A plain English resume in one column. */
export const englishPdf = (): Promise<Uint8Array> =>
  pdfOf([
    [
      { text: 'Nora Quimby', y: 60, size: 22, bold: true },
      { text: 'nora.quimby@example.org  |  +1 415 555 2671  |  Portland, OR', y: 80 },
      { text: 'EXPERIENCE', y: 120, size: 13, bold: true },
      { text: 'Lantern Analytics Inc.', y: 142, bold: true },
      { text: 'March 2021 – Present', x: 420, y: 142 },
      { text: 'Senior Data Engineer', y: 156 },
      { text: '• Rebuilt the nightly load of 40 source systems and cut its time by two thirds', x: 70, y: 172 },
      { text: 'Harbour Freight Systems LLC', y: 200, bold: true },
      { text: 'June 2017 – February 2021', x: 420, y: 200 },
      { text: 'Software Engineer', y: 214 },
      { text: '• Wrote the routing service used by nine depots', x: 70, y: 230 },
      { text: 'EDUCATION', y: 270, size: 13, bold: true },
      { text: 'Western Cascade University', y: 292, bold: true },
      { text: '2013 – 2017', x: 420, y: 292 },
      { text: 'Bachelor of Science in Computer Science', y: 306 },
      { text: 'SKILLS', y: 346, size: 13, bold: true },
      { text: 'Languages: Python, Go, SQL', y: 366 },
      { text: 'Tools: Airflow, Kafka, Terraform', y: 380 },
    ],
  ]);

/** A resume with a sidebar on the left: contact and skills there, jobs on the right, lines at the same heights. */
export const twoColumnPdf = (): Promise<Uint8Array> =>
  pdfOf([
    [
      { text: 'Tobias Lindqvist', y: 50, size: 24, bold: true },
      { text: 'CONTACT', x: 40, y: 110, size: 12, bold: true },
      { text: 'tobias@lindqvist.example', x: 40, y: 128 },
      { text: '+44 20 7946 0958', x: 40, y: 142 },
      { text: 'SKILLS', x: 40, y: 180, size: 12, bold: true },
      { text: 'Figma', x: 40, y: 198 },
      { text: 'Sketch', x: 40, y: 212 },
      { text: 'Prototyping', x: 40, y: 226 },
      { text: 'LANGUAGES', x: 40, y: 264, size: 12, bold: true },
      { text: 'English (native)', x: 40, y: 282 },
      { text: 'Swedish (B2)', x: 40, y: 296 },
      { text: 'EXPERIENCE', x: 230, y: 110, size: 12, bold: true },
      { text: 'Product Designer', x: 230, y: 128, bold: true },
      { text: 'Copperleaf Studios Ltd', x: 230, y: 142 },
      { text: '04/2019 – 08/2023', x: 230, y: 156 },
      { text: 'Led the redesign of a booking tool for small museums and galleries', x: 230, y: 176 },
      { text: 'Junior Designer', x: 230, y: 206, bold: true },
      { text: 'Brightwater Media Group', x: 230, y: 220 },
      { text: '01/2016 – 03/2019', x: 230, y: 234 },
      { text: 'Drew icons, layouts and print material for twelve local clients', x: 230, y: 254 },
      { text: 'EDUCATION', x: 230, y: 290, size: 12, bold: true },
      { text: 'BA Graphic Design', x: 230, y: 308, bold: true },
      { text: 'Northmoor College of Art', x: 230, y: 322 },
      { text: '2012 – 2015', x: 230, y: 336 },
    ],
  ]);

/** A German resume with dates in the left margin. */
export const germanPdf = (): Promise<Uint8Array> =>
  pdfOf([
    [
      { text: 'Lebenslauf', y: 50, size: 18, bold: true },
      { text: 'Name:', y: 80 },
      { text: 'Jutta Brandmeier', x: 180, y: 80 },
      { text: 'Anschrift:', y: 94 },
      { text: 'Lindenweg 7, 70173 Stuttgart', x: 180, y: 94 },
      { text: 'E-Mail:', y: 108 },
      { text: 'jutta.brandmeier@example.de', x: 180, y: 108 },
      { text: 'Berufserfahrung', y: 140, size: 13, bold: true },
      { text: '03/2018 – heute', y: 160 },
      { text: 'Projektleiterin', x: 180, y: 160, bold: true },
      { text: 'Nordlicht Anlagenbau GmbH, Stuttgart', x: 180, y: 174 },
      { text: '09/2012 – 02/2018', y: 200 },
      { text: 'Entwicklungsingenieurin', x: 180, y: 200, bold: true },
      { text: 'Falkenhof Werke AG, Ulm', x: 180, y: 214 },
      { text: 'Ausbildung', y: 250, size: 13, bold: true },
      { text: '2007 – 2012', y: 270 },
      { text: 'Diplom Maschinenbau', x: 180, y: 270, bold: true },
      { text: 'Universität Stuttgart', x: 180, y: 284 },
      { text: 'Sprachen', y: 320, size: 13, bold: true },
      { text: 'Deutsch (Muttersprache), Englisch (fließend)', y: 340 },
    ],
  ]);

/** A Word file whose jobs stand in a table of date and text, with a link. */
export async function tableDocx(): Promise<Uint8Array> {
  const cell = (...texts: string[]): TableCell => new TableCell({ children: texts.map((t) => new Paragraph(t)) });
  const heading = (text: string): Paragraph =>
    new Paragraph({ children: [new TextRun({ text, bold: true, size: 28 })] });
  const document = new Document({
    sections: [
      {
        children: [
          new Paragraph({ children: [new TextRun({ text: 'Marguerite Delorme', bold: true, size: 40 })] }),
          new Paragraph({
            children: [
              new TextRun('marguerite.delorme@example.fr · '),
              new ExternalHyperlink({
                link: 'https://www.linkedin.com/in/marguerite-delorme-test',
                children: [new TextRun('LinkedIn')],
              }),
            ],
          }),
          heading('Expérience professionnelle'),
          new Table({
            rows: [
              new TableRow({
                children: [cell('septembre 2019 – aujourd’hui'), cell('Cheffe de projet', 'Atelier Belleroche SARL')],
              }),
              new TableRow({
                children: [cell('janvier 2015 – août 2019'), cell('Chargée de communication', 'Groupe Valmondois')],
              }),
            ],
          }),
          heading('Formation'),
          new Table({
            rows: [
              new TableRow({ children: [cell('2012 – 2014'), cell('Master Communication', 'Université de Lorraine')] }),
            ],
          }),
          heading('Compétences'),
          new Paragraph('InDesign, Photoshop, WordPress'),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

export const PLAIN_TEXT = `IRIS HALVORSEN
iris.halvorsen@example.com | (503) 555-0147 | Salem, OR

EXPERIENCE

Meadowlark Clinic, Salem, OR
Registered Nurse, May 2019 - Present
- Cared for up to six patients on a night shift

St. Brannock Hospital, Eugene, OR
Nursing Assistant, June 2016 - April 2019
- Took vital signs and kept records

EDUCATION

Cascadia State University
Bachelor of Science in Nursing, 2019

SKILLS

Wound care, IV therapy, Epic, triage
`;

/** A minimal PDF of raw objects; `bodies[0]` is object 1, the catalog. */
export function rawPdf(bodies: readonly (string | Uint8Array)[], trailer = ''): Uint8Array {
  const chunks: Uint8Array[] = [strToU8('%PDF-1.7\n')];
  let length = chunks[0]?.length ?? 0;
  const offsets: number[] = [];
  const push = (chunk: Uint8Array): void => {
    chunks.push(chunk);
    length += chunk.length;
  };
  bodies.forEach((body, i) => {
    offsets.push(length);
    push(strToU8(`${i + 1} 0 obj\n`));
    push(typeof body === 'string' ? latin(body) : body);
    push(strToU8('\nendobj\n'));
  });
  const start = length;
  push(
    strToU8(
      `xref\n0 ${bodies.length + 1}\n0000000000 65535 f \n${offsets.map((o) => `${String(o).padStart(10, '0')} 00000 n \n`).join('')}`,
    ),
  );
  push(strToU8(`trailer\n<< /Size ${bodies.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`));
  const out = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    out.set(chunk, at);
    at += chunk.length;
  }
  return out;
}

const latin = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0));
const FONT = '<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>';

function streamObject(dictionary: string, data: Uint8Array): Uint8Array {
  const head = latin(`<< ${dictionary} /Length ${data.length} >>\nstream\n`);
  const tail = latin('\nendstream');
  const out = new Uint8Array(head.length + data.length + tail.length);
  out.set(head);
  out.set(data, head.length);
  out.set(tail, head.length + data.length);
  return out;
}

/** A PDF of `count` empty pages. */
export function manyPagesPdf(count: number): Uint8Array {
  const kids = Array.from({ length: count }, (_, i) => `${i + 3} 0 R`).join(' ');
  const page = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>';
  return rawPdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${count} >>`,
    ...Array.from({ length: count }, () => page),
  ]);
}

/** One page whose content inflates twice to `megabytes`. */
export async function streamBombPdf(megabytes: number): Promise<Uint8Array> {
  const deflate = createDeflate({ level: 9 });
  const parts: Buffer[] = [];
  deflate.on('data', (part: Buffer) => parts.push(part));
  const done = new Promise<void>((resolve) => deflate.on('end', () => resolve()));
  const block = Buffer.alloc(1024 * 1024, 'BT ET ');
  for (let i = 0; i < megabytes; i++)
    if (!deflate.write(block)) await new Promise((resolve) => deflate.once('drain', resolve));
  deflate.end();
  await done;
  const twice = deflateSync(Buffer.concat(parts), { level: 9 });
  return rawPdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources ${FONT} >>`,
    streamObject('/Filter [/FlateDecode /FlateDecode]', twice),
  ]);
}

/** Forms that paint forms: `width` to the power of `depth` expansions of a few bytes. */
export function nestedFormsPdf(depth: number, width: number): Uint8Array {
  const objects: (string | Uint8Array)[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>',
    streamObject('', latin('/X Do')),
  ];
  for (let level = 0; level < depth; level++) {
    const last = level === depth - 1;
    const resources = last ? FONT : `<< /XObject << /X ${6 + level} 0 R >> >>`;
    const content = last ? 'BT /F1 8 Tf (deep) Tj ET' : '/X Do '.repeat(width);
    objects.push(
      streamObject(`/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources ${resources}`, latin(content)),
    );
  }
  return rawPdf(objects);
}

const PADDING = Uint8Array.from([
  0x28, 0xbf, 0x4e, 0x5e, 0x4e, 0x75, 0x8a, 0x41, 0x64, 0x00, 0x4e, 0x56, 0xff, 0xfa, 0x01, 0x08, 0x2e, 0x2e, 0x00,
  0xb6, 0xd0, 0x68, 0x3e, 0x80, 0x2f, 0x0c, 0xa9, 0xfe, 0x64, 0x53, 0x69, 0x7a,
]);
const md5 = (...parts: Uint8Array[]): Uint8Array =>
  new Uint8Array(parts.reduce((hash, part) => hash.update(part), createHash('md5')).digest());
const padded = (password: string): Uint8Array => Uint8Array.from([...latin(password), ...PADDING].slice(0, 32));

/** RC4, which Node's own crypto no longer has; PDF 1.4 encryption needs it. */
function rc4(key: Uint8Array, data: Uint8Array): Uint8Array {
  const s = Uint8Array.from({ length: 256 }, (_, i) => i);
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + (s[i] ?? 0) + (key[i % key.length] ?? 0)) & 255;
    [s[i], s[j]] = [s[j] ?? 0, s[i] ?? 0];
  }
  let [i, j] = [0, 0];
  return data.map((byte) => {
    i = (i + 1) & 255;
    j = (j + (s[i] ?? 0)) & 255;
    [s[i], s[j]] = [s[j] ?? 0, s[i] ?? 0];
    return byte ^ (s[((s[i] ?? 0) + (s[j] ?? 0)) & 255] ?? 0);
  });
}

const hex = (bytes: Uint8Array): string => `<${Buffer.from(bytes).toString('hex')}>`;

/** A one-page resume behind a password (standard security handler, revision 2, 40 bit). */
export function encryptedPdf(lines: readonly string[], password: string): Uint8Array {
  const id = latin('0123456789abcdef');
  const permissions = -4;
  const ownerKey = md5(padded('owner')).subarray(0, 5);
  const owner = rc4(ownerKey, padded(password));
  const key = md5(padded(password), owner, new Uint8Array(new Int32Array([permissions]).buffer), id).subarray(0, 5);
  const user = rc4(key, PADDING);
  const text = lines
    .map((line, i) => `BT /F1 ${i === 0 ? 20 : 10} Tf 60 ${780 - i * 20} Td (${line}) Tj ET`)
    .join('\n');
  const objectKey = md5(key, Uint8Array.from([4, 0, 0, 0, 0])).subarray(0, 10);
  return rawPdf(
    [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources ${FONT} >>`,
      streamObject('', rc4(objectKey, latin(text))),
      `<< /Filter /Standard /V 1 /R 2 /O ${hex(owner)} /U ${hex(user)} /P ${permissions} >>`,
    ],
    `/Encrypt 5 0 R /ID [${hex(id)} ${hex(id)}]`,
  );
}

/** A Word file with this document.xml and nothing else. */
export const docxOf = (documentXml: string | Uint8Array): Uint8Array =>
  zipSync({ 'word/document.xml': typeof documentXml === 'string' ? strToU8(documentXml) : documentXml }, { level: 9 });

export const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** The archive with every size it declares set to `size`. */
export function withDeclaredSize(archive: Uint8Array, size: number): Uint8Array {
  const out = archive.slice();
  const view = new DataView(out.buffer);
  for (let i = 0; i + 46 < out.length; i++)
    if (view.getUint32(i, true) === 0x02014b50) view.setUint32(i + 24, size, true);
  return out;
}
