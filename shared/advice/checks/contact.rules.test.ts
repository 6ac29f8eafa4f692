import { describe, expect, it } from 'vitest';
import { adviceOn, expectFound, found, good } from '#tests/support/advice.ts';

describe('contact', () => {
  it('misses an address and a number, and shows where they belong', () => {
    const advice = adviceOn({ ...good, basics: { name: 'Ines Duarte', location: { city: 'Lisbon' } } });
    expect(expectFound(advice, 'contact.email').evidence[0]).toMatchObject({ page: 1, text: 'Ines Duarte' });
    expectFound(advice, 'contact.phone');
  });

  it('does not call a number missing that was seen but not understood', () => {
    const basics = { ...good.basics, phone: undefined };
    expect(found(adviceOn({ ...good, basics }, { extra: ['T: 912 345 678 901'] }), 'contact.phone')).toBeUndefined();
    expect(
      expectFound(adviceOn({ ...good, basics }, { extra: ['+351 912 *** ***'] }), 'contact.phone').title,
    ).toContain('not complete');
  });

  it('leaves birth dates alone where they are usual, and not where they are not', () => {
    const extra = ['Date of birth: 13/03/1993'];
    const at = (countryCode: string, language: string) =>
      adviceOn({ ...good, basics: { ...good.basics, location: { city: 'X', countryCode } } }, { extra, language });
    expectFound(at('GB', 'en'), 'contact.private');
    expect(found(at('DE', 'de'), 'contact.private')).toBeUndefined();
    expect(found(at('IN', 'en'), 'contact.private')).toBeUndefined();
  });

  it('remarks on a picture without a charge, and only where a photo is unusual', () => {
    const at = (countryCode: string) =>
      adviceOn({ ...good, basics: { ...good.basics, location: { city: 'X', countryCode } } }, { facts: { images: 1 } });
    expect(expectFound(at('GB'), 'contact.photo').points).toBe(0);
    expect(at('GB').score).toBe(100);
    expect(found(at('FR'), 'contact.photo')).toBeUndefined();
  });

  it('minds an address that sounds private, but no year of birth and no surname', () => {
    const mail = (email: string) => adviceOn({ ...good, basics: { ...good.basics, email } });
    expectFound(mail('ninja.gamer@mail.org'), 'contact.mailTone');
    for (const fair of ['ines.1969@mail.org', 'j.glover@mail.org', 'duarte69@mail.org'])
      expect(found(mail(fair), 'contact.mailTone'), fair).toBeUndefined();
  });

  it('takes a street for an address, but no sentence about the road', () => {
    const home = { ...good, basics: { ...good.basics, location: { city: 'Leeds', countryCode: 'GB' } } };
    expectFound(adviceOn(home, { extra: ['12 Hazel Street, Leeds'] }), 'contact.private');
    expect(found(adviceOn(home, { extra: ['15 years on the road with a band'] }), 'contact.private')).toBeUndefined();
  });

  it('sees placeholders of templates', () => {
    expectFound(adviceOn(good, { extra: ['linkedin.com/in/yourname'] }), 'contact.links');
  });
});
