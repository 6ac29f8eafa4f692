import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atsIdOf, canonicalUrl } from './canonical-url.rules.ts';
import { companyKey, normalisePosting } from './normalise.rules.ts';
import { countryCode, findPlaces, freeToWork, parseLocation } from './place.rules.ts';
import { requirementsOf } from './requirements.rules.ts';
import { annualise, parseSalary } from './salary.rules.ts';
import { cleanText, languageOf } from './text.rules.ts';
import { cleanTitle, employmentTypeOf, levelWords, titleLevel } from './title.rules.ts';

describe('cleanText', () => {
  it('turns HTML into lines and drops what no reader sees', () => {
    expect(
      cleanText(
        '<h2>You</h2><ul><li>Know &amp; love C&#43;&#43;</li><li>Care</li></ul><script>steal()</script><style>p{}</style>',
      ),
    ).toBe('You\n• Know & love C++\n• Care');
  });
  it('reads HTML that was escaped once more', () => {
    expect(cleanText('&lt;p&gt;Fish &amp;amp; chips&lt;/p&gt;')).toBe('Fish & chips');
  });
  it('keeps comparisons that look like the start of a tag', () => {
    expect(cleanText('a < b and 3 <4')).toBe('a < b and 3 <4');
  });
  it('leaves no markup whatever comes in', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '&lt;',
      '&amp;lt;',
      'script',
      '/',
      '!--',
      'b',
      ' ',
      '&#60;',
      'p>',
      '"',
      "onerror='x'",
      '&gt;',
      'img src=x ',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }).map((p) => p.join('')),
        (html) => !/<[a-z!/?]/i.test(cleanText(html)),
      ),
    );
    fc.assert(fc.property(fc.string({ maxLength: 400 }), (text) => !/<[a-z!/?]/i.test(cleanText(text))));
  });
  it('ends on two megabytes of openings that never close', () => {
    expect(cleanText('<a'.repeat(1_000_000))).toBe('');
    expect(cleanText('&lt;'.repeat(500_000))).not.toMatch(/<[a-z!/?]/i);
  });
  it('recognises the language of a posting', () => {
    expect(languageOf('Vous êtes passionné par la vente et vous avez le sens du contact avec nos clients')).toBe('fr');
    expect(languageOf('Wir suchen dich für unser Team in Berlin und bieten dir eine Stelle mit Zukunft bei uns')).toBe(
      'de',
    );
    expect(languageOf('123 456')).toBe('und');
  });
});

describe('places', () => {
  it.each([
    ['Seattle, WA', { city: 'Seattle', region: 'Washington', country: 'US' }],
    ['Darmstadt, DE; Berlin, DE', { city: 'Darmstadt', country: 'DE' }],
    ['Wilmington, DE', { city: 'Wilmington', region: 'Delaware', country: 'US' }],
    ['Atlanta, Georgia', { city: 'Atlanta', region: 'Georgia', country: 'US' }],
    ['Tbilisi, Georgia', { city: 'Tbilisi', country: 'GE' }],
    ['London, Ontario', { city: 'London', region: 'Ontario', country: 'CA' }],
    ['Paris, TX', { city: 'Paris', region: 'Texas', country: 'US' }],
    ['München, Deutschland', { city: 'München', country: 'DE' }],
    ['New York, NY', { city: 'New York City', region: 'New York', country: 'US' }],
  ])('places %s', (text, expected) => {
    expect(parseLocation(text)).toMatchObject({ text, ...expected });
  });
  it('reads how remote a place is and from where', () => {
    expect(parseLocation('Remote - Canada; Remote U.S.').remote).toBe('remote');
    expect(findPlaces('Remote - Canada; Remote U.S.').countries).toEqual(['CA', 'US']);
    expect(parseLocation('Hybrid in Toronto')).toMatchObject({ city: 'Toronto', remote: 'hybrid' });
    expect(findPlaces('Remote, EMEA').countries).toContain('FR');
    expect(findPlaces('Anywhere in the World')).toMatchObject({ countries: [], anywhere: true });
  });
  it('does not take words of running text for places', () => {
    expect(findPlaces('reach out to us in order to go or not, ok', { prose: true }).countries).toEqual([]);
  });
  it('knows countries by code and name in several languages', () => {
    expect(['US', 'Deutschland', 'Espagne', 'Vereinigtes Königreich', 'Narnia'].map(countryCode)).toEqual([
      'US',
      'DE',
      'ES',
      'GB',
      undefined,
    ]);
    expect([freeToWork('FR', 'DE'), freeToWork('FR', 'US'), freeToWork('US', 'US')]).toEqual([true, false, true]);
  });
});

