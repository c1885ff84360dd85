import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

/** Where browsers report what the policy kept a page from. */
export const REPORTS = '/report/policy';

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

/** Sets the headers that every answer carries. While developing Vite serves the page, with scripts of its own. */
export async function setHeaders(
  fastify: FastifyInstance,
  { hasPolicy, isSecure }: { hasPolicy: boolean; isSecure: boolean },
): Promise<void> {
  await fastify.register(helmet, {
    contentSecurityPolicy: hasPolicy ? CONTENT_SECURITY : false,
    crossOriginEmbedderPolicy: false,
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: isSecure && { maxAge: 365 * 24 * 60 * 60, includeSubDomains: false },
  });
  fastify.addHook('onRequest', async (_request, reply) => {
    reply.header('permissions-policy', PERMISSIONS);
    reply.header('reporting-endpoints', `policy="${REPORTS}"`);
  });
}
