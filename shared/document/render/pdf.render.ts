/** A document as PDF: one column of real text in reading order, fonts embedded as subsets, links, metadata. Long: one layout, seen as a whole. */
import { PDFDocument, type PDFFont, PDFName, type PDFPage, PDFString, type RGB, rgb } from 'pdf-lib';
import { type Box, paginate, type Run, wrap, wrapBalanced } from '../layout.rules.ts';
import type { DocumentModel, Entry, LetterModel, Paragraph, ResumeModel } from '../model.schema.ts';
import { type FontLoader, packageFonts } from './font.source.ts';
import { plainFontkit } from './fontkit.render.ts';

export type RenderedPdf = {
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** Characters the typeface lacks; when there are any the PDF would misread and must not be used. */
  readonly unsupported: readonly string[];
};

const PAPER = { A4: [595.28, 841.89], Letter: [612, 792] } as const;
const INK = rgb(0.09, 0.1, 0.12);
const SOFT = rgb(0.32, 0.34, 0.38);
const ACCENT = rgb(0.1, 0.27, 0.47);
const RULE = rgb(0.78, 0.8, 0.83);

/** Everything that decides density; resumes that spill a little over a page are set once more in the tighter one. */
type Style = {
  readonly margin: number;
  readonly top: number;
  readonly body: number;
  readonly leading: number;
  readonly gap: number;
};
const ROOMY: Style = { margin: 54, top: 48, body: 9.6, leading: 13.2, gap: 8 };
const TIGHT: Style = { margin: 50, top: 40, body: 9.1, leading: 12, gap: 6 };
const LETTER: Style = { margin: 68, top: 56, body: 10.4, leading: 15.2, gap: 10 };

type Fonts = { readonly regular: PDFFont; readonly semibold: PDFFont };
type Canvas = {
  readonly doc: PDFDocument;
  readonly page: PDFPage;
  readonly fonts: Fonts;
  readonly left: number;
  readonly right: number;
};
type Drawn = Box & { readonly draw: (canvas: Canvas, top: number) => void };

/** Draws a document. A4 or Letter as the model says; a resume grows to as many pages as it needs. */
export async function renderPdf(
  model: DocumentModel,
  { fonts: load = packageFonts, now }: { fonts?: FontLoader; now: Date },
): Promise<RenderedPdf> {
  const roomy = model.kind === 'coverLetter' ? LETTER : ROOMY;
  const first = await draw(model, { style: roomy, load, now });
  if (model.kind === 'coverLetter' || !first.spills) return first;
  const second = await draw(model, { style: TIGHT, load, now });
  return second.pages < first.pages ? second : first;
}

type Attempt = RenderedPdf & { readonly spills: boolean };

async function draw(
  model: DocumentModel,
  { style, load, now }: { style: Style; load: FontLoader; now: Date },
): Promise<Attempt> {
  const doc = await PDFDocument.create();
  doc.registerFontkit(plainFontkit);
  const fonts: Fonts = {
    regular: await doc.embedFont(await load('regular'), { subset: true }),
    semibold: await doc.embedFont(await load('semibold'), { subset: true }),
  };
  const unsupported = missingCharacters(model, fonts);
  setMetadata(doc, model, now);
  const [width, height] = PAPER[model.paper];
  const boxes = unsupported.length > 0 ? [] : compose(model, { fonts, style, width: width - 2 * style.margin });
  const pages = paginate(boxes, height - 2 * style.top);
  let fill = 0;
  for (const [number, content] of pages.entries()) {
    const page = doc.addPage([width, height]);
    let y = height - style.top;
    for (const [i, box] of content.entries()) {
      if (i > 0) y -= box.spaceBefore ?? 0;
      box.draw({ doc, page, fonts, left: style.margin, right: width - style.margin }, y);
      y -= box.height;
    }
    fill = (height - style.top - y) / (height - 2 * style.top);
    if (pages.length > 1)
      pageNumber({ page, fonts, text: `${model.name.text} · ${number + 1}/${pages.length}`, style, width });
  }
  const bytes = await doc.save({ useObjectStreams: true });
  return { bytes, pages: pages.length, unsupported, spills: pages.length > 1 && fill < 0.3 };
}

