/**
 * One part of a Word document (body, header, footer) → flow lines. Long because one walk over the XML handles every
 * element; `flowLines` takes the paragraph, the styles and the blank lines above.
 */
import { applyRunProperty, isShade, resolveStyle, type Style, type Styles } from './docx-style.extract.ts';
import type { FlowLine, FlowRun } from './flow.rules.ts';
import { tableLines } from './table.rules.ts';
import { walkXml } from './xml.extract.ts';

/** What is counted while a part is walked. */
export type PartFacts = {
  tables: number;
  images: number;
  textBoxes: number;
  links: number;
  fonts: Set<string>;
  hidden: string[];
};
export const noFacts = (): PartFacts => ({
  tables: 0,
  images: 0,
  textBoxes: 0,
  links: 0,
  fonts: new Set(),
  hidden: [],
});

type Paragraph = {
  lines: FlowRun[][][];
  styleId?: string;
  style?: Style;
  bullet: boolean;
  indent: number;
  before: number;
  shaded: boolean;
};
type Run = { style: Style };
type Container = { lines: FlowLine[]; shaded: boolean };
type Table = { rows: FlowLine[][][]; row: FlowLine[][] };
type Field = { instruction: string; result: boolean };
type Control = { placeholder: boolean };

const URL_FIELD = /HYPERLINK\s+(?:\\[a-z]\s+)*"([^"]+)"/iu;
/** Page numbers and dates of today are no text of the person. */
const COMPUTED_FIELD = /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES|DATE|TIME|FILENAME|TOC|SAVEDATE|PRINTDATE)\b/iu;
const TINY = 2;

/** The glyph of a symbol font as text: the marks of lists and ticks are known, others are ornaments. */
function symbolText(code: number): string {
  const low = code & 0xff;
  if ([0xa7, 0xb7, 0xd8, 0xfc, 0x76, 0x71, 0x6e, 0x6c, 0x75, 0x9f].includes(low)) return '• ';
  if (low === 0x2d || low === 0xbe) return '– ';
  return ' ';
}

