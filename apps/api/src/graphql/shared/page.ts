import type { ExecutionResult } from 'graphql';
import type { RequestContext } from '../context.js';
import type { Loaders } from '../loader.js';
import { HOLE } from './cut.js';
import { type Hole, type Plan, partName } from './plan.js';

/** Loaders of rows that are equal for everybody: what they found for all they need not find for each. */
const EQUAL_FOR_ALL = ['bodies', 'members', 'consultations', 'proposals'];

/** The loaders of a filling: those of rows that are equal for everybody are the page's, also those it makes. */
class FillingLoaders extends Map<
  string,
  Loaders extends Map<string, infer Loader> ? Loader : never
> {
  constructor(
    private readonly ofPage: Loaders,
    ofViewer: Loaders,
  ) {
    super();
    for (const [name, loader] of [...ofPage, ...ofViewer]) super.set(name, loader);
  }

  override set(...[name, loader]: Parameters<Loaders['set']>): this {
    if (EQUAL_FOR_ALL.includes(name)) this.ofPage.set(name, loader);
    return super.set(name, loader);
  }
}

type Variables = Readonly<Record<string, unknown>>;

type Loading = Pick<RequestContext, 'loaders'>;

/** What of a reply is equal for everybody, as it is sent, with holes. */
export interface SharedPage {
  plan: Plan;
  variables: Variables;
  /** One more than there are holes. */
  pieces: readonly Buffer[];
  /** What goes between them, in their order: the place among the rows of a part. */
  holes: readonly { at: number; place: number }[];
  /** The rows that the holes stand in, by part. */
  rows: Readonly<Record<string, readonly unknown[]>>;
  /** From where they were read, and what found them. */
  forAll: Pick<RequestContext, 'db' | 'loaders'>;
  bytes: number;
  /** The whole reply for whoever is not signed in, once one of them asked. */
  forVisitors: Promise<Buffer | null> | null;
  /** The same, once it is there. */
  whole: Buffer | null;
}

const HOLE_IN_TEXT = new RegExp(`"${HOLE}\\d+":(\\d+)`);
const BEFORE = '{"data":';
/** Apollo ends its replies with a line break. */
const AFTER = '}\n';

/** The data of a reply in which nothing went wrong. */
function dataOf(result: ExecutionResult): Record<string, unknown> | null {
  return result.errors ? null : (result.data ?? null);
}

/** Pieces, and between each two of them a text. */
function between(pieces: readonly Buffer[], texts: readonly string[], bytes: number): Buffer {
  const all = texts.reduce((sum, text) => sum + Buffer.byteLength(text), bytes);
  const reply = Buffer.allocUnsafe(all);
  let at = 0;
  pieces.forEach((piece, index) => {
    at += piece.copy(reply, at);
    at += reply.write(texts[index] ?? '', at);
  });
  return reply;
}

/** Executes the shared half as `nobody`; null where something went wrong or is not there for nobody in particular. */
export async function makePage(
  plan: Plan,
  nobody: SharedPage['forAll'],
  variables: Variables,
): Promise<SharedPage | null> {
  const found: Hole[] = [];
  const data = dataOf(await plan.shared({}, { ...nobody, holes: found }, variables));
  if (!data || Object.values(data).includes(null)) return null;
  const cutText = (BEFORE + JSON.stringify(data) + AFTER).split(HOLE_IN_TEXT);
  const rows: Record<string, unknown[]> = {};
  for (let at = 0; at < plan.parts; at += 1) rows[partName(at)] = [];
  const holes: { at: number; place: number }[] = [];
  const pieces: Buffer[] = [];
  // By turns a piece of text and the number of the hole after it.
  cutText.forEach((text, index) => {
    if (index % 2 === 0) {
      pieces.push(Buffer.from(text));
      return;
    }
    const { at, row } = found[Number(text)] as Hole;
    const place = (rows[partName(at)] as unknown[]).push(row) - 1;
    holes.push({ at, place });
  });
  const bytes = pieces.reduce((sum, { length }) => sum + length, 0);
  const loaders = new Map([...nobody.loaders].filter(([name]) => EQUAL_FOR_ALL.includes(name)));
  const forAll = { db: nobody.db, loaders };
  return { plan, variables, pieces, holes, rows, forAll, bytes, forVisitors: null, whole: null };
}

/** The whole reply for whoever's `context` it is; null where something went wrong. */
export async function fillPage(page: SharedPage, context: Loading): Promise<Buffer | null> {
  const { plan, variables, pieces, holes, rows, forAll } = page;
  if (!plan.own) return pieces[0] ?? null;
  const loaders = new FillingLoaders(forAll.loaders, context.loaders);
  const data = dataOf(await plan.own(rows, { ...context, loaders, forAll }, variables));
  if (!data) return null;
  // Without its braces: it stands among other fields.
  const own = holes.map(({ at, place }) =>
    JSON.stringify((data[partName(at)] as unknown[])[place]).slice(1, -1),
  );
  return between(pieces, own, page.bytes);
}

/** The same for any visitor: what is each one's own is the same nothing for all of them. */
export function fillForVisitors(page: SharedPage, context: Loading): Promise<Buffer | null> {
  page.forVisitors ??= fillPage(page, context).then((reply) => {
    page.whole = reply;
    return reply;
  });
  return page.forVisitors;
}
