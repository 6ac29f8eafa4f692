/** Flow 1 of the design: a resume becomes a profile. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contract } from '#shared/contract.ts';
import { resumePdf } from '../support/pdf.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack();
});
afterAll(() => stack?.close());

describe('a resume becomes a profile', () => {
  it('by ticket: straight to the store, read, merged, first one active', async () => {
    const ada = await stack.person();
    const bytes = await resumePdf();
    const ticket = await ada.call(contract.resume.create, {
      body: { fileName: 'ada.pdf', size: bytes.byteLength, contentType: 'application/pdf' },
    });
    expect(new URL(ticket.upload.url).origin, "the API's own origin, by the name it was called").toBe(
      `http://127.0.0.1:${stack.port}`,
    );
    const form = new FormData();
    for (const [name, value] of Object.entries(ticket.upload.fields)) form.set(name, value);
    form.set('file', new File([bytes], 'ada.pdf', { type: 'application/pdf' }));
    const posted = await fetch(ticket.upload.url, { method: 'POST', body: form });
    expect(posted.status).toBeLessThan(300);
    await ada.call(contract.resume.uploaded, { params: { id: ticket.resumeId } });
    await stack.idle();

    const status = await ada.call(contract.resume.status, { params: { id: ticket.resumeId } });
    expect(status).toMatchObject({ status: 'read', progress: 1 });
    const { resume, version } = await ada.call(contract.profile.get);
    expect(version).toBe(1);
    expect(resume.basics).toMatchObject({ name: 'Ada Lovelace', email: 'ada@example.org' });
    expect(resume.work?.[0]).toMatchObject({ startDate: '2019-04' });
    const { items } = await ada.call(contract.resume.list);
    expect(items).toMatchObject([{ active: true, fileName: 'ada.pdf' }]);
  });

  it('refuses bad files at the door, each with its own code, and reads the next one', async () => {
    const eve = await stack.person();
    const upload = async (bytes: Uint8Array<ArrayBuffer>, name: string) => {
      const form = new FormData();
      form.set('file', new File([bytes], name));
      const response = await stack.fetch('/api/v1/cv-upload', { method: 'POST', body: form, headers: eve.headers });
      return { status: response.status, code: ((await response.json()) as { error?: { code: string } }).error?.code };
    };
    expect(await upload(new Uint8Array(), 'empty.pdf')).toEqual({ status: 400, code: 'resume.empty_file' });
    expect(await upload(new Uint8Array(5 * 1024 * 1024 + 1).fill(37), 'big.pdf')).toEqual({
      status: 413,
      code: 'resume.too_large',
    });
    expect(await upload(new Uint8Array(8 * 1024 * 1024).fill(37), 'huge.pdf')).toEqual({
      status: 413,
      code: 'resume.too_large',
    });
    expect(await upload(new TextEncoder().encode('<html><h1>Hi</h1></html>'), 'page.pdf')).toEqual({
      status: 415,
      code: 'resume.unsupported_format',
    });
    expect(await upload(await resumePdf(), 'good.pdf')).toEqual({ status: 202, code: undefined });
    await stack.idle();
    expect((await eve.call(contract.resume.list)).items).toMatchObject([{ status: 'read' }]);
  });
});
