/**
 * DOCX → items: paragraphs with their styles, lists, tables row by row, text boxes, headers and footers, links by
 * relationship. Only the text parts are inflated; macros, pictures and embedded files are never touched. Long because
 * one walk over the XML handles every element; `flowLines` takes the paragraph, the styles and the blank lines above.
 */
import type { Extracted } from '../read/item.schema.ts';
import { resumeErrors } from '../resume.errors.ts';
import { type FlowLine, type FlowRun, layFlow } from './flow.rules.ts';
import { tableLines } from './table.rules.ts';
import { walkXml } from './xml.extract.ts';
import { type Archive, openArchive } from './zip.extract.ts';

type Style = { bold?: boolean; italic?: boolean; size?: number; bullet?: boolean; basedOn?: string };

/** Reads a Word document. Errors as the ZIP and XML readers. */
export function extractDocx(bytes: Uint8Array): Extracted {
  const archive = openArchive(bytes);
  const main = archive.names.includes('word/document.xml') ? 'word/document.xml' : undefined;
  if (main === undefined) throw resumeErrors.damaged({ log: 'no word/document.xml' });
  const styles = readStyles(archive);
  const part = (name: string): FlowLine[] => {
    const data = archive.read(name);
    return data === undefined ? [] : readPart(data, { styles, links: readLinks(archive, name) });
  };
  const named = (kind: string): string[] =>
    archive.names.filter((n) => new RegExp(`^word/${kind}\\d*\\.xml$`, 'u').test(n)).sort();
  const seen = new Set<string>();
  // The same header stands in up to three parts (first, odd, even page).
  const once = (lines: FlowLine[]): FlowLine[] =>
    lines.filter((line) => {
      const key = line.cells
        .flat()
        .map((r) => r.text)
        .join('');
      const fresh = !seen.has(key) && !/^\s*(?:page|seite|página)?\s*\d*\s*(?:of|von|de|\/)?\s*\d*\s*$/iu.test(key);
      seen.add(key);
      return fresh;
    });
  const lines = [
    ...named('header').flatMap((n) => once(part(n))),
    ...part(main),
    ...named('footer').flatMap((n) => once(part(n))),
  ];
  return layFlow(lines);
}

function readLinks(archive: Archive, part: string): Map<string, string> {
  const links = new Map<string, string>();
  const data = archive.read(part.replace(/([^/]+)$/u, '_rels/$1.rels'));
  if (data === undefined) return links;
  walkXml(data, {
    open(name, attributes) {
      const { Id, Target, Type } = attributes;
      if (name === 'Relationship' && Id !== undefined && Target !== undefined && Type?.endsWith('/hyperlink') === true)
        links.set(Id, Target);
    },
    close() {},
  });
  return links;
}

function readStyles(archive: Archive): Map<string, Style> {
  const styles = new Map<string, Style>();
  const data = archive.read('word/styles.xml');
  if (data === undefined) return styles;
  let id: string | undefined;
  let current: Style = {};
  let defaults = false;
  walkXml(data, {
    open(name, attributes) {
      if (name === 'w:docDefaults') {
        defaults = true;
        current = {};
      }
      if (name === 'w:style') {
        id = attributes['w:styleId'];
        current = {};
      }
      if (id === undefined && !defaults) return;
      if (name === 'w:basedOn' && attributes['w:val'] !== undefined) current.basedOn = attributes['w:val'];
      if (name === 'w:numPr') current.bullet = true;
      applyRunProperty(current, name, attributes);
    },
    close(name) {
      if (name === 'w:docDefaults') {
        styles.set('', current);
        defaults = false;
      }
      if (name === 'w:style' && id !== undefined) {
        styles.set(id, current);
        id = undefined;
      }
    },
  });
  return styles;
}

const on = (attributes: Readonly<Record<string, string>>): boolean =>
  !/^(?:0|false|off|none)$/iu.test(attributes['w:val'] ?? '1');

function applyRunProperty(style: Style, name: string, attributes: Readonly<Record<string, string>>): void {
  if (name === 'w:b') style.bold = on(attributes);
  else if (name === 'w:i') style.italic = on(attributes);
  else if (name === 'w:sz') {
    const half = Number(attributes['w:val']);
    if (half > 2 && half < 400) style.size = half / 2;
  }
}

function resolve(styles: ReadonlyMap<string, Style>, id: string | undefined): Style {
  const chain: Style[] = [];
  let next = id;
  while (next !== undefined && chain.length < 12) {
    const style = styles.get(next);
    if (style === undefined) break;
    chain.unshift(style);
    next = style.basedOn;
  }
  return Object.assign({}, styles.get('') ?? {}, ...chain);
}

type Paragraph = {
  lines: FlowRun[][][];
  styleId?: string;
  bullet: boolean;
  indent: number;
  before: number;
  own: Style;
};
type Run = { style: Style; link?: string };
type Container = { lines: FlowLine[] };
type Table = { rows: FlowLine[][][]; row: FlowLine[][] };

