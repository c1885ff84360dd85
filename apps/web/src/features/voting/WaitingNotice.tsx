import { Notice } from '../../ui/Notice';
import { plural } from '../../ui/numbers';

/** Votes that are on this device alone so far. */
export function WaitingNotice({ count }: { count: number }) {
  if (count === 0) return null;
  const isOne = count === 1;
  return (
    <div className="mt-5">
      <Notice
        tone="warning"
        title={`${plural(count, 'vote')} ${isOne ? 'has' : 'have'} not been sent yet`}
      >
        <p>
          {isOne ? 'It is kept on this device and sent' : 'They are kept on this device and sent'}{' '}
          as soon as the connection is back. You can go on.
        </p>
      </Notice>
    </div>
  );
}
