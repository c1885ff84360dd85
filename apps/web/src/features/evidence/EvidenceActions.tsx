import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { explain } from '../../graphql/explain';
import { type FragmentType, getFragmentData, graphql } from '../../graphql/generated';
import { announce } from '../../ui/announce';
import { Button } from '../../ui/Button';
import { bodyInSentence } from '../../ui/bodyNames';
import { useKeptId } from '../../ui/useKeptId';
import { useKeptText } from '../../ui/useKeptText';
import { useMay, useMayWrite } from '../accounts/useMayAsk';
import { EvidenceCardFragment } from './EvidenceCard';
import { OfficerForm } from './OfficerForm';
import { type BodyHere, evidenceActs } from './offices';

const ContestEvidenceDocument = graphql(`
  mutation ContestEvidence($id: ID!, $evidenceId: ID!, $bodyId: ID!, $text: Markdown!) {
    result: contestEvidence(id: $id, evidenceId: $evidenceId, bodyId: $bodyId, text: $text) {
      __typename
      ...EvidenceCard
      ... on Refusal {
        reason
        message
      }
    }
  }
`);

const ConsiderEvidenceDocument = graphql(`
  mutation ConsiderEvidence($evidenceId: ID!, $bodyId: ID!, $sentence: String!) {
    result: considerEvidence(evidenceId: $evidenceId, bodyId: $bodyId, sentence: $sentence) {
      __typename
      ...EvidenceCard
      ... on Refusal {
        reason
        message
      }
    }
  }
`);

const WithdrawEvidenceDocument = graphql(`
  mutation WithdrawEvidence($id: ID!, $reason: String!) {
    result: withdrawEvidence(id: $id, reason: $reason) {
      __typename
      ...EvidenceCard
      ... on Refusal {
        reason
        message
      }
    }
  }
`);

type Open = 'contest' | 'consider' | 'withdraw';

interface Props {
  evidence: FragmentType<typeof EvidenceCardFragment>;
  offices: Parameters<typeof evidenceActs>[0];
  place: Parameters<typeof evidenceActs>[1];
}

/** What officers can do with evidence; nothing for everybody else. */
export function EvidenceActions({ evidence, offices, place }: Props) {
  const one = getFragmentData(EvidenceCardFragment, evidence);
  const [open, setOpen] = useState<Open | null>(null);
  const [may, mayWrite] = [useMay(), useMayWrite()];
  const acts = evidenceActs(offices, place, one);
  const contestFor = may('Mutation.contestEvidence') && mayWrite ? acts.contestFor : [];
  const considerFor = may('Mutation.considerEvidence') ? acts.considerFor : [];
  const mayWithdraw = may('Mutation.withdrawEvidence') && acts.mayWithdraw;
  const toggle = (what: Open) => () => setOpen(open === what ? null : what);
  if (contestFor.length + considerFor.length === 0 && !mayWithdraw) return null;
  return (
    <div className="mt-4 border-t border-rule pt-2">
      <div className="-ml-2.5 flex flex-wrap">
        {considerFor.length > 0 && (
          <Button
            variant="bare"
            size="small"
            icon="agree"
            aria-expanded={open === 'consider'}
            onClick={toggle('consider')}
          >
            Mark as considered
          </Button>
        )}
        {contestFor.length > 0 && (
          <Button
            variant="bare"
            size="small"
            icon="warning"
            aria-expanded={open === 'contest'}
            onClick={toggle('contest')}
          >
            Contest it
          </Button>
        )}
        {mayWithdraw && (
          <Button
            variant="bare"
            size="small"
            icon="undo"
            aria-expanded={open === 'withdraw'}
            onClick={toggle('withdraw')}
          >
            Take it back
          </Button>
        )}
      </div>
      {open === 'contest' && (
        <Contest evidenceId={one.id} bodies={contestFor} onDone={() => setOpen(null)} />
      )}
      {open === 'consider' && (
        <Consider evidenceId={one.id} bodies={considerFor} onDone={() => setOpen(null)} />
      )}
      {open === 'withdraw' && <Withdraw evidenceId={one.id} onDone={() => setOpen(null)} />}
    </div>
  );
}

