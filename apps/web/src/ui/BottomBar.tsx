import { Link } from 'react-router';
import { Icon } from './Icon';
import type { NavItem } from './Masthead';

/** The three things one does on a phone, under the thumb. */
export function BottomBar({ items }: { items: readonly NavItem[] }) {
  return (
    <nav
      aria-label="Quick"
      className="print:hidden fixed inset-x-0 bottom-0 z-10 grid auto-cols-fr grid-flow-col border-t border-rule bg-sheet pb-[env(safe-area-inset-bottom)] desk:hidden"
    >
      {items.map((item) => (
        <Link
          key={item.to}
          to={item.to}
          aria-current={item.isCurrent ? 'page' : undefined}
          className="flex min-h-15 flex-col items-center justify-center gap-0.5 border-t-4 border-transparent text-fine leading-none text-ink-2 no-underline outline-offset-[-4px] aria-[current]:border-claret aria-[current]:font-bold aria-[current]:text-claret"
        >
          {item.icon && <Icon name={item.icon} />}
          {item.label}
        </Link>
      ))}
    </nav>
  );
}
