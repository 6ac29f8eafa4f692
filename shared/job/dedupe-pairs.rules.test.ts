/**
 * Invented pairs for every mechanism that tells one vacancy from its variants and from other jobs. Nothing was tuned on
 * the pairs of `KEPT`.
 */
import { describe, expect, it } from 'vitest';
import { compare, type Verdict } from './dedupe.rules.ts';
import { type Comparable, commonOf, fingerprint } from './fingerprint.rules.ts';

const WORDS =
  'kiln clay glaze wheel studio order parcel kettle orchard ladder basket meadow canvas brush ledger stamp courier harvest cellar barrel timber plank chisel varnish garden window copper needle thread button'.split(
    ' ',
  );
/** `count` words that follow from `seed` alone. */
const prose = (seed: string, count: number): string => {
  let state = [...seed].reduce((sum, c) => (Math.imul(sum, 31) + c.charCodeAt(0)) >>> 0, 11);
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return WORDS[(state >>> 9) % WORDS.length];
  }).join(' ');
};
const about = (company: string) => prose(`about ${company}`, 60);
const work = (role: string) => prose(`work ${role}`, 170);
const advert = (company: string, role: string) => `${about(company)}. ${work(role)}.`;

type Side = Partial<Comparable> & Pick<Comparable, 'title'>;
type Pair = [outcome: Verdict['outcome'], a: Side, b: Side];

let n = 0;
const whole = (side: Side): Comparable => ({
  url: `https://site-${n++}.example/jobs/${n}`,
  company: 'Potters United',
  location: 'Lyon, France',
  description: advert(
    /^(?:Confidential)?$/.test(side.company ?? '') ? 'Potters United' : (side.company ?? ''),
    'potter',
  ),
  ...side,
});
const same = (title: string, a: Partial<Comparable> = {}, b: Partial<Comparable> = {}): [Side, Side] => [
  { title, ...a },
  { title, ...b },
];
const gh = (id: number) => `https://boards.greenhouse.io/pottersunited/jobs/${id}`;
const thread = (id: number) => `https://forum.example/item?id=${id}`;
const excerpt = { description: about('Potters United'), excerpt: true };
const pay = (text: string) => `${advert('Potters United', 'potter')} Salary: ${text}.`;

const TUNED: readonly Pair[] = [
  ['same', ...same('Potter')],
  ['same', { title: 'Potter (m/w/d)' }, { title: 'Potter' }],
  ['same', { title: 'Full Stack Developer' }, { title: 'Fullstack Developer' }],
  ['same', { title: 'Back-end Engineer' }, { title: 'Backend Engineer' }],
  ['same', { title: 'Chef de projet IT' }, { title: 'Chef de projet informatique' }],
  ['same', { title: 'Vendeur H/F' }, { title: 'Vendeuse F/H' }],
  ['same', { title: 'Technicien' }, { title: 'Technicienne' }],
  ['same', ...same('Potter', { company: 'Potters United GmbH' }, { company: 'POTTERS UNITED' })],
  ['same', ...same('Potter', excerpt, {})],
  ['same', ...same('Potter', { location: '' }, {})],
  ['same', ...same('Potter', { company: '' }, {})],
  [
    'same',
    { title: 'Kiln Lead', url: gh(1234567) },
    { title: 'Head of Kilns', url: `https://pu.example/?gh_jid=1234567` },
  ],
  [
    'same',
    ...same(
      'Hiring!',
      { url: thread(1), title: 'https://pu.example' },
      { url: thread(2), title: 'https://pu.example/' },
    ),
  ],
  [
    'same',
    ...same(
      'Potter',
      {
        location: 'Anywhere in the World',
        description: `Headquarters: Berlin, Germany\n${advert('Potters United', 'potter')}`,
      },
      { location: 'Germany, France, Spain, Italy, Poland, Portugal, Austria, Belgium' },
    ),
  ],
  ['variant', ...same('Potter', {}, { location: 'Oslo, Norway' })],
  ['variant', ...same('Potter', { url: gh(1111111) }, { url: gh(2222222) })],
  [
    'variant',
    ...same(
      'Potter',
      { description: pay('$60,000 - $70,000 a year') },
      { description: pay('$120,000 - $140,000 a year') },
    ),
  ],
  ['variant', { title: 'Glaze Platform Engineer' }, { title: 'Glaze Tools Engineer' }],
  [
    'variant',
    { title: 'Multiple roles', url: thread(3) },
    { title: 'Multiple roles', url: thread(4), description: prose('another month', 200) },
  ],
  [
    'variant',
    { title: '2x Backend Engineer + 1x Designer', url: thread(5) },
    { title: '1x Backend Engineer + 2x Data Analyst', url: thread(6) },
  ],
  ['variant', { title: 'Founding Engineer', url: thread(7) }, { title: 'Senior Engineer, Designer', url: thread(8) }],
  [
    'variant',
    ...same(
      'Potter',
      { url: 'https://list.example/1', location: 'France' },
      { url: 'https://list.example/2', location: 'Lyon, France' },
    ),
  ],
  [
    'different',
    ...same(
      'Potter',
      { company: 'Agency A', url: 'https://list.example/3', description: work('x') },
      { company: 'Agency B', url: 'https://list.example/4', location: 'Nice, France', description: work('x') },
    ),
  ],
  ['variant', ...same('Potter', { location: 'Remote, Germany' }, { location: 'Remote, Brazil' })],
  ['different', { title: 'Potter' }, { title: 'Senior Potter' }],
  ['different', { title: 'Potter II' }, { title: 'Potter III' }],
  ['different', { title: 'Potter' }, { title: 'Potter Intern' }],
  ['different', { title: 'Product Manager' }, { title: 'Product Director' }],
  ['different', { title: 'Potter' }, { title: 'Accountant', description: advert('Potters United', 'accountant') }],
  ['different', ...same('Potter', {}, { company: 'Clayworks' })],
  ['different', ...same('Potter', {}, { company: 'Clayworks', description: advert('Clayworks', 'other') })],
  ['different', { title: 'Payments Engineer', ...excerpt }, { title: 'Search Engineer', ...excerpt }],
  [
    'different',
    { title: 'Sales Manager France' },
    { title: 'Buyer, France', description: advert('Potters United', 'buyer') },
  ],
  [
    'different',
    { title: 'Staff Engineer, Developer Tools' },
    { title: 'Staff Engineer, Payments', description: advert('Potters United', 'payments') },
  ],
  [
    'different',
    ...same(
      'Potter',
      { company: 'Guild A', url: 'https://jobs.lever.co/a/11111111-1111-4111-8111-111111111111' },
      { company: 'Guild B', url: 'https://jobs.lever.co/b/22222222-2222-4222-8222-222222222222' },
    ),
  ],
  [
    'different',
    { title: 'Multiple roles', url: thread(9) },
    { title: 'Glazier', url: 'https://pu.example/glazier', description: advert('x', 'glazier') },
  ],
];

