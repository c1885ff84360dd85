import { lazy, Suspense, useRef } from 'react';
import {
  Link,
  type Location,
  Outlet,
  ScrollRestoration,
  useLocation,
  useNavigation,
} from 'react-router';
import { useOtherTabs } from '../features/accounts/everythingAnew';
import { describeOffices } from '../features/accounts/offices';
import { PasskeyBanner } from '../features/accounts/PasskeyBanner';
import { useShell, useSignOut } from '../features/accounts/viewer';
import { HoldBanner } from '../features/contacts/HoldBanner';
import { useReceipts } from '../features/record/useReceipts';
import { useVoteReceipts } from '../features/record/useVoteReceipts';
import { useBallotSender } from '../features/voting/ballotQueue';
import { useVoteSender } from '../features/voting/voteQueue';
import { useConfirmingAsked } from '../graphql/confirming';
import { useConnectionWatch } from '../graphql/useConnectionWatch';
import { paths } from '../paths';
import { Announcer } from '../ui/announce';
import { BottomBar } from '../ui/BottomBar';
import { DemoBanner, OfflineBanner } from '../ui/banners';
import { Footer } from '../ui/Footer';
import { Masthead } from '../ui/Masthead';
import { SkipLink } from '../ui/SkipLink';
import { Toaster, toast } from '../ui/toast';
import { mainNavigation, quickNavigation } from './navigation';
import { useFocusOnNavigation } from './useFocusOnNavigation';

/** Fetched when somebody is asked: few ever are. */
const ConfirmDialog = lazy(async () => {
  const { ConfirmDialog } = await import('../features/accounts/ConfirmDialog');
  return { default: ConfirmDialog };
});

const LICENCE = 'https://www.gnu.org/licenses/agpl-3.0.html';

/** Whatever is loaded anew has the same key, so how far down one was is kept by its address. */
const placeOf = ({ key, pathname }: Location) => (key === 'default' ? pathname : key);

/** The frame of every page. */
export function Layout() {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const isGoing = useNavigation().state !== 'idle';
  const { viewer, isDemo } = useShell();
  const signOut = useSignOut();
  const settle = useConfirmingAsked();
  useFocusOnNavigation(main);
  useOtherTabs();
  useVoteSender(viewer?.member.id);
  useBallotSender(viewer?.member.id);
  useReceipts(viewer?.member.id);
  useVoteReceipts(viewer?.member.id);

  const leave = () =>
    signOut().catch(() => toast({ tone: 'error', text: 'You are still signed in. Try again.' }));

  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <Masthead
        home={paths.consultations()}
        search={paths.search()}
        settings={paths.settings()}
        signIn={paths.signIn({ next: pathname === paths.signIn() ? undefined : pathname })}
        items={mainNavigation(pathname)}
        person={viewer && { name: viewer.member.displayName, detail: describeOffices(viewer) }}
        duties={viewer?.isModerator ? [{ to: paths.moderation(), label: 'Moderation' }] : []}
        onSignOut={leave}
        signInLabel={isDemo ? 'Change person' : undefined}
      />
      <OfflineBanner state={useConnectionWatch()} />
      {isDemo && (
        <DemoBanner>
          <Link to={paths.signIn()}>{viewer ? 'Change person' : 'Choose who to be'}</Link>
        </DemoBanner>
      )}
      {viewer?.heldUntil && <HoldBanner until={viewer.heldUntil} />}
      {viewer?.needsPasskey && <PasskeyBanner offices={viewer.officesWaiting} />}
      <main
        id="main"
        ref={main}
        tabIndex={-1}
        aria-busy={isGoing}
        className="outline-none focus:shadow-none"
      >
        <Outlet />
      </main>
      <Footer>
        <Link to={paths.count()}>Nothing is lost: the public count</Link>
        <Link to={paths.moderationLog()}>What moderators did</Link>
        <Link to={paths.reportUnlawful()}>Report something unlawful</Link>
        <Link to={paths.record()}>The record: check it yourself</Link>
        <Link to={paths.privacy()}>Privacy</Link>
        <a href={LICENCE}>Free software under the AGPL 3.0</a>
      </Footer>
      <BottomBar items={quickNavigation(pathname)} />
      {settle && (
        <Suspense>
          <ConfirmDialog onSettled={settle} />
        </Suspense>
      )}
      <Announcer />
      <Toaster />
      <ScrollRestoration getKey={placeOf} />
    </div>
  );
}
