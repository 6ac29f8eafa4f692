/** Recruitee career sites: one answer holds the whole board (career.recruitee.com/docs), also under an employer's own domain. */
import {
  addressOf,
  at,
  bodyOf,
  closingOf,
  entriesAt,
  escapeText,
  fieldsOf,
  instantOf,
  joinParts,
  jsonOf,
  lineOf,
  linesOf,
  listOf,
  placeFrom,
  readEntries,
} from '../answer.rules.ts';
import { boardOf } from '../board-address.rules.ts';
import { displayOf } from '../display.data.ts';
import { type FormQuestions, posting, type SourcePosting } from '../posting.schema.ts';
import type { JobSource } from '../source.schema.ts';
import { distinct, employmentOf, hostIn, inWords, languageIn, payOf, periodIn, remoteAs } from '../stated.rules.ts';

function readOffer(entry: unknown) {
  const offer = fieldsOf(entry);
  if (offer.status !== undefined && offer.status !== 'published') return 'skip';
  const places = placesOf(offer);
  const requirements = bodyOf(offer.requirements);
  return posting({
    source: 'recruitee',
    sourceId: lineOf(offer.id, 300) ?? '',
    url: addressOf(offer.careers_url) ?? '',
    applyUrl: addressOf(offer.careers_apply_url),
    title: lineOf(offer.title, 300) ?? '',
    company: lineOf(offer.company_name, 200),
    places,
    remote: remoteIn(offer, places),
    description: joinParts([
      { text: bodyOf(offer.description) },
      { heading: 'Requirements', text: requirements },
      { heading: 'Highlights', text: escapeText(bodyOf(offer.highlight)) },
    ]),
    sections: requirements.trim() === '' ? null : { requirements, preferred: null, benefits: null },
    pay: payOf({
      min: at(offer.salary, 'min'),
      max: at(offer.salary, 'max'),
      currency: at(offer.salary, 'currency'),
      period: periodIn(at(offer.salary, 'period')),
    }),
    employmentType: employmentOf(offer.employment_type_code),
    department: lineOf(offer.department, 200),
    seniority: inWords(offer.experience_code, 200),
    education: inWords(offer.education_code, 300),
    categories: linesOf([inWords(offer.category_code, 120), offer.department, ...listOf(offer.tags)], {
      most: 120,
      count: 60,
    }),
    postedAt: instantOf(offer.published_at) ?? instantOf(offer.created_at),
    updatedAt: instantOf(offer.updated_at),
    expiresAt: closingOf(offer.close_at),
    language: languageOf(offer),
    questions: questionsOf(offer),
  });
}

function placesOf(offer: Readonly<Record<string, unknown>>): SourcePosting['places'] {
  const listed = listOf(offer.locations)
    .map(fieldsOf)
    .map(({ city, name, state, country, country_code }) =>
      placeFrom({
        text: [city ?? name, state, country].filter((part) => typeof part === 'string' && part !== '').join(', '),
        city,
        region: state,
        country: country_code ?? country,
      }),
    );
  const { location, city, state_name, country_code, country } = offer;
  return listed.length > 0
    ? distinct(listed)
    : distinct([placeFrom({ text: location, city, region: state_name, country: country_code ?? country })]);
}

/** Several of the three may be ticked: remote beside an office is hybrid. The place's note says more. */
function remoteIn(offer: Readonly<Record<string, unknown>>, places: SourcePosting['places']): SourcePosting['remote'] {
  const text = listOf(offer.locations)
    .map((place) => lineOf(at(place, 'note'), 300))
    .find((note) => note !== null);
  const { remote, hybrid, on_site } = offer;
  if (hybrid === true || (remote === true && on_site === true)) return remoteAs('hybrid', { places, text });
  if (remote === true) return remoteAs('remote', { places, text });
  return on_site === true ? remoteAs('onsite', { places, text }) : null;
}

/** The language whose translation is the text shown. */
function languageOf(offer: Readonly<Record<string, unknown>>): string | null {
  const translations = Object.entries(fieldsOf(offer.translations));
  const shown = translations.find(([, text]) => at(text, 'description') === offer.description);
  return languageIn((shown ?? (translations.length === 1 ? translations[0] : undefined))?.[0]);
}

function questionsOf(offer: Readonly<Record<string, unknown>>): FormQuestions | null {
  if (!Array.isArray(offer.open_questions)) return null;
  const asked = offer.open_questions.map(fieldsOf).filter(({ kind }) => !/^(?:info|legal)/.test(String(kind)));
  return {
    count: asked.length,
    written: asked.filter(({ kind }) => kind === 'text').length,
    knockouts: linesOf(
      asked
        .filter(({ kind, required }) => kind === 'boolean' || (required === true && /^single/.test(String(kind))))
        .map(({ body }) => body),
      { most: 500, count: 50 },
    ),
  };
}

export const recruitee: JobSource = {
  id: 'recruitee',
  display: displayOf('recruitee'),
  kind: 'board',
  keys: [],
  pace: { everyMs: 1000 },
  boardAt: (url) => boardOf('recruitee', url),
  boardUrl: (board) => `https://${hostIn(board, 'recruitee.com')}/`,
  start: ({ board }) => ({ url: `https://${hostIn(board, 'recruitee.com')}/api/offers/` }),
  read: (answer) =>
    readEntries(entriesAt(jsonOf(answer.body), 'offers'), { read: readOffer, idOf: (entry) => at(entry, 'id') }),
};
