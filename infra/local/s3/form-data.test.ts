/** Form uploads arrive in pieces of any size, and whatever is sent, memory and answers stay bounded. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readUpload } from './form-data.ts';

const BOUNDARY = '----WebKitFormBoundaryabc';
const TYPE = `multipart/form-data; boundary=${BOUNDARY}`;

function form(
  parts: readonly { name: string; value: Uint8Array | string; file?: string }[],
  end = `--${BOUNDARY}--\r\n`,
): Buffer {
  const chunks = parts.flatMap(({ name, value, file }) => [
    Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"`),
    Buffer.from(file === undefined ? '\r\n\r\n' : `; filename="${file}"\r\nContent-Type: text/plain\r\n\r\n`),
    Buffer.from(value),
    Buffer.from('\r\n'),
  ]);
  return Buffer.concat([...chunks, Buffer.from(end)]);
}

/** The bytes in pieces whose sizes repeat `sizes`. */
async function* inPieces(bytes: Buffer, sizes: readonly number[] = [bytes.length]): AsyncGenerator<Buffer> {
  for (let at = 0, i = 0; at < bytes.length; i += 1) {
    const size = sizes[i % sizes.length] ?? 1;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

async function read(bytes: Buffer, sizes?: readonly number[]) {
  const upload = await readUpload(inPieces(bytes, sizes), TYPE);
  const chunks: Buffer[] = [];
  for await (const chunk of upload.file) chunks.push(chunk);
  return { fields: Object.fromEntries(upload.fields), fileName: upload.fileName, file: Buffer.concat(chunks) };
}

describe('a form upload', () => {
  it('is read the same, in whatever pieces it comes and whatever the file holds', async () => {
    const nearlyBoundaries = fc
      .array(
        fc.constantFrom('\r\n', '--', `--${BOUNDARY.slice(0, -1)}`, `\r\n--${BOUNDARY.slice(0, 9)}`, 'x', '\r', '\0'),
      )
      .map((parts) => Buffer.from(parts.join('')));
    await fc.assert(
      fc.asyncProperty(
        nearlyBoundaries,
        fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1 }),
        async (value, sizes) => {
          const bytes = form([
            { name: 'Key', value: 'a/ż' },
            { name: 'file', value, file: 'cv.pdf' },
          ]);
          const { fields, fileName, file } = await read(bytes, sizes);
          expect(fields).toEqual({ key: 'a/ż' });
          expect(fileName).toBe('cv.pdf');
          expect(file.equals(value)).toBe(true);
        },
      ),
    );
  });

  it('may come one byte at a time', async () => {
    const bytes = form([
      { name: 'key', value: 'a' },
      { name: 'file', value: 'content', file: 'a.txt' },
    ]);
    expect((await read(bytes, [1])).file.toString()).toBe('content');
  });

  it('cut anywhere is refused', async () => {
    const bytes = form(
      [
        { name: 'key', value: 'a' },
        { name: 'file', value: 'content', file: 'a.txt' },
      ],
      `--${BOUNDARY}--`,
    );
    for (let cut = 0; cut < bytes.length; cut += 1) await expect(read(bytes.subarray(0, cut))).rejects.toThrow();
    expect((await read(bytes)).file.toString()).toBe('content');
  });

  it.each([
    ['without a file', form([{ name: 'key', value: 'a' }]), 'exactly one file'],
    [
      'with a field given twice',
      form([
        { name: 'key', value: 'a' },
        { name: 'Key', value: 'b' },
      ]),
      'given twice',
    ],
    ['with fields over 20 KB', form([{ name: 'key', value: 'a'.repeat(20_481) }]), 'too long'],
    ['with a part without a name', Buffer.from(`--${BOUNDARY}\r\nX: y\r\n\r\n`), 'well-formed'],
    ['that begins with noise', Buffer.from('x'.repeat(100_000)), 'too long'],
  ])('%s is refused', async (_, bytes, message) => {
    await expect(read(bytes)).rejects.toThrow(message);
  });

  it('without a boundary is refused', async () => {
    await expect(readUpload(inPieces(Buffer.from('x')), 'multipart/form-data')).rejects.toThrow('well-formed');
  });

  it('knows a file by the last step of its path', async () => {
    const bytes = form([{ name: 'file', value: 'x', file: 'C:\\fake\\..\\../cv %22final%22.pdf' }]);
    expect((await read(bytes)).fileName).toBe('cv "final".pdf');
  });
});
