import type { ReactNode } from 'react';
import { type FragmentType, getFragmentData, graphql } from '../../graphql/generated';
import { GroupLetter } from '../../ui/GroupLetter';
import { plural } from '../../ui/numbers';

const OwnPlaceFragment = graphql(`
  fragment OwnPlace on OwnPlace {
    letter
    votesNeeded
  }
`);

interface Props {
  mine: FragmentType<typeof OwnPlaceFragment>;
  /** The way to vote, for whoever may. */
  action: ReactNode;
}

/** The viewer's own group, or what it takes. Not on paper: nobody else can see it. */
export function OwnPlace({ mine, action }: Props) {
  const { letter, votesNeeded } = getFragmentData(OwnPlaceFragment, mine);
  if (!letter && votesNeeded === 0) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-md bg-fold px-4 py-3.5 print:hidden">
      {letter ? (
        <>
          <GroupLetter letter={letter} large silent />
          <p className="min-w-0 flex-1">
            <b className="block">You vote most like group {letter}.</b>
            Nobody else can see this.
          </p>
        </>
      ) : (
        <>
          <p className="min-w-60 flex-1">
            <b className="block">
              {action
                ? `${plural(votesNeeded, 'more vote')}, and you see which group you vote most like.`
                : `You voted on too few statements to be compared: ${plural(votesNeeded, 'vote is', 'votes are')} missing.`}
            </b>
            Nobody else can see it.
          </p>
          {action}
        </>
      )}
    </div>
  );
}
