import { type FragmentType, getFragmentData, graphql } from '../../graphql/generated';
import { paths } from '../../paths';
import { ButtonLink } from '../../ui/Button';
import { SectionHead } from '../../ui/PageHeader';
import { SignInByCode } from './SignInByCode';
import { SignInByPasskey } from './SignInByPasskey';

const SignInWaysFragment = graphql(`
  fragment SignInWays on SignInWays {
    code
    passkey
    partyLogin
  }
`);

interface Props {
  ways: FragmentType<typeof SignInWaysFragment>;
  /** Where to go afterwards. */
  next: string;
  onSignedIn: () => Promise<void>;
}

/** The ways in that this server offers. */
export function SignInWays({ ways, next, onSignedIn }: Props) {
  const { code, passkey, partyLogin } = getFragmentData(SignInWaysFragment, ways);
  return (
    <>
      {partyLogin && (
        <section aria-labelledby="by-party" className="mb-12">
          <SectionHead title="With your party login" id="by-party" first />
          <p className="mb-4">
            The one you use for the party’s own website. You come back here afterwards.
          </p>
          <ButtonLink to={paths.partyLogin({ next })} reloadDocument>
            Go to the party’s login
          </ButtonLink>
        </section>
      )}
      {code && (
        <section aria-labelledby="by-code">
          <SectionHead title="With a code by email" id="by-code" first />
          <SignInByCode onSignedIn={onSignedIn} />
        </section>
      )}
      {passkey && (
        <section aria-labelledby="by-passkey">
          <SectionHead title="With a passkey" id="by-passkey" first={!code} />
          <p className="mb-4">
            If you have added one under Settings: your device knows who you are, and asks for your
            PIN, finger or face.
          </p>
          <SignInByPasskey onSignedIn={onSignedIn} />
        </section>
      )}
    </>
  );
}
