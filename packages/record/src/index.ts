export { fromBase64, toBase64, toHex } from './bytes.js';
export { canonicalJson } from './canonical-json.js';
export { sha256, sha256Hex } from './sha256.js';
export { keyFingerprint, publicKeyOf, sign, verify } from './signature.js';
