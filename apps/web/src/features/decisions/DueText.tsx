import { DateText } from '../../ui/DateText';
import { Icon } from '../../ui/Icon';
import { plural } from '../../ui/numbers';

interface Props {
  stop: { dueOn: string; doneAt: string | null; overdueDays: number };
  /** Begins with "By" where no label stands before it. */
  by?: boolean;
}

/** When the next stop is due: done, late by so many days, or still to come. */
export function DueText({ stop, by }: Props) {
  if (stop.doneAt) {
    return (
      <span>
        <Icon name="agree" className="text-agree" /> Done on{' '}
        <DateText iso={stop.doneAt} style="year" />
      </span>
    );
  }
  if (stop.overdueDays > 0) {
    return (
      <span className="font-[650] text-error">
        <Icon name="warning" /> Overdue by {plural(stop.overdueDays, 'day')}: it was due on{' '}
        <DateText iso={stop.dueOn} style="year" />
      </span>
    );
  }
  return (
    <span>
      {by && 'By '}
      <DateText iso={stop.dueOn} style="year" />
    </span>
  );
}
