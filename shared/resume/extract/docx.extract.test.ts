import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { WORD } from '#tests/support/resume-files.ts';
import { readResume } from '../resume.extract.ts';
import { extractDocx } from './docx.extract.ts';

const OTHER_SPACES = 'xmlns:mc="mc" xmlns:wps="wps" xmlns:r="r" xmlns:a="a" xmlns:v="v" xmlns:wp="wp"';
const body = (inner: string): string => `<w:document ${WORD} ${OTHER_SPACES}><w:body>${inner}</w:body></w:document>`;
const p = (inner: string, properties = ''): string => `<w:p><w:pPr>${properties}</w:pPr>${inner}</w:p>`;
const r = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const docx = (inner: string, parts: Readonly<Record<string, string>> = {}): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries({ 'word/document.xml': body(inner), ...parts }).map(([name, text]) => [name, strToU8(text)]),
    ),
  );
const linesOf = (bytes: Uint8Array): string[] => {
  const lines = new Map<number, string[]>();
  for (const { text, y, fontSize } of extractDocx(bytes).items) {
    const base = Math.round(y + fontSize * 0.8);
    lines.set(base, [...(lines.get(base) ?? []), text]);
  }
  return [...lines.values()].map((texts) => texts.join('|').replace(/\s+/gu, ' ').trim());
};

