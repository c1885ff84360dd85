import { paths } from '../../paths';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { formatNumber, plural } from '../../ui/numbers';
import { ProgressBar } from '../../ui/ProgressBar';
import { saveFile } from '../../ui/saveFile';
import { keyName } from './keyName';
import type { RecordFault, RecordReport } from './recordCheck';
import { useRecordCheck } from './useRecordCheck';

/** Check it in this browser: every entry, the tree over them, the signature, and that it only grew. */
export function CheckRecord() {
  const { state, start, cancel, takeKey } = useRecordCheck();
  return (
    <section aria-labelledby="check" className="space-y-3">
      <h2 id="check">Check it in this browser</h2>
      {state.at === 'rest' && (
        <p className="max-w-measure">
          Fetches every entry, follows the chain from the first to the last, and holds it against
          what was signed, on your own device. It also remembers what was signed, so that next time
          it sees whether anything was changed or taken away since.
        </p>
      )}
      {state.at === 'working' && <ProgressBar {...state.progress} />}
      {state.at === 'done' && <Sound report={state.report} took={state.took} />}
      {state.at === 'failed' && <Failed fault={state.fault} onTakeKey={takeKey} />}
      {state.at === 'working' ? (
        <Button variant="line" size="small" icon="close" onClick={cancel}>
          Cancel
        </Button>
      ) : (
        <Button variant={state.at === 'rest' ? 'primary' : 'line'} icon="recount" onClick={start}>
          {state.at === 'rest' ? 'Check the record' : 'Check again'}
        </Button>
      )}
    </section>
  );
}

function Sound({ report, took }: { report: RecordReport; took: number }) {
  const { size, earlierSize, origin } = report;
  const grown = earlierSize === null ? 0 : size - earlierSize;
  return (
    <Notice tone="good" title={`The record holds: ${plural(size, 'entry', 'entries')}`} live>
      <p>
        Every entry follows the one before, and together they are what {origin} signed. It took{' '}
        {(took / 1000).toFixed(1)} seconds.
      </p>
      <p>
        {earlierSize === null
          ? 'This is the first look from this browser. It remembers what was signed, for the next.'
          : grown === 0
            ? 'Nothing was added, changed or taken away since this browser looked last.'
            : `Since this browser looked last, ${plural(grown, 'entry was', 'entries were')} added, and nothing was changed or taken away.`}
      </p>
    </Notice>
  );
}

interface FailedProps {
  fault: RecordFault;
  onTakeKey: (key: string) => void;
}

function Failed({ fault, onTakeKey }: FailedProps) {
  if (fault.kind === 'broken') return <Broken {...fault} />;
  if (fault.kind === 'other_key') return <OtherKey wanted={fault.key} onTake={onTakeKey} />;
  const { title, advice } = sayFault(fault);
  return (
    <Notice tone="warning" title={title} live>
      <p>{advice} This says nothing of the record itself.</p>
    </Notice>
  );
}

/** The one message that must never come. */
function Broken({ problem, number, notes }: Extract<RecordFault, { kind: 'broken' }>) {
  const keep = () => {
    if (notes) saveFile('record-evidence.txt', `${notes.kept}\n\n${notes.fresh}`);
  };
  return (
    <Notice
      tone="error"
      title={
        notes
          ? 'The record does not go on from what was signed before'
          : number === null
            ? 'The record does not hold'
            : `The record does not hold: entry ${formatNumber(number)}`
      }
      live
    >
      <p>{problem}</p>
      <p>
        Keep what you have
        {notes ? ': the two signed notes are evidence, whatever this site says later.' : '.'} Check
        again from another connection; if it stays, ask somebody who also checks whether they see
        the same, and tell those who run this site and the party’s scrutineers.
      </p>
      {notes && (
        <Button variant="line" size="small" icon="download" onClick={keep}>
          Keep the two notes
        </Button>
      )}
    </Notice>
  );
}

function OtherKey({ wanted, onTake }: { wanted: string; onTake: (key: string) => void }) {
  return (
    <Notice tone="error" title="The record is signed with another key than before" live>
      <p>
        That may be where the old key was lost; then those who run this site have said so, and the
        record says that its settings changed. If nobody said so, do not trust it, and ask them. The
        key is now <code className="break-all">{keyName(wanted)}</code>.
      </p>
      <Button variant="line" size="small" onClick={() => onTake(wanted)}>
        I asked: know it by the new key
      </Button>
    </Notice>
  );
}

type Technical = Exclude<RecordFault, { kind: 'broken' | 'other_key' }>;

function sayFault(fault: Technical): { title: string; advice: string } {
  switch (fault.kind) {
    case 'network':
      return {
        title: 'The record could not be fetched',
        advice: 'You may be offline; try again when you are connected.',
      };
    case 'status':
      return {
        title: 'The server did not give out the record',
        advice: `It answered with ${fault.status}; try again in a while.`,
      };
    case 'none_yet':
      return {
        title: 'The record has not been signed yet',
        advice: 'That happens within a minute of the first act.',
      };
    case 'no_worker':
      return {
        title: 'This browser is too old to check',
        advice: 'It cannot work in the background. A newer one can.',
      };
    case 'no_signatures':
      return {
        title: 'This browser cannot check signatures',
        advice: `It does not know Ed25519 yet. A newer one does, or take the copy at ${paths.exportRecord()} to a computer.`,
      };
    case 'not_secure':
      return {
        title: 'This page was not opened over https',
        advice: 'Browsers check hashes only where nobody on the way can change the page.',
      };
    case 'fault':
      return {
        title: 'The check stopped',
        advice: 'It may have run out of memory, or we made a mistake. Try again.',
      };
  }
}
