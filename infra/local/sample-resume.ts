/** The demo's resume: two pages of a person who does not exist, with the answers that no resume holds. */
import { PDFDocument, type PDFFont, type PDFPage, rgb, StandardFonts } from 'pdf-lib';
import type { Answers } from '#shared/profile/profile.schema.ts';

export const SAMPLE_NAME = 'Johanna Brandt';
export const SAMPLE_FILE = 'Johanna Brandt - Resume.pdf';

/** What only the person can know: the right to work, notice, pay. */
export const SAMPLE_ANSWERS: Answers = {
  legalName: { first: 'Johanna', last: 'Brandt' },
  preferredName: 'Jo',
  phoneCountry: 'DE',
  address: { line1: 'Weserstraße 48', city: 'Berlin', region: 'Berlin', postalCode: '12045', country: 'Germany' },
  workAuthorization: [
    { country: 'DE', authorized: true, sponsorship: false },
    { country: 'GB', authorized: false, sponsorship: true },
    { country: 'US', authorized: false, sponsorship: true },
  ],
  relocate: true,
  noticePeriod: '3 months',
  startDate: '2027-03-01',
  yearsExperience: 9,
  howHeard: 'LinkedIn',
  salaryExpectation: { amount: 92_000, currency: 'EUR', period: 'year' },
};

type Entry = { title: string; place: string; dates: string; points?: readonly string[] };
type Section = { heading: string; entries?: readonly Entry[]; lines?: readonly string[] };

const CONTACT = [
  'Berlin, Germany  |  johanna.brandt@example.com  |  +49 30 901820',
  'linkedin.com/in/johanna-brandt-example  |  github.com/jbrandt-example',
];

const SECTIONS: readonly Section[] = [
  {
    heading: 'Summary',
    lines: [
      'Platform engineer with nine years of running production systems for energy and mobility companies. Builds the paved road other teams deploy on, and keeps it boring: small changes, good alerts, honest postmortems.',
    ],
  },
  {
    heading: 'Experience',
    entries: [
      {
        title: 'Senior Platform Engineer',
        place: 'Lichtwerk Mobility GmbH, Berlin',
        dates: 'April 2021 - Present',
        points: [
          'Own the Kubernetes platform behind 140 services and 60 engineers across three AWS regions.',
          'Cut the time from merge to production from 50 to 9 minutes by rebuilding delivery on Argo CD and GitHub Actions.',
          'Moved 38 services from hand-made virtual machines to Terraform modules with policy checks, without an outage.',
          'Lowered monthly cloud cost by 27% through right-sizing, spot capacity and storage lifecycle rules.',
          'Introduced service level objectives with Prometheus and Grafana; pages outside office hours fell from 31 to 6 a month.',
          'Mentor four engineers and lead the on-call guild.',
        ],
      },
      {
        title: 'Site Reliability Engineer',
        place: 'Nordstrom Netze AG, Hamburg',
        dates: 'September 2018 - March 2021',
        points: [
          'Ran the metering platform that takes in 2.4 million readings an hour from Kafka into PostgreSQL and TimescaleDB.',
          'Wrote the failover automation in Go that brought recovery time after a zone failure from 45 to 4 minutes.',
          'Replaced nightly batch exports by streaming pipelines, so that grid operators see load within 30 seconds.',
          'Led 22 postmortems and published the template the whole company uses today.',
        ],
      },
      {
        title: 'Software Engineer',
        place: 'Kranich Software, Leipzig',
        dates: 'October 2015 - August 2018',
        points: [
          'Built booking and pricing services in Python and Django for a car-sharing fleet of 1,900 vehicles.',
          'Designed the REST API used by three partner apps, and its load tests.',
          'Containerised the product with Docker and set up its first continuous integration.',
        ],
      },
      {
        title: 'Working Student, Operations',
        place: 'Rechenzentrum Leipzig, Leipzig',
        dates: 'April 2013 - September 2015',
        points: [
          'Maintained Linux servers, backups and monitoring for 40 university departments.',
          'Automated account management with Ansible, saving the help desk about six hours a week.',
        ],
      },
    ],
  },
  {
    heading: 'Education',
    entries: [
      {
        title: 'Master of Science in Computer Science',
        place: 'Leipzig University',
        dates: 'October 2013 - September 2015',
        points: ['Thesis: scheduling of batch work on shared clusters under changing electricity prices.'],
      },
      {
        title: 'Bachelor of Science in Computer Science',
        place: 'Leipzig University',
        dates: 'October 2010 - September 2013',
      },
    ],
  },
  {
    heading: 'Projects',
    entries: [
      {
        title: 'Gridlight',
        place: 'Open source, github.com/jbrandt-example/gridlight',
        dates: '2020 - 2024',
        points: [
          'Kubernetes scheduler plugin in Go that shifts batch jobs to hours with much wind power; used by two research groups.',
        ],
      },
    ],
  },
  {
    heading: 'Certifications',
    lines: [
      'Certified Kubernetes Administrator, Cloud Native Computing Foundation, 2022',
      'AWS Certified Solutions Architect - Professional, Amazon Web Services, 2021',
    ],
  },
  {
    heading: 'Skills',
    lines: [
      'Kubernetes, Terraform, AWS, Docker, Argo CD, Ansible, Linux',
      'Go, Python, TypeScript, SQL, Bash',
      'PostgreSQL, Kafka, Redis, Prometheus, Grafana, OpenTelemetry',
    ],
  },
  { heading: 'Languages', lines: ['German (native), English (fluent), Polish (basic)'] },
];

