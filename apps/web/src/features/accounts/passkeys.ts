import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/browser';

/** Fetched when somebody uses a passkey. */
const library = () => import('@simplewebauthn/browser');

/** Asks this browser for a passkey; answers what it says, as JSON to send. Throws what `explainPasskey` puts in words. */
export async function askForPasskey(options: string): Promise<string> {
  const { startAuthentication } = await library();
  return JSON.stringify(await startAuthentication({ optionsJSON: JSON.parse(options) as never }));
}

/** The field in which browsers offer passkeys among the addresses they know. */
const FIELD = 'input[autocomplete~="webauthn"]';

/**
 * Lets the browser offer passkeys in the address field. Answers what one says that was chosen there, as
 * JSON to send; null where the browser cannot, or when nobody chose one. `offer` is asked only where it can.
 */
export async function fillInPasskey(
  offer: () => Promise<string | undefined>,
): Promise<string | null> {
  try {
    const can = await window.PublicKeyCredential?.isConditionalMediationAvailable?.();
    if (!can || !document.querySelector(FIELD)) return null;
    const options = await offer();
    if (!options) return null;
    const { startAuthentication } = await library();
    const optionsJSON = JSON.parse(options) as never;
    return JSON.stringify(await startAuthentication({ optionsJSON, useBrowserAutofill: true }));
  } catch {
    // Nobody asked for it, so nobody is told: the other ways are there.
    return null;
  }
}

/** No longer offers any. */
export async function stopFillingIn(): Promise<void> {
  (await library()).WebAuthnAbortService.cancelCeremony();
}

/** Makes a passkey in this browser or in a device near it. */
export async function makePasskey(options: string): Promise<string> {
  const { startRegistration } = await library();
  const optionsJSON = JSON.parse(options) as PublicKeyCredentialCreationOptionsJSON;
  return JSON.stringify(await startRegistration({ optionsJSON }));
}

const WORDS: Record<string, string> = {
  NotAllowedError: 'The passkey was not used. Try again when you have it at hand.',
  AbortError: 'The passkey was not used. Try again when you have it at hand.',
  InvalidStateError:
    'This device has a passkey for you already. Use that one, or add one of another device.',
  SecurityError:
    'Passkeys belong to one address, and this page was opened at another. Open Clarion at its own address.',
  NotSupportedError: 'This device cannot keep a passkey with a PIN, finger or face. Try another.',
  ConstraintError: 'This device cannot keep a passkey with a PIN, finger or face. Try another.',
};

/** What went wrong in the browser, in words; null where it was not the browser. */
export function explainPasskey(error: unknown): string | null {
  if (typeof window !== 'undefined' && !window.PublicKeyCredential) {
    return 'This browser cannot use passkeys. Try another browser or device.';
  }
  const { name = '', cause } = (error ?? {}) as { name?: string; cause?: { name?: string } };
  return WORDS[name] ?? WORDS[cause?.name ?? ''] ?? null;
}
