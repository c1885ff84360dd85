import { type ReactNode, useEffect, useRef } from 'react';
import { Link, NavLink, useLocation } from 'react-router';

export interface RailItem {
  to: string;
  label: string;
  /** Current only on this exact address. */
  end?: boolean;
  /** Current on this page too, which has another address: a proposal under "Discuss". */
  isHere?: boolean;
}

interface Props {
  label: string;
  title?: ReactNode;
  items: readonly RailItem[];
  /** Below, on a desk: the promised date. */
  children?: ReactNode;
}

/** Where you are. A column on a desk; on a phone one row that scrolls sideways. */
export function Rail({ label, title, items, children }: Props) {
  const row = useRef<HTMLUListElement>(null);
  const { pathname } = useLocation();
  // On a phone what is current may lie beyond the edge.
  useEffect(() => {
    const here = pathname && row.current?.querySelector('[aria-current]');
    if (!row.current || !here) return;
    const [of, at] = [row.current.getBoundingClientRect(), here.getBoundingClientRect()];
    row.current.scrollLeft += at.left - of.left - (of.width - at.width) / 2;
  }, [pathname]);
  return (
    <nav aria-label={label} className="text-small desk:text-[1.0625rem]">
      {title && (
        <p className="mb-1 font-head text-body leading-tight font-bold desk:mb-3">{title}</p>
      )}
      <ul
        ref={row}
        className="-mx-5 flex overflow-x-auto border-b border-rule px-2 [scrollbar-width:none] desk:mx-0 desk:block desk:overflow-visible desk:border-b-0 desk:px-0"
      >
        {items.map((item) => (
          <li key={item.to} className="flex-none">
            <RailLink item={item} />
          </li>
        ))}
      </ul>
      {children && <div className="mt-6 hidden text-small text-ink-2 desk:block">{children}</div>}
    </nav>
  );
}

const look =
  'flex min-h-11 items-center border-b-4 border-transparent px-3 text-ink-2 no-underline outline-offset-[-3px] hover:text-ink hover:underline aria-[current]:border-claret aria-[current]:font-bold aria-[current]:text-claret desk:border-b-0 desk:border-l-[3px] desk:border-rule desk:px-3.5 desk:py-1 desk:leading-tight desk:aria-[current]:bg-fold';

function RailLink({ item: { to, label, end, isHere } }: { item: RailItem }) {
  if (isHere) {
    return (
      <Link to={to} aria-current="true" className={look}>
        {label}
      </Link>
    );
  }
  return (
    <NavLink to={to} end={end} className={look}>
      {label}
    </NavLink>
  );
}
