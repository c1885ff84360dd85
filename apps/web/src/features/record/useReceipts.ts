import type { ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useEffect } from 'react';
import { useConnection } from '../../graphql/connection';
import { graphql } from '../../graphql/generated';
import { keepReceipt, openReceipts, useReceiptsKept } from '../../receiptStore';

const ReceiptDocument = graphql(`
  query Receipt($contributionId: ID!) {
    receipt(contributionId: $contributionId) {
      contributionId
      number
      proof
      key
      openings {
        field
        text
        salt
      }
    }
  }
`);

/** Milliseconds between two questions for a receipt: the record is signed several times a minute. */
const AGAIN = 20_000;
/** Questions while a page is open; the next page asks again. */
const MOST = 30;

/** Asks for a receipt, checks it on this device and keeps it. Answers whether there was one. */
export async function fetchReceipt(client: ApolloClient, contributionId: string): Promise<boolean> {
  const { data } = await client.query({
    query: ReceiptDocument,
    variables: { contributionId },
    fetchPolicy: 'no-cache',
  });
  const given = data?.receipt;
  if (!given) return false;
  const { number, proof, key } = given;
  const openings = given.openings.map(({ field, text, salt }) => ({ field, text, salt }));
  const receipt = { contributionId, number, proof, key, openings };
  // Hashes and signatures are not part of the first page.
  const { checkReceipt } = await import('./checkReceipt');
  const problem = await checkReceipt(receipt);
  keepReceipt({ contributionId, receipt, checkedAt: new Date().toISOString(), problem });
  return true;
}

/** Fetches the receipts of what was sent from this browser, as soon as the record is signed over it. */
export function useReceipts(memberId: string | undefined): void {
  const client = useApolloClient();
  const isOnline = useConnection() === 'fine';
  const kept = useReceiptsKept();
  useEffect(() => openReceipts(memberId ?? null), [memberId]);
  const waiting = kept
    .filter(({ receipt }) => receipt === null)
    .map(({ contributionId }) => contributionId)
    .join(' ');
  useEffect(() => {
    if (!memberId || !isOnline || waiting === '') return;
    let asked = 0;
    const ask = async () => {
      asked += 1;
      if (asked >= MOST) clearInterval(clock);
      for (const id of waiting.split(' ')) {
        // A fault is no news: it is asked again.
        await fetchReceipt(client, id).catch(() => false);
      }
    };
    const clock = setInterval(() => void ask(), AGAIN);
    void ask();
    return () => clearInterval(clock);
  }, [client, isOnline, memberId, waiting]);
}
