import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** What a browser says of where it is and what it does; a test says something else to see it refused. */
interface Saying {
  origin: string;
  rpId: string;
  isVerified?: boolean;
  userHandle?: string;
}

const sha256 = (data: Uint8Array | string) => createHash('sha256').update(data).digest();
const base64url = (data: Uint8Array | string) => Buffer.from(data).toString('base64url');

/** A text or bytes as CBOR (RFC 8949), as long as they are short. */
const cborText = (text: string) =>
  Buffer.concat([Buffer.from([0x60 + text.length]), Buffer.from(text)]);
const cborBytes = (bytes: Buffer) =>
  Buffer.concat([Buffer.from([0x59, bytes.length >> 8, bytes.length & 0xff]), bytes]);

/**
 * A security key in software, as WebAuthn Level 3 describes one: a P-256 key, no attestation. Chromium's
 * own is used in the browser tests; this one can also say what no browser would.
 */
export function openAuthenticator(here: Saying) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(16);
  let counter = 0;
  let userHandle = '';

  const clientData = (type: string, challenge: string, { origin }: Saying) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));

  const authenticatorData = (saying: Saying, attested: Buffer | null) => {
    counter += 1;
    const flags = 0x01 | (saying.isVerified === false ? 0 : 0x04) | (attested ? 0x40 : 0);
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    return Buffer.concat([
      sha256(saying.rpId),
      Buffer.from([flags]),
      count,
      attested ?? Buffer.alloc(0),
    ]);
  };

  const attested = () => {
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
    const cose = Buffer.concat([
      Buffer.from([0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32]),
      Buffer.from(x, 'base64url'),
      Buffer.from([0x22, 0x58, 32]),
      Buffer.from(y, 'base64url'),
    ]);
    return Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, cose]);
  };

  const answer = (response: object) =>
    JSON.stringify({
      id: base64url(id),
      rawId: base64url(id),
      type: 'public-key',
      response,
      clientExtensionResults: {},
    });

  return {
    /** Makes its key for whoever the options are for. */
    create(options: string, changed: Partial<Saying> = {}): string {
      const saying = { ...here, ...changed };
      const { challenge, user } = JSON.parse(options);
      userHandle = user.id;
      const object = Buffer.concat([
        Buffer.from([0xa3]),
        ...[cborText('fmt'), cborText('none'), cborText('attStmt'), Buffer.from([0xa0])],
        ...[cborText('authData'), cborBytes(authenticatorData(saying, attested()))],
      ]);
      return answer({
        clientDataJSON: base64url(clientData('webauthn.create', challenge, saying)),
        attestationObject: base64url(object),
        transports: ['internal'],
      });
    },
    /** Signs a challenge. */
    get(options: string, changed: Partial<Saying> = {}): string {
      const saying = { ...here, ...changed };
      const data = clientData('webauthn.get', JSON.parse(options).challenge, saying);
      const authData = authenticatorData(saying, null);
      const signature = sign('sha256', Buffer.concat([authData, sha256(data)]), privateKey);
      return answer({
        clientDataJSON: base64url(data),
        authenticatorData: base64url(authData),
        signature: base64url(signature),
        userHandle: saying.userHandle ?? userHandle,
      });
    },
    /** As if a copy of it had been made a while ago. */
    setBack: () => {
      counter = 0;
    },
  };
}
