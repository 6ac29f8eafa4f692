/** Whether a recruiter can reach the person, and whether the file says more about them than it should. */
import { findPlaces } from '#shared/job/place.rules.ts';
import { fold } from '#shared/kernel/text.ts';
import { type Check, fine, notChecked, problem } from '../check.rules.ts';
import { atLine, type Subject } from '../subject.rules.ts';
import { UNUSUAL_MAIL } from '../words.data.ts';

const name: Check = {
  code: 'contact.name',
  area: 'contact',
  worth: 2,
  title: 'Name on top',
  look: (subject) =>
    subject.resume.basics?.name !== undefined
      ? fine
      : subject.reading.ocr
        ? notChecked(FROM_PICTURE)
        : problem({
            severity: 'high',
            title: 'No name was found',
            text: 'The first lines do not hold a name that a machine recognises as one.',
            fix: 'Put your name alone on the first line, as text and without spaces between the letters.',
            evidence: [subject.top],
          }),
};

const FROM_PICTURE = 'The letters were recognised from a picture, and may be wrong.';

const email: Check = {
  code: 'contact.email',
  area: 'contact',
  worth: 4,
  title: 'E-mail address',
  look(subject) {
    if (subject.resume.basics?.email !== undefined) return fine;
    if (subject.reading.ocr) return notChecked(FROM_PICTURE);
    const split = subject.lines.filter(({ text }) => /\S\s?@\s?\S/.test(text));
    return problem({
      severity: 'high',
      title: split.length > 0 ? 'The e-mail address cannot be read' : 'There is no e-mail address',
      text:
        split.length > 0
          ? 'There is an @, but what stands around it is no complete address.'
          : 'Without one an application usually cannot be submitted, or nobody can answer it.',
      fix: 'Write the address in one piece beside your name, as text.',
      evidence: split.length > 0 ? split.map((line) => atLine(line)) : [subject.top],
    });
  },
};

const mailTone: Check = {
  code: 'contact.mailTone',
  area: 'contact',
  worth: 1,
  title: 'An address for work',
  look(subject) {
    const address = subject.resume.basics?.email;
    if (address === undefined) return notChecked('There is no e-mail address.');
    const local = address.split('@')[0] ?? '';
    if (!UNUSUAL_MAIL.test(local)) return fine;
    return problem({
      severity: 'medium',
      title: 'The e-mail address sounds private',
      text: 'It is the first thing a stranger reads after your name.',
      fix: 'Use an address made of your name for applications.',
      evidence: [subject.at('basics.email', address)],
    });
  },
};

const MASKED_NUMBER = /(?:\+|\b00?)\d[\d\s().-]{1,12}[*xX•]{2,}/;

