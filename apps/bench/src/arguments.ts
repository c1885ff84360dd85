import { PlainError } from './plain-error.js';

const MOST_MINUTES = 600;

export interface Wish<Name extends string> {
  /** What to measure, in the order of the house. */
  names: Name[];
  isQuick: boolean;
  /** How long to hold a load, where that was said. */
  minutes?: number;
  wantsHelp: boolean;
}

function minutesOf(text: string | undefined): number {
  const minutes = Number(text);
  if (minutes > 0 && minutes <= MOST_MINUTES) return minutes;
  throw new PlainError(`--minutes takes a number up to ${MOST_MINUTES}.`);
}

/** What was asked for on the command line; no name means all. Throws PlainError for what is not known. */
export function readArguments<Name extends string>(
  args: readonly string[],
  known: readonly Name[],
): Wish<Name> {
  const wish: Omit<Wish<Name>, 'names'> = { isQuick: false, wantsHelp: false };
  const asked = new Set<Name>();
  const left = [...args];
  for (let arg = left.shift(); arg !== undefined; arg = left.shift()) {
    const name = known.find((other) => other === arg);
    if (name) asked.add(name);
    else if (arg === '--quick') wish.isQuick = true;
    else if (arg === '--minutes') wish.minutes = minutesOf(left.shift());
    else if (arg === '--help' || arg === '-h') wish.wantsHelp = true;
    else {
      throw new PlainError(
        `I do not know "${arg}". I can measure ${known.join(', ')}; --quick is shorter, --help says more.`,
      );
    }
  }
  return { ...wish, names: known.filter((name) => asked.size === 0 || asked.has(name)) };
}
