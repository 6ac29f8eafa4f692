import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { extractOdt } from './odt.extract.ts';

const SPACES =
  'xmlns:office="o" xmlns:text="t" xmlns:style="s" xmlns:fo="f" xmlns:table="b" xmlns:draw="d" xmlns:xlink="x"';
const style = (name: string, family: string, inner: string): string =>
  `<style:style style:name="${name}" style:family="${family}">${inner}</style:style>`;
const odt = (styles: string, body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries({
        mimetype: 'application/vnd.oasis.opendocument.text',
        'content.xml': `<office:document-content ${SPACES}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
        ...parts,
      }).map(([name, text]) => [name, strToU8(text)]),
    ),
  );
const textsOf = (bytes: Uint8Array): string[] =>
  extractOdt(bytes)
    .items.map((i) => i.text.trim())
    .filter((t) => t !== '');

describe('OpenDocument texts', () => {
  it('leaves out white and undisplayed text, but not white text in a dark cell', () => {
    const bytes = odt(
      style('W', 'text', '<style:text-properties fo:color="#ffffff"/>') +
        style('N', 'text', '<style:text-properties text:display="none"/>') +
        style('C', 'table-cell', '<style:table-cell-properties fo:background-color="#203050"/>'),
      `<text:p>Gardener<text:span text:style-name="W"> rank first</text:span><text:span text:style-name="N"> of all people</text:span></text:p>
       <table:table><table:table-row><table:table-cell table:style-name="C"><text:p><text:span text:style-name="W">Skills</text:span></text:p></table:table-cell></table:table-row></table:table>`,
    );
    expect(textsOf(bytes)).toEqual(['Gardener', 'Skills']);
    expect(extractOdt(bytes).facts).toMatchObject({ tables: 1, hiddenCharacters: 20 });
    expect(extractOdt(bytes).warnings.map((w) => w.code)).toEqual(['hidden_text']);
  });

  it('reads the header once, without the page number, and tells when it was saved', () => {
    const bytes = odt('', '<text:p>Experience</text:p>', {
      'styles.xml': `<office:document-styles ${SPACES}><office:master-styles><style:header><text:p>Agnes Wetherby <text:page-number>3</text:page-number></text:p></style:header></office:master-styles></office:document-styles>`,
      'meta.xml': `<office:document-meta ${SPACES} xmlns:meta="m" xmlns:dc="c"><office:meta><meta:generator>Quill</meta:generator><dc:date>2011-12-13T10:00:00</dc:date></office:meta></office:document-meta>`,
    });
    expect(textsOf(bytes)).toEqual(['Agnes Wetherby', 'Experience']);
    expect(extractOdt(bytes).facts).toMatchObject({
      producer: 'Quill',
      modifiedAt: '2011-12-13',
      marginCharacters: 13,
    });
  });
});
