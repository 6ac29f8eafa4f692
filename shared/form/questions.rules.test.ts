import { describe, expect, it } from 'vitest';
import type { Answers } from '#shared/profile/profile.schema.ts';
import { type LegalCase, legalAnswer, legalOption } from './questions.rules.ts';

const answers: Answers = {
  workAuthorization: [
    { country: 'US', authorized: true, sponsorship: false },
    { country: 'CA', authorized: false, sponsorship: true },
    { country: 'SG', authorized: true, sponsorship: true },
  ],
};

const ask = (label: string, change: Partial<LegalCase> = {}): string => {
  const topic = /spons|visa|visum/i.test(label) ? 'sponsorship' : 'workAuthorization';
  const said = legalAnswer({ label, group: '', topic, answers, ...change });
  return 'missing' in said ? 'yours' : said.answer;
};

/** Home country, where all is well, and another one, where nothing is: what each question's answer is there. */
const spoken = (country: string, authorized: boolean): Answers => ({
  workAuthorization: [{ country, authorized, sponsorship: !authorized }],
});

describe('a question is answered in its own polarity', () => {
  it.each([
    // question, US (authorized), Canada (neither), Singapore (authorized, needs sponsorship)
    ['Are you legally authorized to work in {}?', 'yes', 'no', 'yes'],
    ['Do you have the legal right to work in {}?', 'yes', 'no', 'yes'],
    ['Are you eligible to work in {} for any employer?', 'yes', 'no', 'no'],
    ['Are you authorized to work in {} without restriction?', 'yes', 'no', 'no'],
    ['Do you have unrestricted work authorization in {}?', 'yes', 'no', 'no'],
    ['Will you now or in the future require sponsorship for employment visa status in {}?', 'no', 'yes', 'yes'],
    ['Do you require sponsorship to legally work in {}?', 'no', 'yes', 'yes'],
    ['To work in {}, will you need our company to sponsor a visa?', 'no', 'yes', 'yes'],
    [
      'Do you need, or will you need in the future, any immigration-related support or sponsorship in {}?',
      'no',
      'yes',
      'yes',
    ],
    ['Can you work in {} without sponsorship?', 'yes', 'no', 'no'],
    ['Are you able to work in {} without the need for visa sponsorship now or in the future?', 'yes', 'no', 'no'],
    ['Are you authorized to work in {} and do not require visa sponsorship?', 'yes', 'no', 'no'],
    [
      'Are you legally permitted to work in {} and will not require sponsorship now or in the future?',
      'yes',
      'no',
      'no',
    ],
    ['Do you require a visa or work permit to work in {}?', 'no', 'yes', 'yes'],
    ['Do you have the required work permit for {}?', 'yes', 'no', 'yes'],
    ['Visa sponsorship required ({})', 'no', 'yes', 'yes'],
  ])('%s', (question, us, canada, singapore) => {
    expect(ask(question.replace('{}', 'the United States'))).toBe(us);
    expect(ask(question.replace('{}', 'Canada'))).toBe(canada);
    expect(ask(question.replace('{}', 'Singapore'))).toBe(singapore);
  });

  it.each([
    'Do you not require sponsorship to work in the US?',
    'Are you not authorized to work in the US?',
    'Are you authorized to work in the US, or will you require sponsorship?',
    'Are you authorized to work in the US? Will you require sponsorship?',
    'Are you a US citizen?',
    'Do you hold a green card for the US?',
    'What is your work authorization status in the US?',
    'Do you have a visa for the US?',
    'Which visa do you need for the US?',
  ])('%s stays with the person', (question) => {
    expect(ask(question)).toBe('yours');
  });
});

