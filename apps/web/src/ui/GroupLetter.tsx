import { classes } from './classes';

interface Props {
  /** A to E. */
  letter: string;
  large?: boolean;
  /** Beside a heading that says it. */
  silent?: boolean;
}

/** The class that gives an opinion group its hatch and its colour. */
export function groupClass(letter: string): string {
  return `group-${letter.toLowerCase()}`;
}

/** An opinion group wherever it is named: its letter and its hatch, never a colour alone. */
export function GroupLetter({ letter, large, silent }: Props) {
  return (
    <span
      className={classes('group-letter', large && 'group-letter-large', groupClass(letter))}
      aria-hidden={silent}
    >
      <span className="sr-only">Group </span>
      <b>{letter}</b>
    </span>
  );
}
