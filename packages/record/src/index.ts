export { fromBase64, fromHex, toBase64, toHex } from './bytes.js';
export { canonicalJson } from './canonical-json.js';
export { type ChainFinding, type KeptEntry, verifyChain } from './chain.js';
export { commit, type Opening, opens, SALT_BYTES } from './commitment.js';
export { type Entry, entryBytes, entryHash, NO_ENTRY, readEntry } from './entry.js';
export type { Finding, Wrong } from './finding.js';
export { emptyRoot, leafHash, nodeHash } from './merkle/hashes.js';
export { subtreesOver } from './merkle/in-memory.js';
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
export { lengthPrefixed } from './parts.js';
export { sha256, sha256Hex } from './sha256.js';
export { keyFingerprint, publicKeyOf, sign, verify } from './signature.js';