const LANGUAGES: readonly (readonly [string, string, string, string])[] = [
  // country, may you work, do you need sponsorship, without sponsorship or a plain second right-to-work question
  [
    'GB',
    'Are you entitled to work in the UK?',
    'Do you need visa sponsorship to work in the UK?',
    'Do you have the right to work in the UK?',
  ],
  [
    'DE',
    'Sind Sie berechtigt, in Deutschland zu arbeiten?',
    'Benötigen Sie jetzt oder in Zukunft ein Visum-Sponsoring, um in Deutschland zu arbeiten?',
    'Besitzen Sie eine gültige Arbeitserlaubnis für Deutschland?',
  ],
  [
    'CH',
    'Dürfen Sie in der Schweiz arbeiten?',
    'Brauchst du eine Arbeitserlaubnis für die Schweiz?',
    'Verfügen Sie über eine Arbeitsbewilligung oder Arbeitserlaubnis in der Schweiz?',
  ],
  [
    'FR',
    'Êtes-vous autorisé(e) à travailler en France ?',
    'Aurez-vous besoin d’un parrainage de visa pour travailler en France ?',
    'Disposez-vous d’un permis de travail valable en France ?',
  ],
  [
    'ES',
    '¿Está autorizado legalmente para trabajar en España?',
    '¿Necesita o necesitará patrocinio de visado para trabajar en España?',
    '¿Tienes permiso de trabajo en España?',
  ],
  [
    'PT',
    'Tem autorização para trabalhar em Portugal?',
    'Precisa de patrocínio de visto para trabalhar em Portugal?',
    'Possui permissão de trabalho em Portugal?',
  ],
  [
    'IT',
    'È autorizzato a lavorare in Italia?',
    'Ha bisogno di una sponsorizzazione per il visto in Italia?',
    'Possiede un permesso di lavoro valido in Italia?',
  ],
  [
    'NL',
    'Bent u gerechtigd om in Nederland te werken?',
    'Heeft u visumsponsoring nodig om in Nederland te werken?',
    'Heb je een geldige werkvergunning voor Nederland?',
  ],
  [
    'PL',
    'Czy jest Pan/Pani uprawniony/a do pracy w Polsce?',
    'Czy potrzebuje Pan/Pani sponsorowania wizy do pracy w Polsce?',
    'Czy posiadasz pozwolenie na pracę w Polsce?',
  ],
  [
    'SE',
    'Har du rätt att arbeta i Sverige?',
    'Behöver du visumsponsring för att arbeta i Sverige?',
    'Har du ett giltigt arbetstillstånd i Sverige?',
  ],
  [
    'DK',
    'Har du ret til at arbejde i Danmark?',
    'Har du brug for visumsponsorering for at arbejde i Danmark?',
    'Har du en gyldig arbejdstilladelse i Danmark?',
  ],
  [
    'TR',
    "Türkiye'de yasal olarak çalışma izniniz var mı?",
    "Türkiye'de çalışmak için vize sponsorluğuna ihtiyacınız var mı?",
    "Türkiye'de çalışma hakkınız var mı?",
  ],
  [
    'CZ',
    'Jste oprávněn(a) pracovat v České republice?',
    'Budete potřebovat vízové sponzorství pro práci v České republice?',
    'Máte platné pracovní povolení v České republice?',
  ],
];

describe('the standard questions are understood in twelve languages', () => {
  it.each(LANGUAGES)('%s', (country, may, needs, permit) => {
    for (const authorized of [true, false]) {
      const own = { answers: spoken(country, authorized) };
      expect(ask(may, own), may).toBe(authorized ? 'yes' : 'no');
      expect(ask(needs, own), needs).toBe(authorized ? 'no' : 'yes');
      expect(ask(permit, own), permit).toBe(authorized ? 'yes' : 'no');
    }
  });

  it.each([
    ['DE', 'Können Sie ohne Visum-Sponsoring in Deutschland arbeiten?'],
    ['FR', 'Pouvez-vous travailler en France sans parrainage de visa ?'],
    ['ES', '¿Puede trabajar en España sin patrocinio de visa?'],
    ['PT', 'Pode trabalhar em Portugal sem patrocínio de visto?'],
    ['IT', 'Può lavorare in Italia senza sponsorizzazione del visto?'],
    ['NL', 'Kunt u zonder visumsponsoring in Nederland werken?'],
    ['PL', 'Czy możesz pracować w Polsce bez sponsorowania wizy?'],
    ['SE', 'Kan du arbeta i Sverige utan visumsponsring?'],
    ['DK', 'Kan du arbejde i Danmark uden visumsponsorering?'],
    ['TR', "Vize sponsorluğu olmadan Türkiye'de çalışabilir misiniz?"],
    ['CZ', 'Můžete pracovat v České republice bez vízového sponzorství?'],
  ])('%s without sponsorship: %s', (country, question) => {
    expect(ask(question, { answers: spoken(country, true) })).toBe('yes');
    expect(ask(question, { answers: spoken(country, false) })).toBe('no');
  });
});

