import { describe, expect, it } from 'vitest';
import { findAnswer } from './answer-bank.rules.ts';

/** Whether a saved answer to the one question answers the other, without being marked for a look. */
function sameQuestion(one: string, other: string): boolean {
  const found = findAnswer([{ question: one, answer: 'x' }], { question: other });
  return found !== undefined && found.review === undefined;
}

/** Pairs that ask the same in other words. */
const SAME: readonly (readonly [string, string])[] = [
  ['Why do you want to work here?', 'Why do you want to join our company?'],
  ['Why do you want to work for us?', 'What motivates you to work for us?'],
  ['Why are you interested in this role?', 'What interests you about this position?'],
  ['Why are you interested in this position?', 'What attracted you to this role?'],
  ['Why are you applying for this job?', 'What is your motivation for applying for this position?'],
  ['What excites you about this opportunity?', 'Why are you excited about this role?'],
  ['Tell us about yourself', 'Please introduce yourself.'],
  ['Tell me about yourself.', 'Tell us a little bit about yourself'],
  ['What is your greatest strength?', 'What are your greatest strengths?'],
  ['Describe your strengths', 'What are your strengths?'],
  ['What is your weakness?', 'What are your weaknesses?'],
  ['Why should we hire you?', 'What makes you a good fit?'],
  ['What makes you a great candidate?', 'Why are you the right fit?'],
  ['What achievement are you most proud of?', 'Which accomplishment are you most proud of?'],
  ['Describe a challenging project you worked on.', 'Tell us about a challenging project you worked on'],
  ['Tell us about a difficult problem you solved.', 'Describe a challenging problem you have solved'],
  ['How many years of experience do you have with Python?', 'Years of experience with Python'],
  ['How many years of experience do you have with Python?', 'How many years of Python experience do you have?'],
  ['How many years of work experience do you have with Terraform?', 'How many years have you worked with Terraform?'],
  ['How many years of management experience do you have?', 'Number of years of leadership experience'],
  [
    'How many years of work experience do you have with Project Management?',
    'Please state how many years of project management experience you currently have',
  ],
  ['Do you have experience with Kafka?', 'Have you worked with Kafka?'],
  ['Do you have experience with Kafka?', 'Do you have any Kafka experience?'],
  ['Are you experienced with React?', 'Do you have experience in React?'],
  ['Do you have hands-on experience with Kubernetes?', 'Do you have practical experience with Kubernetes?'],
  ['Do you have at least 5 years of experience with Java?', 'Do you have 5+ years of Java experience?'],
  ['Do you have a minimum of three years of experience in sales?', 'Do you have at least 3 years of sales experience?'],
  ['Describe your experience with SQL', 'Please tell us about your experience with SQL.'],
  ['What is your experience with Salesforce?', 'Describe your Salesforce experience'],
  ['Are you willing to travel?', 'Would you be willing to travel?'],
  ['Are you willing to travel up to 25%?', 'Are you open to travel up to 25 %?'],
  ['Are you comfortable working in an office?', 'Are you open to working onsite?'],
  ['Are you comfortable working remotely?', 'Are you ok with working remote?'],
  ['Are you able to work weekends?', 'Can you work on weekends?'],
  ['Are you available to work night shifts?', 'Are you available for night shift work?'],
  ['Can you lift 50 pounds?', 'Are you able to lift 50 pounds?'],
  ['Do you own a car?', 'Do you have a vehicle?'],
  ['Do you have a forklift certificate?', 'Do you have a forklift certification?'],
  ['Do you hold a PMP certification?', 'Do you have a PMP certificate?'],
  ['What are your hobbies?', 'What hobbies do you have?'],
  ['Which programming languages do you use?', 'What programming languages do you use?'],
  ['What tools do you use for project tracking?', 'Which tool do you use for project tracking?'],
  ['What is your management style?', 'Describe your leadership style'],
  ['Describe your ideal work environment', 'What is your ideal work environment?'],
  ['Where do you see yourself in 5 years?', 'Where do you see yourself in five years?'],
  ['Where do you see yourself in 5 years?', 'What are your career goals?'],
  ['What are your career aspirations?', 'What are your career goals?'],
  ['Why are you leaving your current job?', 'What is your reason for leaving?'],
  ['Reason for leaving', 'Why did you leave?'],
  ['How did you hear about us?', 'How did you find out about this role?'],
  ['How did you hear about this position?', 'Where did you learn about this opportunity?'],
  ['Who referred you?', 'Who referred you to us?'],
  ['Tell us about a conflict with a coworker', 'Describe a disagreement with a colleague'],
  ['How do you handle conflicts?', 'How do you handle disagreements?'],
  ['Do you prefer working alone or in a team?', 'Do you prefer to work alone or in teams?'],
  ['What is your level of English?', 'Please state your English level'],
  ['Link to your writing samples', 'Please provide a link to writing samples'],
  ['What do you know about our company?', 'What do you know about us?'],
  ['Describe your teaching experience', 'Please describe any teaching experience you have'],
  ['Have you managed a budget?', 'Have you ever managed a budget?'],
  ['Which database technologies have you used?', 'What database technologies do you use?'],
  ['Warum möchten Sie bei uns arbeiten?', 'Warum bewerben Sie sich bei uns?'],
  ['Was sind Ihre Stärken?', 'Nennen Sie Ihre Stärken'],
  ['Haben Sie Erfahrung mit SAP?', 'Haben Sie Erfahrungen mit SAP?'],
  ['Besitzen Sie einen Führerschein?', 'Haben Sie eine Fahrerlaubnis?'],
  ['Wie viele Jahre Erfahrung haben Sie mit Java?', 'Wie viele Jahre Erfahrung mit Java haben Sie?'],
  ['Pourquoi souhaitez-vous nous rejoindre ?', 'Pourquoi voulez-vous travailler avec nous ?'],
  ['Décrivez votre expérience en gestion de projet', 'Quelle est votre expérience en gestion de projet ?'],
  ['¿Cuáles son sus fortalezas?', '¿Cuál es su fortaleza?'],
  ['¿Tiene experiencia con Excel?', '¿Tienes experiencia en Excel?'],
  ['Você tem experiência com Docker?', 'Possui experiência em Docker?'],
  ['Ha esperienza con Photoshop?', 'Possiede esperienza di Photoshop?'],
  ['Heeft u ervaring met Figma?', 'Heb je ervaring met Figma?'],
  ['Czy masz doświadczenie z AWS?', 'Czy posiada Pan/Pani doświadczenie z AWS?'],
];

