/** A member's own proof that what they sent is in the record, with what opens it. */
export interface Receipt {
  contributionId: string;
  /** Of its entry. */
  number: number;
  /** C2SP tlog-proof. */
  proof: string;
  /** The open half of the key that signed: a C2SP vkey. */
  key: string;
  openings: { field: string; text: string; salt: string }[];
}

/** What this browser keeps about something that was sent from it. */
export interface KeptReceipt {
  contributionId: string;
  /** None until the record was signed over it. */
  receipt: Receipt | null;
  /** When it was checked here, ISO 8601. */
  checkedAt: string | null;
  /** What is wrong with it; none when it is sound. */
  problem: string | null;
}

export const expected = (contributionId: string): KeptReceipt => ({
  contributionId,
  receipt: null,
  checkedAt: null,
  problem: null,
});

const isText = (value: unknown): value is string => typeof value === 'string';

function isReceipt(value: unknown): value is Receipt {
  if (typeof value !== 'object' || value === null) return false;
  const { contributionId, number, proof, key, openings } = value as Partial<Receipt>;
  return (
    [contributionId, proof, key].every(isText) &&
    typeof number === 'number' &&
    Array.isArray(openings) &&
    openings.every(({ field, text, salt }) => [field, text, salt].every(isText))
  );
}

function isKept(value: unknown): value is KeptReceipt {
  if (typeof value !== 'object' || value === null) return false;
  const { contributionId, receipt, checkedAt, problem } = value as Partial<KeptReceipt>;
  return (
    isText(contributionId) &&
    (receipt === null || isReceipt(receipt)) &&
    (checkedAt === null || isText(checkedAt)) &&
    (problem === null || isText(problem))
  );
}

/** What the browser kept. What cannot be read is left out: it may come from another version. */
export function parseReceipts(text: string | null): KeptReceipt[] {
  try {
    const kept: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(kept) ? kept.filter(isKept) : [];
  } catch {
    return [];
  }
}