const KEPT: readonly Pair[] = [
  ['same', { title: 'Front End Developer' }, { title: 'Frontend Developer' }],
  ['same', { title: 'Sr. Potter' }, { title: 'Senior Potter' }],
  ['same', { title: 'Conseiller clientèle' }, { title: 'Conseillère clientèle' }],
  ['same', { title: 'Potter - Lyon' }, { title: 'Potter' }],
  ['same', ...same('Potter', { company: 'Potters United SAS' }, { company: 'potters-united' })],
  ['same', ...same('Potter', { location: 'Lyon' }, { location: 'Lyon, Auvergne-Rhône-Alpes, France' })],
  ['same', { title: 'DevOps Engineer' }, { title: 'Dev Ops Engineer' }],
  ['same', ...same('Potter', { company: 'Confidential' }, {})],
  ['variant', ...same('Warehouse Clerk', { location: 'Hamburg, Germany' }, { location: 'Munich, Germany' })],
  ['variant', ...same('Warehouse Clerk', { url: gh(3333333) }, { url: gh(4444444), location: 'Paris, France' })],
  [
    'variant',
    { title: 'Potter - EMEA', location: 'Remote, EMEA' },
    { title: 'Potter - LATAM', location: 'Remote, LATAM' },
  ],
  [
    'variant',
    { title: 'Various positions', url: thread(10) },
    { title: 'Backend Engineer', url: thread(11), description: prose('new month', 150) },
  ],
  ['variant', ...same('Potter', { location: 'London, United Kingdom' }, { location: 'Dublin, Ireland' })],
  ['variant', { title: 'Warehouse Systems Engineer' }, { title: 'Warehouse Controls Engineer' }],
  ['different', { title: 'Software Engineer' }, { title: 'Software Engineering Manager' }],
  ['different', { title: 'Junior Analyst' }, { title: 'Lead Analyst' }],
  ['different', { title: 'Nurse' }, { title: 'Driver', description: advert('Potters United', 'driver') }],
  ['different', { title: 'Analyst 1' }, { title: 'Analyst 2' }],
  ['different', ...same('Cashier', {}, { company: 'Orchard Foods', description: advert('Orchard Foods', 'cashier') })],
  ['different', { title: 'Data Engineer', ...excerpt }, { title: 'Data Analyst', ...excerpt }],
  [
    'different',
    { title: 'Engineer, Kilns', description: advert('Potters United', 'kilns') },
    { title: 'Engineer, Wheels', description: advert('Potters United', 'wheels') },
  ],
];

const judge = (pairs: readonly Pair[]): string[] =>
  pairs.flatMap(([wanted, a, b]) => {
    const got = compare(fingerprint(whole(a)), fingerprint(whole(b)));
    return got.outcome === wanted
      ? []
      : [`${a.title}, ${a.company} | ${b.title}, ${b.company}: ${wanted}, not ${got.outcome} (${got.why})`];
  });

describe('invented pairs', () => {
  it('tuned on are all told', () => {
    expect(judge(TUNED)).toEqual([]);
  });
  it('kept back are all told', () => {
    expect(judge(KEPT)).toEqual([]);
  });
  it('what stands in every advert of an employer says nothing of two of them', () => {
    const boiler = prose('who we are and what we offer', 200);
    const roles = ['Potter', 'Glazier', 'Courier', 'Bookkeeper', 'Gardener'];
    const prints = roles.map((title) => fingerprint(whole({ title, description: `${boiler}. ${prose(title, 40)}` })));
    const one = fingerprint(
      whole({ title: 'Kiln Platform Builder', description: `${boiler}. ${prose('platform', 25)}` }),
    );
    const two = fingerprint(whole({ title: 'Kiln Tools Builder', description: `${boiler}. ${prose('tools', 25)}` }));
    expect(compare(one, two).outcome).toBe('variant');
    expect(compare(one, two, { common: commonOf(prints) }).outcome).toBe('different');
  });
  it('one role in twenty cities is no boilerplate', () => {
    const prints = Array.from({ length: 20 }, (_, i) => fingerprint(whole({ title: 'Potter', location: `City ${i}` })));
    expect(commonOf(prints).size).toBe(0);
  });
});
