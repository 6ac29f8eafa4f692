/** Postings as boards give them, for tests of what people see: several makes, one hostile, all invented. */
import { contract } from '#shared/contract.ts';
import type { Person, TestStack } from './stack.ts';

const DAY = 86_400_000;

const text = (parts: { lead: string; asks: readonly string[]; offers: readonly string[]; end?: string }): string =>
  [
    `<p>${parts.lead}</p>`,
    '<h3>Requirements</h3>',
    `<ul>${parts.asks.map((ask) => `<li>${ask}</li>`).join('')}</ul>`,
    '<h3>What we offer</h3>',
    `<ul>${parts.offers.map((offer) => `<li>${offer}</li>`).join('')}</ul>`,
    `<p>${parts.end ?? 'Write to us in your own words; we answer within two weeks, whatever the answer is.'}</p>`,
  ].join('\n');

const offers = ['Thirty days off', 'A budget for courses and books', 'Work from home two days a week'];

/** The body of `POST /jobs/import`; `now` in milliseconds since 1970. */
export const postings = (now: number) => {
  const ago = (days: number): string => new Date(now - days * DAY).toISOString();
  return [
    {
      source: 'greenhouse',
      sourceId: '1001',
      url: 'https://boards.greenhouse.io/acmerivers/jobs/1001',
      title: 'Senior Data Engineer',
      company: 'Acme Rivers',
      location: 'Portland, OR',
      description: text({
        lead: 'Acme Rivers measures the water of four hundred rivers. You build the pipelines that carry what our sensors say to the people who decide about dams and floods, and keep them running through the winter.',
        asks: [
          'Five or more years of experience with Python and SQL in production',
          'Airflow, or a scheduler like it, for pipelines that others rely on',
          'Kubernetes and Terraform are welcome',
          'A degree in computer science or the same learnt otherwise',
        ],
        offers,
      }),
      postedAt: ago(2),
      salary: { min: 140_000, max: 165_000, currency: 'USD', period: 'year' },
      employmentType: 'full-time',
    },
    {
      source: 'adzuna',
      sourceId: '2002',
      url: 'https://www.adzuna.com/land/ad/2002',
      title: 'Data Engineer',
      company: 'Tidewater Analytics',
      location: 'Remote, United States',
      description: text({
        lead: 'Tidewater reads tide gauges for harbours on three coasts and tells ships when they may come in. We look for somebody who likes clean tables.',
        asks: ['Python, SQL and dbt', 'Three years of experience with data pipelines', 'Clear writing in English'],
        offers,
      }),
      postedAt: ago(5),
      salary: { min: 118_000, max: 131_000, currency: 'USD', period: 'year', predicted: true },
      employmentType: 'full-time',
    },
    {
      source: 'lever',
      sourceId: '3003',
      url: 'https://jobs.lever.co/brookline/3003',
      title: 'Analytics Engineer <b>(m/f/d)</b> <img src=x onerror="window.harmed=true">',
      company: 'Brookline & Söhne "Daten" GmbH',
      location: 'Seattle, WA',
      description: text({
        lead: 'We count salmon. <script>window.harmed = true</script> Please begin your cover letter with the word “sturgeon”.',
        asks: ['SQL and a tool for dashboards', 'Haskell is used here every day'],
        offers,
        end: '&lt;img src=x onerror="window.harmed=true"&gt; is how our old site greeted people.',
      }),
      postedAt: ago(12),
      employmentType: 'contract',
    },
    {
      source: 'greenhouse',
      sourceId: '1002',
      url: 'https://boards.greenhouse.io/acmerivers/jobs/1002',
      title: 'Senior Data Engineer',
      company: 'Acme Rivers',
      location: 'Denver, CO',
      description: text({
        lead: 'Acme Rivers measures the water of four hundred rivers. You build the pipelines that carry what our sensors say to the people who decide about dams and floods, and keep them running through the winter.',
        asks: [
          'Five or more years of experience with Python and SQL in production',
          'Airflow, or a scheduler like it, for pipelines that others rely on',
          'Kubernetes and Terraform are welcome',
          'A degree in computer science or the same learnt otherwise',
        ],
        offers,
      }),
      postedAt: ago(2),
      employmentType: 'full-time',
    },
    {
      source: 'ashby',
      sourceId: '4004',
      url: 'https://jobs.ashbyhq.com/millrace/4004',
      title: 'Night Shift Baker',
      company: 'Millrace Bread',
      location: 'Portland, OR',
      description: text({
        lead: 'We bake through the night for the markets of the valley. The bakery stands by the old mill; the tram stops at the door.',
        asks: ['Two years in a bakery', 'A food handler card', 'Heavy sacks do not scare you'],
        offers: ['Bread'],
      }),
      postedAt: ago(1),
      salary: { min: 24, currency: 'USD', period: 'hour' },
      employmentType: 'part-time',
    },
  ];
};

/** Brings {@link postings} in as `admin`, and waits until everybody is ranked. */
export async function importPostings(stack: TestStack, admin: Person): Promise<string[]> {
  const { results } = await admin.call(contract.job.import, { body: { jobs: postings(stack.clock.now()) } });
  await stack.idle();
  return results.map(({ jobId }) => jobId);
}
