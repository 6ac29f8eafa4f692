/** A document as DOCX: real styles, headings, lists and a right tab for dates; no tables, no text boxes. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  HeadingLevel,
  LevelFormat,
  Packer,
  Paragraph,
  type ParagraphChild,
  TabStopType,
  TextRun,
} from 'docx';
import type { ContactItem, DocumentModel, Entry, LetterModel, ResumeModel } from '../model.schema.ts';

/** Twentieths of a point. */
const PAGE = { A4: { width: 11_906, height: 16_838 }, Letter: { width: 12_240, height: 15_840 } } as const;
const MARGIN = { resume: 1080, coverLetter: 1360 } as const;
const INK = '17191F';
const SOFT = '52565F';
const ACCENT = '1A4578';
const FONT = 'Calibri';
const LOCALE = { en: 'en-US', de: 'de-DE', fr: 'fr-FR', es: 'es-ES' } as const;

/** Writes a document; every script Word knows is safe here, the reader's own fonts draw it. */
export async function renderDocx(model: DocumentModel): Promise<Uint8Array> {
  const margin = MARGIN[model.kind];
  const size = PAGE[model.paper];
  const right = size.width - 2 * margin;
  const children = [...header(model), ...(model.kind === 'resume' ? resumeBody(model, right) : letterBody(model))];
  const document = new Document({
    creator: plain(model.name.text),
    title: plain(model.title),
    description: '',
    lastModifiedBy: plain(model.name.text),
    styles: styles(model),
    numbering: {
      config: [
        {
          reference: 'points',
          levels: [
            {
              level: 0,
              format: LevelFormat.BULLET,
              text: '•',
              alignment: AlignmentType.LEFT,
              style: { paragraph: { indent: { left: 260, hanging: 200 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: {
          page: { size, margin: { top: margin - 180, bottom: margin - 180, left: margin, right: margin } },
        },
        children,
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

/** XML 1.0 has no place for control characters. */
const plain = (text: string): string => text.replace(/\p{Cc}|[\ufffe\uffff]|\p{Cs}/gu, '');

function styles({ kind, language }: DocumentModel) {
  const body = kind === 'resume' ? 20 : 21;
  const run = { font: FONT, color: INK, size: body, language: { value: LOCALE[language] } };
  return {
    default: {
      document: { run, paragraph: { spacing: { line: kind === 'resume' ? 254 : 276, after: 0 } } },
      title: { run: { ...run, size: 46, bold: true }, paragraph: { spacing: { after: 20 } } },
      heading1: {
        run: { ...run, size: 24, bold: true, color: ACCENT },
        paragraph: { spacing: { before: 220, after: 80 }, keepNext: true },
      },
      heading2: {
        run: { ...run, bold: true, size: body + 1 },
        paragraph: { spacing: { before: 120, after: 0 }, keepNext: true },
      },
      hyperlink: { run: { color: SOFT, underline: {} } },
    },
    paragraphStyles: [
      {
        id: 'Headline',
        name: 'Headline',
        basedOn: 'Normal',
        run: { size: 23, color: ACCENT },
        paragraph: { spacing: { after: 40 } },
      },
      { id: 'Contact', name: 'Contact', basedOn: 'Normal', run: { size: 19, color: SOFT } },
      {
        id: 'Employer',
        name: 'Employer',
        basedOn: 'Normal',
        run: { color: SOFT },
        paragraph: { keepNext: true, spacing: { after: 30 } },
      },
      { id: 'Point', name: 'Point', basedOn: 'Normal', paragraph: { spacing: { after: 20 } } },
      { id: 'Letter', name: 'Letter', basedOn: 'Normal', paragraph: { spacing: { after: 180 } } },
    ],
  };
}

const run = (text: string, options: { bold?: boolean; color?: string } = {}): TextRun =>
  new TextRun({ text: plain(text), ...options });

function header(model: DocumentModel): Paragraph[] {
  const rule = { bottom: { style: BorderStyle.SINGLE, size: 6, color: ACCENT, space: 6 } };
  return [
    new Paragraph({ heading: HeadingLevel.TITLE, children: [run(model.name.text)] }),
    ...(model.headline ? [new Paragraph({ style: 'Headline', children: [run(model.headline.text)] })] : []),
    new Paragraph({ style: 'Contact', border: rule, children: contact(model.contact) }),
  ];
}

const contact = (items: readonly ContactItem[]): ParagraphChild[] =>
  items.flatMap(({ line, href }, i) => [
    ...(i > 0 ? [run('  ·  ')] : []),
    href === undefined ? run(line.text) : new ExternalHyperlink({ link: href, children: [run(line.text)] }),
  ]);

function resumeBody(model: ResumeModel, right: number): Paragraph[] {
  return model.sections.flatMap(({ heading, blocks }) => [
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: [run(heading)] }),
    ...blocks.flatMap((block) => {
      if (block.type === 'entry') return entry(block, right);
      const { text } = block.line;
      const cut = block.labelLength ?? 0;
      return [
        new Paragraph({
          children: cut > 0 ? [run(text.slice(0, cut), { bold: true }), run(text.slice(cut))] : [run(text)],
        }),
      ];
    }),
  ]);
}

function entry(block: Entry, right: number): Paragraph[] {
  const title = run(block.title.text);
  const linked =
    block.link !== undefined && /^https?:\/\//i.test(block.link)
      ? new ExternalHyperlink({ link: block.link, children: [title] })
      : title;
  const second = [block.subtitle?.text, block.place?.text].filter((text) => text !== undefined).join(' · ');
  return [
    new Paragraph({
      heading: HeadingLevel.HEADING_2,
      tabStops: [{ type: TabStopType.RIGHT, position: right }],
      children: [
        linked,
        ...(block.date ? [new TextRun({ text: `\t${plain(block.date.text)}`, bold: false, color: SOFT })] : []),
      ],
    }),
    ...(second === '' ? [] : [new Paragraph({ style: 'Employer', children: [run(second)] })]),
    ...(block.paragraph ? [new Paragraph({ children: [run(block.paragraph.text)] })] : []),
    ...block.bullets.map(
      ({ text }) =>
        new Paragraph({ style: 'Point', numbering: { reference: 'points', level: 0 }, children: [run(text)] }),
    ),
  ];
}

function letterBody(model: LetterModel): Paragraph[] {
  const block = (text: string, before = 0) =>
    new Paragraph({ style: 'Letter', spacing: { before, after: 180 }, children: [run(text)] });
  return [
    block(model.date, 400),
    ...model.recipient.map(({ text }) => block(text)),
    block(model.greeting, 200),
    ...model.paragraphs.map((lines) => block(lines.map(({ text }) => text).join(' '))),
    block(model.closing),
    new Paragraph({
      style: 'Letter',
      spacing: { before: 200, after: 80 },
      keepNext: true,
      children: [run(model.valediction)],
    }),
    block(model.name.text),
  ];
}
