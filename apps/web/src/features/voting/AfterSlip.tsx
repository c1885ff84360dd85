import { paths } from '../../paths';
import { Button, ButtonLink } from '../../ui/Button';
import { plural } from '../../ui/numbers';
import { type Deck, said } from './deck';
import { HowOthersVoted } from './HowOthersVoted';

interface Props {
  deck: Deck;
  refused: ReadonlyMap<string, string>;
  /** Left out where votes are final. */
  onUndo?: () => void;
  showKeys: boolean;
}

/** Below the slip: undo, the argument, and how others voted on the last one. */
export function AfterSlip({ deck, refused, onUndo, showKeys }: Props) {
  const card = deck.upcoming[0];
  const last = deck.answered.at(-1);
  return (
    <>
      <div className="mt-3 flex flex-wrap justify-between gap-x-4">
        {last && onUndo ? (
          <Button
            variant="bare"
            icon="undo"
            aria-keyshortcuts={showKeys ? 'U' : undefined}
            onClick={onUndo}
          >
            Undo your last: {last.choice}
            {showKeys && (
              <span className="key hidden desk:inline-block" aria-hidden="true">
                U
              </span>
            )}
          </Button>
        ) : (
          <span />
        )}
        {card && (
          <ButtonLink variant="bare" icon="comment" to={paths.proposal(card.id)}>
            Read the argument
            {card.commentCount > 0 && ` (${plural(card.commentCount, 'comment')})`}
          </ButtonLink>
        )}
      </div>
      {last && (
        <section aria-label="Your last answer" className="mt-5 border-y border-rule py-4">
          <p className="mb-2 text-small">
            {said[last.choice]}: <span className="text-ink-2">“{last.card.statement}”</span>
          </p>
          <HowOthersVoted proposalId={last.card.id} refused={refused.get(last.card.id)} />
        </section>
      )}
    </>
  );
}
