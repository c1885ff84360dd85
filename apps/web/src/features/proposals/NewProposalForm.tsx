import { useMutation } from '@apollo/client/react';
import { type Phase, refuseProposal, TEXT } from '@clarion/deliberation';
import { type FormEvent, useRef, useState } from 'react';
import { explain } from '../../graphql/explain';
import { graphql } from '../../graphql/generated';
import { expectReceipt } from '../../receiptStore';
import { Button } from '../../ui/Button';
import { CheckboxGroup } from '../../ui/Choose';
import { Details } from '../../ui/Details';
import { TextArea } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import { Preview } from '../../ui/Preview';
import { Select } from '../../ui/Select';
import { useFocusFault } from '../../ui/useFocusFault';
import { useKeptId } from '../../ui/useKeptId';
import { useKeptText } from '../../ui/useKeptText';
import { WriterNotice } from '../moderation/WriterNotice';
import { SimilarProposals } from './SimilarProposals';

const ProposeDocument = graphql(`
  mutation Propose($input: ProposeInput!) {
    propose(input: $input) {
      __typename
      ... on Proposal {
        id
        number
        statement
        status
        ...ProposalListItem
      }
      ... on Refusal {
        reason
        message
        field
      }
    }
  }
`);

export interface Sent {
  id: string;
  number: number;
  statement: string;
}

interface Props {
  consultationId: string;
  phase: Phase;
  /** Commissions beside those of the consultation that it can be tagged with. */
  commissions: readonly { id: string; name: string }[];
  /** Bodies that the viewer may speak for. */
  bodies: readonly { id: string; name: string }[];
  onSent: (proposal: Sent) => void;
}

interface Fault {
  field?: string | null;
  message: string;
}

/** A statement that one can agree with, the case for it, and whose it is. */
export function NewProposalForm({ consultationId, phase, commissions, bodies, onSent }: Props) {
  const key = `proposal-new:${consultationId}`;
  const statement = useKeptText(key);
  const argument = useKeptText(`${key}:argument`);
  const tags = useKeptText(`${key}:tags`);
  const body = useKeptText(`${key}:body`);
  const id = useKeptId(key);
  const [propose, { loading }] = useMutation(ProposeDocument, {
    update: (cache, { data }) => {
      if (data?.propose.__typename !== 'Proposal') return;
      // Lists of every order and filter are fetched anew.
      cache.evict({ id: `Consultation:${consultationId}`, fieldName: 'proposals' });
      cache.gc();
    },
  });
  const [fault, setFault] = useState<Fault | null>(null);
  const form = useRef<HTMLFormElement>(null);
  useFocusFault(form, fault);
  const chosen = tags.text ? tags.text.split(' ') : [];
  const onBehalfOf = bodies.find((one) => one.id === body.text);
  const at = (field: string) => (fault?.field === field ? fault.message : null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const words = { statement: statement.text, argument: argument.text };
    const refused = refuseProposal({ phase, isSignedIn: true, ...words });
    if (refused) return setFault(refused);
    const input = { id: id.take(), consultationId, ...words, commissionIds: chosen };
    try {
      const { data } = await propose({
        variables: { input: { ...input, onBehalfOfId: onBehalfOf?.id } },
      });
      const answer = data?.propose;
      if (answer?.__typename === 'Refusal') return setFault(answer);
      if (answer?.__typename !== 'Proposal') return;
      for (const kept of [statement, argument, tags, body, id]) kept.forget();
      expectReceipt(answer.id);
      onSent(answer);
    } catch (error) {
      const { title, advice } = explain(error);
      setFault({ message: `${title}. ${advice}` });
    }
  };
  const general = fault && !['statement', 'argument'].includes(fault.field ?? '');
  return (
    <form ref={form} onSubmit={submit} aria-label="Your proposal" className="space-y-6">
      <TextArea
        label="What should happen?"
        hint="One idea that one can agree or disagree with, in a sentence."
        rows={3}
        limit={TEXT.statement.max}
        value={statement.text}
        onChange={statement.setText}
        error={at('statement')}
      />
      <WriterNotice />
      <SimilarProposals consultationId={consultationId} text={statement.text} />
      <TextArea
        label="Why?"
        hint="The case for it: what is wrong now, what would change, what it costs. Blank lines make paragraphs, and [words](address) a link."
        rows={8}
        value={argument.text}
        onChange={argument.setText}
        error={at('argument')}
        limit={argument.text.length > TEXT.argument.max * 0.8 ? TEXT.argument.max : undefined}
      />
      <Preview text={argument.text} />
      {bodies.length > 0 && (
        <Select
          label="Who proposes it?"
          hint="For a body, your name stands beside its name."
          options={[
            { value: '', label: 'I do, in my own name' },
            ...bodies.map((one) => ({ value: one.id, label: one.name })),
          ]}
          value={onBehalfOf?.id ?? ''}
          onChange={body.setText}
        />
      )}
      {commissions.length > 0 && (
        <Details summary="It concerns other commissions too" open={chosen.length > 0}>
          <CheckboxGroup
            legend="Which ones?"
            hint="They can find and answer it as well."
            options={commissions.map((one) => ({ value: one.id, label: one.name }))}
            value={chosen}
            onChange={(ids) => tags.setText(ids.join(' '))}
          />
        </Details>
      )}
      {general && (
        <Notice tone="error" live title={fault.message}>
          <p>What you typed is still here.</p>
        </Notice>
      )}
      <div>
        <Button type="submit" icon="send" pending={loading} pendingLabel="Sending">
          Send
        </Button>
        <p className="mt-3 text-small text-ink-2">
          It appears at once, signed with your name and CLP
          {onBehalfOf && `, for ${onBehalfOf.name}`}. What you type is kept on this device until you
          send it.
        </p>
      </div>
    </form>
  );
}
