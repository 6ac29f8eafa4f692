/** Files that already say what is what: JSON Resume and the ZIP of LinkedIn's data export. Their values are certain. */
import { z } from 'zod';
import { Resume } from '#shared/profile/profile.schema.ts';
import { splitAddress } from '../read/contact.rules.ts';
import { findDates } from '../read/dates.rules.ts';
import { languageOf } from '../read/language.rules.ts';
import { resumeErrors } from '../resume.errors.ts';
import type { Reading } from '../resume.schema.ts';
import { decodeText } from './encoding.rules.ts';
import { openArchive } from './zip.extract.ts';

/** Reads a JSON Resume. What does not fit the schema is left out with a warning; throws `resume.damaged` or `resume.not_a_resume`. */
export function readJsonResume(bytes: Uint8Array): Reading {
  let raw: unknown;
  try {
    raw = JSON.parse(decodeText(bytes));
  } catch (cause) {
    throw resumeErrors.damaged({ cause });
  }
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) throw resumeErrors.not_a_resume();
  const record = raw as Record<string, unknown>;
  if (!['basics', 'work', 'education', 'skills'].some((key) => key in record)) throw resumeErrors.not_a_resume();
  const warnings: Reading['warnings'] = [];
  const parts: Record<string, unknown> = {};
  for (const key of Object.keys(Resume.shape)) {
    if (!(key in record)) continue;
    const value = tidy(record[key], 0);
    const parsed = Resume.safeParse({ [key]: value });
    if (parsed.success) {
      Object.assign(parts, parsed.data);
      continue;
    }
    // One wrong entry does not cost its neighbours.
    const kept = Array.isArray(value) ? value.filter((entry) => Resume.safeParse({ [key]: [entry] }).success) : [];
    if (kept.length > 0) Object.assign(parts, Resume.parse({ [key]: kept }));
    warnings.push({ code: 'field_skipped', text: `Some of “${key}” is not as JSON Resume has it and was left out.` });
  }
  return certain(Resume.parse(parts), warnings);
}

/** Drops nulls and empty strings and brings dates into `YYYY-MM-DD`, as many files have them otherwise. */
function tidy(value: unknown, depth: number): unknown {
  if (depth > 12) return undefined;
  if (Array.isArray(value)) return value.map((v) => tidy(v, depth + 1)).filter((v) => v !== undefined);
  if (typeof value === 'object' && value !== null) {
    const out: Record<string, unknown> = {};
    for (const [key, inner] of Object.entries(value)) {
      const clean = /date$/iu.test(key) && typeof inner === 'string' ? isoDate(inner) : tidy(inner, depth + 1);
      if (clean !== undefined) out[key] = clean;
    }
    return out;
  }
  return value === null || value === '' ? undefined : value;
}

function isoDate(text: string): string | undefined {
  const plain = /^\d{4}(?:-\d{2}(?:-\d{2})?)?/u.exec(text.trim())?.[0];
  if (plain !== undefined) return plain;
  const found = findDates(text)[0];
  return found?.start ?? found?.end;
}

function certain(resume: Resume, warnings: Reading['warnings']): Reading {
  const confidence: Reading['confidence'] = {};
  const texts: string[] = [];
  const mark = (value: unknown, path: string): void => {
    if (typeof value === 'string') {
      confidence[path] = 1;
      texts.push(value);
    } else if (Array.isArray(value))
      value.forEach((v, i) => {
        mark(v, `${path}[${i}]`);
      });
    else if (typeof value === 'object' && value !== null)
      for (const [key, v] of Object.entries(value)) mark(v, path === '' ? key : `${path}.${key}`);
  };
  mark(resume, '');
  if (texts.length === 0) throw resumeErrors.no_text();
  return { resume, confidence, spans: {}, pages: [], language: languageOf(texts.join('\n')), ocr: false, warnings };
}

const Row = z.record(z.string(), z.string());
type Row = z.infer<typeof Row>;

/** Rows of a CSV file (RFC 4180) by column name; LinkedIn puts notes above some headers, so `header` names a column it must have. */
export function parseCsv(text: string, header: string): Row[] {
  const records: string[][] = [];
  let record: string[] = [];
  let value = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i);
    if (quoted) {
      if (c === '"' && text.charAt(i + 1) === '"') {
        value += '"';
        i++;
      } else if (c === '"') quoted = false;
      else value += c;
    } else if (c === '"') quoted = true;
    else if (c === ',') {
      record.push(value);
      value = '';
    } else if (c === '\n' || c === '\r') {
      if (c === '\r' && text.charAt(i + 1) === '\n') i++;
      record.push(value);
      records.push(record);
      record = [];
      value = '';
    } else value += c;
  }
  if (value !== '' || record.length > 0) records.push([...record, value]);
  const at = records.findIndex((r) => r.some((v) => v.trim().toLowerCase() === header.toLowerCase()));
  const names = records[at]?.map((n) => n.trim().replace(/^\ufeff/u, '')) ?? [];
  return at < 0
    ? []
    : records
        .slice(at + 1)
        .filter((r) => r.some((v) => v.trim() !== ''))
        .map((r) => Object.fromEntries(names.map((n, i) => [n, (r[i] ?? '').trim()])));
}