describe('titles', () => {
  it.each([
    ['Software Engineering Intern', 0],
    ['Werkstudent Marketing', 0],
    ['Junior Data Analyst', 1],
    ['Software Engineer', undefined],
    ['Account Manager', undefined],
    ['Staff Accountant', undefined],
    ['Senior Product Manager', 3],
    ['Staff Software Engineer', 4],
    ['Engineering Manager', 4],
    ['Chief of Staff', 4],
    ['Director of Product Marketing', 5],
    ['VP, Commercial Operations', 5],
    ['Internal Auditor', undefined],
  ])('level of %s is %s', (title, level) => {
    expect(titleLevel(title)).toBe(level);
  });
  it('compares level words exactly', () => {
    expect(levelWords('Sr. Engineer II')).toBe(levelWords('Senior Engineer II'));
    expect(levelWords('Senior Engineer II')).not.toBe(levelWords('Senior Engineer'));
  });
  it('drops what says nothing about the work', () => {
    expect(cleanTitle('Buchhalter (m/w/d)')).toBe('Buchhalter');
    expect(cleanTitle('Comptable H/F')).toBe('Comptable');
  });
  it('reads the kind of contract', () => {
    expect(['FULL_TIME', 'Temps partiel', 'CDD', 'Contractor', 'Internship', 'n/a'].map(employmentTypeOf)).toEqual([
      'full-time',
      'part-time',
      'temporary',
      'contract',
      'internship',
      undefined,
    ]);
  });
});

describe('pay', () => {
  it.each([
    ['$180K – $270K • Offers Equity', { min: 180000, max: 270000, currency: 'USD', period: 'year' }],
    ['$18.00 – $24.00 per hour', { min: 18, max: 24, currency: 'USD', period: 'hour' }],
    ['45.000 € pro Jahr', { min: 45000, currency: 'EUR', period: 'year' }],
    ['2 500 - 3 000 EUR par mois', { min: 2500, max: 3000, currency: 'EUR', period: 'month' }],
    ['£110K – £130K', { min: 110000, max: 130000, currency: 'GBP', period: 'year' }],
    ['CAN base pay range: $150,000 - $200,000', { min: 150000, max: 200000, currency: 'CAD', period: 'year' }],
  ])('reads %s', (text, expected) => {
    expect(parseSalary(text)).toEqual(expected);
  });
  it('takes no other money for pay, and no impossible pay', () => {
    expect(parseSalary('We raised $250,000,000 in funding')).toBeUndefined();
    expect(parseSalary('$150 per year')).toBeUndefined();
    expect(parseSalary('call 555 1234')).toBeUndefined();
  });
  it('reckons by the year', () => {
    expect([annualise(20, 'hour'), annualise(3000, 'month')]).toEqual([41600, 36000]);
  });
  it('never throws and never gives a range upside down', () => {
    fc.assert(
      fc.property(
        fc
          .array(fc.constantFrom('$', '€', '1', '9', '0', ',', '.', 'k', ' ', '-', 'USD', 'per hour', 'year', '—'), {
            maxLength: 40,
          })
          .map((p) => p.join('')),
        (text) => {
          const pay = parseSalary(text);
          return pay?.min === undefined || pay.max === undefined || pay.max >= pay.min;
        },
      ),
    );
  });
});

