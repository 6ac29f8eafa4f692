/** ODT → items: paragraphs and headings with their styles, lists, tables, frames and links. */

import type { Extracted } from '../read/item.schema.ts';
import { resumeErrors } from '../resume.errors.ts';
import { type FlowLine, type FlowRun, layFlow } from './flow.rules.ts';
import { tableLines } from './table.rules.ts';
import { walkXml } from './xml.extract.ts';
import { openArchive } from './zip.extract.ts';

type Style = { bold?: boolean; italic?: boolean; size?: number; parent?: string };

/** Reads an OpenDocument text. Errors as the ZIP and XML readers. */
export function extractOdt(bytes: Uint8Array): Extracted {
  const archive = openArchive(bytes);
  const content = archive.read('content.xml');
  if (content === undefined) throw resumeErrors.damaged({ log: 'no content.xml' });
  const styles = new Map<string, Style>();
  const named = archive.read('styles.xml');
  if (named !== undefined) readStyles(named, styles);
  readStyles(content, styles);
  const lines: FlowLine[] = named === undefined ? [] : readBody(named, { styles, root: 'office:master-styles' });
  return layFlow([...lines, ...readBody(content, { styles, root: 'office:body' })]);
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
        styles.set(id, style);
      }
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

function readBody(
  data: Uint8Array,
  { styles, root }: { styles: ReadonlyMap<string, Style>; root: string },
): FlowLine[] {
  const containers: FlowLine[][] = [[]];
  const tables: FlowLine[][][][] = [];
  const spans: Style[] = [];
  const links: (string | undefined)[] = [];
  const paragraphs: { lines: FlowRun[][][]; style: Style; bullet: boolean }[] = [];
  let inside = 0;
  let item = 0;
  let blank = 0;
  let skipped = 0;
  const write = (text: string): void => {
    const paragraph = paragraphs.at(-1);
    if (paragraph === undefined || skipped > 0) return;
    const style: Style = Object.assign({}, paragraph.style, ...spans);
    const link = links.findLast((l) => l !== undefined);
    paragraph.lines
      .at(-1)
      ?.at(-1)
      ?.push({
        text,
        ...(style.bold === undefined ? {} : { bold: style.bold }),
        ...(style.italic === undefined ? {} : { italic: style.italic }),
        ...(style.size === undefined ? {} : { size: style.size }),
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
          tables.push([]);
          break;
        case 'table:table-row':
          tables.at(-1)?.push([]);
          break;
        case 'table:table-cell':
        case 'draw:text-box':
          containers.push([]);
          break;
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
        case 'draw:text-box': {
          const box = containers.pop();
          containers.at(-1)?.push(...(box ?? []));
          break;
        }
        case 'table:table-cell': {
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