function missingCharacters(model: DocumentModel, { regular }: Fonts): string[] {
  const covered = new Set(regular.getCharacterSet());
  const missing = new Set<string>();
  const text = JSON.stringify(model, (key, value) => (key === 'evidence' || key === 'href' ? undefined : value));
  for (const letter of print(text)) if (letter > ' ' && !covered.has(letter.codePointAt(0) ?? 0)) missing.add(letter);
  return [...missing];
}

/** The form in which text is drawn: composed letters, no control characters, every space a plain one. */
const print = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\p{Cc}|[\u00a0\u2007\u202f\u2028\u2029]/gu, ' ')
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '');

function setMetadata(doc: PDFDocument, model: DocumentModel, now: Date): void {
  doc.setTitle(model.title, { showInWindowTitleBar: true });
  doc.setAuthor(model.name.text);
  doc.setLanguage(model.language);
  doc.setCreator('Foothold');
  doc.setProducer('Foothold');
  doc.setCreationDate(now);
  doc.setModificationDate(now);
}

function pageNumber({
  page,
  fonts,
  text,
  style,
  width,
}: {
  page: PDFPage;
  fonts: Fonts;
  text: string;
  style: Style;
  width: number;
}): void {
  const size = 7.5;
  const label = print(text);
  page.drawText(label, {
    x: width - style.margin - fonts.regular.widthOfTextAtSize(label, size),
    y: style.top / 2 - 2,
    size,
    font: fonts.regular,
    color: SOFT,
  });
}

type Setting = { readonly fonts: Fonts; readonly style: Style; readonly width: number };

const compose = (model: DocumentModel, setting: Setting): Drawn[] =>
  model.kind === 'resume' ? resumeBoxes(model, setting) : letterBoxes(model, setting);

/** The letterhead both documents share: name, what the person is, how to reach them, a rule. */
function head(model: DocumentModel, { fonts, style, width }: Setting): Drawn[] {
  const boxes: Drawn[] = [];
  const nameSize = 23;
  for (const text of wrap(print(model.name.text), {
    width,
    measure: (line) => fonts.semibold.widthOfTextAtSize(line, nameSize),
  }))
    boxes.push(
      lineBox({ runs: [{ text, strong: true }], size: nameSize, leading: 28, color: INK, keepWithNext: true }),
    );
  if (model.headline)
    for (const text of wrap(print(model.headline.text), {
      width,
      measure: (line) => fonts.regular.widthOfTextAtSize(line, 11.5),
    }))
      boxes.push(lineBox({ runs: [{ text }], size: 11.5, leading: 16, color: ACCENT, keepWithNext: true }));
  const size = 9.2;
  const separator = '   ·   ';
  let row: Run[] = [];
  let used = 0;
  const rows: Run[][] = [];
  for (const { line, href } of model.contact) {
    const text = print(line.text);
    const need =
      fonts.regular.widthOfTextAtSize(text, size) +
      (row.length > 0 ? fonts.regular.widthOfTextAtSize(separator, size) : 0);
    if (row.length > 0 && used + need > width) {
      rows.push(row);
      row = [];
      used = 0;
    }
    if (row.length > 0) row.push({ text: separator });
    row.push({ text, ...(href !== undefined && { href }) });
    used += need;
  }
  if (row.length > 0) rows.push(row);
  for (const [i, runs] of rows.entries())
    boxes.push(lineBox({ runs, size, leading: 14, color: SOFT, keepWithNext: true, spaceBefore: i === 0 ? 3 : 0 }));
  boxes.push({
    height: 1,
    spaceBefore: 7,
    draw: ({ page, left, right }, top) =>
      page.drawLine({ start: { x: left, y: top }, end: { x: right, y: top }, thickness: 0.8, color: ACCENT }),
  });
  return boxes.map((box, i) => (i < boxes.length - 1 ? box : { ...box, height: box.height + style.gap * 0.4 }));
}

type LineOptions = {
  readonly runs: readonly Run[];
  readonly size: number;
  readonly leading: number;
  readonly color: RGB;
  readonly indent?: number;
  readonly bullet?: boolean;
  /** Set flush right on the same line. */
  readonly end?: string;
  readonly keepWithNext?: boolean;
  readonly spaceBefore?: number;
};

