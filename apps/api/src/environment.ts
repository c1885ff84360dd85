import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { PlainError } from './plain-error.js';

const yes = z
  .enum(['true', 'false', '1', '0', ''])
  .transform((value) => value === 'true' || value === '1');

/** Plain http only to this machine. */
const ISSUER = /^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1|\[::1\])[:/]?)[^\s]*$/;

/** Addresses of databases, with commas between. */
const addresses = z
  .string()
  .transform((list) =>
    list
      .split(',')
      .map((each) => each.trim())
      .filter(Boolean),
  )
  .refine((urls) => urls.every((url) => /^postgres(ql)?:\/\//.test(url) && URL.canParse(url)), {
    error:
      'is not written as postgresql://user:password@host:5432/clarion, with commas between several',
  });

/** Every setting, with a default that works. `.env.example` lists the same; a test compares the two. */
export const settings = {
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  CLARION_PORT: z.coerce.number().int().min(0).max(65535).default(4000),
  CLARION_HOST: z.string().default('127.0.0.1'),
  CLARION_PUBLIC_URL: z.string().default(''),
  CLARION_DEMO: yes.default(false),
  CLARION_DATA: z.string().default('./data'),
  CLARION_KEYS: z.string().default(''),
  CLARION_LOG: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('warn'),
  DATABASE_URL: z.string().default(''),
  DATABASE_REPLICA_URLS: addresses.default([]),
  // A recount tells its progress beside its transaction.
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(20),
  CLARION_SMTP_URL: z
    .string()
    .refine((url) => url === '' || (/^smtps?:\/\//.test(url) && URL.canParse(url)), {
      error: 'is not written as smtp://user:password@host:587 or smtps://user:password@host:465',
    })
    .default(''),
  CLARION_MAIL_FROM: z.string().default(''),
  CLARION_OIDC_ISSUER: z
    .string()
    .refine((url) => url === '' || ISSUER.test(url), {
      error: 'is not written as https://login.example.org',
    })
    .default(''),
  CLARION_OIDC_CLIENT_ID: z.string().default(''),
  CLARION_OIDC_CLIENT_SECRET: z.string().default(''),
  CLARION_OIDC_SCOPE: z.string().default('openid profile'),
  CLARION_OIDC_NUMBER_CLAIM: z.string().default('membership_number'),
  CLARION_OIDC_STRONG_ACR: z.string().default(''),
  CLARION_TRUST_PROXY: z.string().default(''),
  CLARION_DOCUMENTS: z.enum(['own', 'programs', 'any']).default('programs'),
  CLARION_PACE: z.coerce.number().min(0).max(1_000_000).default(1),
  CLARION_AT_ONCE: z.coerce.number().int().min(1).max(100_000).default(200),
};

export interface Environment {
  mode: 'development' | 'production' | 'test';
  /** Whether the web app is served beside the API; tests speak to the API alone. */
  servesWeb: boolean;
  port: number;
  host: string;
  /** How people reach it, without a slash at the end; empty when it is the port itself. */
  publicUrl: string;
  isDemo: boolean;
  /** Where the embedded Postgres keeps its data. */
  dataDirectory: string;
  /** Where the consultations' keys are kept: never in the database or its backups. */
  keysDirectory: string;
  logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  /** Empty: the embedded Postgres. */
  databaseUrl: string;
  /** Streaming replicas of it, one an address, from which pages may be read. Hold their passwords. */
  replicaUrls: string[];
  databasePool: number;
  /** Proxies in front whose word on who asks is taken: how many, or which addresses; false for none. */
  trustProxy: number | string | false;
  /** Whose GraphQL documents are taken. While developing, anybody's: pages are not built then. */
  documents: 'own' | 'programs' | 'any';
  /** By how much the usual pace is multiplied at which somebody may ask; 0 for no limit. */
  pace: number;
  /** How many requests are answered at once; others are told when to ask again. */
  atOnce: number;
  /** The mail server. Holds its password. Empty: no mail is sent. */
  smtpUrl: string;
  /** Who mail is from. */
  mailFrom: string;
  /** The party's own login, by OpenID Connect. */
  oidc: {
    /** Empty: there is none. */
    issuer: string;
    clientId: string;
    clientSecret: string;
    scope: string;
    /** The claim that holds the membership number. */
    numberClaim: string;
    /** Values of `acr` or `amr` by which a sign-in there is as strong as a passkey. */
    strongAcr: string[];
  };
}

