import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Header that a page of another origin cannot send without being asked first, and we never answer such a question. */
export const apiHeader = 'x-servicefull';

/**
 * Who may talk to the server. The address printed at start carries a token; whoever opens it gets a cookie with a secret
 * of its own, so that an address in a browser's history or a log is not what later requests are made with.
 */
export interface Access {
  readonly token: string;
  /** Value of Set-Cookie for whoever came with the token. */
  readonly cookie: string;
  hasToken(url: URL): boolean;
  hasCookie(request: IncomingMessage): boolean;
  /** Names this server as a browser would: anything else is a name that somebody pointed at this machine. */
  hasOwnHost(request: IncomingMessage): boolean;
  /** Sent by a page of this server. */
  hasOwnOrigin(request: IncomingMessage): boolean;
}

/** Compares in a time that does not depend on where the texts differ. */
function isSame(a: string, b: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}

const newSecret = (): string => randomBytes(32).toString('base64url');

/** Access to the server on a port, with secrets made now. */
export function createAccess(port: number): Access {
  const token = newSecret();
  const secret = newSecret();
  // Cookies do not know ports: two servers on this machine must not overwrite each other's.
  const name = `servicefull-${String(port)}`;
  const hosts = [`127.0.0.1:${String(port)}`, `localhost:${String(port)}`];

  return {
    token,
    cookie: `${name}=${secret}; HttpOnly; SameSite=Strict; Path=/`,
    hasToken: (url) => isSame(url.searchParams.get('token') ?? '', token),
    hasCookie: ({ headers }) =>
      (headers.cookie ?? '').split(';').some((pair) => {
        const [key, value] = pair.trim().split('=', 2);
        return key === name && isSame(value ?? '', secret);
      }),
    hasOwnHost: ({ headers }) => hosts.includes(headers.host ?? ''),
    hasOwnOrigin: ({ headers }) => {
      const site = headers['sec-fetch-site'];
      return headers.origin === `http://${headers.host ?? ''}` && (site === undefined || site === 'same-origin');
    },
  };
}
