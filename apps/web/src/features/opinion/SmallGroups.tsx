import { GroupLetter } from '../../ui/GroupLetter';
import { listOf } from '../../ui/numbers';

interface Props {
  /** Letters of the groups that are not shown: under ten people, or such a one could be worked out. */
  letters: readonly string[];
  mine: string | null;
}

/** Groups that are too small to be told anything about, together. */
export function SmallGroups({ letters, mine }: Props) {
  if (letters.length === 0) return null;
  const isOne = letters.length === 1;
  return (
    <div className="border-t-[6px] border-ink pt-4">
      <p className="flex flex-wrap gap-2" aria-hidden="true">
        {letters.map((letter) => (
          <span key={letter} id={`group-${letter}`}>
            <GroupLetter letter={letter} large />
          </span>
        ))}
      </p>
      <p className="mt-3">
        {isOne
          ? `Group ${listOf(letters)}: fewer than 10 people, so it is not broken down.`
          : `Groups ${listOf(letters)} are not broken down: fewer than 10 people are in at least one of them, and alone it could be worked out from the rest.`}
        {mine && letters.includes(mine) && (
          <span className="print:hidden"> You vote most like group {mine}.</span>
        )}
      </p>
    </div>
  );
}