/** One line of text. The bullet is drawn as text, so that it reads back as one. */
function lineBox({
  runs,
  size,
  leading,
  color,
  indent = 0,
  bullet = false,
  end,
  keepWithNext,
  spaceBefore,
}: LineOptions): Drawn {
  return {
    height: leading,
    ...(keepWithNext !== undefined && { keepWithNext }),
    ...(spaceBefore !== undefined && { spaceBefore }),
    draw: ({ doc, page, fonts, left, right }, top) => {
      const y = top - leading / 2 - size * 0.36;
      if (bullet) page.drawText('•', { x: left + indent - 9, y, size, font: fonts.regular, color: ACCENT });
      let x = left + indent;
      for (const run of runs) {
        const font = run.strong ? fonts.semibold : fonts.regular;
        const advance = font.widthOfTextAtSize(run.text, size);
        page.drawText(run.text, { x, y, size, font, color: run.soft ? SOFT : color });
        if (run.href !== undefined) link({ doc, page, href: run.href, box: [x, y - 2, x + advance, y + size] });
        x += advance;
      }
      if (end !== undefined)
        page.drawText(end, {
          x: right - fonts.regular.widthOfTextAtSize(end, size),
          y,
          size,
          font: fonts.regular,
          color: SOFT,
        });
    },
  };
}

function link({
  doc,
  page,
  href,
  box,
}: {
  doc: PDFDocument;
  page: PDFPage;
  href: string;
  box: readonly number[];
}): void {
  const annotation = doc.context.obj({
    Type: 'Annot',
    Subtype: 'Link',
    Rect: [...box],
    Border: [0, 0, 0],
    A: { Type: 'Action', S: 'URI', URI: PDFString.of(encodeURI(decodeSafely(href))) },
  });
  page.node.addAnnot(doc.context.register(annotation));
  page.node.set(PDFName.of('Tabs'), PDFName.of('S'));
}

/** An address that is already encoded is not encoded twice. */
function decodeSafely(href: string): string {
  try {
    return decodeURI(href);
  } catch {
    return href.replaceAll('%', '%25');
  }
}

function resumeBoxes(model: ResumeModel, setting: Setting): Drawn[] {
  const { style } = setting;
  const boxes = head(model, setting);
  for (const { heading, blocks } of model.sections) {
    boxes.push(headingBox(print(heading), setting));
    for (const [i, block] of blocks.entries()) {
      const first = i === 0;
      if (block.type === 'paragraph') boxes.push(...paragraphBoxes(block, setting));
      else
        boxes.push(
          ...entryBoxes(block, {
            setting,
            spaceBefore: first ? 0 : style.gap * (block.bullets.length === 0 && !block.paragraph ? 0.4 : 0.8),
          }),
        );
    }
  }
  return boxes;
}

/** Spaced by position, letter by letter would read back as `S k i l l s`; so the words stay whole and a rule gives weight. */
function headingBox(text: string, { style }: Setting): Drawn {
  const size = style.body + 1.8;
  const height = size + 9;
  return {
    height,
    spaceBefore: style.gap + 3,
    keepWithNext: true,
    draw: ({ page, fonts, left, right }, top) => {
      const y = top - size - 1;
      page.drawText(text, { x: left, y, size, font: fonts.semibold, color: ACCENT });
      page.drawLine({ start: { x: left, y: y - 4 }, end: { x: right, y: y - 4 }, thickness: 0.5, color: RULE });
    },
  };
}

function paragraphBoxes({ line, labelLength }: Paragraph, { fonts, style, width }: Setting): Drawn[] {
  const size = style.body;
  const text = print(line.text);
  if (labelLength === undefined || labelLength === 0) return textBoxes(text, { fonts, style, width, color: INK });
  const label = text.slice(0, labelLength);
  const labelWidth = fonts.semibold.widthOfTextAtSize(label, size);
  // The first line is narrower by what the bold label takes more than regular letters would.
  const extra = labelWidth - fonts.regular.widthOfTextAtSize(label, size);
  const lines = wrap(text, { width: width - extra, measure: (part) => fonts.regular.widthOfTextAtSize(part, size) });
  return lines.map((part, i) => {
    const runs: Run[] =
      i === 0 && part.length >= labelLength
        ? [{ text: label, strong: true }, { text: part.slice(labelLength) }]
        : [{ text: part }];
    return lineBox({ runs, size, leading: style.leading, color: INK, keepWithNext: i < lines.length - 1 });
  });
}

