import { refusal } from '@clarion/deliberation';
import type { ConsultationInput, RuleTemplateName } from '../../graphql/generated/graphql';
import { useKeptText } from '../../ui/useKeptText';
import { endOfDay } from './londonTime';

/** What a convenor types, as it stands in the form. */
export interface FormValues {
  title: string;
  question: string;
  paper: string;
  questions: string[];
  /** The commission or CLP that puts it. */
  convener: string;
  /** The others it informs. */
  others: string[];
  template: RuleTemplateName;
  /** The last day of voting. */
  votesUntil: string;
  answersBy: string;
}

export const emptyForm: FormValues = {
  title: '',
  question: '',
  paper: '',
  questions: [''],
  convener: '',
  others: [],
  template: 'standard',
  votesUntil: '',
  answersBy: '',
};

/** The form as the API takes it. Empty questions are left out. */
export function inputFrom(id: string, values: FormValues): ConsultationInput {
  const { title, question, paper, template, answersBy, convener, others } = values;
  return {
    id,
    title,
    question,
    paper,
    template,
    answersBy,
    questions: values.questions.filter((each) => each.trim() !== ''),
    commissionIds: [convener, ...others.filter((other) => other !== convener)],
    votesUntil: endOfDay(values.votesUntil),
  };
}

export interface FormRefusal {
  message: string;
  field: string | null;
}

/** What cannot even be sent: a missing day. Everything else the API says itself. */
export function refuseForm({ votesUntil, answersBy, convener }: FormValues): FormRefusal | null {
  if (!convener) return refusal('commission_required', { field: 'commissionIds' });
  if (!votesUntil) return refusal('due_date_required', { field: 'votesUntil' });
  if (!answersBy) return refusal('due_date_required', { field: 'answersBy' });
  return null;
}

interface KeptForm {
  values: FormValues;
  change: (values: Partial<FormValues>) => void;
  forget: () => void;
  isKept: boolean;
}

/** The form, kept in this browser until it is saved. */
export function useKeptForm(key: string, initial: FormValues): KeptForm {
  const kept = useKeptText(`consultation-form:${key}`);
  const values = { ...initial, ...parse(kept.text) };
  return {
    values,
    change: (changed) => kept.setText(JSON.stringify({ ...values, ...changed })),
    forget: kept.forget,
    isKept: kept.isKept,
  };
}

/** What the browser kept, field by field where it has the right shape. */
function parse(text: string): Partial<FormValues> {
  if (!text) return {};
  try {
    const kept: unknown = JSON.parse(text);
    if (typeof kept !== 'object' || kept === null) return {};
    const fields: [string, unknown][] = Object.entries(kept);
    return Object.fromEntries(fields.filter(([name, value]) => hasShape(name, value)));
  } catch {
    return {};
  }
}

const shapes: [string, unknown][] = Object.entries(emptyForm);

function hasShape(name: string, value: unknown): boolean {
  const shape = shapes.find(([field]) => field === name)?.[1];
  if (Array.isArray(shape)) {
    return Array.isArray(value) && value.every((each) => typeof each === 'string');
  }
  return typeof shape === typeof value;
}
