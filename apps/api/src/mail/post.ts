import type { NodemailerError, Transporter } from 'nodemailer';
import type { Environment } from '../environment.js';
import { type Letter, write } from './letter.js';
import { MailFault, plainly } from './mail-fault.js';

/** Milliseconds to wait for a mail server. */
const PATIENCE = 10_000;

/** What of the environment sending mail depends on. */
export type MailSettings = Pick<Environment, 'smtpUrl' | 'mailFrom' | 'publicUrl'>;

/** Whether this server can send mail at all. */
export const canSend = ({ smtpUrl }: Pick<MailSettings, 'smtpUrl'>) => smtpUrl !== '';

const LOCAL = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Mail leaves this machine encrypted or not at all; `?requireTLS=false` in the address says otherwise. */
function guarded(smtpUrl: string): URL {
  const url = new URL(smtpUrl);
  if (!LOCAL.has(url.hostname) && !url.searchParams.has('requireTLS')) {
    url.searchParams.set('requireTLS', 'true');
  }
  return url;
}

async function open(smtpUrl: string): Promise<{ transport: Transporter; host: string }> {
  const url = guarded(smtpUrl);
  // Read with the first letter: many servers send none for days.
  const { createTransport } = await import('nodemailer');
  const transport = createTransport({
    url: url.href,
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: PATIENCE,
    dnsTimeout: PATIENCE,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return { transport, host: url.host };
}

/** Talks to the mail server. Throws a MailFault, which says what went wrong. */
async function withServer(
  { smtpUrl }: MailSettings,
  talk: (transport: Transporter) => Promise<unknown>,
): Promise<void> {
  if (!smtpUrl) {
    throw new MailFault('No mail server is set. Set CLARION_SMTP_URL and CLARION_MAIL_FROM.');
  }
  const { transport, host } = await open(smtpUrl);
  try {
    await talk(transport);
  } catch (fault) {
    throw new MailFault(plainly(fault as NodemailerError, host));
  } finally {
    transport.close();
  }
}

/** After the @ of an address; of one that cannot be read, a name that is nobody's (RFC 6761). */
const domainOf = (address: string) => /@([^\s@<>]+)>?$/.exec(address)?.[1] ?? 'clarion.invalid';

/**
 * Sends a letter now. Throws a MailFault, which says what went wrong. Where a server took it and we were
 * killed before we knew, it is sent again: with the same `id`, by which mail programs show it once.
 */
export function send(
  settings: MailSettings,
  to: string,
  letter: Letter,
  id?: string,
): Promise<void> {
  return withServer(settings, (transport) =>
    transport.sendMail({
      from: settings.mailFrom,
      ...(id && { messageId: `<${id}@${domainOf(settings.mailFrom)}>` }),
      // As an object: an address is never read as a list of them.
      to: { name: '', address: to },
      ...write(letter, settings.publicUrl || 'this Clarion'),
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    }),
  );
}

/** Connects and signs in at the mail server, and sends nothing. Throws a MailFault. */
export function tryServer(settings: MailSettings): Promise<void> {
  return withServer(settings, (transport) => transport.verify());
}