function readPart(
  data: Uint8Array,
  { styles, links }: { styles: ReadonlyMap<string, Style>; links: ReadonlyMap<string, string> },
): FlowLine[] {
  const root: Container = { lines: [] };
  const containers: Container[] = [root];
  const tables: Table[] = [];
  const paragraphs: Paragraph[] = [];
  const runs: Run[] = [];
  const linkStack: (string | undefined)[] = [];
  let field: { instruction: string; link?: string } | undefined;
  let fallback = 0;
  let deleted = 0;
  let inText: 'text' | 'instruction' | undefined;
  let inParagraphProperties = false;
  let blank = 0;
  const write = (text: string): void => {
    const paragraph = paragraphs.at(-1);
    const cells = paragraph?.lines.at(-1);
    if (paragraph === undefined || cells === undefined) return;
    const run = runs.at(-1)?.style ?? {};
    const style = { ...resolve(styles, paragraph.styleId), ...run };
    const link = linkStack.findLast((l) => l !== undefined) ?? field?.link;
    cells.at(-1)?.push({
      text,
      ...(style.bold === undefined ? {} : { bold: style.bold }),
      ...(style.italic === undefined ? {} : { italic: style.italic }),
      ...(style.size === undefined ? {} : { size: style.size }),
      ...(link === undefined ? {} : { link }),
    });
  };
  walkXml(data, {
    open(name, attributes) {
      if (name === 'mc:Fallback') fallback++;
      if (name === 'w:del' || name === 'w:moveFrom') deleted++;
      if (fallback > 0 || deleted > 0) return;
      const paragraph = paragraphs.at(-1);
      switch (name) {
        case 'w:tbl':
          tables.push({ rows: [], row: [] });
          break;
        case 'w:tr': {
          const table = tables.at(-1);
          if (table !== undefined) table.row = [];
          break;
        }
        case 'w:tc':
        case 'w:txbxContent':
          containers.push({ lines: [] });
          break;
        case 'w:p':
          paragraphs.push({ lines: [[[]]], bullet: false, indent: 0, before: 0, own: {} });
          break;
        case 'w:pPr':
          inParagraphProperties = true;
          break;
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
          if (paragraph !== undefined && inParagraphProperties)
            paragraph.indent =
              Math.max(0, Math.min(200, Number(attributes['w:left'] ?? attributes['w:start'] ?? 0) / 20)) || 0;
          break;
        case 'w:spacing':
          if (paragraph !== undefined && inParagraphProperties)
            paragraph.before = Math.max(0, Math.min(40, Number(attributes['w:before'] ?? 0) / 20)) || 0;
          break;
        case 'w:r':
          runs.push({ style: {} });
          break;
        case 'w:rStyle': {
          const run = runs.at(-1);
          const style = styles.get(attributes['w:val'] ?? '');
          if (run !== undefined && style !== undefined) Object.assign(run.style, { ...style, basedOn: undefined });
          break;
        }
        case 'w:hyperlink':
          linkStack.push(links.get(attributes['r:id'] ?? ''));
          break;
        case 'w:t':
          inText = 'text';
          break;
        case 'w:instrText':
          inText = 'instruction';
          break;
        case 'w:fldChar':
          if (attributes['w:fldCharType'] === 'begin') field = { instruction: '' };
          else if (attributes['w:fldCharType'] === 'end') field = undefined;
          break;
        case 'w:tab':
        case 'w:ptab':
          if (!inParagraphProperties) paragraph?.lines.at(-1)?.push([]);
          break;
        case 'w:br':
        case 'w:cr':
          paragraph?.lines.push([[]]);
          break;
        case 'w:noBreakHyphen':
          write('-');
          break;
        default: {
          const run = runs.at(-1);
          if (run !== undefined && !inParagraphProperties) applyRunProperty(run.style, name, attributes);
        }
      }
    },
    close(name) {
      if (name === 'mc:Fallback') fallback--;
      if (name === 'w:del' || name === 'w:moveFrom') deleted--;
      if (fallback > 0 || deleted > 0) return;
      switch (name) {
        case 'w:t':
        case 'w:instrText': {
          inText = undefined;
          const url = field === undefined ? undefined : /HYPERLINK\s+"([^"]+)"/u.exec(field.instruction)?.[1];
          if (field !== undefined && url !== undefined) field.link = url;
          break;
        }
        case 'w:pPr':
          inParagraphProperties = false;
          break;
        case 'w:r':
          runs.pop();
          break;
        case 'w:hyperlink':
          linkStack.pop();
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
      if (fallback > 0 || deleted > 0) return;
      if (inText === 'text') write(text);
      else if (inText === 'instruction' && field !== undefined) field.instruction += text;
    },
  });
  return root.lines;
}

function flowLines(paragraph: Paragraph, styles: ReadonlyMap<string, Style>, blank: number): FlowLine[] {
  const style = resolve(styles, paragraph.styleId);
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
