import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Fates } from '../features/personal-data/Fates';
import { paths } from '../paths';
import { PageBody } from '../ui/PageBody';
import { PageHeader, SectionHead } from '../ui/PageHeader';

interface Held {
  what: string;
  why: string;
  howLong: string;
  who: string;
}

const HELD: readonly Held[] = [
  {
    what: 'Your entry on the party’s roll: membership number, name, standing, CLP, the days you joined and lapsed.',
    why: 'To know who belongs to the party and may take part.',
    howLong: 'As long as you are on the roll, and after it until you are erased.',
    who: 'Your name and CLP: everybody, beside what you sent. The rest: you; administrators, who find you by your number alone. Nobody is given a list of members.',
  },
  {
    what: 'Your email address, and the ones before.',
    why: 'To send you codes to sign in and what you asked to be told.',
    howLong:
      'Until you change it; addresses before stay, so that a theft shows, until you are erased.',
    who: 'You alone. Societies and CLPs never see it, nor do administrators see more than its first letters.',
  },
  {
    what: 'Interests and skills you stated.',
    why: 'To show you what concerns you.',
    howLong: 'Until you change them.',
    who: 'You alone.',
  },
  {
    what: 'Where you are signed in: browser and times, to the hour. Passkeys: their public keys.',
    why: 'To know that it is you.',
    howLong: 'A session ends after 30 days; a passkey stays until you take it away.',
    who: 'You alone.',
  },
  {
    what: 'Proposals, comments, evidence, in all their versions.',
    why: 'They are what you came to say, and the story of each is told to its end.',
    howLong: 'For good, unless you are erased. What you take back stays, marked.',
    who: 'Everybody. What a moderator hid: you and moderators.',
  },
  {
    what: 'How you voted, what matters most to you, and whether an answer met the point.',
    why: 'To count it.',
    howLong:
      'The counts for good. That they are yours can be told only with a key outside the database, which is destroyed 28 days after a consultation ends.',
    who: 'Nobody sees who voted how. Scrutineers see votes by number, without names. No count of fewer than ten people is shown.',
  },
  {
    what: 'In your own browser: the votes you cast in it, the random numbers that open them, and your receipts.',
    why: 'So that you can check that they were counted.',
    howLong: 'Until you empty its storage. Signing out leaves them there.',
    who: 'Whoever can use your browser.',
  },
  {
    what: 'Comments you found good points, reports and appeals you sent, and what moderators did and wrote to you.',
    why: 'To count, and to keep the discussion decent.',
    howLong: 'For good, unless you are erased.',
    who: 'Which comments you found good points: you alone; others see how many did. The rest: you and moderators. That something was done stands in a public log without names.',
  },
  {
    what: 'The offices you hold and held, and what you did in them.',
    why: 'A body answers for its acts.',
    howLong: 'For good. Your name goes with you when you are erased.',
    who: 'Everybody.',
  },
  {
    what: 'The public record: that you did something, when and about what, by a number that leads to your name.',
    why: 'So that nothing is lost or changed unseen.',
    howLong: 'For good. It holds no words of yours.',
    who: 'Everybody.',
  },
  {
    what: 'A scrambled form of your network address, to slow down anyone who asks too often.',
    why: 'Against attacks.',
    howLong: 'It changes every day and cannot be turned back. Logs hold no addresses and no names.',
    who: 'Nobody.',
  },
];

/** What is held about people, in plain words. */
export default function PrivacyPage() {
  return (
    <PageBody narrow>
      <PageHeader title="Privacy">
        <p>
          What is held about you here, why, for how long, and who sees it. Political opinions are
          among the most private things the law knows; that is why votes are secret, even from those
          who run this site as far as that can be done.
        </p>
      </PageHeader>
      <SectionHead title="What is held" first />
      <ul className="border-t-2 border-ink">
        {HELD.map((one) => (
          <HeldItem key={one.what} {...one} />
        ))}
      </ul>
      <p className="mt-4">
        One cookie keeps you signed in, and one remembers for an hour that it was this browser that
        asked for a code. On a site with several databases a third remembers, for an hour, when you
        last sent something, so that you always see it. There is no tracking, nothing is fetched
        from other sites, and nothing is sold or handed on.
      </p>
      <SectionHead title="See it, put it right" />
      <div className="space-y-3">
        <p>
          Under <Link to={paths.settings()}>Settings</Link>, “Your data”, you download everything
          that is held about you, and change the name you sign with. Your address you change there
          too. Your standing, your CLP and your days come from the party’s roll: ask the party’s
          membership department.
        </p>
        <p>
          Opinion groups are found from votes alone, under pseudonyms; which one you are in is shown
          to nobody but you.
        </p>
      </div>
      <SectionHead title="Have it erased" />
      <p>
        You do it yourself under <Link to={paths.settings()}>Settings</Link>. Where you can no
        longer sign in, because your membership lapsed or your address is gone, the party does it
        for you: ask its data protection officer, who makes sure that it is you.
      </p>
      <Fates />
      <SectionHead title="What cannot be promised" />
      <div className="space-y-3">
        <p>
          Whoever has full control of the running server could link votes to members while the key
          exists. Whoever read or downloaded your words before has them still.
        </p>
        <p>
          If you think that something is held that should not be, tell the party. You can also
          complain to the Information Commissioner.
        </p>
      </div>
    </PageBody>
  );
}

function HeldItem({ what, why, howLong, who }: Held) {
  return (
    <li className="border-b border-rule py-4">
      <h3 className="text-body">{what}</h3>
      <dl className="mt-2 grid gap-x-4 gap-y-1.5 desk:grid-cols-[7rem_minmax(0,1fr)]">
        <Fact name="Why">{why}</Fact>
        <Fact name="How long">{howLong}</Fact>
        <Fact name="Who sees it">{who}</Fact>
      </dl>
    </li>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="desk:contents">
      <dt className="text-small text-ink-2">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