const PAGE = { width: 595.28, height: 841.89, margin: 56 };
const WIDTH = PAGE.width - 2 * PAGE.margin;
const ACCENT = rgb(0.12, 0.3, 0.45);

/** The resume as PDF bytes; A4, two pages. */
export async function sampleResume(): Promise<Uint8Array<ArrayBuffer>> {
  const pdf = await PDFDocument.create();
  pdf.setTitle(`${SAMPLE_NAME} - Resume`);
  pdf.setAuthor(SAMPLE_NAME);
  const regular = await pdf.embedFont(StandardFonts.Helvetica);
  const bold = await pdf.embedFont(StandardFonts.HelveticaBold);
  let page: PDFPage = pdf.addPage([PAGE.width, PAGE.height]);
  let y = PAGE.height - PAGE.margin;

  const down = (height: number): void => {
    y -= height;
    if (y > PAGE.margin) return;
    page = pdf.addPage([PAGE.width, PAGE.height]);
    y = PAGE.height - PAGE.margin;
  };
  const write = (text: string, { font = regular, size = 10.5, indent = 0, lead = '' } = {}): void => {
    for (const [i, line] of wrapped(text, { font, size, width: WIDTH - indent }).entries()) {
      down(size * 1.42);
      if (i === 0 && lead !== '') page.drawText(lead, { x: PAGE.margin + indent - 11, y, size, font });
      page.drawText(line, { x: PAGE.margin + indent, y, size, font });
    }
  };

  write(SAMPLE_NAME, { font: bold, size: 21 });
  write('Senior Platform Engineer', { size: 12 });
  for (const line of CONTACT) write(line, { size: 9.5 });
  for (const { heading, entries = [], lines = [] } of SECTIONS) {
    down(14);
    // A heading alone at the foot of a page would belong to nothing.
    if (y < PAGE.margin + 70) down(PAGE.height);
    down(16);
    page.drawText(heading.toUpperCase(), { x: PAGE.margin, y, size: 11, font: bold, color: ACCENT });
    const rule = { x: PAGE.margin, y: y - 4 };
    page.drawLine({ start: rule, end: { ...rule, x: PAGE.margin + WIDTH }, thickness: 0.6, color: ACCENT });
    down(4);
    for (const { title, place, dates, points = [] } of entries) {
      down(5);
      if (y < PAGE.margin + 60) down(PAGE.height);
      write(title, { font: bold });
      page.drawText(dates, {
        x: PAGE.margin + WIDTH - regular.widthOfTextAtSize(dates, 9.5),
        y,
        size: 9.5,
        font: regular,
      });
      write(place, { size: 10 });
      for (const point of points) write(point, { indent: 14, lead: '•' });
    }
    for (const line of lines) write(line);
  }
  return new Uint8Array(await pdf.save());
}

function wrapped(text: string, { font, size, width }: { font: PDFFont; size: number; width: number }): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && font.widthOfTextAtSize(longer, size) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}
