/** The two pages a person sees while linking the extension: plain HTML of the portal's look, no script, no inline style. */
import { html } from 'hono/html';

type Markup = ReturnType<typeof html>;

const MARK = 'M7 24h6v-5h6v-5h6V8';

const frame = (title: string, body: Markup): Markup => html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta name="robots" content="noindex" />
    <title>${title} · Foothold</title>
    <link rel="stylesheet" href="/oauth/style.css" />
  </head>
  <body>
    <header>
      <a href="/"
        ><svg viewBox="0 0 32 32" width="24" height="24" aria-hidden="true">
          <rect width="32" height="32" rx="7" />
          <path d="${MARK}" />
        </svg>
        Foothold</a
      >
    </header>
    <main>${body}</main>
  </body>
</html>`;

export type ConsentPage = {
  readonly email: string;
  readonly extensionId: string;
  /** What the form sends back: the request and the proof that it came from this page. */
  readonly fields: Readonly<Record<string, string>>;
};

export const consentPage = ({ email, extensionId, fields }: ConsentPage): Markup =>
  frame(
    'Link the extension',
    html`<h1>Link the browser extension?</h1>
      <p>
        The Foothold extension in this browser asks to work for <strong>${email}</strong>.
      </p>
      <h2>It may</h2>
      <ul>
        <li>read your profile, preferences, resumes and documents, to fill forms with them</li>
        <li>save jobs, matches and applications, and make documents for them</li>
        <li>show your notifications</li>
      </ul>
      <h2>It may not</h2>
      <ul>
        <li>change your password, two-step sign-in or devices</li>
        <li>submit an application: that stays yours</li>
      </ul>
      <form method="post" action="/oauth/authorize">
        ${Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
        <button type="submit" name="decision" value="approve" class="primary">Link extension</button>
        <button type="submit" name="decision" value="deny">Cancel</button>
      </form>
      <p class="note">
        You can unlink it at any time under <a href="/link">Link extension</a>. Extension id:
        <code>${extensionId}</code>
      </p>`,
  );

export const stopPage = (message: string): Markup =>
  frame(
    'Cannot link',
    html`<h1>This extension cannot be linked</h1>
      <p>${message}</p>
      <p>Check the API address in the extension's options, or install the extension that belongs to this server.</p>
      <p><a href="/link">Link it with a token instead</a></p>`,
  );

/** The portal's colours, type scale and 4-pixel grid, for the few elements above. */
export const STYLE = `
:root { color-scheme: light dark; --canvas: light-dark(#fafbfa, #0e1211); --surface: light-dark(#ffffff, #151a19);
  --line: light-dark(#e1e5e3, #293130); --control: light-dark(#84908b, #6d7975); --text: light-dark(#15201c, #e9eeec);
  --muted: light-dark(#55635d, #9fada7); --accent: light-dark(#0a6b5b, #52c9ae);
  --accent-hover: light-dark(#075548, #77dac3); --on-accent: light-dark(#ffffff, #05231c); }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; background: var(--canvas); color: var(--text);
  font: 0.875rem/1.25rem system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif; }
header { padding: 12px 16px; border-bottom: 1px solid var(--line); background: var(--surface); }
header a { display: inline-flex; gap: 8px; align-items: center; color: inherit; font-weight: 600; text-decoration: none; }
header rect { fill: #0a6b5b; }
header path { fill: none; stroke: #ffffff; stroke-width: 3.2; stroke-linecap: round; stroke-linejoin: round; }
main { max-width: 26rem; margin: 48px auto; padding: 24px; background: var(--surface); border: 1px solid var(--line);
  border-radius: 8px; overflow-wrap: anywhere; }
h1 { margin: 0 0 8px; font-size: 1.25rem; line-height: 1.75rem; }
h2 { margin: 20px 0 4px; font-size: 0.875rem; line-height: 1.25rem; }
p { margin: 8px 0; }
ul { margin: 0; padding-left: 20px; color: var(--muted); }
li { margin: 4px 0; }
a { color: var(--accent); }
form { display: flex; gap: 8px; margin: 24px 0 16px; }
button { min-height: 36px; padding: 8px 16px; font: inherit; font-weight: 500; color: var(--text); cursor: pointer;
  background: var(--surface); border: 1px solid var(--control); border-radius: 6px; }
button.primary { color: var(--on-accent); background: var(--accent); border-color: var(--accent); }
button.primary:hover { background: var(--accent-hover); border-color: var(--accent-hover); }
a:focus-visible, button:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.note { font-size: 0.8125rem; color: var(--muted); }
@media (max-width: 30rem) { main { margin: 0; border: 0; border-radius: 0; } form { flex-direction: column; } }
`;