describe('the country is named, the job’s, or missing', () => {
  const here = 'Are you authorized to work in the country where this job is located?';
  it('comes from the posting where the question names none', () => {
    expect(ask(here)).toBe('yours');
    expect(ask(here, { job: { country: 'CA' } })).toBe('no');
    expect(ask(here, { job: { location: 'Toronto, Canada' } })).toBe('no');
    expect(ask(here, { job: { location: 'Paris, France or Toronto, Canada' } })).toBe('yours');
  });

  it('is the home country only where the question says so', () => {
    const home = 'Are you authorized to work in the country in which you currently reside?';
    expect(ask(home, { home: 'US' })).toBe('yes');
    expect(ask(home)).toBe('yours');
    expect(ask(here, { home: 'US' })).toBe('yours');
  });

  it('the EU is answered by what was said of the EU, which holds in its members, and not the other way round', () => {
    const union = { answers: spoken('EU', true) };
    expect(ask('Are you authorized to work in the EU?', union)).toBe('yes');
    expect(ask('Are you authorized to work in Germany?', union)).toBe('yes');
    expect(ask('Are you authorized to work in Switzerland?', union)).toBe('yours');
    expect(ask('Are you authorized to work in the EU?', { answers: spoken('DE', true) })).toBe('yours');
  });

  it('says what is missing and where to add it', () => {
    const said = legalAnswer({
      label: 'Are you authorized to work in Japan?',
      group: '',
      topic: 'workAuthorization',
      answers,
    });
    expect(said).toEqual({
      missing: 'Your profile does not say whether you may work in Japan: add it under “Right to work”',
    });
  });

  it('two countries in one question are answered only when the answer is the same for both', () => {
    expect(ask('Are you authorized to work in the US or Canada?')).toBe('yours');
    const both = {
      answers: {
        workAuthorization: [
          ...(answers.workAuthorization ?? []),
          { country: 'MX', authorized: true, sponsorship: false },
        ],
      },
    };
    expect(ask('Are you authorized to work in the US or Mexico?', both)).toBe('yes');
  });
});

describe('options that are sentences are read whole', () => {
  const pick = (label: string, options: readonly string[], country: string): string | undefined => {
    const topic = /spons/i.test(label) ? 'sponsorship' : 'workAuthorization';
    const asked: LegalCase = { label, group: '', topic, answers, job: { country } };
    const chosen = legalOption(
      asked,
      options.map((text) => ({ text, value: '' })),
    );
    return 'missing' in chosen ? undefined : options[chosen.option];
  };
  const STATUSES = [
    'Please select',
    'I am authorized to work and do not need sponsorship',
    'I am authorized to work but will require sponsorship in the future',
    'I am not authorized to work and will require sponsorship',
  ];

  it('chooses the one that is true', () => {
    const question = 'What is your work authorization status?';
    expect(pick(question, STATUSES, 'US')).toBe(STATUSES[1]);
    expect(pick(question, STATUSES, 'SG')).toBe(STATUSES[2]);
    expect(pick(question, STATUSES, 'CA')).toBe(STATUSES[3]);
  });

  it('chooses the one that says more', () => {
    const options = ['Yes', 'Yes, and I will require sponsorship', 'No'];
    expect(pick('Are you authorized to work here?', options, 'US')).toBe('Yes');
    expect(pick('Are you authorized to work here?', options, 'SG')).toBe(options[1]);
  });

  it('reads long answers with their negation', () => {
    const options = ['Yes, I will require sponsorship', 'No, I do not require sponsorship'];
    expect(pick('Will you require sponsorship?', options, 'CA')).toBe(options[0]);
    expect(pick('Will you require sponsorship?', options, 'US')).toBe(options[1]);
    expect(pick('Will you require sponsorship?', ['Yes', 'No', 'Not sure'], 'US')).toBe('No');
  });

  it('leaves what another status would decide', () => {
    expect(
      pick('Work authorization', ['US citizen', 'Permanent resident', 'I require sponsorship'], 'CA'),
    ).toBeUndefined();
    expect(pick('Will you require sponsorship?', ['Yes, now', 'Yes, in the future', 'No'], 'CA')).toBeUndefined();
    expect(pick('Will you require sponsorship?', ['Yes, now', 'Yes, in the future', 'No'], 'US')).toBe('No');
    expect(pick('Are you authorized to work?', ['Yes, with a visa', 'Yes, as a citizen', 'No'], 'US')).toBeUndefined();
  });

  it('reads sentences in other languages', () => {
    const german = ['Ich habe eine Arbeitserlaubnis und benötige kein Visum', 'Ich benötige ein Visum-Sponsoring'];
    expect(pick('Arbeitserlaubnis', german, 'US')).toBe(german[0]);
    expect(pick('Arbeitserlaubnis', german, 'CA')).toBe(german[1]);
    const french = ['Oui, je suis autorisé à travailler', 'Non, j’aurai besoin d’un parrainage'];
    expect(pick('Êtes-vous autorisé à travailler ?', french, 'CA')).toBe(french[1]);
  });
});
