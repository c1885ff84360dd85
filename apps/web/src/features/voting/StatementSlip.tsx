import type { Choice } from '@clarion/deliberation';
import { lazy, Suspense } from 'react';
import { Choices } from '../../ui/Choices';
import { DateText } from '../../ui/DateText';
import { Details } from '../../ui/Details';
import { Icon } from '../../ui/Icon';
import { Notice } from '../../ui/Notice';
import { listOf } from '../../ui/numbers';
import { Slip } from '../../ui/Slip';
import type { Card } from './deck';

/** The comparison of words is only needed where some have changed. */
const WordDiff = lazy(() => import('../../ui/WordDiff'));

interface Props {
  card: Card;
  onChoose: (choice: Choice) => void;
  showKeys: boolean;
}

const saidWords: Record<Choice, string> = {
  agree: 'agreed',
  disagree: 'disagreed',
  pass: 'passed',
};

/** One statement: who wrote it, what bodies know about it, and three answers. */
export function StatementSlip({ card, onChoose, showKeys }: Props) {
  const { id, statement, author, onBehalfOf, createdAt, evidence, said, earlier } = card;
  return (
    <>
      {earlier && said && (
        <div className="mb-4">
          <Notice title={`The words have changed since you ${saidWords[said]}`}>
            <Suspense fallback={<p>Before: “{earlier.statement}”</p>}>
              <WordDiff before={earlier.statement} after={statement} />
            </Suspense>
            {earlier.reason && <p className="text-small">Why it changed: {earlier.reason}</p>}
            <p className="text-small">Say it again for the new words, or change your answer.</p>
          </Notice>
        </div>
      )}
      <Slip
        id={id}
        statement={statement}
        byline={
          <>
            Written by <b>{author.name}</b>
            {author.clpName && <>, {author.clpName}</>}
            {onBehalfOf && <>, for {onBehalfOf}</>}, on <DateText iso={createdAt} style="short" />
          </>
        }
      >
        {evidence.length > 0 && <EvidenceFrom evidence={evidence} />}
        <Choices onChoose={onChoose} chosen={said ?? undefined} showKeys={showKeys} />
      </Slip>
    </>
  );
}

function EvidenceFrom({ evidence }: Pick<Card, 'evidence'>) {
  const bodies = [...new Set(evidence.map(({ from }) => from))];
  return (
    <Details
      className="[&>summary]:rounded-3xl [&>summary]:bg-evidence-wash [&>summary]:py-1 [&>summary]:pr-4 [&>summary]:pl-3 [&>summary]:text-small [&>summary]:leading-tight [&>summary]:font-normal [&>summary]:text-evidence [&>summary]:no-underline"
      summary={
        <span className="flex items-center gap-2">
          <Icon name="evidence" />
          <span>Evidence from {listOf(bodies)}</span>
        </span>
      }
    >
      <ul className="space-y-2 border-l-4 border-evidence pl-3 text-small">
        {evidence.map((piece) => (
          <li key={piece.id}>
            {piece.claim} <span className="text-ink-2">{piece.from}</span>
          </li>
        ))}
      </ul>
    </Details>
  );
}
