import { useApolloClient } from '@apollo/client/react';
import { BATCH_MINUTES } from '@clarion/deliberation';
import { useEffect } from 'react';
import { useConnection } from '../../graphql/connection';
import { keptVotes } from './keptVotes';
import { openVoteReceipts, placeOf, voteReceipts } from './voteReceipts';

const A_BATCH = BATCH_MINUTES * 60_000;
/** After ten minutes are over the batch is made within one, and signed within another. */
const SIGNED = 2 * 60_000;

/**
 * Asks for the receipts of the votes that were cast in this browser: when it comes here, and whenever a
 * batch may have entered the record.
 */
export function useVoteReceipts(memberId: string | undefined): void {
  const client = useApolloClient();
  const isOnline = useConnection() === 'fine';
  useEffect(() => openVoteReceipts(memberId ?? null), [memberId]);
  useEffect(() => {
    if (!memberId || !isOnline) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isGone = false;
    const ask = async () => {
      if (keptVotes().some(({ commitment }) => !placeOf(commitment, voteReceipts()))) {
        // Hashes and signatures are not part of the first page.
        const { askVoteReceipts } = await import('./askVoteReceipts');
        // A fault is no news: it is asked again.
        await askVoteReceipts(client).catch(() => undefined);
      }
      if (!isGone)
        timer = setTimeout(() => void ask(), A_BATCH - ((Date.now() - SIGNED) % A_BATCH));
    };
    void ask();
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [client, isOnline, memberId]);
}
