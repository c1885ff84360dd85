import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';
import { NotFoundPage } from '../pages/NotFoundPage';
import { patterns } from '../paths';
import { PageBody } from '../ui/PageBody';
import { Loading } from '../ui/states';
import { Layout } from './Layout';
import { RouteError } from './RouteError';

type PageModule = { default: ComponentType };

/** Stands in for a page whose code did not come: its route says so. */
export function NotFetched(): never {
  throw new Error('Importing the module of this page failed.');
}

/**
 * A page has one file in src/pages with a default export; its code is fetched when it is opened. What does
 * not come is no fault of the route: React Router would show nothing at all, not even the error element.
 */
function page(path: string, load: () => Promise<PageModule>): RouteObject {
  return {
    path,
    lazy: () =>
      load().then(
        (module) => ({ Component: module.default }),
        () => ({ Component: NotFetched }),
      ),
    errorElement: <RouteError />,
  };
}

/** One line a page, under its name in paths.ts and in that order. */
const pages: Partial<Record<keyof typeof patterns, () => Promise<PageModule>>> = {
  consultations: () => import('../pages/ConsultationsPage'),
  newConsultation: () => import('../pages/ConsultationFormPage'),
  consultation: () => import('../pages/ConsultationPage'),
  editConsultation: () => import('../pages/ConsultationFormPage'),
  vote: () => import('../pages/VotePage'),
  priorities: () => import('../pages/PrioritiesPage'),
  proposals: () => import('../pages/ProposalsPage'),
  newProposal: () => import('../pages/NewProposalPage'),
  ranking: () => import('../pages/RankingPage'),
  groups: () => import('../pages/OpinionPage'),
  rounds: () => import('../pages/RoundsPage'),
  evidence: () => import('../pages/EvidencePage'),
  review: () => import('../pages/ReviewPage'),
  proposal: () => import('../pages/ProposalPage'),
  proposalVersions: () => import('../pages/ProposalVersionsPage'),
  story: () => import('../pages/StoryPage'),
  drafts: () => import('../pages/DraftsPage'),
  draft: () => import('../pages/DraftPage'),
  editDraft: () => import('../pages/DraftEditPage'),
  rankings: () => import('../pages/RankingsPage'),
  discuss: () => import('../pages/DiscussPage'),
  mine: () => import('../pages/MinePage'),
  count: () => import('../pages/CountPage'),
  record: () => import('../pages/RecordPage'),
  moderation: () => import('../pages/ModerationPage'),
  moderationLog: () => import('../pages/ModerationLogPage'),
  reportUnlawful: () => import('../pages/ReportUnlawfulPage'),
  privacy: () => import('../pages/PrivacyPage'),
  search: () => import('../pages/SearchPage'),
  signIn: () => import('../pages/SignInPage'),
  signInLink: () => import('../pages/SignInLinkPage'),
  objectToChange: () => import('../pages/ObjectPage'),
  admin: () => import('../pages/AdminPage'),
  settings: () => import('../pages/SettingsPage'),
};

function pageRoutes(): RouteObject[] {
  const routed: RouteObject[] = [];
  for (const [name, path] of Object.entries(patterns)) {
    const load = pages[name as keyof typeof patterns];
    if (load) routed.push(page(path, load));
  }
  return routed;
}

export const routes: RouteObject[] = [
  {
    element: <Layout />,
    errorElement: <RouteError />,
    hydrateFallbackElement: (
      <PageBody>
        <Loading />
      </PageBody>
    ),
    children: [...pageRoutes(), { path: '*', element: <NotFoundPage /> }],
  },
  // On paper there is no frame.
  {
    ...page(patterns.printDraft, () => import('../pages/DraftPrintPage')),
    hydrateFallbackElement: <Loading />,
  },
];
