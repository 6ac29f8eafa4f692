import { describe, expect, test } from 'vitest';
import { aField } from '#tests/support/form-field.ts';
import { formElsewhere } from './elsewhere.ts';
import type { SeenFrame } from './page.ts';

const frame = (change: Partial<SeenFrame>): SeenFrame => ({
  frameId: 0,
  documentId: 'd0',
  origin: 'https://acme.example',
  url: 'https://acme.example/jobs/1',
  fields: [],
  actions: [],
  embedded: [],
  ...change,
});
const FORM = 'https://forms.hiring.example/apply/1?token=2';

describe('a form in a frame out of reach', () => {
  test('is named by its own address, players and maps are not', () => {
    const embedded = ['https://video.example/embed/1', 'https://maps.example/embed', FORM];
    expect(formElsewhere([frame({ embedded })])).toBe(FORM);
  });

  test('known application sites are recognised whatever their address says', () => {
    const embedded = ['https://boards.greenhouse.io/embed/x?for=acme'];
    expect(formElsewhere([frame({ embedded })])).toBe(embedded[0]);
  });

  test('is not reported once it was reached', () => {
    const inner = frame({ frameId: 3, origin: 'https://forms.hiring.example', url: FORM });
    expect(formElsewhere([frame({ embedded: [FORM] }), inner])).toBeUndefined();
  });

  test('is not looked for where the page has an application form itself', () => {
    const fields = ['First name', 'Last name', 'Email', 'Phone', 'LinkedIn profile'].map((label) => aField(label));
    expect(formElsewhere([frame({ embedded: [FORM], fields })])).toBeUndefined();
  });

  test('never leads to a site that forbids tools, or to an address that runs something', () => {
    const embedded = [
      'javascript:alert("apply")',
      'data:text/html,apply',
      'https://www.linkedin.com/jobs/apply/1',
      'apply',
    ];
    expect(formElsewhere([frame({ embedded })])).toBeUndefined();
  });
});
