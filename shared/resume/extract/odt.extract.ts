/** ODT → items: paragraphs and headings with their styles, lists, tables, frames and links. */

import type { Extracted } from '../read/item.schema.ts';
import { resumeErrors } from '../resume.errors.ts';
import { type FlowLine, type FlowRun, layFlow } from './flow.rules.ts';
import { hiddenWarning, solidLength } from './hidden.rules.ts';
import { officeProperties } from './office-properties.extract.ts';
import { tableLines } from './table.rules.ts';
import { walkXml } from './xml.extract.ts';
import { openArchive } from './zip.extract.ts';

type Style = {
  bold?: boolean;
  italic?: boolean;
  size?: number;
  color?: string;
  /** Painted below the text. */
  shaded?: boolean;
  hidden?: boolean;
  parent?: string;
};
type Walk = {
  styles: ReadonlyMap<string, Style>;
  root: string;
  hidden: string[];
  facts: { tables: number; images: number; textBoxes: number; links: number };
};

/** Reads an OpenDocument text. Errors as the ZIP and XML readers. */
export function extractOdt(bytes: Uint8Array): Extracted {
  const archive = openArchive(bytes);
  const content = archive.read('content.xml');
  if (content === undefined) throw resumeErrors.damaged({ log: 'no content.xml' });
  const styles = new Map<string, Style>();
  const named = archive.read('styles.xml');
  if (named !== undefined) readStyles(named, styles);
  readStyles(content, styles);
  const hidden: string[] = [];
  const facts = { tables: 0, images: 0, textBoxes: 0, links: 0 };
  const margins = named === undefined ? [] : readBody(named, { styles, root: 'office:master-styles', hidden, facts });
  const extracted = layFlow([...margins, ...readBody(content, { styles, root: 'office:body', hidden, facts })]);
  const warning = hiddenWarning(hidden);
  if (warning !== undefined) extracted.warnings.push(warning);
  const lengthOf = (line: FlowLine): number => line.cells.flat().reduce((n, run) => n + solidLength(run.text), 0);
  extracted.facts = {
    format: 'odt',
    ...facts,
    marginCharacters: margins.reduce((n, line) => n + lengthOf(line), 0),
    hiddenCharacters: hidden.reduce((n, text) => n + solidLength(text), 0),
    ...officeProperties(archive),
  };
  return extracted;
}

