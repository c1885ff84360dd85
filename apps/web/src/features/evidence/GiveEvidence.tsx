import { useMutation } from '@apollo/client/react';
import { refuseText, TEXT } from '@clarion/deliberation';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { explain } from '../../graphql/explain';
import { graphql } from '../../graphql/generated';
import type { Confidence, EvidenceInput } from '../../graphql/generated/graphql';
import { expectReceipt } from '../../receiptStore';
import { announce } from '../../ui/announce';
import { Button } from '../../ui/Button';
import { Checkbox, RadioGroup } from '../../ui/Choose';
import { TextArea, TextInput } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import { Preview } from '../../ui/Preview';
import { Select } from '../../ui/Select';
import { useFocusFault } from '../../ui/useFocusFault';
import { useKeptId } from '../../ui/useKeptId';
import { useKeptText } from '../../ui/useKeptText';
import type { BodyHere } from './offices';
import { SourceFields } from './SourceFields';
import { confidences } from './words';
import { blankEvidence, parseWritten, type Written, writtenKey } from './written';

const GiveEvidenceDocument = graphql(`
  mutation GiveEvidence($input: EvidenceInput!) {
    giveEvidence(input: $input) {
      __typename
      ... on Evidence {
        id
        ...EvidenceCard
      }
      ... on Refusal {
        reason
        message
        field
      }
    }
  }
`);

interface Props {
  consultationId: string;
  /** What it can be about, beside the whole paper. */
  proposals: readonly { id: string; number: number; statement: string }[];
  /** The proposal that a link named. */
  proposalId: string | null;
  bodies: readonly BodyHere[];
  /** The officer, who is often the author too. */
  officerName: string;
  onSent: (id: string) => void;
  onClose: () => void;
}

interface Fault {
  field?: string | null;
  message: string;
}

const texts = [
  ['claim', TEXT.claim],
  ['detail', TEXT.detail],
  ['authorName', TEXT.authorName],
  ['confidenceReason', TEXT.confidenceReason],
  ['declaredInterest', TEXT.declaredInterest],
  ['mandate', TEXT.mandate],
] as const;

/** Everything typed so far is kept as one text, so that nothing of it is lost. */
function useWritten(consultationId: string, first: Partial<Written>) {
  const kept = useKeptText(writtenKey(consultationId));
  const written = kept.isKept ? parseWritten(kept.text) : { ...blankEvidence, ...first };
  const set = (change: Partial<Written>) => kept.setText(JSON.stringify({ ...written, ...change }));
  return { written, set, forget: kept.forget };
}

