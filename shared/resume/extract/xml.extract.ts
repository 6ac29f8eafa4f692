/** XML of office files as a stream of events: no document type, no entities of its own, bounded depth and size. */
import { SaxesParser } from 'saxes';
import { resumeErrors } from '../resume.errors.ts';

const MAX_DEPTH = 200;
const MAX_ELEMENTS = 400_000;

export type XmlHandlers = {
  open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  close: (name: string) => void;
  text?: (text: string) => void;
};

/** Walks an XML part. Throws `resume.damaged` for what is not well formed or has a DOCTYPE, `resume.too_complex` beyond the bounds. */
export function walkXml(bytes: Uint8Array, { open, close, text }: XmlHandlers): void {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  let elements = 0;
  parser.on('error', (cause) => {
    throw resumeErrors.damaged({ cause });
  });
  parser.on('doctype', () => {
    throw resumeErrors.damaged({ log: 'DOCTYPE in an office file' });
  });
  parser.on('opentag', (tag) => {
    if (++depth > MAX_DEPTH || ++elements > MAX_ELEMENTS) throw resumeErrors.too_complex();
    open(tag.name, tag.attributes);
  });
  parser.on('closetag', (tag) => {
    depth--;
    close(tag.name);
  });
  if (text !== undefined) parser.on('text', text);
  parser.write(new TextDecoder().decode(bytes)).close();
}
