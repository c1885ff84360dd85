import { DueText } from './DueText';

interface Stop {
  name: string;
  dueOn: string;
  doneAt: string | null;
  overdueDays: number;
}

/** Where it goes next and by when, in a line; late is said as late. */
export function StopText({ stop }: { stop: Stop }) {
  return (
    <p className="text-fine leading-snug">
      {stop.name}. <DueText stop={stop} by />
    </p>
  );
}
