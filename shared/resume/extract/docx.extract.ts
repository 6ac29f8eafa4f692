/**
 * DOCX → items: headers, body and footers with their styles, lists, tables, text boxes and links. Only the text parts
 * are inflated; macros, pictures and embedded files are never touched.
 */
import type { Extracted } from '../read/item.schema.ts';
import { resumeErrors } from '../resume.errors.ts';
import { noFacts, type PartFacts, readPart } from './docx-body.extract.ts';
import { readStyles } from './docx-style.extract.ts';
import { type FlowLine, layFlow } from './flow.rules.ts';
import { hiddenWarning, solidLength } from './hidden.rules.ts';
import { officeProperties } from './office-properties.extract.ts';
import { walkXml } from './xml.extract.ts';
import { type Archive, openArchive } from './zip.extract.ts';

const BODY = /^word\/document\d*\.xml$/u;

/** Reads a Word document. Errors as the ZIP and XML readers. */
export function extractDocx(bytes: Uint8Array): Extracted {
  const archive = openArchive(bytes);
  const main = archive.names.find((name) => BODY.test(name));
  if (main === undefined) throw resumeErrors.damaged({ log: 'no word/document.xml' });
  const styles = readStyles(archive.read('word/styles.xml'));
  const part = (name: string, facts: PartFacts): FlowLine[] => {
    const data = archive.read(name);
    return data === undefined ? [] : readPart(data, { styles, links: readLinks(archive, name), facts });
  };
  const named = (kind: string): string[] =>
    archive.names.filter((n) => new RegExp(`^word/${kind}\\d*\\.xml$`, 'u').test(n)).sort();
  const seen = new Set<string>();
  // The same header stands in up to three parts (first, odd, even page).
  const once = (lines: FlowLine[]): FlowLine[] =>
    lines.filter((line) => {
      const key = textOf(line);
      const fresh = !seen.has(key) && !/^\s*(?:page|seite|página)?\s*\d*\s*(?:of|von|de|\/)?\s*\d*\s*$/iu.test(key);
      seen.add(key);
      return fresh;
    });
  const facts = noFacts();
  const margins = noFacts();
  const header = named('header').flatMap((n) => once(part(n, margins)));
  const body = part(main, facts);
  const footer = named('footer').flatMap((n) => once(part(n, margins)));
  const extracted = layFlow([...header, ...body, ...footer]);
  const hidden = [...facts.hidden, ...margins.hidden];
  const warning = hiddenWarning(hidden);
  if (warning !== undefined) extracted.warnings.push(warning);
  extracted.facts = {
    format: 'docx',
    tables: facts.tables,
    images: facts.images + margins.images,
    textBoxes: facts.textBoxes + margins.textBoxes,
    marginCharacters: [...header, ...footer].reduce((n, line) => n + solidLength(textOf(line)), 0),
    hiddenCharacters: hidden.reduce((n, text) => n + solidLength(text), 0),
    fonts: [...new Set([...facts.fonts, ...margins.fonts])].slice(0, 50),
    links: facts.links + margins.links,
    ...officeProperties(archive),
  };
  return extracted;
}

const textOf = (line: FlowLine): string =>
  line.cells
    .flat()
    .map((run) => run.text)
    .join('');

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
