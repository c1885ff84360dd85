import { expected, type KeptReceipt, parseReceipts } from './receipt';
import { createStore, useStore } from './store';

/** Receipts outlast signing out: they are there for when something is denied. Each member's stand apart. */
const nameOf = (memberId: string) => `clarion:receipts:${memberId}`;

const none: readonly KeptReceipt[] = [];
const receipts = createStore<readonly KeptReceipt[]>(none);
let owner: string | null = null;

/** Whose receipts are kept from now on; nobody's while nobody is signed in. */
export function openReceipts(memberId: string | null): void {
  if (owner === memberId) return;
  owner = memberId;
  let text: string | null = null;
  try {
    text = memberId && localStorage.getItem(nameOf(memberId));
  } catch {}
  receipts.set(memberId ? parseReceipts(text) : none);
}

/** Storage may be full or forbidden; then a receipt lives as long as the page, and can be asked for again. */
function keep(next: readonly KeptReceipt[]): void {
  receipts.set(next);
  if (owner === null) return;
  try {
    localStorage.setItem(nameOf(owner), JSON.stringify(next));
  } catch {}
}

/** Something was sent from here: its receipt is to be fetched as soon as there is one. */
export function expectReceipt(contributionId: string): void {
  const all = receipts.get();
  if (owner === null || all.some((one) => one.contributionId === contributionId)) return;
  keep([...all, expected(contributionId)]);
}

/** Keeps a receipt with what came of checking it. */
export function keepReceipt(kept: KeptReceipt): void {
  const others = receipts.get().filter((one) => one.contributionId !== kept.contributionId);
  keep([...others, kept]);
}

export const useReceiptsKept = (): readonly KeptReceipt[] => useStore(receipts, none);
