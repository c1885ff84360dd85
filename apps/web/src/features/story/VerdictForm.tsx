import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { explain } from '../../graphql/explain';
import { type FragmentType, getFragmentData, graphql } from '../../graphql/generated';
import type { JudgedDecisionFragment } from '../../graphql/generated/graphql';
import { Button } from '../../ui/Button';
import { RadioGroup } from '../../ui/Choose';
import { Notice } from '../../ui/Notice';
import { formatNumber, plural } from '../../ui/numbers';

export const JudgedDecisionDocument = graphql(`
  fragment JudgedDecision on Decision {
    id
    myVerdict
    mayAnswer
    verdicts {
      yes
      partly
      no
      notSaid
    }
  }
`);

const AnswerVerdictDocument = graphql(`
  mutation AnswerVerdict($decisionId: ID!, $verdict: Verdict!) {
    answerVerdict(decisionId: $decisionId, verdict: $verdict) {
      __typename
      ... on Decision {
        id
        ...JudgedDecision
      }
      ... on Refusal {
        reason
        message
      }
    }
  }
`);

type Verdict = NonNullable<JudgedDecisionFragment['myVerdict']>;

const words: Record<Verdict, string> = { yes: 'Yes', partly: 'Partly', no: 'No' };
const choices = (['yes', 'partly', 'no'] as const).map((value) => ({
  value,
  label: words[value],
}));

interface Props {
  decision: FragmentType<typeof JudgedDecisionDocument>;
  /** What was asked, for those who hear several of these on one page. */
  about?: string;
}

/** "Did this answer the point?", for those who backed the proposal. */
export function VerdictForm({ decision, about }: Props) {
  const { id, mayAnswer, myVerdict } = getFragmentData(JudgedDecisionDocument, decision);
  const [chosen, setChosen] = useState<Verdict | null>(myVerdict);
  const [isAsked, setAsked] = useState(myVerdict === null);
  const [hasMissed, setMissed] = useState(false);
  const [send, { loading, error, data }] = useMutation(AnswerVerdictDocument);
  const refused = data?.answerVerdict.__typename === 'Refusal' ? data.answerVerdict.message : null;
  if (!mayAnswer) return null;
  if (!isAsked && myVerdict) {
    return (
      <Notice tone="good" title={`You said: ${words[myVerdict].toLowerCase()}`} live>
        <p>Thank you. Those who answered see the totals, not your name.</p>
        <Button variant="bare" size="small" onClick={() => setAsked(true)}>
          Change what you said
        </Button>
      </Notice>
    );
  }
  const answer = async () => {
    setMissed(chosen === null);
    if (!chosen) return;
    const result = await send({ variables: { decisionId: id, verdict: chosen } }).catch(
      () => undefined,
    );
    if (result?.data?.answerVerdict.__typename === 'Decision') setAsked(false);
  };
  return (
    <form
      className="border-y-2 border-ink py-5"
      onSubmit={(event) => {
        event.preventDefault();
        void answer();
      }}
    >
      <RadioGroup
        legend={
          <span className="font-head text-[1.25rem]">
            Did this answer the point?
            {about && <span className="sr-only"> {about}</span>}
          </span>
        }
        hint="Everyone who backed it is asked once. Those who answered see the totals, not your name."
        error={hasMissed && !chosen ? 'Choose yes, partly or no.' : null}
        options={choices}
        value={chosen}
        onChange={setChosen}
        inline
      />
      {(refused || error) && (
        <div className="mt-3">
          <Notice tone="error" title="It was not counted" live>
            <p>{refused ?? explain(error).advice}</p>
          </Notice>
        </div>
      )}
      <Button type="submit" className="mt-3" pending={loading} pendingLabel="Sending">
        Send my answer
      </Button>
    </form>
  );
}

/** "Of 212 who backed it": how they took the answer. */
export function VerdictsTable({ decision }: { decision: Props['decision'] }) {
  const { verdicts } = getFragmentData(JudgedDecisionDocument, decision);
  if (!verdicts) {
    return (
      <p className="text-small text-ink-2">
        How those who backed it took the answer is shown once ten have said.
      </p>
    );
  }
  const { yes, partly, no, notSaid } = verdicts;
  const rows = [
    ['Yes, answered', yes],
    ['Partly', partly],
    ['No', no],
    ['Not said yet', notSaid],
  ] as const;
  return (
    <table className="table text-small">
      <caption className="pb-2 text-left font-head text-[1.25rem] leading-tight font-bold">
        Of {plural(yes + partly + no + notSaid, 'member')} who backed it
      </caption>
      <tbody>
        {rows.map(([name, count]) => (
          <tr key={name}>
            <th scope="row" className="font-normal">
              {name}
            </th>
            <td className="number font-bold">{formatNumber(count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
