import { BATCH_MINUTES, FEWEST_IN_BATCH, KEY_DAYS } from '@clarion/deliberation';
import { Link } from 'react-router';
import { paths } from '../../paths';
import { SectionHead } from '../../ui/PageHeader';

/** How votes are fixed by the record without standing in it, and what that does not do. */
export function VotesInRecord() {
  return (
    <section aria-labelledby="votes" className="prose">
      <SectionHead id="votes" title="How the record fixes votes" />
      <p className="max-w-measure">
        No vote stands here. When you vote, your browser draws a random number and makes of it and
        of your choice what is called a commitment: it says nothing by itself, and fits no other
        vote. The commitments of at least {FEWEST_IN_BATCH} people enter the record together. From
        then on a vote that is changed no longer fits its commitment.
      </p>
      <p className="max-w-measure">
        Your browser fetches a receipt for each, checks it, and keeps it with the random number; see{' '}
        <Link to={paths.mine()}>Mine</Link>. With each round the random numbers are published,
        without names, of all that may be opened. Anybody counts the votes from them, and your
        browser looks for your own.
      </p>
      <h3>What that does not do</h3>
      <ul className="max-w-measure">
        <li>
          It does not keep you from proving how you voted. Whoever has your random number can,
          before voting closes and after it: so nobody is safe from being paid for a vote, or
          pressed.
        </li>
        <li>
          It does not see a dishonest program on your own device, which could send another choice
          than the one you made.
        </li>
        <li>
          Somebody with full rights on the running server can find out whose votes are whose while
          the key of the consultation exists: until {KEY_DAYS} days after its end. Then the key is
          destroyed, with what the server kept of the random numbers.
        </li>
        <li>
          A batch tells within about {BATCH_MINUTES} minutes when a vote was cast. Whoever knows
          that only one of those people voted on a proposal in that time learns what they chose when
          it is opened.
        </li>
        <li>
          What fewer than ten people did is not opened: fewer than ten votes on a proposal, votes
          that were changed, and with those so many others that at least ten stay closed. Of such a
          vote you see that it is in the record, and not that it was counted as you cast it.
        </li>
        <li>
          Votes of fewer than ten people wait. They are counted, but until there are ten nothing
          fixes them.
        </li>
      </ul>
      <p className="max-w-measure">
        That is enough for giving advice. Binding elections belong elsewhere.
      </p>
    </section>
  );
}
