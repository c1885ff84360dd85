import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { FastifyInstance, FastifyReply } from 'fastify';
import helmet, { type HelmetOptions } from 'helmet';

/** Where browsers report what the policy kept a page from. */
export const REPORTS = '/report/policy';

const POLICY = 'content-security-policy';
const OWN_STYLES = "style-src 'self'";

/**
 * What a page may load and run: scripts and styles of this site from files alone. `default` is the one
 * policy of trusted types; it lets a worker start from this site's files and turns no text into HTML or script.
 */
const CONTENT_SECURITY = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    workerSrc: ["'self'"],
    manifestSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    objectSrc: ["'none'"],
    requireTrustedTypesFor: ["'script'"],
    trustedTypes: ['default'],
    reportUri: [REPORTS],
    reportTo: ['policy'],
  },
};

/** Nothing of the device is asked for but passkeys. */
const PERMISSIONS = [
  'camera=()',
  'display-capture=()',
  'geolocation=()',
  'microphone=()',
  'payment=()',
  'usb=()',
  'publickey-credentials-create=(self)',
  'publickey-credentials-get=(self)',
].join(', ');

/** What helmet sets: the same for every request, so it is asked once. */
function headersOf(options: HelmetOptions): Record<string, string> {
  const request = new IncomingMessage(new Socket());
  const answer = new ServerResponse(request);
  helmet(options)(request, answer, (fault?: unknown) => {
    if (fault instanceof Error) throw fault;
  });
  return Object.fromEntries(
    Object.entries(answer.getHeaders()).map(([name, value]) => [name, String(value)]),
  );
}

/** Sets the headers that every answer carries. While developing Vite serves the page, with scripts of its own. */
export function setHeaders(
  fastify: FastifyInstance,
  { hasPolicy, isSecure }: { hasPolicy: boolean; isSecure: boolean },
): void {
  const headers = headersOf({
    contentSecurityPolicy: hasPolicy ? CONTENT_SECURITY : false,
    crossOriginEmbedderPolicy: false,
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: isSecure && { maxAge: 365 * 24 * 60 * 60, includeSubDomains: false },
  });
  headers['permissions-policy'] = PERMISSIONS;
  headers['reporting-endpoints'] = `policy="${REPORTS}"`;
  fastify.addHook('onRequest', (_request, reply, done) => {
    reply.headers(headers);
    done();
  });
}

/** Lets in style sheets that stand in a page, each by the hash of its very text and nothing else. */
export function allowStyles(reply: FastifyReply, hashes: readonly string[]): void {
  const policy = reply.getHeader(POLICY);
  if (typeof policy !== 'string' || hashes.length === 0) return;
  const named = hashes.map((hash) => `'sha256-${hash}'`).join(' ');
  void reply.header(POLICY, policy.replace(OWN_STYLES, `${OWN_STYLES} ${named}`));
}
