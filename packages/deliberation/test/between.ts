/** What an attacker knows of the counts of one choice in one cell at each table. */
export interface KnownCell {
  /** The count as it is; what is possible is asked about it. */
  now: readonly number[];
  /** By table: the least and the most that it can be, for what is told of it. */
  least: readonly number[];
  most: readonly number[];
}

interface Edge {
  from: number;
  to: number;
  least: number;
  most: number;
  flow: number;
}

/** How far the flow through an edge can be raised, or lowered, with all others within their bounds. */
function slack(edges: readonly Edge[], nodes: number, edge: Edge, sign: 1 | -1): number {
  const flow = edges.map((each) => each.flow);
  const [start, end] = sign > 0 ? [edge.to, edge.from] : [edge.from, edge.to];
  let left = sign > 0 ? edge.most - edge.flow : edge.flow - edge.least;
  let pushed = 0;
  const room = (at: number, forwards: boolean) => {
    const each = edges[at] as Edge;
    return forwards ? each.most - (flow[at] as number) : (flow[at] as number) - each.least;
  };
  while (left > 0) {
    const came: ({ at: number; forwards: boolean } | null | undefined)[] = new Array(nodes);
    came[start] = null;
    const open = [start];
    for (
      let node = open.shift();
      node !== undefined && came[end] === undefined;
      node = open.shift()
    ) {
      edges.forEach((each, at) => {
        if (each === edge) return;
        for (const forwards of [true, false]) {
          const [from, to] = forwards ? [each.from, each.to] : [each.to, each.from];
          if (from !== node || came[to] !== undefined || room(at, forwards) <= 0) continue;
          came[to] = { at, forwards };
          open.push(to);
        }
      });
    }
    if (came[end] === undefined) break;
    const path: { at: number; forwards: boolean }[] = [];
    for (let node = end; node !== start; ) {
      const step = came[node] as { at: number; forwards: boolean };
      path.push(step);
      const each = edges[step.at] as Edge;
      node = step.forwards ? each.from : each.to;
    }
    const push = Math.min(left, ...path.map(({ at, forwards }) => room(at, forwards)));
    for (const { at, forwards } of path)
      flow[at] = (flow[at] as number) + (forwards ? push : -push);
    left -= push;
    pushed += push;
  }
  return pushed;
}

export interface Range {
  least: number;
  most: number;
}

/** What is possible, by cell and table. */
interface Ranges {
  count: Range[][];
  /** Since the table before. */
  came: Range[][];
}

/**
 * The whole linear system of a sequence of tables, solved exactly in whole numbers: the sum of each table is
 * known, what is told of cells, and that nobody left. It is a flow: people come at each table, into cells,
 * and stay there; so the least and the most of each count, and of each difference, are those of a flow
 * through one edge, and every value between is possible.
 */
export function ranges(cells: readonly KnownCell[]): Ranges {
  const tables = cells[0]?.now.length ?? 0;
  const cellAt = (cell: number, table: number) => 1 + tables + cell * tables + table;
  const nodes = 1 + tables + cells.length * tables;
  const edges: Edge[] = [];
  const add = (from: number, to: number, least: number, most: number, flow: number) =>
    edges.push({ from, to, least, most, flow }) - 1;
  const count: number[][] = cells.map(() => []);
  const came: number[][] = cells.map(() => []);
  for (let table = 0; table < tables; table += 1) {
    let all = 0;
    cells.forEach(({ now, least, most }, cell) => {
      const here = now[table] as number;
      const fresh = here - (now[table - 1] ?? 0);
      all += fresh;
      const to = table + 1 < tables ? cellAt(cell, table + 1) : 0;
      const [low, high] = [least[table] as number, most[table] as number];
      (came[cell] as number[])[table] = add(1 + table, cellAt(cell, table), 0, 1e9, fresh);
      (count[cell] as number[])[table] = add(cellAt(cell, table), to, low, high, here);
    });
    add(0, 1 + table, all, all, all);
  }
  const rangeOf = (at: number): Range => {
    const edge = edges[at] as Edge;
    return {
      least: edge.flow - slack(edges, nodes, edge, -1),
      most: edge.flow + slack(edges, nodes, edge, 1),
    };
  };
  return {
    count: count.map((row) => row.map(rangeOf)),
    came: came.map((row) => row.map(rangeOf)),
  };
}
