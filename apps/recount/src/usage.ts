import { parseArgs } from 'node:util';
import { LENS_IDS, type LensId } from '@clarion/deliberation';

export const HELP = `Usage: recount <bundle.zip or folder> [options]
       recount matrix <folder or matrix.zip> [options]
       recount verify-record <record.zip or folder> [--key <key>] [--json]
       recount verify-receipt <receipt> [--key <key>] [--json]

Recounts a published round from its files alone and compares: signature, hashes, counts, and every
order that the bundle allows, byte for byte. The last line is "identical" or the first difference.

  --lens <lens>        only this lens (${LENS_IDS.join(', ')})
  --explain <number>   why proposal <number> is where it is, in three answers with their numbers
  --leave-out <CLP>    the order by support without the published votes of one CLP
  --key <fingerprint>  the key that must have signed, as you know it from elsewhere
  --json               everything as JSON
  --help               this

"recount matrix" is for scrutineers: it finds the opinion groups anew from the matrix of people and
proposals, and makes all that the round published from it. It also takes the export of a Polis
conversation: counts, groups, and how far they agree with the published groups.

  --bundle <bundle>    the public bundle, so that a difference is shown by its line

"recount verify-record" checks an exported record: every entry, the chain, the tree under every
checkpoint, every signature. The last line is "holds", or the first entry that is wrong and why.
"recount verify-receipt" checks what a browser kept of something that was sent, or of votes, by itself.
A receipt of a vote that was kept with what opens it also says which vote it is.

  --key <key>          the record's key as you know it from elsewhere: the line that /record/key
                       shows, or its SHA-256 fingerprint

Exit code: 0 identical, holds; 1 different, broken or unreadable; 2 wrong usage.`;

/** What was asked for. */
export interface Usage {
  /** A bundle, the scrutineers' folder or a Polis export, an exported record, a receipt. */
  what: 'bundle' | 'matrix' | 'record' | 'receipt';
  path: string;
  lens?: LensId;
  explain?: number;
  leaveOut?: string;
  key?: string;
  bundle?: string;
  json: boolean;
}

type What = Usage['what'];

const COMMANDS: Record<string, What | undefined> = {
  matrix: 'matrix',
  'verify-record': 'record',
  'verify-receipt': 'receipt',
};

/** Options that each takes, beside --help. */
const TAKES: Record<What, readonly string[]> = {
  bundle: ['lens', 'explain', 'leave-out', 'key', 'json'],
  matrix: ['bundle', 'key', 'json'],
  record: ['key', 'json'],
  receipt: ['key', 'json'],
};

const ASKS_FOR: Record<What, string> = {
  bundle: 'Name a bundle or a folder.',
  matrix: 'Name a bundle or a folder.',
  record: 'Name an exported record: a zip or a folder.',
  receipt: 'Name the file of a receipt.',
};

/** Said on the way out with code 2. */
export class WrongUsage extends Error {}

/** Reads the command line; null when help was asked for. Throws WrongUsage in plain words. */
export function readUsage(args: readonly string[]): Usage | null {
  const { values, positionals } = parsed(args);
  if (values.help) return null;
  const named = COMMANDS[positionals[0] ?? ''];
  const what = named ?? 'bundle';
  const [path, ...more] = named ? positionals.slice(1) : positionals;
  if (path === undefined) throw new WrongUsage(ASKS_FOR[what]);
  if (more.length > 0)
    throw new WrongUsage(`One at a time: I do not know what "${more[0]}" is for.`);
  const lens = LENS_IDS.find((id) => id === values.lens || id.startsWith(`${values.lens}@`));
  if (values.lens !== undefined && !lens) {
    throw new WrongUsage(`There is no lens "${values.lens}"; there are ${LENS_IDS.join(', ')}.`);
  }
  const explain = values.explain === undefined ? undefined : Number(values.explain);
  if (explain !== undefined && !(Number.isSafeInteger(explain) && explain >= 0)) {
    throw new WrongUsage(`--explain takes the number of a proposal, not "${values.explain}".`);
  }
  const misplaced = Object.keys(values).find((name) => !TAKES[what].includes(name));
  if (misplaced !== undefined) {
    throw new WrongUsage(
      misplaced === 'bundle'
        ? '--bundle is only for "recount matrix".'
        : `--${misplaced} is not for "recount ${positionals[0]}".`,
    );
  }
  return {
    what,
    path,
    lens,
    explain,
    leaveOut: values['leave-out'],
    key: values.key,
    bundle: values.bundle,
    json: values.json ?? false,
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        lens: { type: 'string' },
        explain: { type: 'string' },
        'leave-out': { type: 'string' },
        key: { type: 'string' },
        bundle: { type: 'string' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new WrongUsage(error instanceof Error ? error.message : String(error));
  }
}
