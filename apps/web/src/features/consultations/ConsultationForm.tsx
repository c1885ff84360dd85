import { TEXT } from '@clarion/deliberation';
import { useEffect, useRef, useState } from 'react';
import { explain } from '../../graphql/explain';
import type { RuleTemplateName } from '../../graphql/generated/graphql';
import { Button } from '../../ui/Button';
import { CheckboxGroup, RadioGroup } from '../../ui/Choose';
import { Details } from '../../ui/Details';
import { TextArea, TextInput } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import { Select } from '../../ui/Select';
import { type FormRefusal, type FormValues, refuseForm, useKeptForm } from './consultationForm';
import { londonDay } from './londonTime';
import { PaperField } from './PaperField';
import { QuestionList } from './QuestionList';

interface Named {
  id: string;
  name: string;
}

export interface Template {
  key: RuleTemplateName;
  name: string;
  description: string;
  sentences: readonly string[];
}

interface Props {
  /** What the kept text belongs to. */
  formKey: string;
  initial: FormValues;
  /** Bodies the viewer runs consultations for. */
  conveners: readonly Named[];
  commissions: readonly Named[];
  templates: readonly Template[];
  /** Once it has opened, rules and commissions stay as they are. */
  isFrozen: boolean;
  isNew: boolean;
  /** Saves it; a refusal comes back, a fault is thrown. */
  onSave: (values: FormValues) => Promise<FormRefusal | null>;
}

/** The paper and its frame. What is typed is kept until it is saved. */
export function ConsultationForm(props: Props) {
  const { formKey, initial, isFrozen, isNew, onSave } = props;
  const { values, change, forget, isKept } = useKeptForm(formKey, initial);
  const [refused, setRefused] = useState<FormRefusal | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  const [isSaving, setSaving] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (refused) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [refused]);
  const errorAt = (field: string) => (refused?.field === field ? refused.message : null);
  const save = async () => {
    setFault(null);
    const early = refuseForm(values);
    setRefused(early);
    if (early) return;
    setSaving(true);
    try {
      const late = await onSave(values);
      if (late) setRefused({ ...late });
      else forget();
    } catch (error) {
      setFault(error);
    }
    setSaving(false);
  };
  const problem = fault ? explain(fault).advice : refused?.message;
  return (
    <form
      ref={form}
      noValidate
      className="space-y-8"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {isKept && (
        <Notice title="Not saved yet">
          <p>
            What you typed is kept on this device.{' '}
            <Button variant="bare" size="small" className="text-claret! underline" onClick={forget}>
              {isNew ? 'Empty the form' : 'Go back to what is saved'}
            </Button>
          </p>
        </Notice>
      )}
      <TextInput
        label="Title"
        value={values.title}
        error={errorAt('title')}
        hint={`What it is about, in a few words: ${TEXT.title.max} letters at most.`}
        onChange={(title) => change({ title })}
      />
      <TextArea
        label="What is asked, in one sentence"
        rows={2}
        className="min-h-[4.5rem]!"
        limit={TEXT.question.max}
        value={values.question}
        error={errorAt('question')}
        onChange={(question) => change({ question })}
      />
      <PaperField
        value={values.paper}
        error={errorAt('paper')}
        onChange={(paper) => change({ paper })}
      />
      <QuestionList
        questions={values.questions}
        error={errorAt('questions')}
        onChange={(questions) => change({ questions })}
      />
      {!isFrozen && (
        <>
          <Commissions
            {...props}
            values={values}
            change={change}
            error={errorAt('commissionIds')}
          />
          <RulesChoice templates={props.templates} values={values} change={change} />
        </>
      )}
      <Dates values={values} change={change} errorAt={errorAt} />
      {problem && (
        <Notice tone="error" title="It was not saved" live>
          <p>{problem}</p>
        </Notice>
      )}
      <Button type="submit" pending={isSaving} pendingLabel="Saving">
        {isNew ? 'Save it, in preparation' : 'Save the changes'}
      </Button>
    </form>
  );
}

interface PartProps {
  values: FormValues;
  change: (values: Partial<FormValues>) => void;
}

function Commissions(
  props: PartProps & Pick<Props, 'conveners' | 'commissions' | 'isNew'> & { error: string | null },
) {
  const { values, change, conveners, commissions, isNew, error } = props;
  const others = commissions.filter(({ id }) => id !== values.convener);
  return (
    <div className="space-y-6">
      {isNew && (
        <Select
          label="Who puts it"
          hint="It answers what members propose."
          error={error}
          value={values.convener}
          options={conveners.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(convener) => change({ convener })}
        />
      )}
      <CheckboxGroup
        legend="Which other commissions does it inform?"
        options={others.map(({ id, name }) => ({ value: id, label: name }))}
        value={values.others}
        onChange={(chosen) => change({ others: chosen })}
      />
    </div>
  );
}

function RulesChoice({ templates, values, change }: PartProps & Pick<Props, 'templates'>) {
  const chosen = templates.find(({ key }) => key === values.template);
  return (
    <div>
      <RadioGroup
        legend="Rules"
        hint="They are copied when it opens, and nobody can change them after."
        options={templates.map(({ key, name, description }) => ({
          value: key,
          label: name,
          hint: description,
        }))}
        value={values.template}
        onChange={(template) => change({ template })}
      />
      {chosen && (
        <Details summary={`What the ${chosen.name.toLowerCase()} rules say`} open>
          <ul className="max-w-measure list-disc space-y-1.5 pl-6 text-small">
            {chosen.sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Details>
      )}
    </div>
  );
}

function Dates({
  values,
  change,
  errorAt,
}: PartProps & { errorAt: (field: string) => string | null }) {
  const today = londonDay(new Date());
  return (
    <div className="flex flex-wrap gap-x-8 gap-y-6">
      <TextInput
        type="date"
        label="Last day of voting"
        hint="Until midnight in London."
        min={today}
        value={values.votesUntil}
        error={errorAt('votesUntil')}
        onChange={(votesUntil) => change({ votesUntil })}
      />
      <TextInput
        type="date"
        label="Answers by"
        hint="You promise this date in public."
        min={values.votesUntil || today}
        value={values.answersBy}
        error={errorAt('answersBy')}
        onChange={(answersBy) => change({ answersBy })}
      />
    </div>
  );
}
