import { fromHex, isSame, toHex } from './bytes.js';
import { type Opening, opens } from './commitment.js';
import { type Entry, entryHash, NO_ENTRY } from './entry.js';
import { append, type CompactTree, EMPTY_TREE, rootOf } from './merkle/tree.js';
import type { TreeHead } from './merkle/verify.js';

/** An entry as it is kept or exported, with what was kept beside it. */
export interface KeptEntry {
  entry: Entry;
  /** Its hash as it was kept, in hexadecimal: so the entry itself is named where it was changed. */
  hash?: string;
  /** By name, what opens its commitments. Those of erased texts are not there, which breaks nothing. */
  texts?: Readonly<Record<string, Opening>>;
}

/** The chain holds, with the tree over it and the hash of the last entry; or where it first breaks, and why. */
export type ChainFinding = { ok: true; size: number; last: string; tree: CompactTree } | Broken;

interface Broken {
  ok: false;
  number: number;
  problem: string;
}

/** How far the check has come. */
interface Walk {
  tree: CompactTree;
  last: string;
  /** Up to where a signed head has confirmed the entries. */
  confirmed: number;
}

/**
 * Checks a chain from its first entry on: numbers without gaps, each entry the hash of the one before,
 * each as it was hashed, every text that is there as it was committed to; and under each of `heads`
 * (from signed checkpoints, in any order) exactly the entries that it was signed over. The first broken
 * entry is named; where only a head tells, the first of the entries among which it must be. Without
 * heads two things cannot be seen: entries missing at the end, and a chain made anew from some entry on.
 * `entries` are taken one at a time, so they need not be in memory. Never throws for what entries hold.
 */
export async function verifyChain(
  entries: Iterable<KeptEntry> | AsyncIterable<KeptEntry>,
  heads: readonly TreeHead[] = [],
): Promise<ChainFinding> {
  const due = heads.toSorted((a, b) => a.size - b.size);
  let walk: Walk = { tree: EMPTY_TREE, last: NO_ENTRY, confirmed: 0 };
  let problem = await confirm(walk, due);
  if (problem) return problem;
  for await (const kept of entries) {
    const hash = await hashOf(kept.entry);
    if (typeof hash === 'string') return broken(walk.tree.size + 1, hash);
    problem = await checkEntry(walk, kept, toHex(hash));
    if (problem) return problem;
    const { tree } = await append(walk.tree, hash);
    walk = { ...walk, tree, last: toHex(hash) };
    problem = await confirm(walk, due);
    if (problem) return problem;
  }
  const { size } = walk.tree;
  const [missing] = due;
  if (missing) {
    const counted = `a checkpoint was signed over ${missing.size} entries, and ${size} are here`;
    return broken(size + 1, `It is missing: ${counted}.`);
  }
  return { ok: true, size, last: walk.last, tree: walk.tree };
}

function broken(number: number, problem: string): Broken {
  return { ok: false, number, problem };
}

/** The hash of an entry, or why it has none. */
async function hashOf(entry: Entry): Promise<Uint8Array | string> {
  try {
    return await entryHash(entry);
  } catch (error) {
    return error instanceof Error ? error.message : 'It is no entry.';
  }
}

async function checkEntry(walk: Walk, kept: KeptEntry, hash: string): Promise<Broken | null> {
  const { entry } = kept;
  const due = walk.tree.size + 1;
  if (entry.number !== due) {
    const other = entry.number > due ? 'It is missing' : 'It is not in its place';
    return broken(due, `${other}: entry ${entry.number} stands here.`);
  }
  if (kept.hash !== undefined && kept.hash !== hash) {
    return broken(due, 'It is not what was hashed when it was entered.');
  }
  if (entry.previous !== walk.last) return brokenLink(kept, due);
  const text = await wrongText(kept);
  return text === null ? null : broken(due, text);
}

/** A link does not fit. Where the later entry is as it was hashed, the earlier one is the changed one. */
function brokenLink({ hash }: KeptEntry, number: number): Broken {
  if (number === 1) return broken(1, 'It names an entry before it, and there is none.');
  if (hash === undefined)
    return broken(number, `It does not follow entry ${number - 1} as that stands.`);
  return broken(number - 1, `It is not the entry that entry ${number} followed.`);
}

async function wrongText({ entry, texts = {} }: KeptEntry): Promise<string | null> {
  for (const [name, opening] of Object.entries(texts)) {
    const hex = Object.hasOwn(entry.commitments, name) ? entry.commitments[name] : undefined;
    if (hex === undefined) return `Nothing was committed to for its text “${name}”.`;
    if (!(await opens(fromHex(hex) ?? new Uint8Array(), opening))) {
      return `Its text “${name}” is not the one that was committed to.`;
    }
  }
  return null;
}

/** Holds the tree so far against the heads of its size, which are taken from the list. */
async function confirm(walk: Walk, due: TreeHead[]): Promise<Broken | null> {
  while (due[0] && due[0].size <= walk.tree.size) {
    const { size, root } = due[0];
    if (!isSame(root, await rootOf(walk.tree))) {
      const first = walk.confirmed + 1;
      const among = first < size ? `One of the entries ${first} to ${size}` : 'It';
      return broken(first, `${among} is not what the checkpoint of ${size} was signed over.`);
    }
    walk.confirmed = size;
    due.shift();
  }
  return null;
}
