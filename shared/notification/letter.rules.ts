/** From the parts of a letter to text and HTML. No remote image, no tracking: a mail that is opened tells nobody. */
import { clean } from '#shared/kernel/text.ts';
import type { Letter, LetterEntry, LetterList, LetterParts } from './mail.schema.ts';

/**
 * Colours stand inline for programs that drop style sheets; the sheet turns them over for people who read in the dark.
 * Every pair has a contrast of at least 4.5.
 */
const DARK = `:root{color-scheme:light dark}
@media (prefers-color-scheme:dark){
.page{background:#121715!important;color:#e6ebe9!important}.card{background:#1a211e!important;border-color:#2e3834!important}
.dim{color:#9fb0a9!important}.link{color:#5fc7b1!important}.row{border-color:#2e3834!important}.mark{background:#123f36!important;color:#a5e5d6!important}
}`;
const DIM = 'color:#55635d;font-size:13px';
const LINK = 'color:#0a6b5b';

export function composeLetter(parts: LetterParts): Letter {
  const { unsubscribeUrl } = parts;
  // A subject is a header: whatever a name in it holds, it is one line.
  const subject = clean(parts.subject);
  return { subject, text: textOf(parts), html: htmlOf(parts), ...(unsubscribeUrl !== undefined && { unsubscribeUrl }) };
}

function textOf({ greeting, paragraphs, lists = [], action, footer, links = [] }: LetterParts): string {
  const entryText = ({ title, mark, facts, url, credits }: LetterEntry): string =>
    [
      `* ${title}${mark === undefined ? '' : ` (${mark} of 100)`}`,
      ...facts.map((fact) => `  ${fact}`),
      `  ${url}`,
      ...credits.map(({ text, url: source }) => `  ${text}: ${source}`),
    ].join('\n');
  const blocks = [
    greeting,
    ...paragraphs,
    ...lists.flatMap(({ heading, entries, after }) => [
      `${heading}\n${'-'.repeat([...heading].length)}`,
      ...entries.map(entryText),
      ...(after.length > 0 ? [after.join('\n')] : []),
    ]),
    ...(action ? [`${action.label}:\n${action.url}`] : []),
    `-- \n${[footer, ...links.map(({ label, url }) => `${label}: ${url}`)].join('\n')}`,
  ];
  return `${blocks.join('\n\n')}\n`;
}

function htmlOf({ subject, greeting, paragraphs, lists = [], action, footer, links = [] }: LetterParts): string {
  const button =
    action &&
    `<p style="margin:24px 0"><a href="${escapeHtml(action.url)}" style="background:#0a6b5b;color:#ffffff;padding:10px 18px;border-radius:6px;text-decoration:none;display:inline-block">${escapeHtml(action.label)}</a></p>
<p class="dim" style="${DIM}">If the button does not work, open this address:<br><a class="link" href="${escapeHtml(action.url)}" style="${LINK};word-break:break-all">${escapeHtml(action.url)}</a></p>`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${escapeHtml(subject)}</title><style>${DARK}</style></head>
<body class="page" style="margin:0;background:#fafbfa;font:15px/1.5 system-ui,-apple-system,'Segoe UI',sans-serif;color:#15201c">
<div style="max-width:520px;margin:0 auto;padding:32px 20px">
<div class="card" style="background:#ffffff;border:1px solid #e1e5e3;border-radius:8px;padding:28px">
<p style="margin-top:0">${escapeHtml(greeting)}</p>
${paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`).join('\n')}
${lists.map(listHtml).join('\n')}
${button ?? ''}
</div>
<p class="dim" style="${DIM};padding:0 8px">${escapeHtml(footer)}</p>
${links.length > 0 ? `<p class="dim" style="${DIM};padding:0 8px">${links.map(linkHtml).join(' &nbsp;·&nbsp; ')}</p>` : ''}
</div></body></html>
`;
}

const linkHtml = ({ label, url }: { label: string; url: string }): string =>
  `<a class="link" href="${escapeHtml(url)}" style="${LINK}">${escapeHtml(label)}</a>`;

/** A list as blocks, not as a table: at the width of a phone nothing has to be scrolled sideways. */
const listHtml = ({
  heading,
  entries,
  after,
}: LetterList): string => `<h2 style="font-size:16px;margin:28px 0 4px">${escapeHtml(heading)}</h2>
${entries.map(entryHtml).join('\n')}
${after.map((line) => `<p class="dim" style="${DIM};margin:8px 0 0">${escapeHtml(line)}</p>`).join('\n')}`;

const creditHtml = ({ text, url, size }: LetterEntry['credits'][number]): string => {
  const room = size ? `;display:inline-block;min-width:${size.width}px;min-height:${size.height}px` : '';
  return `<div class="dim" style="${DIM}"><a class="link" href="${escapeHtml(url)}" style="${LINK}${room}">${escapeHtml(text)}</a></div>`;
};

const entryHtml = ({ title, url, mark, facts, credits }: LetterEntry): string =>
  `<div class="row" style="border-top:1px solid #e1e5e3;padding:12px 0;overflow-wrap:anywhere">
${mark === undefined ? '' : `<span class="mark" title="Score, of 100" style="float:right;margin-left:8px;background:#e0f2ee;color:#0a4d42;border-radius:4px;padding:0 8px;font-weight:600">${escapeHtml(mark)}</span>`}<a class="link" href="${escapeHtml(url)}" style="${LINK};font-weight:600;text-decoration:none">${escapeHtml(title)}</a>
${facts.map((fact, at) => `<div${at === 0 ? '' : ' class="dim"'} style="${at === 0 ? 'font-size:14px' : DIM}">${escapeHtml(fact)}</div>`).join('\n')}
${credits.map(creditHtml).join('\n')}
</div>`;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand in HTML, also inside a quoted attribute. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? mark);

/** A date people read: `21 November 2026, 14:05 UTC`. */
export function readableDate(iso: string, options: { time?: boolean } = {}): string {
  const months = 'January February March April May June July August September October November December'.split(' ');
  const [, year, month, day, clock] = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}:\d{2})/.exec(iso) ?? [];
  if (year === undefined || month === undefined || day === undefined) return iso;
  const date = `${Number(day)} ${months[Number(month) - 1]} ${year}`;
  return options.time ? `${date}, ${clock} UTC` : date;
}
