import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { Link } from 'react-router';
import { paths } from '../../paths';
import { Button } from '../../ui/Button';
import { Checkbox } from '../../ui/Choose';
import { Details } from '../../ui/Details';
import { Icon } from '../../ui/Icon';
import { Notice } from '../../ui/Notice';
import { formatNumber, plural } from '../../ui/numbers';
import { SectionHead } from '../../ui/PageHeader';
import { saveFile } from '../../ui/saveFile';
import { type KeptVote, keptVotes } from './keptVotes';
import { savedVotes } from './savedVotes';
import { placeOf, useVoteReceiptsKept, type VoteReceipts } from './voteReceipts';

const CHOICES: Record<string, string> = {
  agree: 'You agreed',
  disagree: 'You disagreed',
  pass: 'You passed',
};

/** What this browser knows of a vote that was cast in it. */
type State = 'recorded' | 'waiting' | 'missing' | 'broken';

function stateOf({ commitment }: KeptVote, receipts: VoteReceipts): State {
  const place = placeOf(commitment, receipts);
  if (place) return place.batch.problem === null ? 'recorded' : 'broken';
  return receipts.missing.includes(commitment) ? 'missing' : 'waiting';
}

/** One's votes of this browser: which are in the record, and the receipts to keep. */
export function OwnVotes() {
  const receipts = useVoteReceiptsKept();
  const [withOpening, setWithOpening] = useState(false);
  // The latest first, as everything one did.
  const votes = keptVotes().reverse();
  if (votes.length === 0) return null;
  const states = new Map(votes.map((vote) => [vote.commitment, stateOf(vote, receipts)]));
  const standing = votes.filter(({ isLast }) => isLast);
  const countOf = (state: State) =>
    standing.filter(({ commitment }) => states.get(commitment) === state).length;
  const save = (some: readonly KeptVote[], name: string) =>
    saveFile(name, savedVotes(some, receipts, withOpening));
  const recorded = votes.filter(({ commitment }) => states.get(commitment) === 'recorded');
  const waiting = countOf('waiting');
  return (
    <section aria-labelledby="own-votes" className="mt-12">
      <SectionHead
        id="own-votes"
        title="My votes in the record"
        more={<Link to={`${paths.record()}#votes`}>What this shows</Link>}
      />
      <p className="-mt-2 mb-3 max-w-measure" role="status">
        {formatNumber(countOf('recorded'))} in the record
        {waiting > 0 &&
          `, ${formatNumber(waiting)} waiting: votes enter it together, those of at least ten people`}
        . These are the votes that you cast in this browser and that stand.
      </p>
      <Wrong votes={votes} states={states} />
      <Details
        summary={
          <>
            Each of them<span className="sr-only">: my votes</span>
          </>
        }
      >
        <ul className="border-t border-rule text-small">
          {votes.map((vote) => (
            <OwnVote
              key={vote.commitment}
              vote={vote}
              state={states.get(vote.commitment) ?? 'waiting'}
              batch={placeOf(vote.commitment, receipts)?.batch.batch ?? null}
              onSave={() => save([vote], `vote-${vote.commitment.slice(0, 8)}.json`)}
            />
          ))}
        </ul>
        <Checkbox
          label="Keep receipts with what opens them"
          hint="Whoever gets such a file can check how you voted. Without it a receipt says only that a vote is in the record."
          checked={withOpening}
          onChange={setWithOpening}
        />
      </Details>
      <div className="flex flex-wrap gap-x-4">
        {recorded.length > 0 && (
          <Button
            variant="line"
            size="small"
            icon="download"
            onClick={() => save(recorded, 'my-votes.json')}
          >
            Keep{' '}
            {recorded.length === 1
              ? 'the receipt'
              : `all ${formatNumber(recorded.length)} receipts`}
          </Button>
        )}
        {waiting > 0 && <AskAgain />}
      </div>
    </section>
  );
}

function AskAgain() {
  const client = useApolloClient();
  const [isAsking, setAsking] = useState(false);
  const ask = async () => {
    setAsking(true);
    // Hashes and signatures are not part of the first page.
    const { askVoteReceipts } = await import('./askVoteReceipts');
    await askVoteReceipts(client).catch(() => undefined);
    setAsking(false);
  };
  return (
    <Button
      variant="bare"
      size="small"
      className="-ml-2.5"
      pending={isAsking}
      pendingLabel="Asking"
      onClick={() => void ask()}
    >
      Ask for receipts<span className="sr-only"> of my votes</span>
    </Button>
  );
}

interface WrongProps {
  votes: readonly KeptVote[];
  states: ReadonlyMap<string, State>;
}

/** What must never come: a receipt that does not hold, or a vote that a batch passed over. */
function Wrong({ votes, states }: WrongProps) {
  const wrong = votes.filter(({ commitment }) =>
    ['missing', 'broken'].includes(states.get(commitment) ?? ''),
  );
  if (wrong.length === 0) return null;
  return (
    <div className="mb-4">
      <Notice
        tone="error"
        title={`${plural(wrong.length, 'vote')} of yours ${wrong.length === 1 ? 'is' : 'are'} not in the record as you cast ${wrong.length === 1 ? 'it' : 'them'}`}
      >
        <p>
          Later votes have entered the record, or the receipt does not hold. Keep what this browser
          has: do not empty its storage. Tell the party’s scrutineers and those who run this site;
          with what opens them you can show what you cast.
        </p>
      </Notice>
    </div>
  );
}

const SAYS: Record<State, string> = {
  recorded: 'In the record, checked in this browser',
  waiting: 'Waiting for the votes of at least ten people',
  missing: 'Not in the record, and later votes are',
  broken: 'The receipt does not hold',
};

interface OwnVoteProps {
  vote: KeptVote;
  state: State;
  /** The number of its batch; none while it waits. */
  batch: number | null;
  onSave: () => void;
}

function OwnVote({ vote, state, batch, onSave }: OwnVoteProps) {
  const { choice, statement, proposalId, isLast } = vote;
  const isWrong = state === 'missing' || state === 'broken';
  const name = statement ?? 'A proposal';
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 border-b border-rule py-2">
      <div className="min-w-[14rem] flex-1">
        <p>
          {CHOICES[choice] ?? 'You voted'}: <Link to={paths.proposal(proposalId)}>{name}</Link>
          {!isLast && ' (changed or taken back since)'}
        </p>
        <p className={isWrong ? 'font-[650] text-error' : 'text-ink-2'}>
          <Icon name={state === 'recorded' ? 'agree' : isWrong ? 'warning' : 'clock'} />{' '}
          {SAYS[state]}
          {batch !== null && `, batch ${formatNumber(batch)}`}
        </p>
      </div>
      {state === 'recorded' && (
        <Button variant="bare" size="small" icon="download" onClick={onSave}>
          Keep the receipt<span className="sr-only"> of my vote on {name}</span>
        </Button>
      )}
    </li>
  );
}
