export {
  BALLOT_RANDOM_BYTES,
  type BallotOpening,
  ballotBytes,
  commitBallot,
  verifyOpening,
} from './ballot-commitment.js';
export { type BallotReceipt, type Batch, batchIn, verifyBallotReceipt } from './ballot-receipt.js';
export { fromBase64, fromHex, toBase64, toHex } from './bytes.js';
export { canonicalJson } from './canonical-json.js';
export { type ChainFinding, type KeptEntry, verifyChain } from './chain.js';
export {
  type Checkpoint,
  checkpointText,
  type KnownKeys,
  type OpenedCheckpoint,
  openCheckpoint,
  parseCheckpoint,
  signCheckpoint,
} from './checkpoint.js';
export { commit, type Opening, opens, SALT_BYTES } from './commitment.js';
export { type Entry, entryBytes, entryHash, NO_ENTRY, readEntry } from './entry.js';
export type { Finding, Wrong } from './finding.js';
export { emptyRoot, leafHash, nodeHash } from './merkle/hashes.js';
export { leafHashes, subtreesOver } from './merkle/in-memory.js';
export { KEPT_LEVEL, keptAt, type ListTree, type Sha256Now, treeOverList } from './merkle/list.js';
export {
  placesOfConsistency,
  placesOfInclusion,
  placesOfRoot,
  type SubtreePlace,
} from './merkle/places.js';
export {
  append,
  type CompactTree,
  consistencyProof,
  EMPTY_TREE,
  inclusionProof,
  joinSubtrees,
  type ReadSubtrees,
  rootOf,
  type Subtree,
  treeAt,
} from './merkle/tree.js';
export { type TreeHead, verifyConsistency, verifyInclusion } from './merkle/verify.js';
export {
  cosignNote,
  type Note,
  type NoteSignature,
  parseNote,
  type SignedBy,
  type Signer,
  signedBy,
  signNote,
  writeNote,
} from './note.js';
export { type KeyUse, keyId, type NoteKey, readKey, writeKey } from './note-key.js';
export { lengthPrefixed } from './parts.js';
export {
  type AdvanceFinding,
  makeReceipt,
  type ReceiptFinding,
  verifyAdvance,
  verifyReceipt,
} from './receipt.js';
export { sha256, sha256Hex } from './sha256.js';
export { keyFingerprint, publicKeyOf, sign, verify } from './signature.js';
export { parseTlogProof, type TlogProof, writeTlogProof } from './tlog-proof.js';
