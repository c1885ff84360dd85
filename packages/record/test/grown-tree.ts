import { append, type CompactTree, EMPTY_TREE, leafHash, type ReadSubtrees } from '../src/index.js';
import { naiveTree } from './naive-tree.js';
import { bytesOf } from './vectors.js';

/** The leaves of the trees that are tested through and through: `leaf 0`, `leaf 1`, … */
export const MOST = 130;
export const DATA = Array.from({ length: MOST }, (_, index) => bytesOf(`leaf ${index}`));
export const SIZES = Array.from({ length: MOST }, (_, at) => at + 1);
export const NAIVE = naiveTree(DATA);

/** What a checkpoint would say of their tree at a size. */
export const head = (size: number) => ({ size, root: NAIVE.root(size) });
export const leavesOf = (data: readonly Uint8Array[]) => Promise.all(data.map(leafHash));

/** A tree grown leaf by leaf, with what is kept of it at each size. */
export async function grown(leaves: readonly Uint8Array[]) {
  const kept = new Map<string, Uint8Array>();
  const trees: CompactTree[] = [EMPTY_TREE];
  for (const leaf of leaves) {
    const { tree, completed } = await append(trees.at(-1) ?? EMPTY_TREE, leaf);
    for (const { level, index, hash } of completed) kept.set(`${level}/${index}`, hash);
    trees.push(tree);
  }
  const read: ReadSubtrees = (places) =>
    places.flatMap(({ level, index }) => kept.get(`${level}/${index}`) ?? []);
  return { trees, kept, read };
}
