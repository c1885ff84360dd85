import type { Stage } from './stage.js';

/** A browser of somebody's: it keeps the cookies that it is given and sends them back. */
export interface Browser {
  cookies: Map<string, string>;
  fetch: (path: string, init?: RequestInit) => Promise<Response>;
  ask: <T = any>(document: string, variables?: Record<string, unknown>) => Promise<T>;
}

export const FIREFOX_ON_ANDROID =
  'Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0';

export function openBrowser({ address }: Stage, userAgent = FIREFOX_ON_ANDROID): Browser {
  const cookies = new Map<string, string>();
  const keep = (reply: Response) => {
    for (const line of reply.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0|1970/i.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return reply;
  };
  const fetchHere = async (path: string, init: RequestInit = {}) =>
    keep(
      await fetch(new URL(path, address), {
        redirect: 'manual',
        ...init,
        headers: {
          'user-agent': userAgent,
          ...(cookies.size && {
            cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
          }),
          ...init.headers,
        },
      }),
    );
  return {
    cookies,
    fetch: fetchHere,
    async ask(query, variables = {}) {
      const reply = await fetchHere('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      });
      const { data, errors } = (await reply.json()) as any;
      if (errors) throw new Error(JSON.stringify(errors));
      return data;
    },
  };
}
