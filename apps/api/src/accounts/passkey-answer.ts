import { z } from 'zod';

const base64url = z.string().regex(/^[\w-]+$/);

/** What a browser sends of a passkey, as far as it must be there. The rest the library checks. */
const answer = z.object({
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  response: z.looseObject({
    clientDataJSON: base64url,
    userHandle: base64url.optional(),
    transports: z.array(z.string().max(20)).max(10).optional(),
  }),
  clientExtensionResults: z.looseObject({}),
});

const clientData = z.object({ challenge: base64url });

export interface PasskeyAnswer {
  credentialId: string;
  /** Of whom the device says it is, where it does. */
  userHandle: Buffer | null;
  transports: string[];
  challenge: Buffer;
  /** As it came. */
  json: z.infer<typeof answer>;
}

/** Reads what a browser sent; null where it is none of this. */
export function readAnswer(text: string): PasskeyAnswer | null {
  try {
    const json = answer.parse(JSON.parse(text));
    const { clientDataJSON, userHandle, transports = [] } = json.response;
    const said = clientData.parse(
      JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString('utf8')),
    );
    return {
      credentialId: json.id,
      userHandle: userHandle === undefined ? null : Buffer.from(userHandle, 'base64url'),
      transports,
      challenge: Buffer.from(said.challenge, 'base64url'),
      json,
    };
  } catch {
    return null;
  }
}

/** A member's id as the bytes that their device keeps. */
export const handleOf = (memberId: string): Buffer =>
  Buffer.from(memberId.replaceAll('-', ''), 'hex');
