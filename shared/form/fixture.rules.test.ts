import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fixtureOf, type Sketch, secretsOf } from './fixture.rules.ts';

const element = (tag: string, attributes: Record<string, string>, ...children: Sketch[]): Sketch => ({
  tag,
  attributes,
  children,
});

const profile = {
  resume: { basics: { name: 'Nora Lindqvist', email: 'nora.lindqvist@example.com', phone: '+1 415 555 2671' } },
  answers: { address: { line1: '18 Harbor Street', city: 'Portland', country: 'US' } },
};

/** What a reader of the file can read: texts and attribute values that are not the standard's own words. */
const readable = (html: string): string[] => {
  const back = (text: string) =>
    text
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, '&');
  const body = html.slice(html.indexOf('</title>') + 8);
  const texts = body.split(/<[^>]*>/);
  const values = [...body.matchAll(/ ([\w-]+)="([^"]*)"/g)]
    .filter(([, name]) => !/^(?:type|role|dir|hidden|shadowrootmode|data-reported)$/.test(name ?? ''))
    .map(([, , value]) => value ?? '');
  return [...texts, ...values].map(back);
};

/** One or two letters are no secret inside a word. */
const standsIn = (text: string, secret: string): boolean => {
  const short = [...secret].length < 3;
  for (let at = text.indexOf(secret); at !== -1; at = text.indexOf(secret, at + 1)) {
    const inWord = /[\p{L}\p{N}]$/u.test(text.slice(0, at)) || /^[\p{L}\p{N}]/u.test(text.slice(at + secret.length));
    if (!short || !inWord) return true;
  }
  return false;
};

describe('the report of a wrong field', () => {
  test('keeps what makes the form: tags, names, labels, options and their links', () => {
    const { html, fields } = fixtureOf(
      element(
        'form',
        { id: 'application_4711723' },
        element('label', { for: 'q_4711723' }, 'Which team?'),
        element(
          'select',
          { id: 'q_4711723', name: 'team', required: '' },
          element('option', { value: 'a' }, 'Data'),
          element('option', { value: 'b', selected: '' }, 'Water'),
        ),
        element('input', { type: 'radio', value: '1' }),
      ),
      [],
    );
    expect(fields).toBe(2);
    expect(html).toContain('<form id="application_n1">');
    expect(html).toContain('<label for="q_n1">Which team?</label>');
    expect(html).toContain('<select id="q_n1" name="team" required>');
    expect(html).toContain('<option value="b">Water</option>');
    expect(html).toContain('<input type="radio" value="1">');
  });

  test('holds no value, no handler, no address and no other page', () => {
    const { html } = fixtureOf(
      element(
        'div',
        { onclick: 'steal()', style: 'x', href: 'https://a.example/?token=1', 'data-user': 'u', action: '/x' },
        element('input', { type: 'text', value: 'secret words', src: 'x' }),
        element('textarea', {}, 'my long story'),
        element('script', {}, 'alert(1)'),
        element('iframe', { src: 'https://b.example' }),
        element('x"><script>', {}, 'gone'),
        'Hello <b>there</b> & "you", write to nora@b.example or +49 30 901820 or see https://c.example/nora',
      ),
      [],
    );
    expect(html).not.toMatch(
      /steal|token|secret|story|alert|b\.example|c\.example|901820|<b>|gone|data-user|href|src=/,
    );
    expect(html).toContain('Hello &lt;b&gt;there&lt;/b&gt; &amp; &quot;you&quot;, write to');
  });

  test('takes the person out of what the page says about them, in any case and spacing', () => {
    const { html, removed } = fixtureOf(
      element(
        'div',
        { title: 'NORA  LINDQVIST' },
        'Welcome back, nora. You live in portland, US; the bus is US too.',
        'Signed in as Nora.Lindqvist@Example.com, 18 harbor street',
      ),
      secretsOf(profile, []),
    );
    expect(html).not.toMatch(/nora|lindqvist|portland|harbor|\bUS\b/i);
    expect(html).toContain('the bus is');
    expect(removed).toBeGreaterThan(5);
  });

  test('of wild profiles and wild typing no value can be read in it, wherever the page repeats it', () => {
    const value = fc.oneof(
      fc.string({ minLength: 1, maxLength: 12 }),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
      fc.constantFrom('a', 'US', '<b>', '&amp;', '...', '…', '▒', '$&', '(.*)', 'n1', '12345', 'x  y', 'ß', 'İ'),
    );
    fc.assert(
      fc.property(
        fc.record({ name: value, city: value, summary: fc.string({ maxLength: 100 }) }),
        fc.array(value, { maxLength: 4 }),
        fc.array(value, { maxLength: 6 }),
        (held, typed, words) => {
          const secrets = secretsOf(held, typed);
          const said = [...words, ...typed, held.name, held.city, held.summary];
          const { html } = fixtureOf(
            element(
              'form',
              { id: said.join('_') },
              element('label', { for: held.name, title: said.join(' ') }, said.join(' ')),
              element('input', { name: said.join(''), value: held.name, placeholder: held.city }),
              ...said,
            ),
            secrets,
          );
          const read = readable(html);
          for (const secret of secrets)
            for (const text of read.map((one) => one.normalize('NFC')))
              expect(standsIn(text, secret), `${secret} in ${text}`).toBe(false);
        },
      ),
      { numRuns: 500 },
    );
  });
});
