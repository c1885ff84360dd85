import type { Choice } from '@clarion/deliberation';
import { Link } from 'react-router';
import { type FragmentType, getFragmentData, graphql } from '../../graphql/generated';
import { paths } from '../../paths';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import type { Chosen } from './choosing';

const ChoosableItemFragment = graphql(`
  fragment ChoosableItem on Proposal {
    id
    number
    statement
    author {
      name
      clpName
    }
    onBehalfOf {
      id
      name
    }
    myVote {
      choice
    }
  }
`);

interface Props {
  proposal: FragmentType<typeof ChoosableItemFragment>;
  isChosen: boolean;
  /** Nothing more fits on the list. */
  isFull: boolean;
  /** Left out for whoever may only look. */
  onPress?: (item: Chosen, button: HTMLElement) => void;
}

const said: Record<Choice, { word: string; ink: string }> = {
  agree: { word: 'You agreed', ink: 'text-agree' },
  disagree: { word: 'You disagreed', ink: 'text-disagree' },
  pass: { word: 'You passed', ink: 'text-pass' },
};

/** A proposal that can be chosen: what it says, whose it is, what one said to it. */
export function ChoosableItem({ proposal, isChosen, isFull, onPress }: Props) {
  const one = getFragmentData(ChoosableItemFragment, proposal);
  const own = one.myVote?.choice && said[one.myVote.choice];
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-5 gap-y-1.5 border-b border-rule py-4">
      <p className="col-span-2 font-head text-[1.1875rem] leading-snug font-[650] text-pretty sm:col-span-1">
        <Link
          to={paths.proposal(one.id)}
          className="inline-block py-0.5 text-ink no-underline hover:underline"
        >
          {one.statement}
        </Link>
      </p>
      <p className="text-small text-ink-2 sm:row-start-2">
        <span className="tabular-nums">No. {one.number}</span> by {one.author.name}
        {one.author.clpName && `, ${one.author.clpName}`}
        {one.onBehalfOf && `, for ${one.onBehalfOf.name}`}
        {own && (
          <span className={`block font-[650] sm:ml-3 sm:inline-block ${own.ink}`}>
            {one.myVote?.choice && <Icon name={one.myVote.choice} />} {own.word}
          </span>
        )}
      </p>
      {onPress && (
        <Button
          size="small"
          variant={isChosen ? 'primary' : isFull ? 'bare' : 'line'}
          icon={isChosen ? 'agree' : undefined}
          aria-label={`${isChosen ? 'Chosen, remove' : 'Choose'}: ${one.statement}`}
          className="self-end justify-self-end sm:row-span-2 sm:row-start-1 sm:self-center"
          onClick={(event) =>
            onPress({ id: one.id, statement: one.statement }, event.currentTarget)
          }
        >
          {isChosen ? 'Chosen' : 'Choose'}
        </Button>
      )}
    </li>
  );
}
