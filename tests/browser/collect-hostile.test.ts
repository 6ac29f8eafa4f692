/** Looking at a page neither fails nor leaves a trace, whatever the page is. */
import fc from 'fast-check';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FormAction, FormField } from '#shared/form/form.schema.ts';
import { chromiumPath, launchChromium } from '#tests/support/chromium.ts';
import { type Looked, lookAt } from './collect-harness.ts';

type Traces = { changes: number; focus: number; scrolls: number; answer: unknown };

/** Looks once and tells what the page noticed of it. */
const lookWatched = (look: Looked): Promise<Traces> =>
  look.page.evaluate(async () => {
    const engine = (globalThis as unknown as { __look: Record<'fields' | 'actions' | 'step', () => unknown> }).__look;
    const traces = { changes: 0, focus: 0, scrolls: 0 };
    const observer = new MutationObserver((records) => {
      traces.changes += records.length;
    });
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    for (const type of ['focusin', 'focusout', 'click', 'input', 'change', 'toggle'])
      document.addEventListener(
        type,
        () => {
          traces.focus += 1;
        },
        true,
      );
    document.addEventListener(
      'scroll',
      () => {
        traces.scrolls += 1;
      },
      true,
    );
    const answer = { fields: engine.fields(), actions: engine.actions(), step: engine.step() };
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
    traces.changes += observer.takeRecords().length;
    return { ...traces, answer };
  });

const expectNoTrace = ({ changes, focus, scrolls, answer }: Traces): { fields: FormField[]; actions: FormAction[] } => {
  expect({ changes, focus, scrolls }).toEqual({ changes: 0, focus: 0, scrolls: 0 });
  const { fields, actions } = answer as { fields: unknown[]; actions: unknown[] };
  return {
    fields: fields.map((field) => FormField.parse(field)),
    actions: actions.map((each) => FormAction.parse(each)),
  };
};

describe.skipIf(!chromiumPath())('looking at pages made to break it', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  it('references in circles, elements without end, deep nesting and thousands of options are read within bounds', async () => {
    const look = await lookAt(
      browser,
      `<!doctype html><html lang="en"><body><form>
      <input id="a" aria-labelledby="b"><input id="b" aria-labelledby="a"><input id="self" aria-labelledby="self" aria-controls="self" role="combobox">
      <div role="listbox" id="loop" aria-owns="loop"><div role="option" aria-controls="loop">x</div><div role="option">y</div></div>
      <select id="many"></select><div id="deep"></div><div id="wide"></div>
      </form><script>
        for (let i = 0; i < 10000; i++) many.add(new Option('Option ' + i, i));
        let at = deep; for (let i = 0; i < 400; i++) at = at.appendChild(document.createElement('div'));
        at.innerHTML = '<label>At the bottom <input id="bottom"></label>';
        for (let i = 0; i < 5000; i++) wide.insertAdjacentHTML('beforeend', i % 5 ? '<span>word</span>' : '<input name="f' + i + '">');
      </script></body></html>`,
    );
    const { fields } = expectNoTrace(await lookWatched(look));
    expect(fields.find(({ id }) => id === 'many')?.options).toHaveLength(400);
    expect(fields.find(({ id }) => id === 'bottom')?.label).toBe('At the bottom');
    expect(fields).toHaveLength(600);
    await look.close();
  });

  it('a page that overrides what elements say of themselves is still only read', async () => {
    const look = await lookAt(
      browser,
      `<!doctype html><html lang="en"><body><form id="f"><input name="id"><input name="tagName"><input name="parentElement"><input name="getAttribute"><input name="children"><label>Email <input id="mail"></label></form></body></html>`,
    );
    const { fields } = expectNoTrace(await lookWatched(look));
    expect(fields.find(({ id }) => id === 'mail')?.label).toBe('Email');
    await look.close();
  });

  const TAGS = [
    'div',
    'p',
    'label',
    'fieldset',
    'legend',
    'table',
    'tr',
    'td',
    'ul',
    'li',
    'button',
    'select',
    'option',
    'input',
    'textarea',
    'details',
    'dialog',
    'x-el',
    'slot',
    'svg',
    'h2',
    'span',
    'datalist',
    'iframe',
  ];
  const attribute = fc.oneof(
    fc.constantFrom(
      'role="listbox"',
      'role="radio"',
      'role="option"',
      'role="combobox"',
      'role="group"',
      'role="spinbutton"',
      'role="tab" aria-selected="true"',
      'aria-haspopup="listbox"',
      'aria-current="step"',
      'contenteditable',
      'inert',
      'hidden',
      'tabindex="-1"',
      'aria-hidden="true"',
      'class="dropzone upload"',
      'class="steps chips"',
      'style="position:fixed;inset:0"',
      'style="display:contents"',
      'style="overflow:hidden;height:20px"',
      'style="opacity:0"',
      'type="file"',
      'type="radio" name="r"',
      'type="checkbox" name="c"',
      'type="date" min="x"',
      'name="jobs[0][title]"',
      'name="a[][b]"',
      'id="a"',
      'id="b"',
      'for="a"',
      'aria-labelledby="a b"',
      'aria-controls="b"',
      'list="a"',
      'lang="xx"',
      'maxlength="-5"',
      'pattern="("',
    ),
    fc.string({ maxLength: 6 }).map((value) => `title="${value.replace(/["&<]/g, '')}"`),
  );
  const tree: fc.Memo<string> = fc.memo((depth) =>
    fc
      .tuple(
        fc.constantFrom(...TAGS),
        fc.array(attribute, { maxLength: 3 }),
        depth <= 1
          ? fc.constantFrom('', 'Name *', 'Step 2 of 3', 'Add another', '★', 'Yes')
          : fc.array(tree(depth - 1), { maxLength: 4 }).map((inner) => inner.join('')),
      )
      .map(([tag, attributes, inner]) => `<${tag} ${attributes.join(' ')}>${inner}</${tag}>`),
  );

  it('no page, however it is nested, makes a look fail or notices it', async () => {
    const look = await lookAt(browser, '<!doctype html><html lang="en"><body></body></html>');
    await fc.assert(
      fc.asyncProperty(fc.array(tree(4), { minLength: 1, maxLength: 3 }), async (parts) => {
        await look.page.evaluate((html) => {
          document.body.innerHTML = html;
          for (const element of document.body.querySelectorAll('x-el'))
            if (element instanceof HTMLElement && !element.shadowRoot)
              element.attachShadow({ mode: 'closed' }).innerHTML = '<slot></slot><input>';
        }, parts.join(''));
        expectNoTrace(await lookWatched(look));
      }),
      { numRuns: 60 },
    );
    await look.close();
  });
});
