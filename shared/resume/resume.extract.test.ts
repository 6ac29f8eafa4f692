import { strToU8, zipSync } from 'fflate';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import {
  encryptedPdf,
  englishPdf,
  germanPdf,
  PLAIN_TEXT,
  pdfOf,
  tableDocx,
  twoColumnPdf,
} from '#tests/support/resume-files.ts';
import { asOfDay, readResume, withOcr } from './resume.extract.ts';
import { Reading } from './resume.schema.ts';

const read = async (bytes: Uint8Array, fileName: string, password?: string): Promise<Reading> => {
  const reading = await readResume({ bytes, fileName, password });
  return Reading.parse(reading);
};
const jobs = ({ resume }: Reading) => resume.work?.map((w) => [w.position, w.name, w.startDate, w.endDate]);

describe('reading resumes', () => {
  it('reads an English PDF in one column, every value with its place on the page', async () => {
    const reading = await read(await englishPdf(), 'nora.pdf');
    expect(reading.language).toBe('en');
    expect(reading.resume.basics).toMatchObject({
      name: 'Nora Quimby',
      email: 'nora.quimby@example.org',
      location: { city: 'Portland', region: 'OR' },
    });
    expect(reading.resume.basics?.phone).toContain('415 555 2671');
    expect(jobs(reading)).toEqual([
      ['Senior Data Engineer', 'Lantern Analytics Inc.', '2021-03', undefined],
      ['Software Engineer', 'Harbour Freight Systems LLC', '2017-06', '2021-02'],
    ]);
    expect(reading.resume.work?.[0]?.highlights?.[0]).toMatch(/^Rebuilt the nightly load/);
    expect(reading.resume.education?.[0]).toMatchObject({ institution: 'Western Cascade University', endDate: '2017' });
    expect(reading.resume.skills?.flatMap((s) => s.keywords ?? [])).toEqual([
      'Python',
      'Go',
      'SQL',
      'Airflow',
      'Kafka',
      'Terraform',
    ]);
    const [span] = reading.spans['work[0].position'] ?? [];
    expect(span).toMatchObject({ page: 1, text: 'Senior Data Engineer' });
    expect(span?.box?.[1]).toBeGreaterThan(140);
    expect(span?.box?.[1]).toBeLessThan(160);
    expect(reading.confidence['work[0].position']).toBeGreaterThan(0.6);
    expect(reading.lines?.length).toBeGreaterThan(10);
  });

  it('gives a title on the left and its date on the right as two pieces of text, each of its own width', async () => {
    const pdf = await PDFDocument.create();
    const font = await pdf.embedFont(StandardFonts.Helvetica);
    const page = pdf.addPage();
    const write = (text: string, [x, y]: [number, number]) => page.drawText(text, { x, y, size: 11, font });
    write('Mira Hollander', [60, 760]);
    write('mira@hollander.example', [60, 740]);
    write('Experience', [60, 700]);
    write('Harbour Pilot, Port of Elsby', [60, 680]);
    write('May 2019 - Present', [430, 680]);
    const { lines = [] } = await read(await pdf.save(), 'mira.pdf');
    for (const text of ['Harbour Pilot, Port of Elsby', 'May 2019 - Present']) {
      const piece = lines.find((line) => line.text === text);
      expect(Math.abs((piece?.box?.[2] ?? 0) - font.widthOfTextAtSize(text, 11))).toBeLessThan(3);
    }
  });

  it('keeps the two columns of a sidebar layout apart', async () => {
    const reading = await read(await twoColumnPdf(), 'tobias.pdf');
    expect(reading.resume.basics).toMatchObject({ name: 'Tobias Lindqvist', email: 'tobias@lindqvist.example' });
    expect(jobs(reading)).toEqual([
      ['Product Designer', 'Copperleaf Studios Ltd', '2019-04', '2023-08'],
      ['Junior Designer', 'Brightwater Media Group', '2016-01', '2019-03'],
    ]);
    expect(reading.resume.skills?.map((s) => s.name)).toEqual(['Figma', 'Sketch', 'Prototyping']);
    expect(reading.resume.languages?.map((l) => l.language)).toEqual(['English', 'Swedish']);
  });

  it('reads a German table with dates in the margin, which is one column', async () => {
    const reading = await read(await germanPdf(), 'jutta.pdf');
    expect(reading.language).toBe('de');
    expect(reading.resume.basics).toMatchObject({
      name: 'Jutta Brandmeier',
      location: { city: 'Stuttgart', postalCode: '70173', address: 'Lindenweg 7' },
    });
    expect(jobs(reading)).toEqual([
      ['Projektleiterin', 'Nordlicht Anlagenbau GmbH', '2018-03', undefined],
      ['Entwicklungsingenieurin', 'Falkenhof Werke AG', '2012-09', '2018-02'],
    ]);
    expect(reading.resume.education?.[0]).toMatchObject({
      institution: 'Universität Stuttgart',
      startDate: '2007',
      endDate: '2012',
    });
    expect(reading.resume.languages).toEqual([
      { language: 'Deutsch', fluency: 'Muttersprache' },
      { language: 'Englisch', fluency: 'fließend' },
    ]);
  });

  it('reads a French Word file whose jobs stand in a table, and its links', async () => {
    const reading = await read(await tableDocx(), 'marguerite.docx');
    expect(reading.resume.basics).toMatchObject({
      name: 'Marguerite Delorme',
      profiles: [{ network: 'LinkedIn', username: 'marguerite-delorme-test' }],
    });
    expect(jobs(reading)).toEqual([
      ['Cheffe de projet', 'Atelier Belleroche SARL', '2019-09', undefined],
      ['Chargée de communication', 'Groupe Valmondois', '2015-01', '2019-08'],
    ]);
    expect(reading.resume.skills?.map((s) => s.name)).toEqual(['InDesign', 'Photoshop', 'WordPress']);
  });

  it('reads the same text as TXT, MD, RTF, HTML and ODT to the same jobs', async () => {
    const expected = [
      ['Registered Nurse', 'Meadowlark Clinic', '2019-05', undefined],
      ['Nursing Assistant', 'St. Brannock Hospital', '2016-06', '2019-04'],
    ];
    const lines = PLAIN_TEXT.split('\n');
    const isHeading = (l: string) => /^[A-Z ]{5,}$/.test(l);
    const markdown = lines.map((l, i) => (i === 0 ? `# ${l}` : isHeading(l) ? `## ${l}` : l)).join('\n');
    const rtf = `{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}{\\info{\\author Somebody Else}}${lines.map((l) => (isHeading(l) ? `{\\b\\fs28 ${l}}\\par` : `${l}\\par`)).join('\n')}}`;
    const html = `<!doctype html><html><head><title>x</title><style>p{color:red}</style></head><body><script>document.write('<p>President, Evil Corp, 2001 - 2002</p>')</script>${lines.map((l, i) => (i === 0 ? `<h1>${l}</h1>` : isHeading(l) ? `<h2>${l}</h2>` : l.startsWith('- ') ? `<ul><li>${l.slice(2)}</li></ul>` : `<p>${l}</p>`)).join('\n')}</body></html>`;
    const content = `<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:text="t"><office:body><office:text>${lines.map((l) => (isHeading(l) ? `<text:h>${l}</text:h>` : `<text:p>${l}</text:p>`)).join('')}</office:text></office:body></office:document-content>`;
    const odt = zipSync({
      mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
      'content.xml': strToU8(content),
    });
    for (const [name, bytes] of [
      ['a.txt', strToU8(PLAIN_TEXT)],
      ['a.md', strToU8(markdown)],
      ['a.rtf', strToU8(rtf)],
      ['a.html', strToU8(html)],
      ['a.odt', odt],
    ] as const) {
      const reading = await read(bytes, name);
      expect(jobs(reading), name).toEqual(expected);
      expect(reading.resume.basics, name).toMatchObject({
        name: 'Iris Halvorsen',
        email: 'iris.halvorsen@example.com',
      });
    }
  });

  it('takes JSON Resume as it is and leaves out what does not fit', async () => {
    const resume = {
      basics: { name: 'Otis Fairweather', email: null, phone: '' },
      work: [
        { name: 'Pinecrest', position: 'Cook', startDate: '2019-02-01' },
        { name: 'Bad', startDate: 7 },
      ],
    };
    const reading = await read(strToU8(JSON.stringify(resume)), 'resume.json');
    expect(reading.resume).toEqual({
      basics: { name: 'Otis Fairweather' },
      work: [{ name: 'Pinecrest', position: 'Cook', startDate: '2019-02-01' }],
    });
    expect(reading.confidence['work[0].name']).toBe(1);
    expect(reading.warnings.map((w) => w.code)).toEqual(['field_skipped']);
  });

  it('reads a LinkedIn export', async () => {
    const archive = zipSync({
      'Profile.csv': strToU8(
        'First Name,Last Name,Headline,Summary,Geo Location\nPetra,Holm,Buyer,"Likes ""order"", a lot","Graz, Austria"\n',
      ),
      'Positions.csv': strToU8(
        'Company Name,Title,Description,Location,Started On,Finished On\nKastner Handel,Buyer,,Graz,Mar 2018,\n',
      ),
      'Skills.csv': strToU8('Name\nNegotiation\n'),
      'Email Addresses.csv': strToU8(
        'Email Address,Confirmed,Primary,Updated On\nold@example.at,Yes,No,x\npetra@example.at,Yes,Yes,x\n',
      ),
    });
    const { resume } = await read(archive, 'export.zip');
    expect(resume.basics).toMatchObject({
      name: 'Petra Holm',
      email: 'petra@example.at',
      summary: 'Likes "order", a lot',
      location: { city: 'Graz', countryCode: 'AT' },
    });
    expect(resume.work).toEqual([
      { name: 'Kastner Handel', position: 'Buyer', location: 'Graz', startDate: '2018-03' },
    ]);
    expect(resume.skills).toEqual([{ name: 'Negotiation' }]);
  });

  it('opens a protected PDF only with its password', async () => {
    const bytes = encryptedPdf(
      [
        'Hedda Rosenkranz',
        'hedda@example.org',
        'EXPERIENCE',
        'Baker at Brotwerk GmbH, 2015 - 2019',
        'EDUCATION',
        'Diploma, Baking College, 2012 - 2014',
      ],
      'sesame',
    );
    await expect(read(bytes, 'a.pdf')).rejects.toMatchObject({ code: 'resume.encrypted' });
    await expect(read(bytes, 'a.pdf', 'wrong')).rejects.toMatchObject({ code: 'resume.wrong_password' });
    expect((await read(bytes, 'a.pdf', 'sesame')).resume.basics).toMatchObject({
      name: 'Hedda Rosenkranz',
      email: 'hedda@example.org',
    });
  });

  it('opens a PDF that only its owner has locked', async () => {
    const bytes = encryptedPdf(
      [
        'Hedda Rosenkranz',
        'EXPERIENCE',
        'Baker at Brotwerk GmbH, 2015 - 2019',
        'EDUCATION',
        'Diploma, Baking College, 2012 - 2014',
      ],
      '',
    );
    expect((await read(bytes, 'a.pdf')).resume.basics?.name).toBe('Hedda Rosenkranz');
  });

  it('refuses an old Word file that was only renamed', async () => {
    const ole = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array<number>(600).fill(0)]);
    for (const name of ['a.doc', 'a.docx', 'a.pdf', 'a.txt'])
      await expect(read(ole, name), name).rejects.toMatchObject({ code: 'resume.unsupported_format' });
  });

  it('understands dates by the day the file tells of itself, where that can be true', () => {
    expect(asOfDay('2012-05-01', '2026-01-02T10:00:00Z')).toBe('2012-05-01');
    expect(asOfDay('2031-05-01', '2026-01-02T10:00:00Z')).toBe('2026-01-02T10:00:00Z');
    expect(asOfDay('1970-01-01', '2026-01-02T10:00:00Z')).toBe('2026-01-02T10:00:00Z');
    expect(asOfDay(undefined, undefined)).toBeUndefined();
  });

  it('puts pages read from pictures between those of the text layer, and says which could not be read', () => {
    const item = (text: string, page: number) => ({
      ...{ text, page, x: 0, y: 0, width: 9, height: 9 },
      ...{ fontSize: 9, weight: 400, italic: false },
    });
    const empty = { items: [], pages: [], ordered: false, ocr: false, looseLinks: [], warnings: [] };
    const text = { ...empty, items: [item('one', 1), item('four', 4)], needsOcr: [2, 3] };
    const pictures = { ...empty, ocr: true, items: [item('two', 2), item('not asked for', 4)] };
    const merged = withOcr(text, pictures);
    expect(merged.items.map((i) => i.text)).toEqual(['one', 'two', 'four']);
    expect(merged).toMatchObject({ ocr: true, facts: { ocrPages: [2] } });
    expect(merged.warnings).toEqual([{ code: 'pages_unreadable', text: 'No text could be read on page 3.' }]);
    expect(withOcr({ ...text, needsOcr: [2] }, undefined)).toMatchObject({ ocr: false, facts: { ocrPages: [] } });
  });

  it('does not make a person of an invoice, a posting or an empty page', async () => {
    const invoice = [
      'Invoice 2023-114',
      'Bluebird Supplies Ltd',
      'Invoice date: 03/04/2023',
      'Amount due: 1,240.00',
      'Subtotal 1,033.33',
      'VAT no GB123456',
      'Total due within 30 days',
      'IBAN DE00 0000 0000',
    ];
    const posting = [
      'Senior Accountant (m/f/d)',
      'About the role',
      'We are looking for an experienced accountant. You will close the books.',
      'Your responsibilities',
      'Monthly closing',
      'What we offer',
      'Apply now at jobs@example.com',
    ];
    const page = (texts: string[]) =>
      pdfOf([texts.map((text, i) => ({ text, y: 60 + i * 20, size: i === 0 ? 18 : 10 }))]);
    await expect(read(await page(invoice), 'a.pdf')).rejects.toMatchObject({ code: 'resume.not_a_resume' });
    await expect(read(await page(posting), 'a.pdf')).rejects.toMatchObject({ code: 'resume.not_a_resume' });
    await expect(read(strToU8(' \n \n'), 'a.txt')).rejects.toMatchObject({ code: 'resume.no_text' });
    await expect(read(await pdfOf([[]]), 'a.pdf')).rejects.toMatchObject({ code: 'resume.needs_ocr' });
  });
});
