import type { ReactNode } from 'react';
import { classes } from './classes';
import { Icon } from './Icon';
import { Thread } from './Thread';

interface Props {
  summary: ReactNode;
  /** Open at first; after that it is the reader's. */
  open?: boolean;
  onToggle?: (open: boolean) => void;
  className?: string;
  children: ReactNode;
}

/** Something more for those who want it. Works without script. */
export function Details({ summary, open, onToggle, className, children }: Props) {
  return (
    <details
      className={classes('group/details', className)}
      open={open}
      onToggle={(event) => onToggle?.(event.currentTarget.open)}
    >
      <summary className="inline-flex min-h-11 list-none items-center gap-1.5 font-[650] text-claret underline underline-offset-[0.18em] [&::-webkit-details-marker]:hidden">
        <Icon
          name="chevron"
          className="group-open/details:rotate-90 motion-safe:transition-transform"
        />
        {summary}
      </summary>
      <div className="pt-1 pb-2">{children}</div>
    </details>
  );
}

interface WhyProps {
  /** Why is this here? */
  question?: ReactNode;
  sentences: readonly { title: string; text: string }[];
  open?: boolean;
  onToggle?: (open: boolean) => void;
  /** Links below: recount, download. */
  children?: ReactNode;
}

/** The reasons behind a rank in full sentences, on the thread: they rest on the published votes. */
export function WhyBox(props: WhyProps) {
  const { question = 'Why is this here?', sentences, open, onToggle, children } = props;
  return (
    <Details summary={question} open={open} onToggle={onToggle}>
      <Thread>
        <ol className="max-w-[40em] space-y-2.5">
          {sentences.map(({ title, text }) => (
            <li key={title}>
              <b>{title}</b> {text}
            </li>
          ))}
        </ol>
        {children && <div className="mt-1 flex flex-wrap gap-x-6">{children}</div>}
      </Thread>
    </Details>
  );
}
