/** Resumes of people who do not exist, as PDF. */
import { PDFDocument, StandardFonts } from 'pdf-lib';

export const ADA = [
  'Ada Lovelace',
  'London, United Kingdom · ada@example.org · +44 20 7946 0018',
  '',
  'EXPERIENCE',
  'Programmer, Analytical Engines Ltd',
  'April 2019 – Present',
  '• Wrote the first published program for a general machine',
  '• Reduced computation time by 40%',
  '',
  'EDUCATION',
  'BSc Mathematics, University of London',
  '2015 – 2018',
  '',
  'SKILLS',
  'Mathematics, TypeScript, Python',
];

/** One column; the first line and lines in capitals are bold. Continues on a new page after 34 lines. */
export async function resumePdf(lines: readonly string[] = ADA): Promise<Uint8Array<ArrayBuffer>> {
  const pdf = await PDFDocument.create();
  const [regular, bold] = [
    await pdf.embedFont(StandardFonts.Helvetica),
    await pdf.embedFont(StandardFonts.HelveticaBold),
  ];
  for (let start = 0; start < lines.length; start += 34) {
    const page = pdf.addPage();
    for (const [i, line] of lines.slice(start, start + 34).entries()) {
      const first = start + i === 0;
      const heading = first || (line !== '' && line === line.toUpperCase());
      page.drawText(line, { x: 60, y: 760 - i * 20, size: first ? 20 : 11, font: heading ? bold : regular });
    }
  }
  return new Uint8Array(await pdf.save());
}
