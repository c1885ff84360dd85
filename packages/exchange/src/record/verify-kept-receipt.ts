import { fromHex, opens, type ReceiptFinding, verifyReceipt } from '@clarion/record';
import { knownKey } from './known-key.js';

/** A receipt as a browser keeps it, or the bare proof. */
interface KeptReceipt {
  proof: string;
  key: string | null;
  openings: { field: string; text: string; salt: string }[];
}

export interface ReceiptReport {
  ok: boolean;
  problem: string | null;
  number: number | null;
  /** Over how many entries the checkpoint is. */
  size: number | null;
  origin: string | null;
  act: unknown;
  /** The texts that the entry commits to, as the receipt opens them. */
  texts: Record<string, string>;
  /** SHA-256 of the key it was checked with. */
  key: string | null;
  /** Whether that key was known from elsewhere, not taken from the receipt. */
  isKeyKnown: boolean;
}

const isText = (value: unknown): value is string => typeof value === 'string';

/** Reads a receipt: what a browser saved (JSON), or a C2SP tlog-proof as it stands. Null for neither. */
function readKept(text: string): KeptReceipt | null {
  if (!text.trimStart().startsWith('{')) return { proof: text, key: null, openings: [] };
  try {
    const { proof, key, openings = [] } = JSON.parse(text) as Partial<KeptReceipt>;
    const isWhole =
      isText(proof) &&
      isText(key) &&
      Array.isArray(openings) &&
      openings.every((one) => isText(one?.field) && isText(one.text) && isText(one.salt));
    return isWhole ? { proof, key, openings } : null;
  } catch {
    return null;
  }
}

/**
 * Checks a receipt by itself: signature, inclusion, and that its entry commits to the texts beside it.
 * `key` is the record's, a vkey, as it is known from elsewhere, or the fingerprint of the receipt's own.
 */
export async function verifyKeptReceipt(text: string, key?: string): Promise<ReceiptReport> {
  const none: ReceiptReport = {
    ok: false,
    problem: null,
    number: null,
    size: null,
    origin: null,
    act: null,
    texts: {},
    key: null,
    isKeyKnown: key !== undefined,
  };
  const kept = readKept(text);
  if (!kept) return { ...none, problem: 'This is no receipt.' };
  const known = await knownKey(kept.key, key);
  if (!known.ok) return { ...none, problem: known.problem };
  const { fingerprint } = known.value;
  const found = await verifyReceipt(kept.proof, { record: [known.value.key] });
  if (!found.ok) return { ...none, key: fingerprint, problem: found.problem };
  const problem = await wrongOpening(found.value, kept.openings);
  const { checkpoint, entry, index } = found.value;
  return {
    ...none,
    ok: problem === null,
    problem,
    number: index + 1,
    size: checkpoint.size,
    origin: checkpoint.origin,
    act: entry?.act ?? null,
    texts: Object.fromEntries(kept.openings.map(({ field, text: words }) => [field, words])),
    key: fingerprint,
  };
}

async function wrongOpening(
  { entry }: ReceiptFinding,
  openings: KeptReceipt['openings'],
): Promise<string | null> {
  if (!entry) return 'It does not carry its entry.';
  for (const { field, text, salt } of openings) {
    const commitment = Object.hasOwn(entry.commitments, field) ? entry.commitments[field] : '';
    const opening = { text, salt: fromHex(salt) ?? new Uint8Array() };
    if (!(await opens(fromHex(commitment ?? '') ?? new Uint8Array(), opening))) {
      return `The entry does not commit to its text “${field}”.`;
    }
  }
  return null;
}