/** A secret may be given as NAME or in the file that NAME_FILE names. */
function withFiles(raw: NodeJS.ProcessEnv): Record<string, string | undefined> {
  const values: Record<string, string | undefined> = {};
  for (const name of Object.keys(settings)) {
    const file = raw[`${name}_FILE`];
    try {
      values[name] = raw[name] ?? (file ? readFileSync(file, 'utf8').trim() : undefined);
    } catch {
      throw new PlainError(`${name}_FILE names a file that cannot be read: ${file}`);
    }
  }
  return values;
}

const proxiesOf = (given: string): number | string | false =>
  /^\d+$/.test(given) ? Number(given) : given || false;

/** Reads and checks the environment. The only place that does. Throws a PlainError naming every wrong setting. */
export function readEnvironment(raw: NodeJS.ProcessEnv = process.env): Environment {
  const parsed = z.object(settings).safeParse(withFiles(raw));
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new PlainError(`These settings are wrong.\n  ${faults.join('\n  ')}`);
  }
  const value = parsed.data;
  if (value.CLARION_SMTP_URL && !value.CLARION_MAIL_FROM.includes('@')) {
    throw new PlainError(
      'CLARION_SMTP_URL is set, so CLARION_MAIL_FROM must be the address that mail is from: Clarion <clarion@example.org>',
    );
  }
  if (value.CLARION_OIDC_ISSUER && !value.CLARION_OIDC_CLIENT_ID) {
    throw new PlainError('CLARION_OIDC_ISSUER is set, so CLARION_OIDC_CLIENT_ID must be too.');
  }
  if (value.DATABASE_REPLICA_URLS.length > 0 && !value.DATABASE_URL) {
    throw new PlainError(
      'DATABASE_REPLICA_URLS is set, so DATABASE_URL must be too: the Postgres that these follow.',
    );
  }
  const dataDirectory = resolve(value.CLARION_DATA);
  return {
    mode: value.NODE_ENV,
    trustProxy: proxiesOf(value.CLARION_TRUST_PROXY),
    documents: value.NODE_ENV === 'production' ? value.CLARION_DOCUMENTS : 'any',
    pace: value.CLARION_PACE,
    atOnce: value.CLARION_AT_ONCE,
    servesWeb: value.NODE_ENV !== 'test',
    port: value.CLARION_PORT,
    host: value.CLARION_HOST,
    publicUrl: value.CLARION_PUBLIC_URL.replace(/\/$/, ''),
    isDemo: value.CLARION_DEMO,
    dataDirectory,
    keysDirectory: value.CLARION_KEYS
      ? resolve(value.CLARION_KEYS)
      : resolve(dataDirectory, 'keys'),
    logLevel: value.CLARION_LOG,
    databaseUrl: value.DATABASE_URL,
    replicaUrls: value.DATABASE_REPLICA_URLS,
    databasePool: value.DATABASE_POOL,
    smtpUrl: value.CLARION_SMTP_URL,
    mailFrom: value.CLARION_MAIL_FROM,
    oidc: {
      issuer: value.CLARION_OIDC_ISSUER,
      clientId: value.CLARION_OIDC_CLIENT_ID,
      clientSecret: value.CLARION_OIDC_CLIENT_SECRET,
      scope: value.CLARION_OIDC_SCOPE,
      numberClaim: value.CLARION_OIDC_NUMBER_CLAIM,
      strongAcr: value.CLARION_OIDC_STRONG_ACR.split(/[\s,]+/).filter(Boolean),
    },
  };
}
