import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll } from '@jest/globals';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { until } from './working.js';

/** A mail as it arrived. */
export interface Arrived {
  to: string;
  subject: string;
  text: string;
  /** All of it, headers too. */
  raw: string;
}

/** A real mail server on this machine, for as long as a test file runs. */
export interface PostOffice {
  url: string;
  arrived: Arrived[];
  /** Turns away mail to any of these, as a server does that does not know them. */
  unknown: Set<string>;
  /** The next mail to somebody that has not been taken out yet. */
  take: (to: string) => Promise<Arrived>;
}

const fromQuoted = (text: string) => {
  const bytes = text
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
};

function read(to: string, raw: string): Arrived {
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const body = rest.join('\n\n').replaceAll('\r\n', '\n');
  const isQuoted = /^content-transfer-encoding: quoted-printable/im.test(head);
  const subject = /^subject: (.*(?:\r\n .*)*)/im.exec(head)?.[1] ?? '';
  return { to, subject, text: isQuoted ? fromQuoted(body) : body, raw };
}

/** Opens a post office on a port of its own. */
export async function raisePostOffice(options: SMTPServerOptions = {}) {
  const office: PostOffice = {
    url: '',
    arrived: [],
    unknown: new Set(),
    take: async (to) => {
      const find = () => office.arrived.findIndex((mail) => mail.to === to);
      await until(async () => find() >= 0, `a mail to ${to} arrived`);
      return office.arrived.splice(find(), 1)[0] as Arrived;
    },
  };
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    authOptional: true,
    logger: false,
    onRcptTo: ({ address }, _, done) =>
      done(office.unknown.has(address) ? new Error(`<${address}> is not known here`) : null),
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString('utf8');
        for (const { address } of envelope.rcptTo) office.arrived.push(read(address, raw));
        done();
      });
    },
    ...options,
  });
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  office.url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  return {
    office,
    close: () => new Promise<void>((closed) => server.close(() => closed())),
  };
}

/** The same for a test file: call it at the top, use what it returns inside the tests. */
export function openPostOffice(options: SMTPServerOptions = {}): PostOffice {
  const office = {} as PostOffice;
  let close: (() => Promise<void>) | undefined;
  beforeAll(async () => {
    const raised = await raisePostOffice(options);
    Object.assign(office, raised.office);
    // What arrives later arrives in the same list.
    close = raised.close;
  });
  afterAll(() => close?.());
  return office;
}
