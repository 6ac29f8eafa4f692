/** What keeps a machine from reading a file as it was meant. Most of it only the file itself can tell. */
import { fold } from '#shared/kernel/text.ts';
import { headingKind, looseHeadingKind } from '#shared/resume/read/headings.rules.ts';
import type { FileFacts, Span } from '#shared/resume/resume.schema.ts';
import type { Evidence, Finding } from '../advice.schema.ts';
import { type Check, count, fine, notChecked, type Outcome, problem } from '../check.rules.ts';
import { atLine, type Subject } from '../subject.rules.ts';
import { ICON_FONTS } from '../words.data.ts';

const NO_FACTS = 'This kind of file does not tell how it is made.';

/** Asks the facts of the file; without them the question stays open. */
const byFacts =
  (ask: (facts: FileFacts, subject: Subject) => Outcome) =>
  (subject: Subject): Outcome =>
    // Without its format nobody looked into the file; only its text was counted.
    subject.reading.facts === undefined || subject.reading.facts.format === ''
      ? notChecked(NO_FACTS)
      : ask(subject.reading.facts, subject);

/** The first line of the file, for what concerns it as a whole. */
const whole = ({ lines, top }: Subject): Evidence => {
  const [first] = lines;
  return first ? atLine(first) : top;
};

const scanned: Check = {
  code: 'machine.scanned',
  area: 'machine',
  worth: 6,
  title: 'Text that can be selected, not a picture of text',
  look(subject) {
    const { reading, lines } = subject;
    const pages = reading.facts?.ocrPages ?? [];
    if (!reading.ocr && pages.length === 0) return fine;
    const some = pages.length > 0 && pages.length < reading.pages.length;
    const shown = pages.length > 0 ? pages : reading.pages.map((_, i) => i + 1);
    return problem({
      severity: 'high',
      title: some ? `${count(pages.length, 'page is', 'pages are')} a picture` : 'The file is a picture of a page',
      text: 'The words were recognised from an image. Many systems do not do that: they see an empty page, or letters in the wrong place.',
      fix: 'Open the document it was made from and save it as PDF or DOCX (“Save as”, not “Scan” or “Screenshot”).',
      evidence: shown.slice(0, 4).map((page) => {
        const line = lines.find((l) => l.page === page);
        return line ? atLine(line) : { page, text: `Page ${page}` };
      }),
    });
  },
};

/** Two lines at one height of a page that belong to different columns: read straight across they become one. */
function sideBySide({ lines, reading }: Subject): [Span, Span] | undefined {
  const long = lines.flatMap((line, index) =>
    (line.text.length >= 14 || /\p{Script=Han}{5}/u.test(line.text)) && line.box
      ? [{ line, box: line.box, index }]
      : [],
  );
  // Of all such pairs the one that is read furthest apart shows best what goes wrong.
  let best: { pair: [Span, Span]; apart: number } | undefined;
  for (const a of long)
    for (const b of long) {
      const apart = b.index - a.index;
      if (apart < Math.max(4, (best?.apart ?? 0) + 1) || a.line.page !== b.line.page) continue;
      const page = reading.pages[a.line.page - 1];
      if (!page || Math.abs(a.box[1] - b.box[1]) > 4) continue;
      const [left, right] = a.box[0] < b.box[0] ? [a, b] : [b, a];
      if (right.box[0] - (left.box[0] + left.box[2]) > 5 && right.box[0] - left.box[0] > page.width * 0.15)
        best = { pair: [left.line, right.line], apart };
    }
  return best?.pair;
}

const columns: Check = {
  code: 'machine.columns',
  area: 'machine',
  worth: 4,
  title: 'One column',
  look(subject) {
    const { facts } = subject.reading;
    if (facts === undefined) return notChecked(NO_FACTS);
    if (facts.columns < 2) return fine;
    const pair = sideBySide(subject);
    return problem({
      severity: 'medium',
      title: `Text stands in ${facts.columns} columns`,
      text: pair
        ? 'These two stand at one height of the page. We read one column after the other; a simple reader goes straight across and makes one line of them.'
        : 'A simple reader goes straight across the page and mixes the columns line by line.',
      fix: 'For uploads keep a version in one column: first the contact line, then experience, education and skills, one under the other.',
      evidence: pair ? pair.map((line) => atLine(line)) : [whole(subject)],
    });
  },
};

type Unwanted = Pick<Check, 'code' | 'worth' | 'title'> &
  Pick<Finding, 'severity' | 'text' | 'fix'> & {
    /** How many of these the file holds. */
    holds: (facts: FileFacts, subject: Subject) => number;
    found: (number: number) => string;
    /** This many and more are a problem. */
    from?: number;
  };

/** A check for things a file is better without. */
const unwanted = ({ code, worth, title, holds, found, from = 1, severity, text, fix }: Unwanted): Check => ({
  code,
  area: 'machine',
  worth,
  title,
  look: byFacts((facts, subject) => {
    const number = holds(facts, subject);
    if (number < from) return fine;
    return problem({ severity, title: found(number), text, fix, evidence: [whole(subject)] });
  }),
});

const tables = unwanted({
  code: 'machine.tables',
  worth: 2,
  title: 'No tables for layout',
  holds: (facts) => facts.tables,
  found: (number) => `${count(number, 'table')} in the file`,
  severity: 'low',
  text: 'Cells are read in an order that depends on the system; dates and the jobs they belong to can come apart.',
  fix: 'Write each entry as plain lines: title and employer, dates, place, then the points. A tab is enough to put a date on the right.',
});

