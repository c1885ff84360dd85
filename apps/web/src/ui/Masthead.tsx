import { Link, NavLink } from 'react-router';
import { classes } from './classes';
import { Icon, type IconName } from './Icon';
import { useDisclosure } from './useDisclosure';

export interface NavItem {
  to: string;
  label: string;
  /** Whether the reader is in this part; a part has several addresses. */
  isCurrent: boolean;
  icon?: IconName;
}

interface Props {
  home: string;
  search: string;
  settings: string;
  signIn: string;
  items: readonly NavItem[];
  /** Who is signed in; null for nobody, undefined while it is not known. */
  person: { name: string; detail: string } | null | undefined;
  /** Pages of an office they hold. */
  duties?: readonly { to: string; label: string }[];
  onSignOut: () => void;
  /** In a demonstration one changes person instead of signing out. */
  signInLabel?: string;
}

/** A claret field hung from a pole: where one can go, and who one is. */
export function Masthead(props: Props) {
  const { home, search, items } = props;
  const menu = useDisclosure();
  return (
    <header className="on-field print:hidden relative z-20 bg-field text-on-field">
      <div className="mx-auto flex min-h-15 max-w-page items-center gap-1 px-4 sm:px-5 desk:gap-4">
        <Link
          to={home}
          className="mr-auto inline-flex min-h-11 items-center gap-2 font-head text-[1.5rem] leading-none font-extrabold tracking-[-0.02em] no-underline desk:mr-0"
        >
          <Mark />
          Clarion
        </Link>
        <nav aria-label="Main" className="mr-auto ml-3 hidden gap-1 desk:flex">
          {items.map((item) => (
            <Link
              key={item.to}
              to={item.to}
              aria-current={item.isCurrent ? 'page' : undefined}
              className="inline-flex min-h-11 items-center border-y-3 border-transparent px-3 text-[1.0625rem] no-underline hover:underline aria-[current]:border-b-gilt aria-[current]:font-[650]"
            >
              {item.label}
            </Link>
          ))}
        </nav>
        <NavLink
          to={search}
          className="inline-flex min-h-11 min-w-11 items-center justify-center gap-1.5 px-1.5 text-small no-underline hover:underline"
        >
          <Icon name="search" />
          <span className="max-sm:sr-only">Search</span>
        </NavLink>
        <Account {...props} />
        <button
          type="button"
          {...menu.button}
          className="inline-flex min-h-11 min-w-11 items-center justify-center gap-1.5 px-1.5 text-small desk:hidden"
        >
          <Icon name={menu.isOpen ? 'close' : 'menu'} />
          Menu
        </button>
      </div>
      <div
        {...menu.panel}
        className={classes(
          'border-t border-[rgb(255_255_255/0.2)] px-2 pb-3',
          !menu.isOpen && 'hidden',
          'desk:hidden',
        )}
      >
        <PhoneMenu {...props} onGone={menu.close} />
      </div>
    </header>
  );
}

/** The way in for a visitor; on a desk the name, which opens what one can do as oneself. */
function Account({ person, signIn, settings, duties, onSignOut, signInLabel }: Props) {
  const account = useDisclosure();
  if (person === undefined) return <span className="hidden w-28 desk:block" />;
  if (person === null) {
    return (
      <Link
        to={signIn}
        className="inline-flex min-h-11 items-center px-1.5 text-small whitespace-nowrap no-underline hover:underline max-[21.5rem]:hidden desk:px-2"
      >
        Sign in
      </Link>
    );
  }
  return (
    <div className="relative hidden desk:block">
      <button
        type="button"
        {...account.button}
        className="inline-flex min-h-11 items-center gap-1.5 px-2 text-small hover:underline"
      >
        <Icon name="person" />
        <span className="sr-only">Signed in as </span>
        {person.name}
        <Icon name="down" className="size-[1em]" />
      </button>
      <div
        {...account.panel}
        className={classes(
          'absolute right-0 min-w-64 rounded-b-md border-2 border-t-0 border-field bg-sheet py-2 text-ink',
          !account.isOpen && 'hidden',
        )}
      >
        <p className="border-b border-rule px-4 pb-2 text-small text-ink-2">{person.detail}</p>
        <AccountActions
          {...{ signIn, settings, duties, signInLabel, onSignOut }}
          onGone={account.close}
          look="flex min-h-11 w-full items-center px-4 text-small no-underline hover:underline"
        />
      </div>
    </div>
  );
}

function AccountActions(
  props: Pick<Props, 'signIn' | 'settings' | 'duties' | 'signInLabel' | 'onSignOut'> & {
    look: string;
    onGone: () => void;
  },
) {
  const { signIn, settings, duties = [], signInLabel, onSignOut, look, onGone } = props;
  return (
    <>
      {duties.map(({ to, label }) => (
        <Link key={to} to={to} className={look} onClick={onGone}>
          {label}
        </Link>
      ))}
      <Link to={settings} className={look} onClick={onGone}>
        Settings
      </Link>
      {signInLabel && (
        <Link to={signIn} className={look} onClick={onGone}>
          {signInLabel}
        </Link>
      )}
      <button
        type="button"
        className={classes(look, 'text-left')}
        onClick={() => {
          onGone();
          onSignOut();
        }}
      >
        Sign out
      </button>
    </>
  );
}

const phoneLook =
  'flex min-h-12 w-full items-center px-3 text-body no-underline aria-[current]:font-bold aria-[current]:underline aria-[current]:decoration-gilt aria-[current]:decoration-3';

function PhoneMenu(props: Props & { onGone: () => void }) {
  const { items, person, signIn, onGone } = props;
  return (
    <>
      <nav aria-label="All parts">
        <ul>
          {items.map((item) => (
            <li key={item.to}>
              <Link
                to={item.to}
                aria-current={item.isCurrent ? 'page' : undefined}
                onClick={onGone}
                className={phoneLook}
              >
                {item.label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className="mt-2 border-t border-[rgb(255_255_255/0.2)] pt-2">
        {person ? (
          <>
            <p className="px-3 py-2 text-small text-on-field-2">
              Signed in as <b>{person.name}</b>, {person.detail}
            </p>
            <AccountActions {...props} look={phoneLook} />
          </>
        ) : (
          <Link to={signIn} className={phoneLook} onClick={onGone}>
            Sign in
          </Link>
        )}
      </div>
    </>
  );
}

/** The mark: a banner on its pole. */
function Mark() {
  return (
    <svg viewBox="0 0 30 30" className="size-[30px]" aria-hidden="true">
      <path d="M2 5h26" stroke="#F2B632" strokeWidth="3" strokeLinecap="round" />
      <path d="M5 8h20v18l-10-6-10 6z" fill="#FFF8EC" />
    </svg>
  );
}
