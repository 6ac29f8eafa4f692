/** From the parts of a letter to text and HTML. No remote image, no tracking: a mail that is opened tells nobody. */
import type { Letter, LetterParts } from './mail.schema.ts';

export function composeLetter({ subject, greeting, paragraphs, action, footer }: LetterParts): Letter {
  const text = [greeting, ...paragraphs, ...(action ? [`${action.label}:\n${action.url}`] : []), `-- \n${footer}`];
  const button =
    action &&
    `<p style="margin:24px 0"><a href="${escapeHtml(action.url)}" style="background:#0a6b5b;color:#ffffff;padding:10px 18px;border-radius:6px;text-decoration:none;display:inline-block">${escapeHtml(action.label)}</a></p>
<p style="color:#55635d;font-size:13px">If the button does not work, open this address:<br><a href="${escapeHtml(action.url)}" style="color:#0a6b5b;word-break:break-all">${escapeHtml(action.url)}</a></p>`;
  const html = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(subject)}</title></head>
<body style="margin:0;background:#fafbfa;font:15px/1.5 system-ui,-apple-system,'Segoe UI',sans-serif;color:#15201c">
<div style="max-width:520px;margin:0 auto;padding:32px 20px">
<div style="background:#ffffff;border:1px solid #e1e5e3;border-radius:8px;padding:28px">
<p style="margin-top:0">${escapeHtml(greeting)}</p>
${paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`).join('\n')}
${button ?? ''}
</div>
<p style="color:#55635d;font-size:13px;padding:0 8px">${escapeHtml(footer)}</p>
</div></body></html>
`;
  return { subject, text: `${text.join('\n\n')}\n`, html };
}

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
