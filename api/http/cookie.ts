/** The portal's session cookie: no script reads it, no other site sends it. */
import { parse, serialize } from 'hono/utils/cookie';

/** Behind TLS the `__Host-` prefix binds it to exactly this origin; one machine has no TLS. */
export function sessionCookie(publicUrl: string) {
  const secure = publicUrl.startsWith('https:');
  const name = secure ? '__Host-foothold' : 'foothold';
  const options = { path: '/', httpOnly: true, secure, sameSite: 'Strict' } as const;
  return {
    name,
    of: (request: Request): string | undefined => parse(request.headers.get('cookie') ?? '', name)[name],
    set: (value: string, maxAge: number): string => serialize(name, value, { ...options, maxAge }),
    clear: (): string => serialize(name, '', { ...options, maxAge: 0 }),
  };
}