/** Pairs that look alike and ask something else. */
const DIFFERENT: readonly (readonly [string, string])[] = [
  ['Why do you want to work here?', 'Why did you leave your last job?'],
  ['Why do you want to work here?', 'Do you want to work here?'],
  ['Why are you interested in this role?', 'Why do you want to work for us?'],
  ['Why do you want to work for us?', 'Have you worked for us before?'],
  ['What are your strengths?', 'What are your weaknesses?'],
  ['How many years of experience do you have with Python?', 'How many years of experience do you have with Java?'],
  ['How many years of experience do you have with Java?', 'How many years of experience do you have with JavaScript?'],
  ['How many years of experience do you have with Python?', 'Do you have experience with Python?'],
  ['How many years of experience do you have with Python?', 'Describe your experience with Python'],
  ['How many years of experience do you have with SQL?', 'How many years of experience do you have?'],
  ['Do you have 5 years of experience with Kafka?', 'Do you have 3 years of experience with Kafka?'],
  ['Do you have at least 5 years of experience?', 'Do you have more than 10 years of experience?'],
  ['Do you have at least 5 years of experience?', 'Do you have at most 5 years of experience?'],
  ['Do you have experience with Kafka?', 'Do you have no experience with Kafka?'],
  ['Do you have experience with Kafka?', 'Do you have experience with Spark?'],
  ['Do you have experience with Kafka and Spark?', 'Do you have experience with Kafka?'],
  ['Do you have experience with Kafka?', 'Do you have experience with Kafka in production?'],
  ['Are you willing to travel?', 'Are you willing to travel 75%?'],
  ['Are you willing to travel up to 25%?', 'Are you willing to travel up to 50%?'],
  ['Are you willing to travel?', 'Are you unable to travel?'],
  ['Are you willing to travel?', 'Are you willing to travel internationally?'],
  ['Can you work weekends?', 'Can you work without weekends?'],
  ['Can you work night shifts?', 'Can you work day shifts?'],
  ['Can you lift 50 pounds?', 'Can you lift 25 pounds?'],
  ['Are you comfortable working remotely?', 'Are you comfortable working onsite?'],
  ['Do you speak German?', 'Do you speak French?'],
  ['Do you live in Germany?', 'Do you speak German?'],
  ['Do you live in Berlin?', 'Have you lived in Berlin?'],
  ['Are you willing to relocate to Berlin?', 'Are you willing to relocate to Munich?'],
  ['Are you willing to relocate?', 'Do you need relocation assistance?'],
  ['Do you own a car?', 'Do you own a laptop?'],
  ['Do you have a driving licence?', 'Do you have a forklift licence?'],
  ['Do you have a PMP certification?', 'Do you have a CPA certification?'],
  ['Do you have a bachelor’s degree?', 'Do you have a master’s degree?'],
  ['Do you know anyone who works here?', 'Have you worked here before?'],
  ['Does a relative of yours work here?', 'Do you work here?'],
  ['Who referred you?', 'How did you hear about us?'],
  ['What is your notice period?', 'When can you start?'],
  ['When can you start?', 'When did you start?'],
  ['When did you graduate?', 'When will you graduate?'],
  ['What is your current title?', 'What is your desired title?'],
  ['What is your manager’s name?', 'What is your name?'],
  ['What is your current salary?', 'What is your expected salary?'],
  ['Are you authorized to work in the US?', 'Are you authorized to work in Canada?'],
  ['Are you authorized to work in the US?', 'Are you legally authorized to work in the US?'],
  ['Will you require sponsorship?', 'Will you not require sponsorship?'],
  ['Have you been convicted of a felony?', 'Have you been convicted of a crime?'],
  ['Are you over 18?', 'Are you over 21?'],
  ['Do you have a disability?', 'Do you have any disabilities?'],
  ['I agree to the terms', 'Do you agree to the terms?'],
  ['Describe a challenging project', 'Describe a successful project'],
  ['Describe your management style', 'Describe your communication style'],
  ['Describe your experience with SQL', 'Describe your experience with NoSQL'],
  ['Describe your experience with React', 'Describe your experience with React Native'],
  ['Tell us about a conflict with a coworker', 'Tell us about a conflict with a customer'],
  ['Tell us about yourself', 'Tell us about your family'],
  ['Tell us about yourself', 'Tell us about your experience'],
  ['What do you know about our company?', 'What do you like about our company?'],
  ['What is your ideal work environment?', 'What is your ideal job?'],
  ['Which programming languages do you use?', 'Which languages do you speak?'],
  ['What tools do you use for project tracking?', 'What tools do you use for design?'],
  ['Where do you see yourself in 5 years?', 'Where were you 5 years ago?'],
  ['Have you managed a team?', 'Do you want to manage a team?'],
  ['Have you managed a team of 5?', 'Have you managed a team of 10?'],
  ['Have you applied here before?', 'Have you worked here before?'],
  ['Do you have experience managing people?', 'Do you have experience managing budgets?'],
  ['Are you currently employed?', 'Are you currently employed by a competitor?'],
  ['Can we contact your current employer?', 'Who is your current employer?'],
  ['Are you available full-time?', 'Are you available part-time?'],
  ['Do you have internet access at home?', 'Do you have a quiet place at home?'],
  ['Haben Sie Erfahrung mit SAP?', 'Haben Sie keine Erfahrung mit SAP?'],
  ['Haben Sie Erfahrung mit SAP?', 'Haben Sie Erfahrung mit Excel?'],
  ['Warum möchten Sie bei uns arbeiten?', 'Wann möchten Sie bei uns anfangen?'],
  ['Was sind Ihre Stärken?', 'Was sind Ihre Schwächen?'],
  ['Besitzen Sie einen Führerschein Klasse B?', 'Besitzen Sie einen Führerschein Klasse C?'],
  ['Avez-vous de l’expérience avec SAP ?', 'Avez-vous de l’expérience sans SAP ?'],
  ['¿Tiene carnet de conducir?', '¿Tiene coche propio?'],
  ['Czy masz doświadczenie z AWS?', 'Czy masz doświadczenie z Azure?'],
  ['Other than English, which languages do you speak?', 'Do you speak English?'],
];