/** Nine digits or more in one run that is no range of years. */
const looksLikeNumber = (text: string): boolean =>
  (text.match(/[+(]?\d[\d\s().\-–/]{7,}\d/g) ?? []).some(
    (run) => run.replace(/\D/g, '').length >= 9 && !/(?:19|20)\d{2}\D+(?:19|20)\d{2}/.test(run),
  );

const phone: Check = {
  code: 'contact.phone',
  area: 'contact',
  worth: 3,
  title: 'Phone number',
  look(subject) {
    if (subject.resume.basics?.phone !== undefined) return fine;
    if (subject.reading.ocr) return notChecked(FROM_PICTURE);
    const masked = subject.lines.filter(({ text }) => MASKED_NUMBER.test(text));
    if (masked.length > 0)
      return problem({
        severity: 'medium',
        title: 'The phone number is not complete',
        text: 'Digits are left out, so nobody can call it and no system takes it for a number.',
        fix: 'Write the whole number, or leave it out.',
        evidence: masked.map((line) => atLine(line)),
      });
    if (subject.lines.slice(0, 60).some(({ text }) => looksLikeNumber(text)))
      return notChecked('There are digits that may be one, but they were not recognised as a phone number.');
    return problem({
      severity: 'medium',
      title: 'There is no phone number',
      text: 'Many forms demand one, and recruiters who are in a hurry call.',
      fix: 'Add your number beside the e-mail address, with its country code.',
      evidence: [subject.top],
    });
  },
};

const ENGLISH_SPEAKING = new Set(['US', 'CA', 'GB', 'IE', 'AU', 'NZ']);

const phoneCode: Check = {
  code: 'contact.phoneCode',
  area: 'contact',
  worth: 1,
  title: 'Phone number that works from abroad',
  look(subject) {
    const path = 'basics.phone';
    if (subject.resume.basics?.phone === undefined) return notChecked('There is no phone number.');
    const { home, country, language } = subject;
    // At home the number works as it is; only who applies elsewhere needs the code.
    const abroad =
      home !== undefined &&
      ((country !== undefined && country !== home) || (language === 'en' && !ENGLISH_SPEAKING.has(home)));
    if (!abroad) return fine;
    const place = subject.at(path);
    const line = subject.lines.find(
      (l) => l.page === place.page && l.text.includes(place.text) && /(?:\+|\b00)\s?\d/.test(l.text),
    );
    if (place.text === '' || line !== undefined || /\+|^00|\(\d{2,3}\)\s?\d|^\d{2,3}\)/.test(place.text)) return fine;
    return problem({
      severity: 'low',
      title: 'The phone number has no country code',
      text: 'From another country it cannot be dialled as it stands.',
      fix: 'Put + and the code of your country in front of it.',
      evidence: [place],
    });
  },
};

/** Short lines that can hold contact details: those before the first entry. */
const linesOnTop = ({ lines, jobs, resume, atEntry }: Subject) => {
  const first = [...(jobs.length > 0 ? ['work[0]'] : []), ...(resume.education?.length ? ['education[0]'] : [])].map(
    (path) => atEntry(path).text,
  );
  const end = lines.findIndex(({ text }) => first.includes(text));
  return lines.slice(0, end < 0 ? 15 : Math.min(end, 40)).filter(({ text }) => text.length < 70);
};

const city: Check = {
  code: 'contact.city',
  area: 'contact',
  worth: 2,
  title: 'City',
  look(subject) {
    const location = subject.resume.basics?.location;
    if (location?.city !== undefined || location?.region !== undefined) return fine;
    if (subject.reading.ocr) return notChecked(FROM_PICTURE);
    const places = linesOnTop(subject).flatMap(({ text }) => findPlaces(text).places);
    if (places.some((place) => place.city !== undefined))
      return notChecked('A place stands on top, but it was not recognised as yours.');
    const countryOnly = location?.countryCode !== undefined || places.length > 0;
    return problem(
      {
        severity: 'low',
        title: countryOnly ? 'The city is not said' : 'Where you live is not said',
        text: 'Recruiters filter by place; a file without one falls out of such a search.',
        fix: 'Add city and country beside your contact details. The street is not needed.',
        evidence: [subject.top],
      },
      countryOnly ? 0.5 : 1,
    );
  },
};

const PRIVATE_LABEL =
  /^[•·\-*\s]*(?:date of birth|d\.?o\.?b\.?|birth ?date|marital status|religion|gender|sex|age|number of children|social security(?: number)?|ssn|passport(?: no\.?| number)?)\s*[:–-]\s*\S/i;
const STREET =
  /^\d{1,5}\s+(?:[NSEW]\.?\s+)?\p{Lu}[\p{L}'.]*(?:\s\p{Lu}[\p{L}'.]*){0,3}\s(?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Way|Place|Pl|Terrace|Close|Crescent)\b\.?/u;