describe('requirements', () => {
  const text = [
    'About us',
    'We are a company founded 20 years ago.',
    'Requirements:',
    '• 5+ years of experience with Python and PostgreSQL',
    '• Bachelor’s degree in Computer Science',
    '• Fluent German',
    '• You must be authorized to work in Germany',
    'Nice to have:',
    '• Kubernetes',
    'Benefits:',
    '• Lunch in our Excel-lent kitchen, Yoga, Zoom',
  ].join('\n');
  const found = requirementsOf({ title: 'Backend Engineer (Python)', text });
  it('tells required from nice to have', () => {
    expect(found.skills.filter((s) => s.required).map((s) => s.skill)).toEqual(
      expect.arrayContaining(['Python', 'PostgreSQL']),
    );
    expect(found.skills.find((s) => s.skill === 'Kubernetes')).toMatchObject({ required: false });
  });
  it('quotes years, degree, language and right to work from the text', () => {
    expect(found.years && text.slice(...found.years.span)).toBe('5+ years');
    expect(found.degree).toMatchObject({ value: 3, required: true });
    expect(found.languages.map((l) => l.language)).toContain('German');
    expect(found.authorization?.countries).toEqual(['DE']);
  });
  it('reads licences that bind', () => {
    const nurse = requirementsOf({
      title: 'Registered Nurse',
      text: 'Current RN license in the State of Ohio required.',
    });
    expect(nurse.licences.map((l) => l.licence)).toEqual(['Registered Nurse']);
  });
});

describe('addresses', () => {
  it('is one address with and without tracking', () => {
    expect(canonicalUrl('https://www.acme.com/careers/7/apply?utm_source=x&id=9&ref=y')).toBe(
      'acme.com/careers/7?id=9',
    );
    expect(canonicalUrl('https://acme.com/jobs?id=1')).not.toBe(canonicalUrl('https://acme.com/jobs?id=2'));
  });
  it('knows a posting by its id wherever it is shown', () => {
    const uuid = 'c1ac7d78-028b-451e-a10a-48c3c11308ea';
    expect(canonicalUrl(`https://jobs.ashbyhq.com/acme/${uuid}/application`)).toBe(
      canonicalUrl(`https://jobs.ashbyhq.com/Acme/${uuid}?utm_source=a`),
    );
    expect(canonicalUrl('https://www.acme.com/open?gh_jid=8067033')).toBe(
      canonicalUrl('https://boards.greenhouse.io/acme/jobs/8067033?gh_src=abc'),
    );
    expect(atsIdOf('https://acme.wd5.myworkdayjobs.com/en-US/x/job/Austin/Engineer_R63409-1')).toEqual({
      ats: 'workday',
      id: 'acme:R63409-1',
    });
  });
  it('refuses what is no web address', () => {
    expect([canonicalUrl('javascript:alert(1)'), canonicalUrl('ftp://a.b/c'), canonicalUrl('')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('normalisePosting', () => {
  it('meets an employer under all its spellings', () => {
    expect(new Set(['Acme, Inc.', 'ACME', 'acme.com', 'Acme (YC W21)', 'Acmé GmbH'].map(companyKey)).size).toBe(1);
  });
  it('fills in what the text states where the source left it out', () => {
    const job = normalisePosting({
      title: 'Engineer (m/w/d)',
      company: 'Acme%20GmbH',
      description: '<p>Acme | Berlin, Germany | Hybrid</p><p>€70.000 pro Jahr. We use Python and Docker.</p>',
    });
    expect(job).toMatchObject({
      title: 'Engineer',
      company: 'Acme GmbH',
      location: { city: 'Berlin', country: 'DE', remote: 'hybrid' },
      salary: { min: 70000, currency: 'EUR' },
    });
    expect(job.skills).toEqual(expect.arrayContaining(['Python', 'Docker']));
  });
  it('ends on two hundred thousand characters of what a pattern might choke on', () => {
    for (const piece of [
      '1 000 ',
      '$1k-',
      'must be located ',
      '<',
      'C, ',
      'Go or ',
      '5+ ',
      '.net ',
      'remote or ',
      '\n',
    ])
      expect(
        normalisePosting({ title: piece, company: 'Acme', description: piece.repeat(200_000 / piece.length) }).company,
      ).toBe('Acme');
  });
  it('bears anything', () => {
    fc.assert(
      fc.property(
        fc.record({
          title: fc.string(),
          company: fc.string(),
          location: fc.string(),
          description: fc.string(),
          salary: fc.string(),
        }),
        (raw) => {
          const once = normalisePosting(raw);
          expect(normalisePosting(raw)).toEqual(once);
        },
      ),
    );
  });
});
