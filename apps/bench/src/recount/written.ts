/** A bundle that was written, and what it took. */
export interface Written {
  milliseconds: number;
  zipBytes: number;
  /** Of all files, unpacked. */
  bytes: number;
  votes: number;
  lenses: string[];
  /** What vouches for it: the fingerprint of the key, and the manifest's SHA-256. */
  key: string;
  manifestSha256: string;
}