/** Evidence for a body: what it says, how sure, what it rests on, and whose interest it is in. */
export function GiveEvidence(props: Props) {
  const { consultationId, proposals, proposalId, bodies, officerName, onSent, onClose } = props;
  const { written, set, forget } = useWritten(consultationId, {
    proposalId: proposalId ?? '',
    bodyId: bodies[0]?.id ?? '',
    authorName: officerName,
  });
  const id = useKeptId(writtenKey(consultationId));
  const [give, { loading }] = useMutation(GiveEvidenceDocument);
  const [fault, setFault] = useState<Fault | null>(null);
  const form = useRef<HTMLFormElement>(null);
  useFocusFault(form, fault);
  const claim = useRef<HTMLTextAreaElement>(null);
  useEffect(() => claim.current?.focus(), []);
  const at = (field: string) => (fault?.field === field ? fault.message : null);
  const field = (name: (typeof texts)[number][0]) => ({
    value: written[name],
    onChange: (text: string) => set({ [name]: text }),
    error: at(name),
  });

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const wrong = texts.map(([name, spec]) => refuseText(written[name], spec)).find(Boolean);
    if (wrong) return setFault(wrong);
    const input: EvidenceInput = {
      ...written,
      id: id.take(),
      consultationId,
      proposalId: written.proposalId || null,
      sources: written.sources
        .filter(({ title, url }) => title.trim() || url.trim())
        .map(({ title, url }) => ({ title, url: url.trim() || null })),
    };
    try {
      const { data } = await give({
        variables: { input },
        refetchQueries: ['Evidence'],
        awaitRefetchQueries: true,
      });
      const answer = data?.giveEvidence;
      if (answer?.__typename === 'Refusal') return setFault(answer);
      forget();
      id.forget();
      announce('Sent. The evidence stands beside the votes.');
      if (answer?.__typename !== 'Evidence') return;
      expectReceipt(answer.id);
      onSent(answer.id);
    } catch (error) {
      const { title, advice } = explain(error);
      setFault({ message: `${title}. ${advice}` });
    }
  };
  // Only the first fifty proposals are listed; a link may name a later one.
  const isElsewhere =
    written.proposalId !== '' && proposals.every((one) => one.id !== written.proposalId);
  const isPlaced = fault?.field === 'sources' || texts.some(([name]) => name === fault?.field);
  return (
    <form
      ref={form}
      onSubmit={submit}
      aria-labelledby="give-evidence"
      className="mb-10 max-w-measure space-y-6 border-t-[6px] border-evidence bg-sheet px-4 py-5 desk:px-7"
    >
      <div>
        <h2 id="give-evidence">Give evidence</h2>
        <p className="mt-2">
          It stands beside the votes with your body’s name and yours. It cannot be changed after it
          is sent, only taken back with a reason.
        </p>
      </div>
      {bodies.length > 1 && (
        <Select
          label="For which body?"
          options={bodies.map((body) => ({ value: body.id, label: body.name }))}
          value={written.bodyId}
          onChange={(bodyId) => set({ bodyId })}
        />
      )}
      <Select
        label="What is it about?"
        options={[
          { value: '', label: 'The whole paper' },
          ...proposals.map((one) => ({ value: one.id, label: `${one.number}. ${one.statement}` })),
          ...(isElsewhere
            ? [{ value: written.proposalId, label: 'The proposal you came from' }]
            : []),
        ]}
        value={written.proposalId}
        onChange={(about) => set({ proposalId: about })}
      />
      <TextArea
        ref={claim}
        label="What does it say?"
        hint="One sentence: the claim."
        rows={2}
        limit={TEXT.claim.max}
        {...field('claim')}
      />
      <TextArea label="The detail" rows={6} {...field('detail')} />
      <Preview text={written.detail} />
      <SourceFields
        sources={written.sources}
        onChange={(sources) => set({ sources })}
        error={at('sources')}
      />
      <RadioGroup<Confidence>
        legend="How sure is the author?"
        options={(['low', 'medium', 'high'] as const).map((value) => ({
          value,
          label: confidences[value].word,
          hint: confidences[value].hint,
        }))}
        value={written.confidence}
        onChange={(confidence) => set({ confidence })}
      />
      <TextInput
        label="What does that rest on?"
        hint="For example: six studies, two of them from here."
        {...field('confidenceReason')}
      />
      <div>
        <Checkbox
          label="It would cost money"
          checked={written.costFlag}
          onChange={(costFlag) => set({ costFlag })}
        />
        <Checkbox
          label="It needs a change in the law"
          checked={written.legalFlag}
          onChange={(legalFlag) => set({ legalFlag })}
        />
      </div>
      <TextInput label="The named author" {...field('authorName')} />
      <TextInput
        label="What does the author or the body stand to gain?"
        hint="Jobs, contracts, funding. “None” is an answer."
        {...field('declaredInterest')}
      />
      <TextInput
        label="How did the body agree to give it?"
        hint="For example: executive committee, 14 May, nine for and one against."
        {...field('mandate')}
      />
      {fault && !isPlaced && (
        <Notice tone="error" live title={fault.message}>
          <p>What you typed is still here.</p>
        </Notice>
      )}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" icon="send" pending={loading} pendingLabel="Sending">
          Send
        </Button>
        <Button variant="bare" onClick={onClose}>
          Close, and keep what I typed
        </Button>
      </div>
    </form>
  );
}