/** Lines of running text; the first and the last two stay together. */
function textBoxes(
  text: string,
  {
    fonts,
    style,
    width,
    color,
    indent = 0,
    bullet = false,
  }: Setting & { color: RGB; indent?: number; bullet?: boolean },
): Drawn[] {
  const size = style.body;
  const lines = wrapBalanced(text, {
    width: width - indent,
    measure: (part) => fonts.regular.widthOfTextAtSize(part, size),
  });
  return lines.map((part, i) =>
    lineBox({
      runs: [{ text: part }],
      size,
      leading: style.leading,
      color,
      indent,
      bullet: bullet && i === 0,
      keepWithNext: i === 0 ? lines.length > 1 : i === lines.length - 2,
    }),
  );
}

function entryBoxes(entry: Entry, { setting, spaceBefore }: { setting: Setting; spaceBefore: number }): Drawn[] {
  const { fonts, style, width } = setting;
  const size = style.body + 0.4;
  const end = entry.date === undefined ? undefined : print(entry.date.text);
  const room = width - (end === undefined ? 0 : fonts.regular.widthOfTextAtSize(end, size) + 14);
  const title = wrap(print(entry.title.text), {
    width: room,
    measure: (part) => fonts.semibold.widthOfTextAtSize(part, size),
  });
  const href = entry.link !== undefined && /^https?:\/\//i.test(entry.link) ? entry.link : undefined;
  const second = [entry.subtitle?.text, entry.place?.text]
    .filter((text) => text !== undefined)
    .map(print)
    .join(' · ');
  const more = second !== '' || entry.paragraph !== undefined || entry.bullets.length > 0;
  const boxes: Drawn[] = title.map((text, i) =>
    lineBox({
      runs: [{ text, strong: true, ...(href !== undefined && { href }) }],
      size,
      leading: style.leading + 0.8,
      color: INK,
      ...(i === title.length - 1 && end !== undefined && { end }),
      keepWithNext: more || i < title.length - 1,
      spaceBefore: i === 0 ? spaceBefore : 0,
    }),
  );
  const body = [
    ...(entry.paragraph ? textBoxes(print(entry.paragraph.text), { ...setting, color: INK }) : []),
    ...entry.bullets.flatMap(({ text }) =>
      textBoxes(print(text), { ...setting, color: INK, indent: 12, bullet: true }),
    ),
  ];
  if (second !== '')
    for (const text of wrap(second, { width, measure: (part) => fonts.regular.widthOfTextAtSize(part, style.body) }))
      boxes.push(
        lineBox({
          runs: [{ text }],
          size: style.body,
          leading: style.leading,
          color: SOFT,
          keepWithNext: body.length > 0,
        }),
      );
  return [...boxes, ...body.map((box, i) => (i === 0 && second !== '' ? { ...box, spaceBefore: 1.6 } : box))];
}

function letterBoxes(model: LetterModel, setting: Setting): Drawn[] {
  const { style } = setting;
  const block = (text: string, spaceBefore: number): Drawn[] =>
    textBoxes(print(text), { ...setting, color: INK }).map((box, i) => (i === 0 ? { ...box, spaceBefore } : box));
  return [
    ...head(model, setting),
    ...block(model.date, style.gap * 2.2),
    ...model.recipient.flatMap(({ text }, i) => block(text, i === 0 ? style.gap : 0)),
    ...block(model.greeting, style.gap * 2),
    ...model.paragraphs.flatMap((lines) => block(lines.map(({ text }) => text).join(' '), style.gap)),
    ...block(model.closing, style.gap),
    ...block(model.valediction, style.gap * 1.6).map((box) => ({ ...box, keepWithNext: true })),
    ...block(model.name.text, style.gap * 0.6),
  ];
}