function readStyles(data: Uint8Array, styles: Map<string, Style>): void {
  let id: string | undefined;
  walkXml(data, {
    open(name, attributes) {
      if (name === 'style:style' || name === 'style:default-style') {
        id = attributes['style:name'] ?? '';
        const parent = attributes['style:parent-style-name'];
        styles.set(id, { ...(parent === undefined ? {} : { parent }) });
      }
      if (name === 'style:text-properties' && id !== undefined) {
        const style = styles.get(id) ?? {};
        const weight = attributes['fo:font-weight'];
        const slant = attributes['fo:font-style'];
        const size = /^([\d.]+)pt$/u.exec(attributes['fo:font-size'] ?? '')?.[1];
        if (weight !== undefined) style.bold = weight === 'bold' || Number(weight) >= 600;
        if (slant !== undefined) style.italic = slant !== 'normal';
        if (size !== undefined) style.size = Number(size);
        if (attributes['text:display'] === 'none') style.hidden = true;
        const color = attributes['fo:color'];
        if (color !== undefined && /^#[0-9a-f]{6}$/iu.test(color)) style.color = color.toLowerCase();
        styles.set(id, style);
      }
      const background = attributes['fo:background-color'];
      if (
        id !== undefined &&
        background !== undefined &&
        !/^(?:transparent|#f[0-9a-f]f[0-9a-f]f[0-9a-f])$/iu.test(background)
      )
        styles.set(id, { ...styles.get(id), shaded: true });
    },
    close(name) {
      if (name === 'style:style' || name === 'style:default-style') id = undefined;
    },
  });
}

function resolve(styles: ReadonlyMap<string, Style>, id: string | undefined): Style {
  const chain: Style[] = [];
  let next = id;
  while (next !== undefined && chain.length < 12) {
    const style = styles.get(next);
    if (style === undefined) break;
    chain.unshift(style);
    next = style.parent;
  }
  return Object.assign({}, ...chain);
}

function readBody(data: Uint8Array, { styles, root, hidden, facts }: Walk): FlowLine[] {
  const containers: FlowLine[][] = [[]];
  const tables: FlowLine[][][][] = [];
  const spans: Style[] = [];
  const links: (string | undefined)[] = [];
  const paragraphs: { lines: FlowRun[][][]; style: Style; bullet: boolean }[] = [];
  let inside = 0;
  let item = 0;
  let blank = 0;
  let skipped = 0;
  let shadedCells = 0;
  const cellShades: boolean[] = [];
  const write = (text: string): void => {
    const paragraph = paragraphs.at(-1);
    if (paragraph === undefined || skipped > 0) return;
    const style: Style = Object.assign({}, paragraph.style, ...spans);
    const white = style.color !== undefined && /^#f[0-9a-f]f[0-9a-f]f[0-9a-f]$/u.test(style.color);
    if (style.hidden === true || (white && style.shaded !== true && shadedCells === 0)) {
      hidden.push(text);
      return;
    }
    const link = links.findLast((l) => l !== undefined);
    paragraph.lines
      .at(-1)
      ?.at(-1)
      ?.push({
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
      if (name === root) inside++;
      if (inside === 0) return;
      switch (name) {
        case 'text:tracked-changes':
        case 'office:annotation':
          skipped++;
          break;
        case 'text:p':
        case 'text:h': {
          const style = resolve(styles, attributes['text:style-name']);
          paragraphs.push({
            lines: [[[]]],
            style: name === 'text:h' ? { bold: true, ...style } : style,
            bullet: item > 0,
          });
          break;
        }
        case 'text:span':
          spans.push(resolve(styles, attributes['text:style-name']));
          break;
        case 'text:a':
          facts.links++;
          links.push(attributes['xlink:href']);
          break;
        case 'text:list-item':
          item++;
          break;
        case 'text:tab':
          paragraphs.at(-1)?.lines.at(-1)?.push([]);
          break;
        case 'text:line-break':
          paragraphs.at(-1)?.lines.push([[]]);
          break;
        case 'text:s':
          write(' ');
          break;
        case 'table:table':
          facts.tables++;
          tables.push([]);
          break;
        case 'table:table-row':
          tables.at(-1)?.push([]);
          break;
        case 'draw:image':
          facts.images++;
          break;
        case 'text:page-number':
        case 'text:page-count':
          skipped++;
          break;
        case 'draw:text-box':
          facts.textBoxes++;
          // What a frame is filled with stands in a style of its own; white text in one is taken to be seen.
          cellShades.push(true);
          shadedCells++;
          containers.push([]);
          break;
        case 'table:table-cell': {
          const shaded = resolve(styles, attributes['table:style-name']).shaded === true;
          cellShades.push(shaded);
          if (shaded) shadedCells++;
          containers.push([]);
          break;
        }
      }
    },
    close(name) {
      if (inside === 0) return;
      if (name === root) inside--;
      switch (name) {
        case 'text:tracked-changes':
        case 'office:annotation':
          skipped--;
          break;
        case 'text:p':
        case 'text:h': {
          const paragraph = paragraphs.pop();
          if (paragraph === undefined || skipped > 0) break;
          const lines = paragraph.lines
            .map((cells) => cells.filter((c) => c.some((r) => r.text.trim() !== '')))
            .filter((cells) => cells.length > 0)
            .map((cells, i) => ({
              cells,
              bullet: paragraph.bullet && i === 0,
              spaceBefore: i === 0 ? Math.min(2, blank) * 10 + (name === 'text:h' ? 8 : 0) : 0,
            }));
          blank = lines.length === 0 ? blank + 1 : 0;
          containers.at(-1)?.push(...lines);
          break;
        }
        case 'text:span':
          spans.pop();
          break;
        case 'text:a':
          links.pop();
          break;
        case 'text:list-item':
          item--;
          break;
        case 'text:page-number':
        case 'text:page-count':
          skipped--;
          break;
        case 'draw:text-box': {
          if (cellShades.pop() === true) shadedCells--;
          const box = containers.pop();
          containers.at(-1)?.push(...(box ?? []));
          break;
        }
        case 'table:table-cell': {
          if (cellShades.pop() === true) shadedCells--;
          const cell = containers.pop();
          tables
            .at(-1)
            ?.at(-1)
            ?.push(cell ?? []);
          break;
        }
        case 'table:table': {
          const rows = tables.pop() ?? [];
          containers.at(-1)?.push(...rows.flatMap(tableLines));
          break;
        }
      }
    },
    text: write,
  });
  return containers[0] ?? [];
}
