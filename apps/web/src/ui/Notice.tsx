import type { ReactNode } from 'react';
import { classes } from './classes';
import { Icon, type IconName } from './Icon';

export type NoticeTone = 'info' | 'good' | 'warning' | 'error';

const looks: Record<NoticeTone, { box: string; icon: IconName; ink: string }> = {
  info: { box: 'border-evidence bg-evidence-wash', icon: 'info', ink: 'text-evidence' },
  good: { box: 'border-agree bg-agree-wash', icon: 'agree', ink: 'text-agree' },
  warning: { box: 'border-edge bg-fold', icon: 'warning', ink: 'text-ink' },
  error: { box: 'border-error bg-error-wash', icon: 'warning', ink: 'text-error' },
};

interface Props {
  tone?: NoticeTone;
  title?: ReactNode;
  children?: ReactNode;
  /** Read out at once when it appears; for what happened to the thing just done. */
  live?: boolean;
}

/** A boxed message: overdue, refused, thanks. */
export function Notice({ tone = 'info', title, children, live }: Props) {
  const { box, icon, ink } = looks[tone];
  const role = tone === 'error' ? 'alert' : 'status';
  return (
    <div className={classes('border-l-[6px] px-4 py-3.5', box)} role={live ? role : undefined}>
      {title && (
        <p className={classes('flex items-start gap-2 font-bold', ink)}>
          <Icon name={icon} className="mt-[0.18em]" />
          <span>{title}</span>
        </p>
      )}
      {children && <div className={classes('space-y-2', title && 'mt-1')}>{children}</div>}
    </div>
  );
}
