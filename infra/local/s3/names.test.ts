import { describe, expect, it } from 'vitest';
import { splitPath } from './names.ts';

describe('a path', () => {
  it.each([
    ['/files/a/b.pdf', { bucket: 'files', key: 'a/b.pdf' }],
    ['/files', { bucket: 'files', key: undefined }],
    ['/files/', { bucket: 'files', key: undefined }],
    ['/', { bucket: undefined, key: undefined }],
    ['/files/../../etc/passwd', { bucket: 'files', key: '../../etc/passwd' }],
    ['/files/%2e%2e%2fx', { bucket: 'files', key: '../x' }],
    ['/files//a', { bucket: 'files', key: '/a' }],
    ['/files/a%00b', { bucket: 'files', key: 'a\u0000b' }],
  ])('%s names what it says, unchanged', (path, expected) => {
    expect(splitPath(path)).toEqual(expected);
  });

  it.each(['..', '.', 'ab', 'Upper', 'a_b', '-ab', 'ab-', 'a..b', '192.168.0.1', 'a'.repeat(64), '%2e%2e', 'a%2Fb'])(
    'with the bucket %s is refused',
    (bucket) => {
      expect(() => splitPath(`/${bucket}/key`)).toThrow('bucket');
    },
  );

  it('with a key over 1024 bytes is refused', () => {
    expect(() => splitPath(`/files/${'ż'.repeat(512)}`)).not.toThrow();
    expect(() => splitPath(`/files/${'ż'.repeat(513)}`)).toThrow('1024');
  });
});
