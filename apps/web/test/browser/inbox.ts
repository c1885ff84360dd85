import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A mail server on this machine that keeps what comes. */
export interface Inbox {
  /** For CLARION_SMTP_URL. */
  url: string;
  /** The code in the next mail to somebody. */
  codeFor: (to: string) => Promise<string>;
  close: () => void;
}

export async function openInbox(): Promise<Inbox> {
  const mails: { to: string; raw: string }[] = [];
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    authOptional: true,
    onData: (stream, { envelope }, done) => {
      let raw = '';
      stream.on('data', (chunk: Buffer) => {
        raw += chunk.toString('utf8');
      });
      stream.on('end', () => {
        for (const { address } of envelope.rcptTo) mails.push({ to: address, raw });
        done();
      });
    },
  });
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const next = async (to: string) => {
    for (let tries = 0; tries < 300; tries += 1) {
      const at = mails.findIndex((mail) => mail.to === to);
      const [mail] = at < 0 ? [] : mails.splice(at, 1);
      if (mail) return mail.raw;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`No mail came to ${to}`);
  };
  return {
    url: `smtp://127.0.0.1:${(listening.address() as AddressInfo).port}`,
    codeFor: async (to) => /^Subject: (\d{8}) /m.exec(await next(to))?.[1] ?? 'no code',
    close: () => server.close(),
  };
}
