import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { Link } from 'react-router';
import { paths } from '../../paths';
import type { KeptReceipt } from '../../receipt';
import { useReceiptsKept } from '../../receiptStore';
import { Button } from '../../ui/Button';
import { formatDate } from '../../ui/dates';
import { Icon } from '../../ui/Icon';
import { formatNumber } from '../../ui/numbers';
import { saveFile } from '../../ui/saveFile';
import { fetchReceipt } from './useReceipts';

/** Whether this browser holds the proof that something is in the record, and a way to get it. */
export function ReceiptLine({ contributionId, title }: { contributionId: string; title: string }) {
  const kept = useReceiptsKept().find((one) => one.contributionId === contributionId);
  if (!kept?.receipt) return <Ask contributionId={contributionId} title={title} kept={kept} />;
  const { receipt, checkedAt, problem } = kept;
  const save = () =>
    saveFile(`receipt-${receipt.number}.json`, `${JSON.stringify(receipt, null, 2)}\n`);
  return (
    <p className="mt-2 flex flex-wrap items-center gap-x-4 text-small">
      {problem ? (
        <span className="font-[650] text-error">
          <Icon name="warning" /> The receipt does not hold. {problem}{' '}
          <Link to={paths.record()}>What to do</Link>
        </span>
      ) : (
        <span className="text-ink-2">
          <Icon name="agree" className="text-agree" /> In the record as{' '}
          <Link to={paths.record({ about: contributionId })}>
            entry {formatNumber(receipt.number)}
          </Link>
          {checkedAt && `, checked in this browser on ${formatDate(checkedAt, 'moment')}`}
        </span>
      )}
      <Button variant="bare" size="small" icon="download" onClick={save}>
        Keep the receipt<span className="sr-only"> of {title}</span>
      </Button>
    </p>
  );
}

interface AskProps {
  contributionId: string;
  title: string;
  kept: KeptReceipt | undefined;
}

function Ask({ contributionId, title, kept }: AskProps) {
  const client = useApolloClient();
  const [state, setState] = useState<'rest' | 'asking' | 'none'>('rest');
  const ask = async () => {
    setState('asking');
    const isThere = await fetchReceipt(client, contributionId).catch(() => false);
    if (!isThere) setState('none');
  };
  const says =
    state === 'none'
      ? 'There is no receipt yet. Try again in a minute.'
      : kept &&
        'It will be signed in the record within a minute; this browser then keeps the receipt.';
  return (
    <p className="mt-2 flex flex-wrap items-center gap-x-4 text-small text-ink-2">
      {says && <span role="status">{says}</span>}
      {(!kept || state !== 'rest') && (
        <Button
          variant="bare"
          size="small"
          className="-ml-2.5"
          pending={state === 'asking'}
          pendingLabel="Asking"
          onClick={() => void ask()}
        >
          Get the receipt<span className="sr-only"> of {title}</span>
        </Button>
      )}
    </p>
  );
}
