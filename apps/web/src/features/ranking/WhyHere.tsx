import { Link } from 'react-router';
import type { RankedItemFragment as Shown } from '../../graphql/generated/graphql';
import { WhyBox } from '../../ui/Details';
import { Icon } from '../../ui/Icon';
import { whyRows } from './whyNumbers';

interface Props {
  item: Pick<Shown, 'rank' | 'why' | 'whySteps' | 'proposal'>;
  /** Where it can be recounted, in a published round. */
  recount: string | null;
}

/** Why a proposal is where it is: three answers, the numbers they rest on, and the way to check them. */
export function WhyHere({ item: { rank, why, whySteps, proposal }, recount }: Props) {
  const rows = whyRows(whySteps);
  return (
    <WhyBox
      question={
        <>
          {rank === null ? 'Why is this not ranked yet?' : 'Why is this here?'}
          <span className="sr-only"> {proposal.statement}</span>
        </>
      }
      sentences={why.map(({ title, text }) => ({ title: `${title}.`, text }))}
    >
      {rows.length > 0 && <Numbers rows={rows} />}
      {recount && (
        <Link to={recount} className="inline-flex min-h-11 basis-full items-center gap-2">
          <Icon name="recount" />
          Recount in this browser<span className="sr-only">: {proposal.statement}</span>
        </Link>
      )}
    </WhyBox>
  );
}

function Numbers({ rows }: { rows: ReturnType<typeof whyRows> }) {
  return (
    <table className="table mt-3 max-w-[34rem] text-small [&_td]:py-1 [&_th]:py-1">
      <caption className="pb-1 text-left font-bold">The numbers behind it</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">What</th>
          <th scope="col">Number</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, value }) => (
          <tr key={label}>
            <th scope="row" className="font-normal text-ink-2">
              {label}
            </th>
            <td className="number font-[650]">{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
