import { createMemberStore } from './memberStore';
import { expected, type KeptReceipt, parseReceipts } from './receipt';

/** Receipts are there for when something is denied. */
const receipts = createMemberStore<readonly KeptReceipt[]>({
  name: 'clarion:receipts',
  none: [],
  parse: parseReceipts,
});

export const openReceipts = receipts.open;

/** Something was sent from here: its receipt is to be fetched as soon as there is one. */
export function expectReceipt(contributionId: string): void {
  const all = receipts.get();
  if (!receipts.hasOwner() || all.some((one) => one.contributionId === contributionId)) return;
  receipts.keep([...all, expected(contributionId)]);
}

/** Keeps a receipt with what came of checking it. */
export function keepReceipt(kept: KeptReceipt): void {
  const others = receipts.get().filter((one) => one.contributionId !== kept.contributionId);
  receipts.keep([...others, kept]);
}

export const useReceiptsKept = receipts.use;
