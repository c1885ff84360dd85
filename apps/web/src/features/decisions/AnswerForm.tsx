import { TEXT, ukDay } from '@clarion/deliberation';
import { type FormEvent, useEffect, useId, useRef } from 'react';
import { Button } from '../../ui/Button';
import { bodyInSentence, bodyName } from '../../ui/bodyNames';
import { RadioGroup } from '../../ui/Choose';
import { TextArea, TextInput } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import { Select } from '../../ui/Select';
import { type AnswerDraft, useAnswerDraft } from './answerDraft';
import type { AnswerBody } from './answeringBodies';
import { MergeTarget } from './MergeTarget';
import { outcomeChoices } from './outcomes';
import { useAnswer } from './useAnswer';

export interface ReferBody {
  id: string;
  kind: string;
  name: string;
}

interface Props {
  consultationId: string;
  proposalId: string;
  /** The bodies the viewer may answer for here, at least one. */
  bodies: readonly AnswerBody[];
  referTo: readonly ReferBody[];
  /** Next stops that were written before, to choose from. */
  stops: readonly string[];
  /** What the last answer had, to begin with. */
  begin: Partial<AnswerDraft>;
  withKeys: boolean;
  /** Grows when a number key chose an outcome: then one goes on with what that needs. */
  keyed: number;
  onSent: (draft: AnswerDraft) => void;
}

/** The answer: what, why, where next, by when. Nothing that was typed is lost before it is taken. */
export function AnswerForm(props: Props) {
  const { consultationId, proposalId, bodies, referTo, stops, begin, withKeys, keyed } = props;
  const only = bodies.length === 1 ? bodies[0]?.id : undefined;
  const kept = useAnswerDraft(proposalId, { ...begin, bodyId: begin.bodyId || only || '' });
  const { draft, change } = kept;
  const { faults, problem, isSending, send } = useAnswer(proposalId);
  const form = useRef<HTMLFormElement>(null);
  const listId = useId();
  useEffect(() => {
    if (keyed > 0) goOnFrom(form.current);
  }, [keyed]);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await send(draft)) {
      kept.forget();
      props.onSent(draft);
    } else {
      requestAnimationFrame(() => focusFault(form.current));
    }
  };
  return (
    <form ref={form} onSubmit={submit} noValidate className="space-y-6">
      <ForBody bodies={bodies} draft={draft} change={change} error={faults.bodyId} />
      <RadioGroup
        legend="The answer"
        error={faults.outcome}
        value={draft.outcome}
        onChange={(outcome) => change({ outcome })}
        options={outcomeChoices.map(({ value, label, hint }, index) => ({
          value,
          hint,
          label: (
            <>
              {label}
              {withKeys && (
                <span aria-hidden="true" className="key ml-2 max-desk:hidden">
                  {index + 1}
                </span>
              )}
            </>
          ),
        }))}
      />
      {draft.outcome === 'merge' && (
        <MergeTarget
          consultationId={consultationId}
          proposalId={proposalId}
          value={draft.mergedInto}
          onChange={(mergedInto) => change({ mergedInto })}
          error={faults.mergedIntoId}
        />
      )}
      {draft.outcome === 'refer' && (
        <Select
          label="To which body?"
          error={faults.referredToId ?? null}
          value={draft.referredToId}
          onChange={(referredToId) => change({ referredToId })}
          options={[
            { value: '', label: 'Choose a body' },
            ...referTo
              .filter(({ id }) => id !== draft.bodyId)
              .map((body) => ({ value: body.id, label: bodyName(body) })),
          ]}
        />
      )}
      <TextArea
        name="reason"
        label="The reason, in plain words"
        hint="For the people who backed it. It is published as you write it."
        value={draft.reason}
        onChange={(reason) => change({ reason })}
        limit={TEXT.reason.max}
        error={faults.reason}
      />
      <TextInput
        name="nextStop"
        label="Next stop"
        hint="Where it goes now: a meeting, a draft, a body."
        value={draft.nextStop}
        onChange={(nextStop) => change({ nextStop })}
        error={faults.nextStop}
        list={listId}
        autoComplete="off"
      />
      <datalist id={listId}>
        {stops.map((stop) => (
          <option key={stop} value={stop} />
        ))}
      </datalist>
      <TextInput
        name="dueOn"
        type="date"
        label="By when"
        min={ukDay(new Date())}
        className="max-w-[13rem]"
        value={draft.dueOn}
        onChange={(dueOn) => change({ dueOn })}
        error={faults.dueOn}
      />
      {problem && (
        <Notice tone="error" title="The answer was not sent" live>
          <p>{problem}</p>
        </Notice>
      )}
      <Button type="submit" icon="send" pending={isSending} pendingLabel="Sending">
        Send the answer
      </Button>
    </form>
  );
}

interface ForBodyProps {
  bodies: readonly AnswerBody[];
  draft: AnswerDraft;
  change: (changes: Partial<AnswerDraft>) => void;
  error: string | undefined;
}

/** Whose answer it is: the offices one holds that may answer here. */
function ForBody({ bodies, draft, change, error }: ForBodyProps) {
  const [first] = bodies;
  if (bodies.length === 1 && first) {
    return (
      <p className="text-small text-ink-2">
        You answer for {bodyInSentence(first)}, as its {first.office}.
      </p>
    );
  }
  return (
    <RadioGroup
      legend="For which body"
      error={error ?? null}
      value={draft.bodyId}
      onChange={(bodyId) => change({ bodyId })}
      options={bodies.map((body) => ({
        value: body.id,
        label: `${bodyName(body)}, as its ${body.office}`,
      }))}
    />
  );
}

/** What the chosen outcome asks for next: a target, or the reason. */
function goOnFrom(form: HTMLFormElement | null): void {
  const next = form?.querySelector<HTMLElement>('[name="mergedIntoId"], select, [name="reason"]');
  next?.focus();
}

function focusFault(form: HTMLFormElement | null): void {
  const wrong = form?.querySelector<HTMLElement>('[aria-invalid="true"], .border-error input');
  wrong?.focus();
}
