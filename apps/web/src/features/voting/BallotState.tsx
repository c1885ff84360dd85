import { Button } from '../../ui/Button';
import { formatDate } from '../../ui/dates';
import { Icon } from '../../ui/Icon';
import { Notice } from '../../ui/Notice';
import { plural } from '../../ui/numbers';
import { ClosedChoices } from './ClosedChoices';
import type { Chosen, KeptBallot } from './choosing';

interface Props {
  kept: KeptBallot | undefined;
  isCast: boolean;
  isFinal: boolean;
  isOnline: boolean;
  votesUntil: string;
  /** Casts a list that cannot be changed after. */
  onCast: () => void;
  /** Goes back to what Clarion has. */
  onForget: () => void;
  onTakeOff: (item: Chosen) => void;
}

/** Whether what one chose counts: saved, on its way, waiting for a connection, refused. */
export function BallotState(props: Props) {
  const { kept, isCast, isFinal, isOnline, votesUntil, onCast, onForget, onTakeOff } = props;
  switch (kept?.state) {
    case 'refused':
      return (
        <Notice tone="error" title="Not counted" live>
          <p className="text-small">{kept.refusal?.message}</p>
          {kept.refusal?.reason === 'proposal_closed' && (
            <ClosedChoices chosen={kept.chosen} onTakeOff={onTakeOff} />
          )}
          <Button variant="line" size="small" icon="undo" onClick={onForget}>
            {isCast ? 'Go back to what counts' : 'Begin again'}
          </Button>
        </Notice>
      );
    case 'draft':
      if (kept.chosen.length === 0) return null;
      return (
        <div>
          <p className="mb-3 text-small">
            Not cast yet. Under the rules here it cannot be changed once it is cast.
          </p>
          <Button icon="vote" wide onClick={onCast}>
            Cast it: {plural(kept.chosen.length, 'proposal')}
          </Button>
        </div>
      );
    case 'waiting':
      return isOnline ? (
        <p className="text-small text-ink-2">Saving…</p>
      ) : (
        <Notice tone="warning" title="Not sent yet">
          <p className="text-small">
            It is kept on this device and sent as soon as the connection is back. You can go on.
          </p>
        </Notice>
      );
    default:
      if (!isCast) return null;
      return (
        <p className="text-small">
          <Icon name="agree" className="text-agree" /> <b>Saved.</b>{' '}
          {isFinal
            ? 'It counts, and cannot be changed.'
            : `It counts as it stands. You can change it until ${formatDate(votesUntil)}.`}
        </p>
      );
  }
}
