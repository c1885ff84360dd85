import type { NodemailerError } from 'nodemailer';

/** Mail that could not be sent. Its message is plain, and holds no person's address. */
export class MailFault extends Error {
  override name = 'MailFault';
}

const AUTH = new Set(['EAUTH', 'ENOAUTH', 'EOAUTH2']);
const TLS = /^(ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)/;

/** The server's own words, where they are about the server and not about a person: never an address. */
const withoutAddresses = (text: string) =>
  text.replaceAll(/\S+@\S+/g, '(an address)').slice(0, 200);

/** What went wrong between here and a mail server, in a sentence or two, and what to do. */
export function plainly(fault: NodemailerError, host: string): string {
  const codes = [fault.code ?? '', fault.originalCode ?? ''];
  const is = (...wanted: string[]) => wanted.some((code) => codes.includes(code));
  const said = fault.response ? ` It said: ${withoutAddresses(fault.response)}` : '';
  // What a server says of somebody's address may hold their name: of that its numbers alone.
  const numbers = /^\d{3}([ -]\d\.\d{1,3}\.\d{1,3})?/.exec(fault.response ?? '')?.[0];
  const saidInShort = numbers ? ` It said: ${numbers}` : '';
  if (is('EDNS', 'ENOTFOUND', 'EAI_AGAIN')) {
    return `No machine is known by the name ${host}. Check the name in CLARION_SMTP_URL, and that this machine can look names up.`;
  }
  if (is('ECONNREFUSED')) {
    return `${host} is there, but takes no mail on that port. Check the port in CLARION_SMTP_URL: 587 is usual, or 465 with smtps.`;
  }
  if (is('ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH')) {
    return `${host} did not answer in time. A firewall may keep mail from leaving this machine.`;
  }
  if (codes.some((code) => AUTH.has(code))) {
    return `${host} does not accept the user and password in CLARION_SMTP_URL.${said}`;
  }
  if (is('ETLS') || codes.some((code) => TLS.test(code)) || /STARTTLS/i.test(fault.message)) {
    return `No encrypted connection to ${host} could be made: ${withoutAddresses(fault.message)}. Its certificate may be for another name or have expired; on port 465 the address begins with smtps.`;
  }
  if (is('EENVELOPE') || fault.command === 'RCPT TO' || fault.command === 'MAIL FROM') {
    return fault.command === 'MAIL FROM'
      ? `${host} does not take mail from the address in CLARION_MAIL_FROM.${said}`
      : `${host} does not take mail for that address.${saidInShort}`;
  }
  if (fault.responseCode) return `${host} refused the mail.${saidInShort}`;
  return `The connection to ${host} broke (${codes.filter(Boolean).join(', ') || 'no reason given'}).`;
}
