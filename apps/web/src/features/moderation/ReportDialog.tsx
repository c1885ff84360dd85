import { useMutation } from '@apollo/client/react';
import { refuseText, TEXT } from '@clarion/deliberation';
import { type FormEvent, useId, useState } from 'react';
import { explain } from '../../graphql/explain';
import { graphql } from '../../graphql/generated';
import { announce } from '../../ui/announce';
import { Button } from '../../ui/Button';
import { RadioGroup } from '../../ui/Choose';
import { Dialog } from '../../ui/Dialog';
import { TextArea } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import { toast } from '../../ui/toast';
import { useKeptId } from '../../ui/useKeptId';
import { useKeptText } from '../../ui/useKeptText';
import { breachChoices, parseBreach } from './reasons';

const ReportDocument = graphql(`
  mutation Report($input: ReportInput!) {
    report(input: $input) {
      __typename
      ... on OwnReport {
        id
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
  aboutId: string;
  /** What it is: comment, proposal, evidence. */
  what: string;
  onClose: () => void;
}

interface Faults {
  reason?: string;
  words?: string;
  general?: string;
}

/** Tells the moderators that a rule was broken. Its author never learns who did. */
export function ReportDialog({ aboutId, what, onClose }: Props) {
  const key = `report:${aboutId}`;
  const reason = useKeptText(`${key}:reason`);
  const words = useKeptText(key);
  const id = useKeptId(key);
  const [send, { loading }] = useMutation(ReportDocument);
  const [faults, setFaults] = useState<Faults>({});
  const form = useId();
  const chosen = parseBreach(reason.text);
  const required = chosen === 'unlawful' || chosen === 'other_rule';
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const wrong: Faults = {
      reason: chosen ? undefined : 'Choose what is wrong with it.',
      words: refuseText(words.text, { ...TEXT.reportWords, required })?.message,
    };
    setFaults(wrong);
    if (!chosen || wrong.words) return;
    const input = { id: id.take(), aboutId, reason: chosen, words: words.text };
    try {
      const { data } = await send({ variables: { input } });
      if (data?.report.__typename === 'Refusal') {
        const { message, field } = data.report;
        return setFaults(field === 'words' ? { words: message } : { general: message });
      }
      for (const each of [reason, words, id]) each.forget();
      announce('Reported. Under Mine you see what comes of it.');
      toast('Reported. Under Mine you see what comes of it.');
      onClose();
    } catch (error) {
      const { title, advice } = explain(error);
      setFaults({ general: `${title}. ${advice}` });
    }
  };
  return (
    <Dialog
      title={`Report this ${what}`}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button type="submit" form={form} pending={loading} pendingLabel="Sending">
            Send to the moderators
          </Button>
          <Button variant="line" onClick={onClose}>
            Close
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="space-y-5">
        <p className="text-small text-ink-2">
          A moderator reads it. Its author is not told who reported it. To argue with it, reply
          instead.
        </p>
        <RadioGroup
          legend="What is wrong with it?"
          options={breachChoices()}
          value={reason.text}
          onChange={reason.setText}
          error={faults.reason}
        />
        <TextArea
          label="In your words"
          optional={!required}
          value={words.text}
          onChange={words.setText}
          error={faults.words}
          rows={3}
        />
        {faults.general && <Notice tone="error" live title={faults.general} />}
      </form>
    </Dialog>
  );
}