/** Walks a part. `links` are its relationships by id. */
export function readPart(
  data: Uint8Array,
  { styles, links, facts }: { styles: Styles; links: ReadonlyMap<string, string>; facts: PartFacts },
): FlowLine[] {
  const root: Container = { lines: [], shaded: false };
  const containers: Container[] = [root];
  const tables: Table[] = [];
  const paragraphs: Paragraph[] = [];
  const runs: Run[] = [];
  const linkStack: (string | undefined)[] = [];
  const fields: Field[] = [];
  const controls: Control[] = [];
  let skipped = 0;
  let inText: 'text' | 'instruction' | undefined;
  let properties = 0;
  let cellProperties = 0;
  let blank = 0;

  const write = (text: string): void => {
    const paragraph = paragraphs.at(-1);
    const cells = paragraph?.lines.at(-1);
    if (paragraph === undefined || cells === undefined) return;
    if (controls.some((c) => c.placeholder)) return;
    if (fields.some((f) => COMPUTED_FIELD.test(f.instruction))) return;
    paragraph.style ??= resolveStyle(styles, paragraph.styleId);
    const style = { ...paragraph.style, ...runs.at(-1)?.style };
    if (style.font !== undefined && text.trim() !== '') facts.fonts.add(style.font);
    const below = paragraph.shaded || style.shaded === true || containers.some((c) => c.shaded);
    const white = style.color !== undefined && /^#f[0-9a-f]f[0-9a-f]f[0-9a-f]$/u.test(style.color);
    if (style.vanish === true || (white && !below) || (style.size ?? 11) < TINY) {
      facts.hidden.push(text);
      return;
    }
    const field = fields.findLast((f) => URL_FIELD.test(f.instruction));
    const link =
      linkStack.findLast((l) => l !== undefined) ??
      (field === undefined ? undefined : URL_FIELD.exec(field.instruction)?.[1]);
    cells.at(-1)?.push({
      text,
      ...(style.bold === undefined ? {} : { bold: style.bold }),
      ...(style.italic === undefined ? {} : { italic: style.italic }),
      ...(style.size === undefined ? {} : { size: style.size }),
      ...(style.color === undefined ? {} : { color: style.color }),
      ...(link === undefined ? {} : { link }),
    });
  };

  walkXml(data, {
    open(name, attributes) {
      if (
        name === 'mc:Fallback' ||
        name === 'w:del' ||
        name === 'w:moveFrom' ||
        name === 'w:rPrChange' ||
        name === 'w:pPrChange'
      )
        skipped++;
      if (skipped > 0) return;
      const paragraph = paragraphs.at(-1);
      const run = runs.at(-1);
      switch (name) {
        case 'w:tbl':
          facts.tables++;
          tables.push({ rows: [], row: [] });
          break;
        case 'w:tr': {
          const table = tables.at(-1);
          if (table !== undefined) table.row = [];
          break;
        }
        case 'w:tc':
          containers.push({ lines: [], shaded: false });
          break;
        case 'w:tcPr':
        case 'w:tblPr':
          cellProperties++;
          break;
        case 'w:txbxContent':
          facts.textBoxes++;
          // What a shape is filled with stands elsewhere; white text in one is taken to be seen.
          containers.push({ lines: [], shaded: true });
          break;
        case 'a:blip':
        case 'v:imagedata':
          facts.images++;
          break;
        case 'w:p':
          paragraphs.push({ lines: [[[]]], bullet: false, indent: 0, before: 0, shaded: false });
          break;
        case 'w:pPr':
          properties++;
          break;
        case 'w:sdt':
          controls.push({ placeholder: false });
          break;
        case 'w:showingPlcHdr': {
          const control = controls.at(-1);
          if (control !== undefined) control.placeholder = true;
          break;
        }
        case 'w:pStyle':
          if (paragraph !== undefined && attributes['w:val'] !== undefined) paragraph.styleId = attributes['w:val'];
          break;
        case 'w:numPr':
          if (paragraph !== undefined) paragraph.bullet = true;
          break;
        case 'w:numId':
          if (paragraph !== undefined && attributes['w:val'] === '0') paragraph.bullet = false;
          break;
        case 'w:ind':
          if (paragraph !== undefined && properties > 0)
            paragraph.indent =
              Math.max(0, Math.min(200, Number(attributes['w:left'] ?? attributes['w:start'] ?? 0) / 20)) || 0;
          break;
        case 'w:spacing':
          if (paragraph !== undefined && properties > 0)
            paragraph.before = Math.max(0, Math.min(40, Number(attributes['w:before'] ?? 0) / 20)) || 0;
          break;
        case 'w:shd': {
          const cell = containers.at(-1);
          if (cellProperties > 0 && cell !== undefined) cell.shaded ||= isShade(attributes);
          else if (run !== undefined && properties === 0) applyRunProperty(run.style, name, attributes);
          else if (paragraph !== undefined) paragraph.shaded ||= isShade(attributes);
          break;
        }
        case 'w:r':
          runs.push({ style: {} });
          break;
        case 'w:rStyle': {
          const style = resolveOwn(styles, attributes['w:val']);
          if (run !== undefined && properties === 0) Object.assign(run.style, style);
          break;
        }
        case 'w:hyperlink': {
          const url = links.get(attributes['r:id'] ?? '');
          if (url !== undefined) facts.links++;
          linkStack.push(url);
          break;
        }
        case 'w:fldSimple':
          fields.push({ instruction: attributes['w:instr'] ?? '', result: true });
          break;
        case 'w:t':
          inText = 'text';
          break;
        case 'w:instrText':
          inText = 'instruction';
          break;
        case 'w:fldChar': {
          const kind = attributes['w:fldCharType'];
          if (kind === 'begin') fields.push({ instruction: '', result: false });
          else if (kind === 'end') {
            if (URL_FIELD.test(fields.pop()?.instruction ?? '')) facts.links++;
          } else {
            const field = fields.at(-1);
            if (field !== undefined) field.result = true;
          }
          break;
        }
        case 'w:tab':
        case 'w:ptab':
          if (properties === 0) paragraph?.lines.at(-1)?.push([]);
          break;
        case 'w:br':
        case 'w:cr':
          paragraph?.lines.push([[]]);
          break;
        case 'w:noBreakHyphen':
          write('-');
          break;
        case 'w:sym':
          write(symbolText(Number.parseInt(attributes['w:char'] ?? '0', 16)));
          break;
        default:
          if (run !== undefined && properties === 0) applyRunProperty(run.style, name, attributes);
      }
    },
    close(name) {
      if (
        name === 'mc:Fallback' ||
        name === 'w:del' ||
        name === 'w:moveFrom' ||
        name === 'w:rPrChange' ||
        name === 'w:pPrChange'
      ) {
        skipped--;
        return;
      }
      if (skipped > 0) return;
      switch (name) {
        case 'w:t':
        case 'w:instrText':
          inText = undefined;
          break;
        case 'w:pPr':
          properties--;
          break;
        case 'w:tcPr':
        case 'w:tblPr':
          cellProperties--;
          break;
        case 'w:sdt':
          controls.pop();
          break;
        case 'w:r':
          runs.pop();
          break;
        case 'w:hyperlink':
          linkStack.pop();
          break;
        case 'w:fldSimple':
          fields.pop();
          break;
        case 'w:p': {
          const paragraph = paragraphs.pop();
          const target = containers.at(-1);
          if (paragraph === undefined || target === undefined) break;
          const lines = flowLines(paragraph, styles, blank);
          blank = lines.length === 0 ? Math.min(2, blank + 1) : 0;
          target.lines.push(...lines);
          break;
        }
        case 'w:txbxContent': {
          const box = containers.pop();
          containers.at(-1)?.lines.push(...(box?.lines ?? []));
          break;
        }
        case 'w:tc': {
          const cell = containers.pop();
          tables.at(-1)?.row.push(cell?.lines ?? []);
          break;
        }
        case 'w:tr': {
          const table = tables.at(-1);
          if (table !== undefined) table.rows.push(table.row);
          break;
        }
        case 'w:tbl': {
          const table = tables.pop();
          containers.at(-1)?.lines.push(...(table?.rows ?? []).flatMap(tableLines));
          break;
        }
      }
    },
    text(text) {
      if (skipped > 0) return;
      if (inText === 'text') write(text);
      else if (inText === 'instruction') {
        const field = fields.at(-1);
        if (field !== undefined && !field.result) field.instruction += text;
      }
    },
  });
  return root.lines;
}

/** A character style, without what every paragraph has. */
function resolveOwn(styles: Styles, id: string | undefined): Style {
  const { basedOn: _, ...own } = styles.get(id ?? '') ?? {};
  return own;
}

function flowLines(paragraph: Paragraph, styles: Styles, blank: number): FlowLine[] {
  const style = resolveStyle(styles, paragraph.styleId);
  return paragraph.lines
    .map((cells) => ({ cells: cells.filter((cell) => cell.some((r) => r.text.trim() !== '')) }))
    .filter(({ cells }) => cells.length > 0)
    .map(({ cells }, i) => ({
      cells,
      bullet: i === 0 && (paragraph.bullet || (style.bullet === true && !/heading/iu.test(paragraph.styleId ?? ''))),
      indent: paragraph.indent,
      spaceBefore: i === 0 ? paragraph.before + blank * 10 : 0,
    }));
}