type Answer = { __typename: string; message?: string } | null | undefined;

/** Sends one of the three; keeps the refusal or the fault in words. */
function useAct(onDone: () => void, said: string) {
  const [error, setError] = useState<string | null>(null);
  const act = async (send: () => Promise<Answer>): Promise<boolean> => {
    setError(null);
    try {
      const answer = await send();
      if (answer?.__typename === 'Refusal') {
        setError(answer.message ?? null);
        return false;
      }
      announce(said);
      onDone();
      return true;
    } catch (fault) {
      const { title, advice } = explain(fault);
      setError(`${title}. ${advice}`);
      return false;
    }
  };
  return { act, error };
}

interface FormProps {
  evidenceId: string;
  onDone: () => void;
}

function Contest({ evidenceId, bodies, onDone }: FormProps & { bodies: readonly BodyHere[] }) {
  const key = `evidence-contest:${evidenceId}`;
  const text = useKeptText(key);
  const id = useKeptId(key);
  const [bodyId, setBodyId] = useState(bodies[0]?.id ?? '');
  const [contest, { loading }] = useMutation(ContestEvidenceDocument);
  const { act, error } = useAct(onDone, 'Your objection stands beside the evidence.');
  const chosen = bodies.find((body) => body.id === bodyId);
  const send = async () => {
    const variables = { id: id.take(), evidenceId, bodyId, text: text.text };
    if (!(await act(async () => (await contest({ variables })).data?.result))) return;
    text.forget();
    id.forget();
  };
  return (
    <OfficerForm
      label="What is wrong with it?"
      hint={`Shown under the evidence as the objection of ${chosen ? bodyInSentence(chosen) : 'your body'}.`}
      {...{ bodies, bodyId, error, onClose: onDone, pending: loading }}
      onBody={setBodyId}
      text={text.text}
      onText={text.setText}
      send="Contest it"
      onSend={() => void send()}
    />
  );
}

function Consider({ evidenceId, bodies, onDone }: FormProps & { bodies: readonly BodyHere[] }) {
  const text = useKeptText(`evidence-consider:${evidenceId}`);
  const [bodyId, setBodyId] = useState(bodies[0]?.id ?? '');
  const [consider, { loading }] = useMutation(ConsiderEvidenceDocument);
  const { act, error } = useAct(onDone, 'Marked as considered.');
  const chosen = bodies.find((body) => body.id === bodyId);
  const send = async () => {
    const variables = { evidenceId, bodyId, sentence: text.text };
    if (await act(async () => (await consider({ variables })).data?.result)) text.forget();
  };
  return (
    <OfficerForm
      label={`What did ${chosen ? bodyInSentence(chosen) : 'your body'} make of it?`}
      hint="One sentence, for everybody to read."
      {...{ bodies, bodyId, error, onClose: onDone, pending: loading }}
      onBody={setBodyId}
      text={text.text}
      onText={text.setText}
      send="Mark as considered"
      onSend={() => void send()}
    />
  );
}

function Withdraw({ evidenceId, onDone }: FormProps) {
  const text = useKeptText(`evidence-withdraw:${evidenceId}`);
  const [withdraw, { loading }] = useMutation(WithdrawEvidenceDocument);
  const { act, error } = useAct(onDone, 'Taken back. It stays readable.');
  const send = async () => {
    const variables = { id: evidenceId, reason: text.text };
    if (await act(async () => (await withdraw({ variables })).data?.result)) text.forget();
  };
  return (
    <OfficerForm
      label="Why is it taken back?"
      hint="It stays readable and is marked as taken back. This cannot be undone."
      bodies={[]}
      bodyId=""
      onBody={() => {}}
      {...{ error, onClose: onDone, pending: loading }}
      text={text.text}
      onText={text.setText}
      send="Take it back"
      onSend={() => void send()}
    />
  );
}
