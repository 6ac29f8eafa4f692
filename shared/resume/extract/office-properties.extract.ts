/** What an office file says of itself: the program that made it and the day it was saved. */
import type { FileFacts } from '../resume.schema.ts';
import { dayOf } from './pdf-facts.rules.ts';
import { walkXml } from './xml.extract.ts';
import type { Archive } from './zip.extract.ts';

const PARTS = ['docProps/core.xml', 'docProps/app.xml', 'meta.xml'];

/** Properties of a DOCX or ODT. A part that is not well formed says nothing. */
export function officeProperties(archive: Archive): Pick<Partial<FileFacts>, 'producer' | 'modifiedAt'> {
  const said = new Map<string, string>();
  for (const part of PARTS) {
    const data = archive.names.includes(part) ? archive.read(part) : undefined;
    if (data === undefined) continue;
    let open = '';
    try {
      walkXml(data, {
        open(name) {
          open = name;
        },
        close() {
          open = '';
        },
        text(text) {
          if (open !== '') said.set(open, `${said.get(open) ?? ''}${text}`.slice(0, 200));
        },
      });
    } catch {
      // The text does not depend on it.
    }
  }
  const producer = (said.get('Application') ?? said.get('meta:generator') ?? '').trim();
  const modifiedAt =
    dayOf(said.get('dcterms:modified') ?? said.get('dc:date') ?? '') ??
    dayOf(said.get('dcterms:created') ?? said.get('meta:creation-date') ?? '');
  return { ...(producer === '' ? {} : { producer }), ...(modifiedAt === undefined ? {} : { modifiedAt }) };
}
