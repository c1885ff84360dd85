import { useMutation } from '@apollo/client/react';
import { refuseUnlawfulReport, SEALED_DAYS, TEXT } from '@clarion/deliberation';
import { type FormEvent, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { explain } from '../graphql/explain';
import { graphql } from '../graphql/generated';
import { paths } from '../paths';
import { announce } from '../ui/announce';
import { Button } from '../ui/Button';
import { TextArea, TextInput } from '../ui/Field';
import { Notice } from '../ui/Notice';
import { PageBody } from '../ui/PageBody';
import { PageHeader } from '../ui/PageHeader';
import { useKeptId } from '../ui/useKeptId';
import { useKeptText } from '../ui/useKeptText';

const ReportUnlawfulDocument = graphql(`
  mutation ReportUnlawful($input: ReportUnlawfulInput!) {
    reportUnlawful(input: $input) {
      __typename
      ... on ReportReceived {
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

/** How to report what may be against the law, for anybody. */
export default function ReportUnlawfulPage() {
  const [search] = useSearchParams();
  const [isSent, setSent] = useState(false);
  return (
    <PageBody narrow>
      <PageHeader title="Report something unlawful">
        <p>
          For words on this site that may be against the law: threats, incitement, private details,
          defamation. You need no account. For anything else, use “Report” under the proposal or
          comment itself.
        </p>
      </PageHeader>
      {isSent ? (
        <Notice tone="good" live title="Thank you. A moderator reads it before anything else.">
          <p>
            If it may be unlawful, it is hidden from everybody at once. What was done stands in the{' '}
            <Link to={paths.moderationLog()}>public log</Link>, without your name.
          </p>
        </Notice>
      ) : (
        <ReportForm place={search.get('place') ?? ''} onSent={() => setSent(true)} />
      )}
      <div className="mt-8 space-y-3 text-small text-ink-2">
        <p>
          <b className="text-ink">If somebody is in danger now, ring 999.</b> Nobody here may be
          awake.
        </p>
        <p>
          What is hidden as unlawful is kept under seal for {SEALED_DAYS} days, and then destroyed,
          unless a court or the police ask for it.
        </p>
      </div>
    </PageBody>
  );
}

interface Faults {
  place?: string;
  words?: string;
  general?: string;
}

function ReportForm({ place: given, onSent }: { place: string; onSent: () => void }) {
  const place = useKeptText('unlawful:place', given);
  const words = useKeptText('unlawful:words');
  const id = useKeptId('unlawful');
  const [send, { loading }] = useMutation(ReportUnlawfulDocument);
  const [faults, setFaults] = useState<Faults>({});
  const fail = (field: string | null | undefined, message: string) =>
    setFaults({ [field === 'place' || field === 'words' ? field : 'general']: message });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const refused = refuseUnlawfulReport({ place: place.text, words: words.text });
    if (refused) return fail(refused.field, refused.message);
    try {
      const input = { id: id.take(), place: place.text, words: words.text };
      const { data } = await send({ variables: { input } });
      const answer = data?.reportUnlawful;
      if (answer?.__typename === 'Refusal') return fail(answer.field, answer.message);
      for (const each of [place, words, id]) each.forget();
      announce('Sent. A moderator reads it before anything else.');
      onSent();
    } catch (error) {
      const { title, advice } = explain(error);
      setFaults({ general: `${title}. ${advice}` });
    }
  };
  return (
    <form onSubmit={submit} className="max-w-measure space-y-5">
      <TextInput
        label="Where is it?"
        hint="The address of the page, as your browser shows it. For a comment, press the time beside the name first."
        value={place.text}
        onChange={place.setText}
        error={faults.place}
        inputMode="url"
        autoComplete="off"
      />
      <TextArea
        label="What is wrong with it?"
        hint="Which words, and which law if you know it. We keep no name of yours; do not put any in."
        value={words.text}
        onChange={words.setText}
        error={faults.words}
        limit={TEXT.reportWords.max}
        rows={5}
      />
      {faults.general && <Notice tone="error" live title={faults.general} />}
      <Button type="submit" pending={loading} pendingLabel="Sending">
        Send it to the moderators
      </Button>
    </form>
  );
}