/** Reads LinkedIn's data export. Throws as the ZIP reader, or `resume.not_a_resume` where it holds no profile. */
export function readLinkedIn(bytes: Uint8Array): Reading {
  const archive = openArchive(bytes);
  const rows = (file: string, header: string): Row[] => {
    const name = archive.names.find((n) => n.split('/').at(-1)?.toLowerCase() === `${file.toLowerCase()}.csv`);
    const data = name === undefined ? undefined : archive.read(name);
    return data === undefined ? [] : parseCsv(decodeText(data), header);
  };
  const profile = rows('Profile', 'First Name')[0];
  const positions = rows('Positions', 'Company Name');
  const education = rows('Education', 'School Name');
  if (profile === undefined && positions.length === 0 && education.length === 0) throw resumeErrors.not_a_resume();
  const emails = rows('Email Addresses', 'Email Address');
  const email = emails.find((r) => r.Primary?.toLowerCase() === 'yes') ?? emails[0];
  const phone = [...rows('PhoneNumbers', 'Number'), ...rows('Phone Numbers', 'Number')][0];
  const dates = (row: Row) => ({
    startDate: isoDate(row['Started On'] ?? row['Start Date'] ?? ''),
    endDate: isoDate(row['Finished On'] ?? row['End Date'] ?? ''),
  });
  const place = profile?.['Geo Location'] ?? '';
  const raw = {
    basics: {
      name: `${profile?.['First Name'] ?? ''} ${profile?.['Last Name'] ?? ''}`.trim(),
      label: profile?.Headline,
      summary: profile?.Summary?.slice(0, 5000),
      email: email?.['Email Address'],
      phone: phone?.Number,
      location: place === '' ? undefined : splitAddress(place),
      profiles: (profile?.Websites ?? '').split(/[,;]\s*/u).flatMap((site) => {
        const url = /https?:\/\/[^\s\]]+/u.exec(site)?.[0];
        return url === undefined ? [] : [{ url }];
      }),
    },
    work: positions.map((row) => ({
      name: row['Company Name'],
      position: row.Title,
      location: row.Location,
      summary: row.Description?.slice(0, 5000),
      ...dates(row),
    })),
    education: education.map((row) => ({
      institution: row['School Name'],
      studyType: row['Degree Name'],
      ...dates(row),
    })),
    skills: rows('Skills', 'Name').map((row) => ({ name: row.Name })),
    languages: rows('Languages', 'Name').map((row) => ({ language: row.Name, fluency: row.Proficiency })),
    certificates: rows('Certifications', 'Name').map((row) => ({
      name: row.Name,
      issuer: row.Authority,
      url: row.Url,
      date: dates(row).startDate,
    })),
    projects: rows('Projects', 'Title').map((row) => ({
      name: row.Title,
      description: row.Description?.slice(0, 5000),
      url: row.Url,
      ...dates(row),
    })),
    volunteer: rows('Volunteering', 'Role').map((row) => ({
      organization: row['Company Name'],
      position: row.Role,
      summary: row.Description?.slice(0, 5000),
      ...dates(row),
    })),
    publications: rows('Publications', 'Name').map((row) => ({
      name: row.Name,
      publisher: row.Publisher,
      releaseDate: isoDate(row['Published On'] ?? ''),
      url: row.Url,
      summary: row.Description?.slice(0, 5000),
    })),
    awards: rows('Honors', 'Title').map((row) => ({
      title: row.Title,
      summary: row.Description?.slice(0, 5000),
      date: isoDate(row['Issued On'] ?? ''),
    })),
  };
  const parsed = Resume.safeParse(tidy(raw, 0));
  if (!parsed.success) throw resumeErrors.damaged({ log: parsed.error.message.slice(0, 500) });
  return certain(dropEmpty(parsed.data), []);
}

const dropEmpty = (resume: Resume): Resume =>
  Object.fromEntries(Object.entries(resume).filter(([, v]) => !Array.isArray(v) || v.length > 0));
