import { useEffect, useRef } from 'react';
import { paths } from '../../paths';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { ProgressBar } from '../../ui/ProgressBar';
import { useViewer } from '../accounts/viewer';
import { keptVotes } from '../record/keptVotes';
import { placeOf, voteReceipts } from '../record/voteReceipts';
import { RecountResult } from './RecountResult';
import type { RecountFault } from './report';
import { useRecount } from './useRecount';

interface Props {
  roundId: string;
  number: number;
  manifestSha256: string;
  signedBy: string;
  /** Whether the address asks for it: then it begins by itself. */
  isAsked: boolean;
  proposalId: string | null;
  onAsk: (isAsked: boolean) => void;
}

/** Recount in this browser: the same functions as ran here, on the published data alone. */
export function RecountPanel(props: Props) {
  const { roundId, number, manifestSha256, signedBy, isAsked, proposalId, onAsk } = props;
  const { state, start, cancel } = useRecount();
  const button = useRef<HTMLButtonElement>(null);
  const begin = () =>
    start({
      url: paths.downloadBundle(roundId),
      manifestSha256,
      key: signedBy,
      proposalId,
      kept: keptVotes().map((vote) => ({
        ...vote,
        batch: placeOf(vote.commitment, voteReceipts())?.batch.batch ?? null,
      })),
    });
  const began = useRef(begin);
  useEffect(() => {
    began.current = begin;
  });
  // Whose votes are kept here is known only with who is signed in.
  const isKnown = useViewer() !== undefined;
  useEffect(() => {
    if (isAsked && isKnown) began.current();
  }, [isAsked, isKnown]);
  const ask = () => {
    if (isAsked) begin();
    else onAsk(true);
  };
  return (
    <section
      id={`recount-${number}`}
      aria-labelledby={`recount-${number}-head`}
      className="scroll-mt-4 space-y-3"
    >
      <h3 id={`recount-${number}-head`} tabIndex={-1} className="text-h4">
        Recount in this browser<span className="sr-only">: round {number}</span>
      </h3>
      {state.at === 'rest' && (
        <p className="max-w-measure text-small text-ink-2">
          Fetches the published data, checks its hashes and signature, and works out every order
          again, on your own device. It also looks for the votes that you cast in this browser.
          Nothing is sent anywhere.
        </p>
      )}
      {state.at === 'working' && <ProgressBar {...state.progress} />}
      {state.at === 'done' && <RecountResult report={state.report} />}
      {state.at === 'failed' && <Failed fault={state.fault} roundId={roundId} />}
      {state.at === 'working' ? (
        <Button
          variant="line"
          size="small"
          icon="close"
          onClick={() => {
            cancel();
            onAsk(false);
            button.current?.focus();
          }}
        >
          Cancel
        </Button>
      ) : (
        <Button ref={button} variant="line" size="small" icon="recount" onClick={ask}>
          {state.at === 'rest' ? 'Recount' : state.at === 'done' ? 'Recount again' : 'Try again'}
          <span className="sr-only"> round {number} in this browser</span>
        </Button>
      )}
    </section>
  );
}

/** What went wrong, and the other way to the same. */
function Failed({ fault, roundId }: { fault: RecountFault; roundId: string }) {
  const { title, advice } = sayFault(fault);
  return (
    <Notice tone="error" title={title} live>
      <p>
        {advice}{' '}
        <a href={paths.downloadBundle(roundId)} download>
          Download the data
        </a>{' '}
        to check it on a computer.
      </p>
    </Notice>
  );
}

function sayFault(fault: RecountFault): { title: string; advice: string } {
  switch (fault.kind) {
    case 'network':
      return {
        title: 'The data could not be fetched',
        advice: 'You may be offline. Nothing was recounted; try again when you are connected.',
      };
    case 'status':
      return {
        title: 'The server did not give out the data',
        advice: `It answered with ${fault.status}. Nothing was recounted; try again in a while.`,
      };
    case 'not_a_bundle':
      return {
        title: 'What came is not the data of a round',
        advice: `${fault.says} Nothing was recounted.`,
      };
    case 'no_worker':
      return {
        title: 'This browser is too old to recount',
        advice: 'It cannot work in the background. A newer one can;',
      };
    case 'not_secure':
      return {
        title: 'This page was not opened over https',
        advice: 'Browsers check hashes only where nobody on the way can change the page.',
      };
    case 'fault':
      return {
        title: 'The recount stopped',
        advice: 'It may have run out of memory, or we made a mistake. Try again, or',
      };
  }
}
