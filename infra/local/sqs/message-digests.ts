/** MD5s by which the SDK checks that a message arrived as sent ("Calculating the MD5 message digest", SQS guide). */
import { createHash } from 'node:crypto';
import type { MessageAttribute } from './requests.ts';

export const md5Hex = (text: string): string => createHash('md5').update(text).digest('hex');

/** MD5 over the attributes sorted by name, each part with its length; undefined when there are none. */
export function attributesMd5(attributes: Readonly<Record<string, MessageAttribute>> = {}): string | undefined {
  const names = Object.keys(attributes).sort();
  if (names.length === 0) return undefined;
  const hash = createHash('md5');
  const part = (bytes: Buffer): void => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    hash.update(length).update(bytes);
  };
  for (const name of names) {
    const attribute = attributes[name];
    if (attribute === undefined) continue;
    part(Buffer.from(name));
    part(Buffer.from(attribute.DataType));
    const isBinary = attribute.BinaryValue !== undefined;
    hash.update(Buffer.from([isBinary ? 2 : 1]));
    part(isBinary ? Buffer.from(attribute.BinaryValue ?? '', 'base64') : Buffer.from(attribute.StringValue ?? ''));
  }
  return hash.digest('hex');
}
