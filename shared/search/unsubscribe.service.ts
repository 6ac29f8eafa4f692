/** Links that let a reader out of one alert without signing in. They name it, carry our signature and nothing else. */
import type { Cipher } from '#shared/platform/cipher.ts';
import { sameText } from '#shared/platform/credentials.ts';

export type UnsubscribeLinks = ReturnType<typeof createUnsubscribeLinks>;

/** No row and no end: an old mail must let its reader out as well as a new one. */
export function createUnsubscribeLinks(cipher: Cipher) {
  const signature = (owner: string, id: string) => cipher.sign('unsubscribe', `${owner}\n${id}`);
  return {
    tokenFor: (owner: string, id: string): string => `${owner}.${id}.${signature(owner, id)}`,
    /** Whose alert a token names; undefined when it is not ours or not whole. */
    read(token: string): { owner: string; id: string } | undefined {
      const [, owner, id, signed] = /^([\w-]{1,80})\.([\w-]{1,80})\.([\w-]{43})$/.exec(token) ?? [];
      if (owner === undefined || id === undefined || signed === undefined) return undefined;
      return sameText(signed, signature(owner, id)) ? { owner, id } : undefined;
    },
  };
}