describe('a saved answer goes to the same question in other words, and to no other', () => {
  it.each(DIFFERENT)('“%s” is not “%s”', (one, other) => {
    expect(sameQuestion(one, other)).toBe(false);
    expect(sameQuestion(other, one)).toBe(false);
  });

  it('nine of ten of the same are found', () => {
    const lost = SAME.filter(([one, other]) => {
      const forward = findAnswer([{ question: one, answer: 'x' }], { question: other });
      const back = findAnswer([{ question: other, answer: 'x' }], { question: one });
      return !forward || !back;
    });
    expect(lost.length / SAME.length, lost.map((pair) => pair.join(' ≠ ')).join('\n')).toBeLessThanOrEqual(0.1);
    expect(SAME.length + DIFFERENT.length).toBeGreaterThanOrEqual(120);
  });

  const saved = [
    { question: 'Why do you want to work at Globex?', answer: 'I like building tools that many people use.' },
    { question: 'Have you ever worked for Globex?', answer: 'No' },
  ];

  it('a motive written for another employer is a draft, unless it names that employer', () => {
    const found = findAnswer(saved, { question: 'Why do you want to work at Acme?', company: 'Acme' });
    expect(found).toMatchObject({ index: 0, review: expect.stringContaining('Globex') });
    expect(findAnswer(saved, { question: 'Why do you want to join us?', company: 'Acme' })?.review).toBeDefined();
    const naming = [{ question: 'Why do you want to work at Globex?', answer: 'Globex is my favourite.' }];
    expect(findAnswer(naming, { question: 'Why do you want to work at Acme?', company: 'Acme' })).toBeUndefined();
  });

  it('a fact about one employer is no fact about another', () => {
    expect(findAnswer(saved, { question: 'Have you ever worked for Acme?', company: 'Acme' })).toBeUndefined();
    const deictic = [{ question: 'Have you worked for us before?', answer: 'No' }];
    expect(
      findAnswer(deictic, { question: 'Have you previously worked for us?', company: 'Acme' })?.review,
    ).toBeDefined();
  });

  it('law, pay, origin and consent are answered under just the same words', () => {
    const legal = [{ question: 'Have you been convicted of a felony?', answer: 'No' }];
    expect(findAnswer(legal, { question: 'Have you been convicted of a felony? *' })?.answer).toBe('No');
    expect(findAnswer(legal, { question: 'Have you ever been convicted of a felony?' })).toBeUndefined();
    const plainOnly = [{ question: 'Do you like trains?', answer: 'Yes' }];
    expect(findAnswer(plainOnly, { question: 'Do you really like trains?', isSensitive: true })).toBeUndefined();
  });

  it('two saved answers that differ are none', () => {
    const two = [
      { question: 'Do you have Kafka experience?', answer: 'Yes' },
      { question: 'Have you worked with Kafka?', answer: 'No' },
    ];
    expect(findAnswer(two, { question: 'Do you have experience with Kafka?' })).toBeUndefined();
  });
});
