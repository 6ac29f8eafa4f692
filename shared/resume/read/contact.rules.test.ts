import { describe, expect, it } from 'vitest';
import { column, extracted, plainText, put } from '../../../tests/support/page.ts';
import { readExtracted } from './read.rules.ts';

const JOBS = `
Experience
Welder, Holt Fabrications Ltd
01/2019 – 03/2021
- Welded frames for trailers
Education
Diploma in Welding, Leeds City College
2015 – 2017`;

const basics = (head: string) => readExtracted(plainText(head + JOBS)).reading.resume.basics;

describe('the name', () => {
  it.each([
    ['姓名：张伟  性别：男  出生年月：1990.05\n手机：138 1234 5678', '张伟'],
    ['陳大文\n電話：0912-345-678', '陳大文'],
    ['Ad Soyad: Zeynep Arslan\nDoğum Tarihi: 01.02.1990', 'Zeynep Arslan'],
    ['नाम: सुनीता शर्मा\nफोन: 98765 43210', 'सुनीता शर्मा'],
    ['Name: Müller, Anna\nGeburtsort: Kassel', 'Anna Müller'],
    ['Nom : LEFÈVRE\nPrénom : Camille', 'Camille Lefèvre'],
    ['Nome completo: João da Silva\nNaturalidade: Recife', 'João da Silva'],
    ['JANE O’CONNOR, PHD\njane.oconnor@example.com', 'Jane O’Connor'],
    ['Curriculum Vitae – Lena Fuchs\nlena@example.de', 'Lena Fuchs'],
  ])('of %j is %s', (head, name) => {
    expect(basics(head)?.name).toBe(name);
  });

  it('is the large line of the page that agrees with the address, not the heading above it', () => {
    const { resume } = readExtracted(
      extracted([
        put({ text: 'RESUME', x: 50, y: 30, fontSize: 26 }),
        put({ text: 'Priya', x: 50, y: 70, fontSize: 22 }),
        put({ text: 'Raghavan', x: 50, y: 96, fontSize: 22 }),
        ...column(['priya.raghavan@example.in', 'Work Experience', 'Analyst, Acme Ltd', '2019 – 2021'], {
          x: 50,
          y: 130,
        }),
      ]),
    ).reading;
    expect(resume.basics?.name).toBe('Priya Raghavan');
  });
});

describe('personal data', () => {
  it('is known and left out of all other fields', () => {
    const read = basics(
      'Anna Müller\nanna@example.de\nGeburtsdatum: 03.10.1996\nGeburtsort: Hamburg\nStaatsangehörigkeit: deutsch\nFamilienstand: ledig\nWohnort: 34117 Kassel',
    );
    expect(read?.location).toMatchObject({ city: 'Kassel', postalCode: '34117' });
    expect(read?.name).toBe('Anna Müller');
    expect(JSON.stringify(read)).not.toMatch(/Hamburg|ledig|deutsch|1996/u);
  });
});

describe('e-mail addresses', () => {
  it.each([
    ['Jane Miller\njane.miller (at) example (dot) com', 'jane.miller@example.com'],
    ['Jane Miller\njane.miller @ example.com', 'jane.miller@example.com'],
    ['Jane Miller\nE-mail: jane.miller[at]example.com', 'jane.miller@example.com'],
  ])('of %j are read as they are sent to', (head, email) => {
    expect(basics(head)?.email).toBe(email);
  });

  it('of referees are not the person’s', () => {
    const text = `Jane Miller\n+44 20 7946 0018${JOBS}\nReferences\nTom Baker, Holt Fabrications, tom@example.com`;
    expect(readExtracted(plainText(text)).reading.resume.basics?.email).toBeUndefined();
  });
});

