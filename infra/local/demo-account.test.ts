import { afterAll, beforeAll, expect, it } from 'vitest';
import { contract } from '#shared/contract.ts';
import { startTestStack, type TestStack } from '#tests/support/stack.ts';
import { loadsExtensions } from './browser.ts';
import { demoToken, openDemoAccount } from './demo-account.ts';

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack();
});
afterAll(() => stack?.close());

it('the demo account is made once, with a resume that was really read, and opened again as it was left', async () => {
  const place = { url: `http://127.0.0.1:${stack.port}`, dataDir: stack.dataDir };
  const first = await openDemoAccount(place);
  const profile = await first.call(contract.profile.get);
  expect(profile.resume.basics).toMatchObject({ name: 'Johanna Brandt', email: 'johanna.brandt@example.com' });
  expect(profile.resume.work?.map(({ position, startDate }) => [position, startDate])).toEqual([
    ['Senior Platform Engineer', '2021-04'],
    ['Site Reliability Engineer', '2018-09'],
    ['Software Engineer', '2015-10'],
    ['Working Student, Operations', '2013-04'],
  ]);
  expect(profile.resume.education).toHaveLength(2);
  expect(profile.answers.noticePeriod).toBe('3 months');
  const { items } = await first.call(contract.resume.list);
  const reading = await first.call(contract.resume.data, { params: { id: items[0]?.id ?? '' } });
  expect(reading.pages).toHaveLength(2);

  await demoToken(first.call);
  const again = await openDemoAccount(place);
  expect(again.password).toBe(first.password);
  expect((await again.call(contract.profile.get)).version).toBe(profile.version);
  await demoToken(again.call);
  expect((await again.call(contract.auth.tokens)).items).toHaveLength(1);
}, 120_000);

it('branded Chrome from 137 on is known not to load extensions from its command line; Chromium does', () => {
  expect(loadsExtensions('Google Chrome 142.0.7444.59')).toBe(false);
  expect(loadsExtensions('Google Chrome 136.0.7103.59')).toBe(true);
  expect(loadsExtensions('Google Chrome for Testing 142.0.7444.59')).toBe(true);
  expect(loadsExtensions('Chromium 156.0.8078.79 built on Debian GNU/Linux 12')).toBe(true);
});
