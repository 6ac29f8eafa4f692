/** A document as plain text and as its trace; both in reading order, every traced line standing in the text as it is. */
import type { TraceLine } from './document.schema.ts';
import type { DocumentModel, Entry, LetterModel, ResumeModel } from './model.schema.ts';

/** Plain text: headings in capitals would hide words from screening programs, so they stand as they are. */
export function textOf(model: DocumentModel): string {
  const lines = model.kind === 'resume' ? resumeText(model) : letterText(model);
  return `${lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}

function header(model: DocumentModel): string[] {
  return [
    model.name.text,
    ...(model.headline ? [model.headline.text] : []),
    model.contact.map(({ line }) => line.text).join(' | '),
  ];
}

function resumeText(model: ResumeModel): string[] {
  const out = header(model);
  for (const { heading, blocks } of model.sections) {
    out.push('', heading);
    for (const block of blocks) {
      if (block.type === 'paragraph') out.push(block.line.text);
      else out.push(...entryText(block));
    }
  }
  return out;
}

function entryText(entry: Entry): string[] {
  const second = [entry.subtitle?.text, entry.place?.text].filter((text) => text !== undefined).join(', ');
  return [
    '',
    [entry.title.text, entry.date?.text].filter((text) => text !== undefined).join(' | '),
    ...(second === '' ? [] : [second]),
    ...(entry.paragraph ? [entry.paragraph.text] : []),
    ...entry.bullets.map(({ text }) => `• ${text}`),
  ];
}

function letterText(model: LetterModel): string[] {
  return [
    ...header(model),
    '',
    model.date,
    ...(model.recipient.length > 0 ? ['', ...model.recipient.map(({ text }) => text)] : []),
    '',
    model.greeting,
    ...model.paragraphs.flatMap((lines) => ['', lines.map(({ text }) => text).join(' ')]),
    '',
    model.closing,
    '',
    model.valediction,
    model.name.text,
  ];
}

/** Rebuilds a document with every traced line replaced; a line given `undefined` leaves it, with what it alone carried. */
export function mapLines(
  model: DocumentModel,
  change: (line: TraceLine, index: number) => TraceLine | undefined,
): DocumentModel {
  let index = 0;
  const next = (line: TraceLine): TraceLine | undefined => change(line, index++);
  const optional = (line: TraceLine | undefined) => (line === undefined ? undefined : next(line));
  const name = next(model.name) ?? { text: '', evidence: [] };
  const headline = optional(model.headline);
  const contact = model.contact.flatMap((item) => {
    const line = next(item.line);
    return line === undefined ? [] : [{ ...item, line }];
  });
  const shared = { ...model, name, headline, contact };
  if (shared.kind === 'coverLetter') {
    const recipient = shared.recipient.flatMap((line) => next(line) ?? []);
    const paragraphs = shared.paragraphs
      .map((lines) => lines.flatMap((line) => next(line) ?? []))
      .filter((lines) => lines.length > 0);
    return { ...shared, recipient, paragraphs };
  }
  const sections = shared.sections.map((section) => ({
    ...section,
    blocks: section.blocks.flatMap((block): (typeof section.blocks)[number][] => {
      if (block.type === 'paragraph') {
        const line = next(block.line);
        return line === undefined
          ? []
          : [{ ...block, line, labelLength: line.text === block.line.text ? block.labelLength : undefined }];
      }
      const title = next(block.title);
      const date = optional(block.date);
      const subtitle = optional(block.subtitle);
      const place = optional(block.place);
      const paragraph = optional(block.paragraph);
      const bullets = block.bullets.flatMap((line) => next(line) ?? []);
      const head = title ?? subtitle;
      if (head === undefined)
        return [...(paragraph ? [paragraph] : []), ...bullets].map((line) => ({ type: 'paragraph', line }));
      return [
        {
          ...block,
          title: head,
          date,
          subtitle: title === undefined ? undefined : subtitle,
          place,
          paragraph,
          bullets,
        },
      ];
    }),
  }));
  return { ...shared, sections: sections.filter(({ blocks }) => blocks.length > 0) };
}

/** Every line with evidence, in reading order. Its index is what an edit names. */
export function traceOf(model: DocumentModel): TraceLine[] {
  const lines: TraceLine[] = [];
  mapLines(model, (line) => {
    lines.push(line);
    return line;
  });
  return lines.filter(({ text }) => text !== '');
}
