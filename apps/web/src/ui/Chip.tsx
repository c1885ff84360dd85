import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { classes } from './classes';
import { Icon, type IconName } from './Icon';

export type Tone = 'neutral' | 'claret' | 'agree' | 'disagree' | 'pass' | 'evidence' | 'error';

const tones: Record<Tone, string> = {
  neutral: 'bg-fold text-ink',
  claret: 'bg-fold text-claret',
  agree: 'bg-agree-wash text-agree',
  disagree: 'bg-disagree-wash text-disagree',
  pass: 'bg-pass-wash text-pass',
  evidence: 'bg-evidence-wash text-evidence',
  error: 'bg-error-wash text-error',
};

interface Props {
  tone?: Tone;
  icon?: IconName;
  /** Makes it a link. */
  to?: string;
  children: ReactNode;
}

/** A small rounded label, or a link when it leads somewhere. */
export function Chip({ tone = 'neutral', icon, to, children }: Props) {
  const look = classes(
    'inline-flex items-center gap-1.5 rounded-3xl py-0.5 pr-3 pl-2.5 text-small leading-tight',
    tones[tone],
    to ? 'min-h-11 no-underline hover:underline' : 'min-h-[1.9rem]',
  );
  const inside = (
    <>
      {icon && <Icon name={icon} />}
      {children}
    </>
  );
  return to ? (
    <Link to={to} className={look}>
      {inside}
    </Link>
  ) : (
    <span className={look}>{inside}</span>
  );
}

/** A word of state set in the line: "Official", "Withdrawn". */
export function Badge({ tone = 'neutral', icon, children }: Omit<Props, 'to'>) {
  return (
    <span
      className={classes(
        'inline-flex items-center gap-1 rounded-sm px-1.5 py-0.5 text-fine leading-tight font-[650]',
        tones[tone],
      )}
    >
      {icon && <Icon name={icon} />}
      {children}
    </span>
  );
}
