import { Notice } from '../../ui/Notice';

const words: Record<string, string> = {
  unreachable:
    'The party’s login does not answer at the moment. Try again in a few minutes, or choose another way.',
  lost: 'Signing in there took too long, was tried twice, or began in another browser. Try again from here.',
  declined: 'You did not sign in there. Nothing has happened; try again, or choose another way.',
  failed: 'The party’s login answered in a way that we could not check. Try again from here.',
  not_asked_again:
    'The party’s login sent you back without asking who you are, so nothing is confirmed. Sign out there and try again, or confirm in another way.',
  no_number:
    'The party’s login did not tell us your membership number, so we cannot find you on the roll. Ask the people who run this site.',
  not_on_roll:
    'Your membership number is not on the roll here. If you have just joined, it may take some days to arrive; otherwise ask your CLP’s secretary.',
  lapsed:
    'Your membership has lapsed. You can read everything; to take part, renew it with the party.',
};

/** Why nobody came back from the party's login, in words. */
export function PartyLoginProblem({ problem }: { problem: string }) {
  return (
    <Notice
      tone="error"
      title={problem === 'not_asked_again' ? 'Nothing is confirmed' : 'You are not signed in'}
      live
    >
      <p>{words[problem] ?? words['failed']}</p>
    </Notice>
  );
}
