/** Name, headline, e-mail, phone, links and place of the person, from the lines that are likeliest to hold them. */
import { readEmail } from './email.rules.ts';
import { readLabel } from './headline.rules.ts';
import type { Extracted, Line } from './item.schema.ts';
import { type Link, readLinks } from './links.rules.ts';
import { readName } from './name.rules.ts';
import { readPhone } from './phone.rules.ts';
import { type Place, readLocation } from './place.rules.ts';
import type { Section } from './sections.rules.ts';
import { wordCount } from './text.rules.ts';
import type { Found } from './value.rules.ts';

export { splitAddress } from './place.rules.ts';

export type Contact = {
  name?: Found;
  label?: Found;
  email?: Found;
  phone?: Found;
  url?: Found;
  profiles: Link[];
  location?: Found<Place>;
};

type Input = { lines: readonly Line[]; sections: readonly Section[]; extracted: Extracted; language: string };

/** Reads the person's own data; looks at the header, contact sections and the foot of the first page first. */
export function readContact({ lines, sections, extracted, language }: Input): Contact {
  const { near, own } = contactLines({ lines, sections });
  const email = readEmail(near, extracted);
  const links = readLinks({ near, lines, sections, extracted, email: email?.value });
  const name = readName({ lines, near, handles: [email?.value ?? '', ...links.map((l) => l.value.url)] });
  const location = readLocation({ near, sections, name: name?.value });
  const phone = readPhone({ near, own, language, country: location?.value.countryCode });
  const label = readLabel({ lines, sections, name });
  const site = links.find((l) => l.value.network === undefined);
  return {
    ...(name === undefined ? {} : { name }),
    ...(label === undefined ? {} : { label }),
    ...(email === undefined ? {} : { email }),
    ...(phone === undefined ? {} : { phone }),
    ...(site === undefined ? {} : { url: { value: site.value.url, confidence: site.confidence, spans: site.spans } }),
    profiles: links.filter((l) => l !== site),
    ...(location === undefined ? {} : { location }),
  };
}

/** Lines that may hold contact data, best first; those of referees never do. */
function contactLines({ lines, sections }: Pick<Input, 'lines' | 'sections'>): {
  near: Line[];
  own: ReadonlySet<Line>;
} {
  const of = (kinds: readonly Section['kind'][]): Line[] =>
    sections.filter((s) => kinds.includes(s.kind)).flatMap((s) => s.lines);
  const head = of(['header']);
  const contact = of(['contact']);
  const first = new Set([...head.slice(0, 25), ...contact]);
  const foreign = new Set(of(['references']));
  const summary = of(['summary', 'other']).filter((l) => !first.has(l) && wordCount(l.text) < 12);
  const second = new Set(summary);
  const rest = lines.filter((l) => !first.has(l) && !second.has(l) && !foreign.has(l));
  return { near: [...first, ...summary, ...rest], own: new Set([...head, ...contact]) };
}
