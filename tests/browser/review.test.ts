/** The review of what was read: page beside profile, doubts by keyboard, a second resume, what a machine reads, failures. */
import { PDFDocument } from 'pdf-lib';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contract } from '#shared/contract.ts';
import type { Reading } from '#shared/resume/resume.schema.ts';
import { chromiumPath } from '../support/chromium.ts';
import { faultsOf } from '../support/faults.ts';
import { resumePdf } from '../support/pdf.ts';
import { startTestPortal, type TestPortal } from '../support/portal.ts';
import { encryptedPdf, PLAIN_TEXT } from '../support/resume-files.ts';
import type { Person, TestStack } from '../support/stack.ts';

const NORA = [
  'Nora Quimby',
  'nora@example.org | +1 415 555 2671',
  '',
  'EXPERIENCE',
  'Senior Data Engineer, Lantern Analytics Inc.',
  'March 2021 - Present',
  '• Rebuilt the nightly load of 40 source systems',
  '',
  'Software Engineer, Harbour Systems LLC',
  'June 2017 - February 2021',
  '• Wrote the routing service of nine depots',
  '',
  'EDUCATION',
  'BSc Computer Science, Western Cascade University',
  '2013 - 2017',
  '',
  'SKILLS',
  'Python, Go, SQL',
];
const LATER = NORA.with(1, 'nora@work.example | +1 415 555 2671')
  .with(4, 'Senior Data Engineer, Lantern Analytics')
  .toSpliced(4, 0, 'Lead Engineer, Brightwater Robotics Inc.', 'January 2024 - Present', '• Led a team of five', '');
/** Free of brackets, which end a text in the plain PDF that is encrypted here. */
const LOCKED = [
  'Ada Lovelace',
  'ada@example.org',
  'EXPERIENCE',
  'Software Engineer, Engines Ltd',
  'April 2019 - Present',
];

/** A small machine that does other things draws slowly. */
const PATIENT = { timeout: 15_000 };

/** Fields the reading is made to doubt, weightiest first. */
const DOUBTED = ['basics.email', 'work[0].name', 'skills[0].name'];

