import type { Choice } from '@clarion/deliberation';
import { type ReactNode, useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { paths } from '../../paths';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { plural } from '../../ui/numbers';
import type { Answered } from './deck';
import { HowOthersVoted } from './HowOthersVoted';

interface Props {
  title: string;
  children: ReactNode;
  /** What was answered since the last stop. */
  answered: readonly Answered[];
  refused: ReadonlyMap<string, string>;
  mayChange: boolean;
  onReopen: (id: string) => void;
  /** What one can do next, the main thing first. */
  actions: ReactNode;
}

/** A place to stop: what they said, and what others did. */
export function DeckStop(props: Props) {
  const { title, children, answered, refused, mayChange, onReopen, actions } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section aria-labelledby="stop">
      <div className="slip">
        <h2 id="stop" ref={heading} tabIndex={-1} className="outline-none focus:shadow-none">
          {title}
        </h2>
        <div className="mt-3 space-y-2">{children}</div>
        <div className="mt-6 flex flex-wrap gap-3">{actions}</div>
      </div>
      {answered.length > 0 && (
        <>
          <h2 className="mt-10 mb-3 text-h3">
            What you said to {plural(answered.length, 'statement')}
          </h2>
          <ol className="border-t-2 border-ink">
            {answered.map(({ card, choice }) => (
              <li key={card.id} className="border-b border-rule py-4">
                <div className="mb-2 flex flex-wrap items-start justify-between gap-x-4">
                  <p className="flex-1 basis-full sm:basis-0">
                    <Said choice={choice} />{' '}
                    <Link to={paths.proposal(card.id)}>{card.statement}</Link>
                  </p>
                  {mayChange && (
                    <Button
                      variant="bare"
                      size="small"
                      className="max-sm:-ml-2.5"
                      aria-label={`Change your answer to: ${card.statement}`}
                      onClick={() => onReopen(card.id)}
                    >
                      Change
                    </Button>
                  )}
                </div>
                <HowOthersVoted proposalId={card.id} refused={refused.get(card.id)} />
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

const inks: Record<Choice, string> = {
  agree: 'text-agree',
  disagree: 'text-disagree',
  pass: 'text-pass',
};
const words: Record<Choice, string> = {
  agree: 'You agreed:',
  disagree: 'You disagreed:',
  pass: 'You passed:',
};

function Said({ choice }: { choice: Choice }) {
  return (
    <b className={inks[choice]}>
      <Icon name={choice} /> {words[choice]}
    </b>
  );
}
