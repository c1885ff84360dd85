import type { Database, Statements } from '../api.js';

/** A node of a plan, as EXPLAIN (FORMAT JSON) tells it: https://www.postgresql.org/docs/17/sql-explain.html. */
interface Node {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Index Cond'?: string;
  'Join Type'?: string;
  Operation?: string;
  'CTE Name'?: string;
  'Subplan Name'?: string;
  Plans?: Node[];
}

export interface Plan {
  /** A line a node, indented by its depth; without costs, which differ by machine. */
  lines: string[];
  /** Tables that are read from end to end. */
  scanned: string[];
}

/** The columns an index is asked by: part of its key may be found many times as often as the whole. */
function askedBy({ 'Index Name': index, 'Index Cond': condition = '' }: Node): string {
  if (!index) return '';
  const columns = [...condition.matchAll(/\((\w+)(?:::\w+)? [=<>@]/g)].map(([, column]) => column);
  return ` using ${index}${columns.length > 0 ? ` (${columns.join(', ')})` : ''}`;
}

function say(node: Node): string {
  const { 'Node Type': type, 'Relation Name': table } = node;
  const under = node['Subplan Name'] ? `${node['Subplan Name']}: ` : '';
  const join = node['Join Type'] && node['Join Type'] !== 'Inner' ? ` (${node['Join Type']})` : '';
  const what = node.Operation && type === 'ModifyTable' ? node.Operation : type;
  const on = table ? ` on ${table}` : node['CTE Name'] ? ` on ${node['CTE Name']}` : '';
  return `${under}${what}${join}${askedBy(node)}${on}`;
}

function walk(node: Node, depth: number, plan: Plan): Plan {
  plan.lines.push(`${'  '.repeat(depth)}${say(node)}`);
  if (node['Node Type'] === 'Seq Scan' && node['Relation Name']) {
    plan.scanned.push(node['Relation Name']);
  }
  for (const below of node.Plans ?? []) walk(below, depth + 1, plan);
  return plan;
}

/** How Postgres would answer a statement with these values. Nothing is executed. */
export async function planOf(
  db: Statements,
  sql: string,
  values: readonly unknown[],
): Promise<Plan> {
  const [row] = await db.query<{ 'QUERY PLAN': { Plan: Node }[] }>(
    `EXPLAIN (FORMAT JSON) ${sql}`,
    values,
  );
  const [explained] = row?.['QUERY PLAN'] ?? [];
  if (!explained) throw new Error('EXPLAIN told nothing');
  return walk(explained.Plan, 0, { lines: [], scanned: [] });
}

/** Tables with so many rows that nothing hot may read all of them. */
export async function largeTables(db: Statements, rows: number): Promise<Set<string>> {
  const found = await db.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class
     WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND reltuples >= $1`,
    [rows],
  );
  return new Set(found.map(({ name }) => name));
}

/**
 * Pages of 8 kB that Postgres looks at to answer a statement: its work, whatever else the machine does. The
 * second time, when what the first one tidied is tidy; what the statement writes is taken back.
 */
export async function buffersOf(
  db: Database,
  sql: string,
  values: readonly unknown[],
): Promise<number> {
  let buffers = 0;
  const takenBack = new Error('taken back');
  const explain = async (tx: Statements) => {
    const [row] = await tx.query<{ 'QUERY PLAN': { Plan: Record<string, number> }[] }>(
      `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${sql}`,
      values,
    );
    const plan = row?.['QUERY PLAN'][0]?.Plan ?? {};
    buffers = (plan['Shared Hit Blocks'] ?? 0) + (plan['Shared Read Blocks'] ?? 0);
    throw takenBack;
  };
  for (const _time of [1, 2]) {
    await db.transaction(explain).catch((fault: unknown) => {
      if (fault !== takenBack) throw fault;
    });
  }
  return buffers;
}