const privacy: Check = {
  code: 'contact.private',
  area: 'contact',
  worth: 1,
  title: 'No private details an employer does not need',
  look(subject) {
    const { language, home, lines, academic } = subject;
    // A birth date or a photo is usual on resumes of many countries; it is not in these.
    const applies = home === undefined ? language === 'en' : ENGLISH_SPEAKING.has(home);
    if (!applies) return notChecked('What is usual differs from country to country.');
    const labels = lines.filter(({ text }) => PRIVATE_LABEL.test(text));
    // A university's address on an academic's resume is its own.
    const streets = (academic ? [] : lines.slice(0, 15)).filter(({ text }) => STREET.test(text));
    if (labels.length === 0 && streets.length === 0) return fine;
    return problem(
      {
        severity: labels.length > 0 ? 'medium' : 'low',
        title: labels.length > 0 ? 'Private details employers do not ask for' : 'The full street address is given',
        text:
          labels.length > 0
            ? 'In English-speaking countries these are left out, so that nobody can be said to have decided by them.'
            : 'City and region are enough; the street goes into everybody’s hands who sees the file.',
        fix: labels.length > 0 ? 'Leave these lines out.' : 'Keep city, region and country.',
        evidence: [...labels, ...streets].map((line) => atLine(line)),
      },
      labels.length > 0 ? 1 : 0.5,
    );
  },
};

const photo: Check = {
  code: 'contact.photo',
  area: 'contact',
  worth: 0,
  title: 'No photo where none is usual',
  look({ reading, language, home, lines, top }) {
    const { facts } = reading;
    const applies = home === undefined ? language === 'en' : ENGLISH_SPEAKING.has(home);
    if (!applies) return notChecked('What is usual differs from country to country.');
    if (facts === undefined || facts.format === '')
      return notChecked('This kind of file does not tell how it is made.');
    // More pictures are rather logos; pages that are pictures have their own check.
    if (reading.ocr || facts.images === 0 || facts.images > 2) return fine;
    const [first] = lines;
    return problem({
      severity: 'low',
      title: facts.images === 1 ? 'There is a picture in the file' : 'There are two pictures in the file',
      text: 'What it shows cannot be told here. A photo of oneself is usual in many countries; in the United States, Canada, Britain, Ireland, Australia and New Zealand employers prefer files without one.',
      fix: 'If it is a photo of you, leave it out for employers there. If it is a logo or a signature, nothing needs to be done.',
      evidence: [first ? atLine(first) : top],
    });
  },
};

const PLACEHOLDER =
  /\b(?:example\.(?:com|org|net)|yourname|your-name|your_name|yoursite|yourdomain|firstname|lastname|lorem|johndoe\.com|linkedin\.com\/(?:in\/?)?(?:$|[\s|,])|github\.com\/?(?:$|[\s|,]))/i;
const ADDRESSLESS = /^(?:linked ?in|github|portfolio|website|xing)$/i;

const links: Check = {
  code: 'contact.links',
  area: 'contact',
  worth: 1,
  title: 'Links that lead somewhere',
  look(subject) {
    const { resume, lines, reading } = subject;
    const known = (resume.basics?.profiles ?? [])
      .map(({ network, url }) => fold(`${network ?? ''} ${url ?? ''}`))
      .join(' ');
    const dead = lines.slice(0, 80).filter(({ text }) => PLACEHOLDER.test(text));
    const bare = reading.ocr
      ? []
      : lines.slice(0, 40).filter(({ text }) => {
          const word = text.replace(/^\P{L}+|\P{L}+$/gu, '');
          return (
            ADDRESSLESS.test(word) && !known.includes(fold(word).replace(' ', '')) && resume.basics?.url === undefined
          );
        });
    if (dead.length === 0 && bare.length === 0) return fine;
    return problem({
      severity: dead.length > 0 ? 'medium' : 'low',
      title: dead.length > 0 ? 'An address looks like a placeholder' : 'A link has no address',
      text:
        dead.length > 0
          ? 'It belongs to a template or leads to a front page, not to you.'
          : 'The word stands there, but no address was found behind it; on paper there is none at all.',
      fix: 'Write the whole address, such as linkedin.com/in/ and your name there, or leave it out.',
      evidence: [...dead, ...bare].map((line) => atLine(line)),
    });
  },
};

export const contactChecks: readonly Check[] = [name, email, phone, city, phoneCode, mailTone, privacy, photo, links];
