import { useMutation } from '@apollo/client/react';
import {
  addDays,
  appealUntil,
  type Breach,
  refuseText,
  SUSPENSION_DAYS,
  sayToAuthor,
  TEXT,
} from '@clarion/deliberation';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { explain } from '../../graphql/explain';
import { getFragmentData } from '../../graphql/generated';
import type { LoggedActFragment as LoggedAct } from '../../graphql/generated/graphql';
import { Button } from '../../ui/Button';
import { TextArea } from '../../ui/Field';
import type { Found } from '../../ui/FindOne';
import { Notice } from '../../ui/Notice';
import { Select } from '../../ui/Select';
import { useKeptId } from '../../ui/useKeptId';
import { useViewer } from '../accounts/viewer';
import { DOING, type Doing, type ModeratedThing } from './doing';
import { LoggedActFragment } from './fragments';
import { ModerateDocument, SuspendDocument } from './mutations';
import { breachChoices, parseBreach } from './reasons';
import { TargetField } from './TargetField';

interface Props {
  thing: ModeratedThing;
  doing: Doing;
  /** What most reports say. */
  suggested: Breach | null;
  /** In the queue, where one key leads here and the next ones choose the reason and do it. */
  isByKeys?: boolean;
  onDone: (act: LoggedAct) => void;
  onClose: () => void;
}

/** The reason, the note and what the author will read, before it is done. */
export function ModerateForm({ thing, doing, suggested, isByKeys, onDone, onClose }: Props) {
  const options = breachChoices(doing);
  const first = options.find(({ value }) => value === suggested) ?? options[0];
  const [reason, setReason] = useState<Breach>(first?.value ?? 'other_rule');
  const [note, setNote] = useState('');
  const [target, setTarget] = useState<Found | null>(null);
  const [days, setDays] = useState<number>(7);
  const [faults, setFaults] = useState<Record<string, string>>({});
  const id = useKeptId(`moderate:${thing.id}:${doing}`);
  const [act, { loading: isActing }] = useMutation(ModerateDocument);
  const [suspend, { loading: isSuspending }] = useMutation(SuspendDocument);
  const form = useRef<HTMLFormElement>(null);
  const needsTarget = doing === 'move' || doing === 'merge';
  useEffect(() => {
    // In a dialog one is still choosing what to do.
    if (!isByKeys) return;
    // Where there is something to choose first, the search for it; else Enter does it.
    const wanted = needsTarget ? 'input' : 'button[type="submit"]';
    form.current?.querySelector<HTMLElement>(wanted)?.focus();
  }, [isByKeys, needsTarget]);

  const send = async () => {
    const common = { id: id.take(), aboutId: thing.id, reason, note };
    if (doing === 'suspend') {
      return (await suspend({ variables: { input: { ...common, days } } })).data?.suspend;
    }
    const input = { ...common, act: doing, toId: target?.id ?? null };
    return (await act({ variables: { input } })).data?.moderate;
  };
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    const wrong = refuseText(note, TEXT.moderationNote)?.message;
    setFaults(wrong ? { note: wrong } : {});
    if (wrong) return;
    try {
      const answer = await send();
      if (answer?.__typename === 'Refusal') {
        setFaults({ [answer.field ?? 'general']: answer.message });
      } else if (answer) {
        id.forget();
        onDone(getFragmentData(LoggedActFragment, answer));
      }
    } catch (error) {
      const { title, advice } = explain(error);
      setFaults({ general: `${title}. ${advice}` });
    }
  };
  return (
    <form
      ref={form}
      onSubmit={onSubmit}
      className="space-y-5 border-l-4 border-claret pl-4"
      data-moderating
    >
      <Select
        label="The reason"
        hint={isByKeys && <span className="max-desk:hidden">Or press 1 to 9.</span>}
        options={options.map(({ value, label }, at) => ({ value, label: `${at + 1}. ${label}` }))}
        value={reason}
        onChange={(value) => setReason(parseBreach(value) ?? reason)}
        error={faults.reason}
      />
      {needsTarget && (
        <TargetField
          thing={thing}
          isMove={doing === 'move'}
          value={target}
          onChange={setTarget}
          error={faults.toId}
        />
      )}
      {doing === 'suspend' && (
        <Select
          label="For how long"
          options={SUSPENSION_DAYS.map((each) => ({
            value: String(each),
            label: each === 1 ? '1 day' : `${each} days`,
          }))}
          value={String(days)}
          onChange={(value) => setDays(Number(value))}
          error={faults.days}
        />
      )}
      {doing !== 'keep' && (
        <>
          <TextArea
            label="A note to the author"
            optional={reason !== 'other_rule'}
            hint="Only they and moderators read it."
            value={note}
            onChange={setNote}
            error={faults.note}
            rows={2}
          />
          <ToAuthor {...{ thing, doing, reason, note, days }} target={target?.label ?? null} />
        </>
      )}
      {faults.general && <Notice tone="error" live title={faults.general} />}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" pending={isActing || isSuspending} pendingLabel="Acting">
          {DOING[doing].submit}
        </Button>
        <Button variant="bare" onClick={onClose}>
          Not now
        </Button>
      </div>
    </form>
  );
}

interface PreviewProps {
  thing: ModeratedThing;
  doing: Doing;
  reason: Breach;
  note: string;
  days: number;
  target: string | null;
}

/** The message the author will read, word for word. */
function ToAuthor({ thing, doing, reason, note, days, target }: PreviewProps) {
  const viewer = useViewer();
  const office = viewer?.offices.find((held) => held.office === 'moderator');
  const now = new Date();
  const paragraphs = sayToAuthor({
    act: doing,
    reason,
    kind: thing.kind,
    bodyName: office ? nameOf(office.body) : 'the party',
    at: now,
    note,
    target,
    until: doing === 'suspend' ? new Date(`${addDays(dayOf(now), days)}T${timeOf(now)}`) : null,
    appealUntil: appealUntil(now),
  });
  return (
    <section aria-label="What the author will read" className="bg-fold px-4 py-3 text-small">
      <p className="font-bold">What the author will read</p>
      {paragraphs.map((paragraph) => (
        <p key={paragraph} className="mt-1.5">
          {paragraph}
        </p>
      ))}
    </section>
  );
}

const dayOf = (at: Date) => at.toISOString().slice(0, 10);
const timeOf = (at: Date) => at.toISOString().slice(11);
const nameOf = ({ kind, name }: { kind: string; name: string }) =>
  kind === 'clp' ? name : `the ${name}`;
