import { type FragmentType, getFragmentData, graphql } from '../../graphql/generated';
import { bodyName } from '../../ui/bodyNames';
import { Chip } from '../../ui/Chip';
import { outcomeLooks, sayOutcome } from './outcomes';

const OutcomeMarkFragment = graphql(`
  fragment OutcomeMark on Decision {
    id
    outcome
    isSuperseded
    body {
      id
      kind
      name
    }
  }
`);

interface Props {
  decision: FragmentType<typeof OutcomeMarkFragment>;
  /** Leaves out whose answer it is, where that stands elsewhere. */
  withoutBody?: boolean;
  /** Leads to the whole answer. */
  to?: string;
}

/** "Accepted in part: Health and Social Care commission". */
export function OutcomeMark({ decision, withoutBody, to }: Props) {
  const { outcome, body } = getFragmentData(OutcomeMarkFragment, decision);
  const { icon, tone } = outcomeLooks[outcome];
  return (
    <Chip icon={icon} tone={tone} to={to}>
      <span>
        <b className="font-[650]">{sayOutcome(outcome)}</b>
        {!withoutBody && `: ${bodyName(body)}`}
      </span>
    </Chip>
  );
}