describe('phone numbers', () => {
  it.each([
    ['Anna Müller\nTel.: 0561 123456\nMobil: 0151 23456789\nFax: 0561 123457\nD-34117 Kassel', '0151 23456789'],
    ['Jane Miller\nFax: (212) 555-0101\nPhone: (212) 555-0100\nNew York, NY', '(212) 555-0100'],
    ['张伟\n手机：138 1234 5678', '138 1234 5678'],
    ['Jane Miller\nPhone: 123-456-7890', '123-456-7890'],
    ['Anna Müller\nHauptstraße 5, 34117 Kassel\n0176 / 040 218 77', '0176 / 040 218 77'],
    ['Anna Müller\n+49 151 23456789 / +49 561 123456', '+49 151 23456789'],
  ])('of %j: %s', (head, phone) => {
    expect(basics(head)?.phone).toBe(phone);
  });

  it('are never years, nor digits somebody masked', () => {
    expect(basics('Jane Miller\n+49 176 313 XXXX\njane@example.com')?.phone).toBeUndefined();
    expect(basics('Jane Miller\njane@example.com\n2014 - 2016')?.phone).toBeUndefined();
  });
});

describe('the place', () => {
  it.each([
    ['Anna Müller\nHauptstraße 5, D-10115 Berlin', { city: 'Berlin', postalCode: 'D-10115' }],
    ['Camille Lefèvre\n12 rue des Lilas, 75011 Paris', { city: 'Paris', postalCode: '75011' }],
    ['João Silva\nSão Paulo – SP', { city: 'São Paulo', region: 'SP' }],
    ['张伟\n现居地：北京市海淀区', { city: '北京市' }],
    [
      'Callum Rhodes\nLeeds, West Yorkshire, United\nKingdom\n+44 7700 900482',
      { city: 'Leeds', region: 'West Yorkshire', countryCode: 'GB' },
    ],
    ['Zofia Nowak\nKraków, Polska', { city: 'Kraków', countryCode: 'PL' }],
    ['Sofia Ek\nStorgatan 41, 903 26 Umeå', { city: 'Umeå', postalCode: '903 26' }],
    ['Joris Bakker\nNieuwe Binnenweg 112, 3015 BG Rotterdam', { city: 'Rotterdam', postalCode: '3015 BG' }],
    ['Jane Miller\n218 Hazel Street, Pittsburgh, PA 15217', { city: 'Pittsburgh', region: 'PA', postalCode: '15217' }],
    ['Luc Petit\nClermont-Ferrand (63)', {}],
    ['Sean Byrne\n⌂ Dublin 8, Ireland', { city: 'Dublin 8', countryCode: 'IE' }],
    ['सुनीता शर्मा\n98765 43210\nगोकुल नगर, मेरठ, भारत', { address: 'गोकुल नगर', city: 'मेरठ' }],
    ['Luc Petit\nBourgvallon | +33 6 39 98 71 20 | luc@example.fr', { city: 'Bourgvallon' }],
    ['Luc Petit\n+33 6 39 98 71 20 | luc@example.fr | ⌂ Bourgvallon', { city: 'Bourgvallon' }],
  ])('of %j', (head, place) => {
    expect(basics(head)?.location).toMatchObject(place);
  });

  it('is no other word that stands between number and address', () => {
    for (const word of ['Portfolio', 'Plumber', 'Deutsch', 'Holt Ltd'])
      expect(basics(`Jane Miller\n${word} | +44 20 7946 0018 | jane@example.com`)?.location).toBeUndefined();
  });

  it('is not where an employer is', () => {
    expect(basics('Jane Miller\njane@example.com')?.location).toBeUndefined();
  });
});

describe('links', () => {
  it('go on in the next line of a narrow column', () => {
    const { resume } = readExtracted(
      extracted([
        ...column(['Contact', 'jane@example.com', 'linkedin.com/in/janemilleran', 'derson', 'Leeds, United Kingdom'], {
          x: 30,
          y: 100,
        }),
        put({ text: 'Jane Milleranderson', x: 220, y: 60, fontSize: 22 }),
        ...column(
          [
            'Experience',
            'Welder',
            'Holt Fabrications',
            '2019 – 2021',
            'Welded frames for trailers',
            'Education',
            'Diploma',
          ],
          { x: 220, y: 103 },
        ),
      ]),
    ).reading;
    expect(resume.basics?.profiles).toEqual([
      { network: 'LinkedIn', username: 'janemilleranderson', url: 'https://linkedin.com/in/janemilleranderson' },
    ]);
  });

  it('are never invented from names of tools', () => {
    const read = basics('Jane Miller\njane@example.com\nSkills: Node.js, Vue.js, ASP.NET');
    expect(read?.url).toBeUndefined();
    expect(read?.profiles ?? []).toEqual([]);
  });
});
