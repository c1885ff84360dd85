import { parseArgs } from 'node:util';
import { LENS_IDS, type LensId } from '@clarion/deliberation';

export const HELP = `Usage: recount <bundle.zip or folder> [options]
       recount matrix <folder or matrix.zip> [options]

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

Exit code: 0 identical, 1 different or unreadable, 2 wrong usage.`;

/** What was asked for. */
export interface Usage {
  /** A bundle, or the scrutineers' folder or a Polis export. */
  what: 'bundle' | 'matrix';
  path: string;
  lens?: LensId;
  explain?: number;
  leaveOut?: string;
  key?: string;
  bundle?: string;
  json: boolean;
}

/** Said on the way out with code 2. */
export class WrongUsage extends Error {}

/** Reads the command line; null when help was asked for. Throws WrongUsage in plain words. */
export function readUsage(args: readonly string[]): Usage | null {
  const { values, positionals } = parsed(args);
  if (values.help) return null;
  const isMatrix = positionals[0] === 'matrix';
  const [path, ...more] = isMatrix ? positionals.slice(1) : positionals;
  if (path === undefined) throw new WrongUsage('Name a bundle or a folder.');
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
  const misplaced = isMatrix
    ? ['explain', 'leave-out', 'lens'].find((name) => name in values)
    : ['bundle'].find((name) => name in values);
  if (misplaced !== undefined) {
    throw new WrongUsage(`--${misplaced} is ${isMatrix ? 'not ' : 'only '}for "recount matrix".`);
  }
  return {
    what: isMatrix ? 'matrix' : 'bundle',
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
