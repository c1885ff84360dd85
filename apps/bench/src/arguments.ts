import { PlainError } from './plain-error.js';

export interface Wish<Name extends string> {
  /** What to measure, in the order of the house. */
  names: Name[];
  isQuick: boolean;
  wantsHelp: boolean;
}

/** What was asked for on the command line; no name means all. Throws PlainError for what is not known. */
export function readArguments<Name extends string>(
  args: readonly string[],
  known: readonly Name[],
): Wish<Name> {
  const wish = { isQuick: false, wantsHelp: false };
  const asked = new Set<Name>();
  for (const arg of args) {
    const name = known.find((other) => other === arg);
    if (name) asked.add(name);
    else if (arg === '--quick') wish.isQuick = true;
    else if (arg === '--help' || arg === '-h') wish.wantsHelp = true;
    else {
      throw new PlainError(
        `I do not know "${arg}". I can measure ${known.join(', ')}; --quick is shorter, --help says more.`,
      );
    }
  }
  return { ...wish, names: known.filter((name) => asked.size === 0 || asked.has(name)) };
}