describe.skipIf(chromiumPath() === undefined)('the review', () => {
  let portal: TestPortal;
  let stack: TestStack;

  beforeAll(async () => {
    portal = await startTestPortal();
    ({ stack } = portal);
  });
  afterAll(() => portal?.close());

  async function upload(person: Person, name: string, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
    const form = new FormData();
    form.set('file', new File([bytes], name));
    const response = await stack.fetch('/api/v1/cv-upload', { method: 'POST', headers: person.headers, body: form });
    const { resumeId } = (await response.json()) as { resumeId: string };
    await stack.idle();
    return resumeId;
  }

  /** Somebody whose resume was read, with the reading changed to what the test is about. */
  async function reviewer(change: Partial<Reading> = {}): Promise<{ person: Person; id: string }> {
    const person = await stack.person();
    const id = await upload(person, 'nora.pdf', await resumePdf(NORA));
    const reading = await person.call(contract.resume.data, { params: { id } });
    const confidence = Object.fromEntries(Object.keys(reading.confidence).map((path) => [path, 0.9]));
    for (const path of DOUBTED) confidence[path] = 0.3;
    await stack.core.resumes.store.saveReading(person.id, id, { ...reading, confidence, ...change });
    return { person, id };
  }

  async function open(context: BrowserContext, complaints: string[] = []): Promise<Page> {
    const page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    await page.goto(`${stack.url}/profile`);
    return page;
  }
  const drawn = (page: Page) =>
    page.locator('canvas').evaluateAll((all) =>
      all.map((canvas) => {
        if (!(canvas instanceof HTMLCanvasElement)) return 0;
        const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
        let dark = 0;
        for (let i = 0; i < data.length; i += 4) if ((data[i] ?? 255) < 100) dark++;
        return dark;
      }),
    );

  test('draws the page itself, and page and profile point at each other', async () => {
    const { person } = await reviewer();
    const context = await portal.window(person);
    const complaints: string[] = [];
    const page = await open(context, complaints);
    await page.locator('canvas').waitFor();
    await expect.poll(async () => (await drawn(page))[0] ?? 0, PATIENT).toBeGreaterThan(500);

    await page.getByLabel('Full name').focus();
    const mark = page.locator('[data-marked]');
    await mark.waitFor();
    // Both places in one look: the page may still be scrolling to the mark.
    const apart = () =>
      page.evaluate(() => {
        const top = (selector: string) => document.querySelector(selector)?.getBoundingClientRect().y ?? Number.NaN;
        return Math.abs(top('[data-marked]') - top('[data-read="basics.name"]'));
      });
    await expect.poll(apart, PATIENT).toBeLessThan(3);

    // From the page: a box chosen by keyboard opens its entry and puts the focus into the field.
    const values = page.getByRole('toolbar', { name: /Values found on page 1/ });
    const position = values.getByRole('button', { name: /Job 2, position: Software Engineer/i });
    await position.focus();
    await expect.poll(() => page.locator('[data-field="work[1]"]').getAttribute('class'), PATIENT).toContain('outline');
    await page.keyboard.press('Enter');
    await expect
      .poll(
        () =>
          page.evaluate(() => [
            document.activeElement?.closest('[data-field]')?.getAttribute('data-field'),
            document.activeElement instanceof HTMLInputElement && document.activeElement.value,
          ]),
        PATIENT,
      )
      .toEqual(['work[1].position', 'Software Engineer']);
    // A step with the arrow keys stays among the boxes.
    await position.focus();
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-read'))).toBe(true);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('is gone through by keyboard alone: accept, undo, fix, skip, and a reload asks nothing again', async () => {
    const { person } = await reviewer();
    const context = await portal.window(person);
    const page = await open(context);
    const card = page.getByRole('group', { name: /^\d+ of 3: / });
    await page.getByRole('heading', { name: '3 values to check' }).waitFor();
    expect(await card.getAttribute('aria-label')).toBe('1 of 3: Email');
    expect(await card.getByRole('textbox').inputValue()).toBe('nora@example.org');
    await page.locator('[data-marked]').waitFor();

    await page.keyboard.press('Alt+Enter');
    await page.getByRole('heading', { name: '2 values to check' }).waitFor();
    expect(await card.getAttribute('aria-label')).toBe('2 of 3: Job 1, employer');
    expect(await card.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Alt+z');
    await page.getByRole('heading', { name: '3 values to check' }).waitFor();
    await page.keyboard.press('Alt+Enter');

    await page.keyboard.press('Alt+e');
    await page.keyboard.type('Lantern Analytics Group');
    // In a text field letters are letters: none of these decides anything.
    await page.keyboard.press('Alt+s');
    await page.getByText('Corrected. Your wording counts.').waitFor();
    await page.keyboard.press('Alt+Enter');
    await page.getByRole('heading', { name: '1 value to check' }).waitFor();
    await page.keyboard.press('Alt+s');
    await page.getByRole('heading', { name: 'All checked' }).waitFor();
    await page.getByText('1 value skipped').waitFor();

    // Unsaved work survives the reload in this tab; the decisions do on the server.
    page.on('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await page.getByText('1 value skipped').waitFor();
    expect(await page.getByRole('heading', { name: /to check$/ }).count()).toBe(0);
    await page.getByRole('button', { name: 'Save profile' }).click();
    await page.getByText('Profile saved').waitFor();
    expect((await person.call(contract.profile.get)).resume.work?.[0]?.name).toBe('Lantern Analytics Group');
    const elsewhere = await open(await portal.window(person));
    await elsewhere.getByLabel('Full name').waitFor();
    await elsewhere.locator('canvas').waitFor();
    expect(await elsewhere.getByRole('heading', { name: /to check$/ }).count()).toBe(0);
    // What was corrected by hand is no difference to be asked about.
    expect(await elsewhere.getByRole('heading', { name: 'nora.pdf and your profile' }).count()).toBe(0);
    await elsewhere.context().close();
    await context.close();
  });

  test('accepts all at once and takes that back; on a phone the place is a press away', async () => {
    const { person, id } = await reviewer();
    const context = await portal.window(person);
    const page = await open(context);
    await page.getByRole('heading', { name: '3 values to check' }).waitFor();
    await page.keyboard.press('Alt+a');
    await page.getByText('Nothing in doubt is left').waitFor();
    const kept = async () =>
      Object.keys((await person.call(contract.resume.review, { params: { id } })).decisions).length;
    await expect.poll(kept, PATIENT).toBe(3);
    await page.keyboard.press('Alt+z');
    await page.getByRole('heading', { name: '3 values to check' }).waitFor();
    await expect.poll(kept, PATIENT).toBe(0);

    // On a phone the page is a drawer, one press away from the question, and a box in it leads to its field.
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByRole('button', { name: 'Show its place' }).click();
    const marked = page.locator('[data-marked]');
    await marked.waitFor();
    await expect.poll(async () => (await marked.boundingBox())?.y ?? 0, PATIENT).toBeGreaterThan(844 / 2);
    await page.getByRole('button', { name: /^job 2, position/ }).click();
    const focused = page.locator('[data-field="work[1].position"] input:focus');
    await focused.waitFor();
    expect((await focused.boundingBox())?.y).toBeLessThan(844 / 2);
    await context.close();
  });

  test('a second resume changes nothing that was saved until it is chosen, and what stays mine is not asked again', async () => {
    const { person } = await reviewer();
    const { version, resume, answers } = await person.call(contract.profile.get);
    const mine = { ...resume, basics: { ...resume.basics, label: 'Data engineer' } };
    await person.call(contract.profile.put, { body: { resume: mine, answers, version } });
    await upload(person, 'nora v2.pdf', await resumePdf(LATER));
    expect((await person.call(contract.profile.get)).resume).toEqual(mine);

    const context = await portal.window(person);
    const page = await open(context);
    await page.getByRole('button', { name: 'Show nora v2.pdf' }).click();
    const section = page.getByRole('region', { name: 'nora v2.pdf and your profile' });
    await section.getByText('nora@work.example').waitFor();
    await section.getByRole('button', { name: /^Add: Lead Engineer · Brightwater/ }).waitFor();
    // The same job under another legal form is no news.
    expect(await section.getByText('Lantern Analytics').count()).toBe(0);

    await section.getByRole('button', { name: /^Keep mine: E-mail/ }).click();
    await section.getByText('nora@work.example').waitFor({ state: 'detached' });
    await section.getByRole('button', { name: 'Undo' }).click();
    await section.getByRole('button', { name: /^Keep mine: E-mail/ }).click();
    await section.getByRole('button', { name: 'Add everything new' }).click();
    await section.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Save profile' }).click();
    await page.getByText('Profile saved').waitFor();
    const saved = (await person.call(contract.profile.get)).resume;
    expect(saved.work?.map(({ name }) => name)).toEqual([
      'Brightwater Robotics Inc.',
      ...(mine.work ?? []).map((w) => w.name),
    ]);
    expect(saved.basics).toEqual(mine.basics);
    await page.reload();
    await page.getByRole('button', { name: 'Show nora v2.pdf' }).click();
    await page.locator('canvas').waitFor();
    expect(await section.count()).toBe(0);
    await context.close();
  });

  test('gaps a resume filled are told and taken out again', async () => {
    const { person } = await reviewer();
    const { version, answers } = await person.call(contract.profile.get);
    await person.call(contract.profile.put, { body: { resume: { basics: { name: 'Nora Q.' } }, answers, version } });
    await upload(person, 'other.pdf', await resumePdf(LATER));
    expect((await person.call(contract.profile.get)).resume.basics).toMatchObject({
      name: 'Nora Q.',
      email: 'nora@work.example',
    });
    const context = await portal.window(person);
    const page = await open(context);
    await page.getByText('Added to gaps of your profile').waitFor();
    await page.getByRole('button', { name: 'Take out Work' }).click();
    await page.getByRole('button', { name: 'Take out Work' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Save profile' }).click();
    await page.getByText('Profile saved').waitFor();
    const { resume } = await person.call(contract.profile.get);
    expect(resume.work).toBeUndefined();
    expect(resume.basics?.email).toBe('nora@work.example');
    await context.close();
  });

  test('shows what a machine reads, to be copied, and for text files nothing else', async () => {
    const { person } = await reviewer();
    const context = await portal.window(person);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const page = await open(context);
    await page.getByRole('button', { name: 'What a machine reads' }).click();
    const text = page.getByRole('region', { name: 'Text of the file' });
    await text.getByRole('region', { name: 'Work', exact: true }).getByText('Wrote the routing service').waitFor();
    await page.getByRole('button', { name: 'Copy text' }).click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.indexOf('Lantern Analytics')).toBeGreaterThan(copied.indexOf('Nora Quimby'));
    await page.getByLabel('Resume file').setInputFiles({
      name: 'iris.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from(PLAIN_TEXT),
    });
    await page.getByRole('heading', { name: 'What a machine reads' }).waitFor();
    await text.getByText('IRIS HALVORSEN').waitFor();
    expect(await page.getByRole('button', { name: 'Page', exact: true }).count()).toBe(0);
    await context.close();
  });

  test('opens a locked file with its password, says when it is the wrong one, and draws it', async () => {
    const person = await stack.person();
    const context = await portal.window(person);
    const page = await open(context);
    await page.getByLabel('Resume file').setInputFiles({
      name: 'locked.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from(encryptedPdf(LOCKED, 'open sesame')),
    });
    const dialog = page.getByRole('dialog', { name: 'Unlock locked.pdf' });
    await dialog.getByLabel('File password').fill('wrong');
    await page.keyboard.press('Enter');
    await dialog.getByText('This password does not open the file.').waitFor();
    await dialog.getByLabel('File password').fill('open sesame');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    // The password is not kept, so the picture asks for it once more; until then the text stands at its places.
    const sheet = page.getByRole('img', { name: 'Page 1 as it was read' });
    await sheet.waitFor();
    const written = await sheet.locator('text').evaluateAll((texts) =>
      texts.map((text) => ({
        text: text.textContent ?? '',
        wide: text instanceof SVGTextContentElement ? text.getComputedTextLength() : 0,
      })),
    );
    expect(written.map(({ text }) => text)).toContain('Ada Lovelace');
    // Lines are 10 points high: a letter drawn wider than it is high has been stretched.
    for (const { wide, text } of written.slice(1)) expect(wide / text.length).toBeLessThan(10);
    await page.getByLabel('Password of the file').fill('open sesame');
    await page.getByRole('button', { name: 'Show pages' }).click();
    await expect.poll(async () => (await drawn(page))[0] ?? 0, PATIENT).toBeGreaterThan(200);
    await context.close();
  });

  test('reads a scan page by page, says at which it is, and shows it with its boxes', async () => {
    const person = await stack.person();
    const context = await portal.window(person);
    const sheet = await context.newPage();
    await sheet.setViewportSize({ width: 900, height: 700 });
    await sheet.setContent(
      `<body style="margin:60px;font:20px/1.7 Arial">${NORA.map((line, i) => `<div style="min-height:1em;font-size:${i === 0 ? 34 : 20}px">${line}</div>`).join('')}`,
    );
    const picture = await sheet.screenshot({ fullPage: true });
    await sheet.close();
    const scan = await PDFDocument.create();
    const image = await scan.embedPng(picture);
    for (let i = 0; i < 2; i++)
      scan
        .addPage([612, (612 * image.height) / image.width])
        .drawImage(image, { x: 0, y: 0, width: 612, height: (612 * image.height) / image.width });
    const page = await open(context);
    await page
      .getByLabel('Resume file')
      .setInputFiles({ name: 'scan.pdf', mimeType: 'application/pdf', buffer: Buffer.from(await scan.save()) });
    await page.getByRole('progressbar', { name: 'Reading page 2 of 2' }).waitFor({ timeout: 90_000 });
    const box = page.locator('[data-read="basics.email"]').first();
    await box.waitFor({ timeout: 90_000 });
    await page.locator('canvas').first().waitFor();
    const [found, paper] = [await box.boundingBox(), await page.locator('canvas').first().boundingBox()];
    // The address stands in the upper left quarter of the sheet.
    expect(((found?.y ?? 0) - (paper?.y ?? 0)) / (paper?.height ?? 1)).toBeLessThan(0.25);
    expect(((found?.x ?? 0) - (paper?.x ?? 0)) / (paper?.width ?? 1)).toBeLessThan(0.25);
    await context.close();
  });

  test('keeps sections no field holds until something is done with them', async () => {
    const others = [
      { heading: 'LIGHTHOUSES', text: ['Keeper at Cape Reed, 2012', 'Keeper at Tern Rock, 2014'], spans: [] },
    ];
    const { person } = await reviewer({ others });
    const context = await portal.window(person);
    const page = await open(context);
    const section = page.getByRole('region', { name: 'Also in your file' });
    await section.getByRole('button', { name: 'Add as project: LIGHTHOUSES' }).click();
    await section.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Save profile' }).click();
    await page.getByText('Profile saved').waitFor();
    const { resume } = await person.call(contract.profile.get);
    expect(resume.projects?.at(-1)).toEqual({ name: 'LIGHTHOUSES', highlights: others[0]?.text });
    await context.close();
  });

  test.each([390, 1280])('can be used by everybody in every state, in light and dark (%i px)', async (width) => {
    const spans = [{ page: 1, text: 'Python, Go, SQL', box: [60, 400, 90, 11] as [number, number, number, number] }];
    const { person } = await reviewer({
      warnings: [{ code: 'hidden_text', text: 'The file holds text nobody can see. It was left out.' }],
      others: [{ heading: 'LIGHTHOUSES', text: ['Keeper at Cape Reed'], spans: [] }],
      skills: [
        { name: 'Python', listed: true, paths: ['skills[0].name'], spans, years: 6, lastUsed: 'present' },
        { name: 'Kafka', listed: false, paths: [], spans: [] },
      ],
      ai: { model: 'small-model', tokens: 812, cached: false, fields: ['work[1].name'], rejected: 1 },
    });
    const { version, resume, answers } = await person.call(contract.profile.get);
    await person.call(contract.profile.put, { body: { resume, answers, version } });
    await upload(person, 'nora v2.pdf', await resumePdf(LATER));
    await upload(person, 'broken.pdf', new TextEncoder().encode('%PDF-1.4 and nothing more'));
    const context = await portal.window(person, { width });
    const complaints: string[] = [];
    const page = await open(context, complaints);
    const wrong: string[] = [];
    const check = async (state: string): Promise<void> => void wrong.push(...(await faultsOf(page, state)));
    await page.getByText('small-model').waitFor();
    await page.getByText(/skills? found in the file/).click();
    if (width < 1280)
      await page
        .getByRole('button', { name: /^Show nora\.pdf$/ })
        .last()
        .click();
    await page.locator('canvas').waitFor();
    await check('doubts, notes, skills, pages');
    await page.getByRole('button', { name: 'What a machine reads' }).click();
    await check('machine text');
    await page.getByRole('button', { name: 'Show nora v2.pdf' }).first().click();
    await page.getByRole('region', { name: 'nora v2.pdf and your profile' }).waitFor();
    await check('differences');
    await page.getByRole('button', { name: /^Compare nora\.pdf/ }).click();
    await page.getByRole('heading', { name: 'What the newer version says' }).waitFor();
    await check('versions compared');
    expect(wrong).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
