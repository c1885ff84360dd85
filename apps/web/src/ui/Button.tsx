import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { Link, type LinkProps } from 'react-router';
import { classes } from './classes';
import { Icon, type IconName } from './Icon';

export type ButtonVariant = 'primary' | 'line' | 'bare';

interface Look {
  variant?: ButtonVariant;
  size?: 'normal' | 'small';
  icon?: IconName;
  /** As wide as what holds it. */
  wide?: boolean;
}

const variants: Record<ButtonVariant, string> = {
  primary:
    'border-claret bg-claret text-on-claret hover:border-claret-deep hover:bg-claret-deep aria-disabled:hover:bg-claret',
  line: 'border-claret bg-transparent text-claret hover:bg-fold',
  bare: 'border-transparent bg-transparent text-ink-2 hover:bg-fold hover:text-ink',
};

function look({ variant = 'primary', size = 'normal', wide }: Look, more?: string): string {
  return classes(
    'inline-flex items-center justify-center gap-2 rounded-md border-2 leading-tight font-[650] no-underline',
    'disabled:cursor-not-allowed disabled:opacity-60 aria-disabled:cursor-progress',
    size === 'small' ? 'min-h-11 py-1.5 text-small' : 'min-h-12 py-2.5 text-[1.0625rem]',
    variant === 'bare' ? 'px-2.5' : size === 'small' ? 'px-3.5' : 'px-5',
    variants[variant],
    wide && 'w-full',
    more,
  );
}

export interface ButtonProps extends Look, ButtonHTMLAttributes<HTMLButtonElement> {
  /** While true it keeps focus, says it is busy and ignores presses. */
  pending?: boolean;
  pendingLabel?: string;
  ref?: Ref<HTMLButtonElement>;
  children?: ReactNode;
}

export function Button(props: ButtonProps) {
  const { variant, size, icon, wide, pending, pendingLabel, className, children, ...rest } = props;
  return (
    <button
      type="button"
      {...rest}
      className={look({ variant, size, wide }, className)}
      aria-disabled={pending || rest['aria-disabled'] || undefined}
      aria-busy={pending || undefined}
      onClick={(event) => (pending ? event.preventDefault() : rest.onClick?.(event))}
    >
      {icon && <Icon name={icon} />}
      {pending && pendingLabel ? `${pendingLabel}…` : children}
    </button>
  );
}

export interface ButtonLinkProps extends Look, LinkProps {}

export function ButtonLink(props: ButtonLinkProps) {
  const { variant, size, icon, wide, className, children, ...rest } = props;
  return (
    <Link {...rest} className={look({ variant, size, wide }, className)}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  );
}