const textBoxes = unwanted({
  code: 'machine.textBoxes',
  worth: 3,
  title: 'No text boxes',
  holds: (facts) => facts.textBoxes,
  found: (number) => `${count(number, 'text box', 'text boxes')} in the file`,
  severity: 'medium',
  text: 'Text in boxes is left out by some systems and moved to the end by others.',
  fix: 'Take the words out of the boxes and put them into the text itself.',
});

const pictures = unwanted({
  code: 'machine.pictures',
  worth: 1,
  title: 'Few pictures',
  // A scan is one picture per page, which another check speaks of.
  holds: (facts, { reading }) => (reading.ocr ? 0 : facts.images),
  from: 4,
  found: (number) => `${number} pictures in the file`,
  severity: 'low',
  text: 'Nothing in a picture is read: not a logo, not a bar that shows how well you know something.',
  fix: 'Say in words what the pictures show, and leave out those that only decorate.',
});

const margins: Check = {
  code: 'machine.margins',
  area: 'machine',
  worth: 2,
  title: 'Nothing that matters in headers and footers',
  look: byFacts((facts, subject) => {
    // A name and a page number on each page are usual and do no harm.
    if (facts.marginCharacters <= 60 * Math.max(1, subject.reading.pages.length)) return fine;
    return problem({
      severity: 'medium',
      title: 'Text stands in the page header or footer',
      text: `${facts.marginCharacters} characters stand there. Many systems skip headers and footers, and with them a phone number or an address.`,
      fix: 'Move name and contact details into the first lines of the page itself; leave only the page number.',
      evidence: [subject.top],
    });
  }),
};

const hidden: Check = {
  code: 'machine.hidden',
  area: 'machine',
  worth: 3,
  title: 'No hidden text',
  look: byFacts((facts, subject) =>
    facts.hiddenCharacters < 30
      ? fine
      : problem({
          severity: 'high',
          title: 'There is text nobody can see',
          text: `${facts.hiddenCharacters} characters are too small, outside the page, or in the colour of the paper. Systems find them, and recruiters take them for a trick.`,
          fix: 'Select everything, set one visible colour and size, and delete what you did not know was there.',
          evidence: [whole(subject)],
        }),
  ),
};

const PICTURE_LETTER = /[\uE000-\uF8FF]/u;

const icons: Check = {
  code: 'machine.icons',
  area: 'machine',
  worth: 2,
  title: 'No icons instead of words',
  look(subject) {
    const { reading, lines } = subject;
    const glyphs = lines.filter(({ text }) => PICTURE_LETTER.test(text));
    const fonts = (reading.facts?.fonts ?? []).filter((font) => ICON_FONTS.test(font));
    if (glyphs.length === 0 && fonts.length === 0) return reading.facts === undefined ? notChecked(NO_FACTS) : fine;
    const contact = ['basics.phone', 'basics.email', 'basics.profiles[0]', 'basics.url'].filter(
      (path) => reading.spans[path] !== undefined,
    );
    return problem({
      severity: 'low',
      title: 'Icons stand where a word should',
      text: `A machine sees a letter without meaning${fonts.length > 0 ? ` (font ${fonts.slice(0, 2).join(', ')})` : ''}: it cannot tell the phone number's icon from the pin of the address.`,
      fix: 'Write “Phone”, “E-mail”, “LinkedIn” in words, beside the icon or instead of it.',
      evidence:
        glyphs.length > 0 ? glyphs.map((line) => atLine(line)) : contact.slice(0, 2).map((path) => subject.at(path)),
    });
  },
};

/** Dates that make a line look like an entry. */
const DATED = /(?:19|20)\d{2}\s*(?:[-–—/至]|to|bis|until)\s*\S/iu;

const headings: Check = {
  code: 'machine.headings',
  area: 'machine',
  worth: 3,
  title: 'Headings every system knows',
  look(subject) {
    const { reading, lines } = subject;
    if (reading.sections === undefined) return notChecked('This file has no headings to go by.');
    const odd = reading.sections.flatMap(({ heading, lines: [from, to] }) => {
      if (heading === undefined || headingKind(heading) !== undefined || looseHeadingKind(heading) !== undefined)
        return [];
      const dated = lines.slice(from, to).filter(({ text }) => DATED.test(text)).length;
      const line = lines.slice(Math.max(0, from - 1), to).find(({ text }) => fold(text).includes(fold(heading)));
      return dated >= 2 && line ? [{ heading, dated, line }] : [];
    });
    if (odd.length === 0) return fine;
    const named = odd.map(({ heading }) => `“${heading}”`).join(', ');
    return problem({
      severity: 'medium',
      title: 'Dated entries stand under a heading that systems do not know',
      text: `What stands under ${named} may be left out, because the heading does not say in the usual words what it holds.`,
      fix: 'Use the plain word of your language for what it is, such as “Work experience”, “Education” or “Projects”.',
      evidence: odd.map(({ line }) => atLine(line)),
    });
  },
};

export const machineChecks: readonly Check[] = [
  scanned,
  columns,
  textBoxes,
  hidden,
  headings,
  tables,
  margins,
  icons,
  pictures,
];