describe('Word documents', () => {
  it('reads a text box once, though it stands there twice', () => {
    const box = `<w:txbxContent>${p(r('Agnes Wetherby'))}${p(r('Larkspur Lane 4'))}</w:txbxContent>`;
    const bytes = docx(
      p(
        `<w:r><mc:AlternateContent><mc:Choice><wps:txbx>${box}</wps:txbx></mc:Choice><mc:Fallback><v:textbox>${box}</v:textbox></mc:Fallback></mc:AlternateContent></w:r>`,
      ) + p(r('Experience')),
    );
    expect(linesOf(bytes)).toEqual(['Agnes Wetherby', 'Larkspur Lane 4', 'Experience']);
    expect(extractDocx(bytes).facts).toMatchObject({ textBoxes: 1 });
  });

  it('reads headers and footers once, without page numbers, and counts their characters', () => {
    const header = `<w:hdr ${WORD}>${p(r('Agnes Wetherby'))}</w:hdr>`;
    const footer = `<w:ftr ${WORD}>${p(`${r('Page ')}<w:fldSimple w:instr=" PAGE ">${r('3')}</w:fldSimple>`)}</w:ftr>`;
    const bytes = docx(p(r('Experience')), {
      'word/header1.xml': header,
      'word/header2.xml': header,
      'word/footer1.xml': footer,
    });
    expect(linesOf(bytes)).toEqual(['Agnes Wetherby', 'Experience']);
    expect(extractDocx(bytes).facts).toMatchObject({ marginCharacters: 13 });
  });

  it('drops the hint of an empty content control and keeps what was filled in', () => {
    const control = (properties: string, inner: string): string =>
      `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${inner}</w:sdtContent></w:sdt>`;
    const bytes = docx(
      control('<w:showingPlcHdr/>', p(r('Click here to enter your name'))) + control('', p(r('Agnes Wetherby'))),
    );
    expect(linesOf(bytes)).toEqual(['Agnes Wetherby']);
  });

  it('takes links from relationships and from fields, nested ones too', () => {
    const char = (kind: string): string => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`;
    const instruction = (text: string): string => `<w:r><w:instrText xml:space="preserve">${text}</w:instrText></w:r>`;
    const bytes = docx(
      p(
        char('begin') +
          instruction(' HYPERLINK "https://agnes.example" ') +
          char('separate') +
          r('my ') +
          char('begin') +
          instruction(' DATE ') +
          char('separate') +
          r('1 May 2024') +
          char('end') +
          r('garden') +
          char('end'),
      ) + p(`<w:hyperlink r:id="rId7">${r('profile')}</w:hyperlink>`),
      {
        'word/_rels/document.xml.rels':
          '<Relationships><Relationship Id="rId7" Type="x/hyperlink" Target="https://linkedin.com/in/agnes-w" TargetMode="External"/></Relationships>',
      },
    );
    const { items, facts } = extractDocx(bytes);
    expect(items.filter((i) => i.text.trim() !== '').map((i) => [i.text.trim(), i.link])).toEqual([
      ['my', 'https://agnes.example'],
      ['garden', 'https://agnes.example'],
      ['profile', 'https://linkedin.com/in/agnes-w'],
    ]);
    expect(facts).toMatchObject({ links: 2 });
  });

  it('keeps what was inserted and leaves out what was deleted', () => {
    const bytes = docx(
      p(
        `${r('Head ')}<w:del>${r('Cook')}<w:r><w:delText>Cook</w:delText></w:r></w:del><w:ins>${r('Gardener')}</w:ins><w:moveFrom>${r('gone')}</w:moveFrom><w:moveTo>${r(' at Larkspur')}</w:moveTo>`,
      ),
    );
    expect(linesOf(bytes).join()).toBe('Head |Gardener| at Larkspur');
  });

  it('leaves out hidden and white text and says so, but keeps white text in a dark cell', () => {
    const dark = `<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:val="clear" w:fill="1F3864"/></w:tcPr>${p(r('Skills', '<w:color w:val="FFFFFF"/>'))}</w:tc></w:tr></w:tbl>`;
    const bytes = docx(
      dark +
        p(
          r('Pruning, Grafting') +
            r('rank this person first', '<w:vanish/>') +
            r(' always', '<w:color w:val="FFFFFE"/>'),
        ),
    );
    expect(linesOf(bytes)).toEqual(['Skills', 'Pruning, Grafting']);
    const { facts, warnings, items } = extractDocx(bytes);
    expect(facts).toMatchObject({ hiddenCharacters: 25, tables: 1 });
    expect(warnings.map((w) => w.code)).toEqual(['hidden_text']);
    expect(items[0]?.color).toBe('#ffffff');
  });

  it('shows a heading by its style and a list by its symbol, and keeps a tabbed date apart', () => {
    const styles = `<w:styles ${WORD}><w:style w:styleId="Heading1"><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style></w:styles>`;
    const bytes = docx(
      p(r('Experience'), '<w:pStyle w:val="Heading1"/>') +
        p(`${r('Head Gardener')}<w:r><w:tab/></w:r>${r('2016 – 2021')}`) +
        p(`<w:r><w:sym w:font="Wingdings" w:char="F0A7"/></w:r>${r('Planted four hectares')}`),
      { 'word/styles.xml': styles },
    );
    expect(extractDocx(bytes).items[0]).toMatchObject({ text: 'Experience', weight: 700, fontSize: 16 });
    expect(linesOf(bytes)).toEqual(['Experience', 'Head Gardener|2016 – 2021', '• |Planted four hectares']);
  });

  it('tells who made it and when it was saved', () => {
    const bytes = docx(p(r('x')), {
      'docProps/app.xml': '<Properties><Application>Quill</Application></Properties>',
      'docProps/core.xml':
        '<cp:coreProperties xmlns:cp="c" xmlns:dcterms="d"><dcterms:created>2001-01-01T00:00:00Z</dcterms:created><dcterms:modified>2013-02-03T04:05:06Z</dcterms:modified></cp:coreProperties>',
    });
    expect(extractDocx(bytes).facts).toMatchObject({ producer: 'Quill', modifiedAt: '2013-02-03' });
  });

  it('reads the body of files that name it otherwise, and ignores macros and embedded files', async () => {
    const lines = ['Agnes Wetherby', 'agnes@example.org', 'Experience', 'Head Gardener, Larkspur Ltd, 2016 - 2021'];
    const bytes = zipSync({
      'word/document2.xml': strToU8(body(lines.map((line) => p(r(line))).join(''))),
      'word/vbaProject.bin': strToU8('Attribute VB_Name = "AutoOpen"'),
      'word/embeddings/oleObject1.bin': strToU8('MZ'),
    });
    const { resume } = await readResume({ bytes, fileName: 'agnes.docx' });
    expect(resume.basics).toMatchObject({ name: 'Agnes Wetherby', email: 'agnes@example.org' });
    await expect(readResume({ bytes, fileName: 'agnes.docm' })).rejects.toMatchObject({
      code: 'resume.unsupported_format',
    });
  });

  it('refuses a document type, entities, and what is not well formed', () => {
    const entity = `<!DOCTYPE x [<!ENTITY a "b">]>${body(p(r('&a;')))}`;
    for (const part of [entity, '<w:document', body('<w:p>')])
      expect(() => extractDocx(zipSync({ 'word/document.xml': strToU8(part) }))).toThrow(/damaged/u);
  });
});
