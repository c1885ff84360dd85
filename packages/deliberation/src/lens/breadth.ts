/**
 * Votes on each proposal in each CLP, sparse: entry i is the votes of CLP `clp[i]` on proposal
 * `proposal[i]`. Each pair at most once, in any order.
 */
export interface Cells {
  proposal: Uint32Array;
  clp: Uint32Array;
  agree: Uint32Array;
  disagree: Uint32Array;
  pass: Uint32Array;
}

/** Where the CLPs lie. */
export interface Geography {
  /** The region of each CLP, by index; −1 for none. Its length is the number of CLPs. */
  regionOfClp: Int32Array;
  /** How many regions there are, those without votes included. */
  regionCount: number;
}

/** How far each proposal carries, by index. */
export interface Breadth {
  /** CLPs with any vote on it. */
  clps: Uint32Array;
  /** CLPs with enough voters on it, and those of them where agree beats disagree. */
  clpsCounted: Uint32Array;
  clpsCarried: Uint32Array;
  /** Regions with enough voters on it, and those of them where agree beats disagree. */
  regionsCounted: Uint32Array;
  regionsCarried: Uint32Array;
}

function checkCells(cells: Cells, proposals: number, geography: Geography): void {
  const { proposal, clp, agree, disagree, pass } = cells;
  const size = proposal.length;
  if ([clp, agree, disagree, pass].some((column) => column.length !== size)) {
    throw new RangeError('The columns of the cells differ in length.');
  }
  for (let i = 0; i < size; i++) {
    if ((proposal[i] as number) >= proposals) throw new RangeError(`Cell ${i} names no proposal.`);
    if ((clp[i] as number) >= geography.regionOfClp.length) {
      throw new RangeError(`Cell ${i} names no CLP.`);
    }
  }
}

/**
 * Counts, for each of `proposals` proposals, the CLPs and regions that carry it. A CLP or region with
 * fewer than `floor` voters (passes count) on a proposal carries nothing: the few who voted there
 * could be worked out from the score. Throws RangeError for cells that name no proposal or CLP.
 */
export function measureBreadth(
  cells: Cells,
  proposals: number,
  geography: Geography,
  floor: number,
): Breadth {
  checkCells(cells, proposals, geography);
  const { regionOfClp, regionCount } = geography;
  const column = () => new Uint32Array(proposals);
  const breadth: Breadth = {
    clps: column(),
    clpsCounted: column(),
    clpsCarried: column(),
    regionsCounted: column(),
    regionsCarried: column(),
  };
  const voters = new Float64Array(proposals * regionCount);
  const margin = new Float64Array(proposals * regionCount);
  for (let i = 0; i < cells.proposal.length; i++) {
    const p = cells.proposal[i] as number;
    const agree = cells.agree[i] as number;
    const disagree = cells.disagree[i] as number;
    const votes = agree + disagree + (cells.pass[i] as number);
    if (votes === 0) continue;
    bump(breadth.clps, p);
    if (votes >= floor) {
      bump(breadth.clpsCounted, p);
      if (agree > disagree) bump(breadth.clpsCarried, p);
    }
    const region = regionOfClp[cells.clp[i] as number] as number;
    if (region < 0) continue;
    const at = p * regionCount + region;
    voters[at] = (voters[at] as number) + votes;
    margin[at] = (margin[at] as number) + agree - disagree;
  }
  for (let at = 0; at < voters.length; at++) {
    if (voters[at] === 0 || (voters[at] as number) < floor) continue;
    const p = Math.floor(at / regionCount);
    bump(breadth.regionsCounted, p);
    if ((margin[at] as number) > 0) bump(breadth.regionsCarried, p);
  }
  return breadth;
}

function bump(column: Uint32Array, at: number): void {
  column[at] = (column[at] as number) + 1;
}

/**
 * `breadth@1` of one proposal, in [0, 1]: the mean of two shares. Of all regions, silent ones included,
 * those in which agree beats disagree; and of the CLPs with enough voters, those in which it does.
 * Where no CLP has enough voters, the share of regions alone; where there are no regions, the share of
 * CLPs alone; 0 when there is neither. Own definition, after `product.md`.
 */
export function breadthScore(
  regionsCarried: number,
  regionCount: number,
  clpsCarried: number,
  clpsCounted: number,
): number {
  const regions = regionCount > 0 ? regionsCarried / regionCount : null;
  const clps = clpsCounted > 0 ? clpsCarried / clpsCounted : null;
  if (regions === null) return clps ?? 0;
  return clps === null ? regions : (regions + clps) / 2;
}
