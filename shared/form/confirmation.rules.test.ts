import { describe, expect, test } from 'vitest';
import { confirmationIn } from './confirmation.rules.ts';

describe('a page that says an application arrived', () => {
  test.each([
    ['en', 'Thank you for applying!'],
    ['en', 'Thanks for your application, Nora.'],
    ['en', 'Your application has been submitted'],
    ['en', 'Application submitted!'],
    ['en', "We've received your application."],
    ['en', 'We have received your job application and will be in touch.'],
    ['en', 'You have successfully applied to Data Engineer'],
    ['de', 'Vielen Dank für Ihre Bewerbung!'],
    ['de', 'Deine Bewerbung ist bei uns eingegangen.'],
    ['de', 'Ihre Bewerbung wurde erfolgreich übermittelt'],
    ['fr', 'Merci pour votre candidature !'],
    ['fr', 'Votre candidature a bien été envoyée.'],
    ['fr', "Merci d'avoir postulé"],
    ['es', '¡Gracias por tu solicitud!'],
    ['es', 'Tu candidatura ha sido enviada correctamente.'],
    ['pt', 'Obrigado por se candidatar!'],
    ['pt', 'Sua candidatura foi enviada com sucesso'],
    ['it', 'Grazie per la tua candidatura'],
    ['it', 'La tua candidatura è stata inviata.'],
    ['nl', 'Bedankt voor je sollicitatie!'],
    ['nl', 'We hebben je sollicitatie ontvangen'],
    ['pl', 'Dziękujemy za przesłanie aplikacji!'],
    ['pl', 'Twoja aplikacja została wysłana'],
    ['sv', 'Tack för din ansökan!'],
    ['sv', 'Din ansökan har skickats.'],
    ['da', 'Tak for din ansøgning'],
    ['da', 'Vi har modtaget din ansøgning.'],
    ['tr', 'Başvurunuz alınmıştır.'],
    ['tr', 'Başvurunuz için teşekkür ederiz'],
    ['cs', 'Děkujeme za vaši odpověď'],
    ['cs', 'Vaše přihláška byla odeslána.'],
  ])('%s: %s', (_, sentence) => {
    expect(confirmationIn(`Acme Rivers\nCareers\n${sentence}\nBack to all jobs`)).toBe(sentence);
  });

  test.each([
    'Thank you for visiting our careers page.',
    'Thank you for your interest in Acme Rivers.',
    'Search jobs',
    '1,024 jobs found for “application submitted by”',
    'Your application has not been submitted.',
    'Your application could not be sent. Try again.',
    'Once your application has been submitted, we will review it.',
    'After you have submitted your application you will hear from us.',
    'Has your application been received?',
    'Submit application',
    'Ihre Bewerbung wurde nicht gesendet.',
    'Sobald Ihre Bewerbung eingegangen ist, melden wir uns.',
    'Bewerbung',
    "Votre candidature n'a pas été envoyée",
    'Thank you for signing up for our newsletter',
    'Apply now',
    'How is my application sent to other firms?',
  ])('is not: %s', (sentence) => {
    expect(confirmationIn(sentence)).toBeUndefined();
  });

  test('a privacy notice that mentions applications is prose, however it goes on', () => {
    expect(confirmationIn(`When we process data, ${'and so on, '.repeat(30)} your application was received.`)).toBe(
      undefined,
    );
  });
});
