import { hash } from 'node:crypto';
import { type ListTree, treeOverList } from '@clarion/record';
import { inThread } from '../jobs/thread.js';

/** Bytes of a commitment, as of any hash. */
export const COMMITMENT_BYTES = 32;

/** Bytes of a list that are hashed here, in two milliseconds: for less a thread takes longer to start. */
const FEW = 1_024 * COMMITMENT_BYTES;

const MAKER = new URL('./batch-tree.worker.mjs', import.meta.url);

/** The tree over commitments that stand one after the other, made here and at once. */
export const treeHere = (commitments: Uint8Array): ListTree =>
  treeOverList(commitments, (bytes) => hash('sha256', bytes, 'buffer'));

/** The same; of a long list in a thread, so that votes are taken and pages are answered meanwhile. */
export const treeOver = async (commitments: Uint8Array, signal?: AbortSignal): Promise<ListTree> =>
  commitments.length <= FEW
    ? treeHere(commitments)
    : inThread<ListTree>(MAKER, commitments, { signal });
