import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { paths } from '../paths';

/** The way to sign in that comes back to this very page. */
export function useSignInHere(): string {
  const { pathname, search } = useLocation();
  return paths.signIn({ next: pathname + search });
}

/** "Sign in to vote." Reading is open to all; acting asks who one is. */
export function SignInFirst({ to }: { to: ReactNode }) {
  const signIn = useSignInHere();
  return (
    <p className="py-2">
      <Link to={signIn} className="-my-2 inline-block py-2 font-[650]">
        Sign in
      </Link>{' '}
      {to}
    </p>
  );
}
