import { paths } from '../../paths';
import { ButtonLink } from '../../ui/Button';
import { Notice } from '../../ui/Notice';

/** For whoever is here by a code, and whose office waits for a first passkey: the two ways to it. */
export function SecondProof({ hasPartyLogin }: { hasPartyLogin: boolean }) {
  return (
    <div className="mb-6">
      <Notice tone="warning" title="Your office needs more than a code before its first passkey">
        <p>
          A code shows only that somebody reads your mail.{' '}
          {hasPartyLogin ? 'Sign in with the party’s own login, or ask' : 'Ask'} whoever runs this
          server for a link to sign in, which they give to you in person. Then come back here and
          add your passkey.
        </p>
        {hasPartyLogin && (
          <ButtonLink
            to={paths.partyLogin({ next: paths.settings() })}
            variant="line"
            reloadDocument
          >
            Go to the party’s login
          </ButtonLink>
        )}
      </Notice>
    </div>
  );
}
