import type { NormalizedCacheObject } from '@apollo/client';
import { startTransition } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { createBrowserRouter, matchRoutes } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import '../ui/css/index.css';
import { createClient } from '../graphql/client';
import { ServedPage } from '../ui/served';
import { App } from './App';
import { STATE_ID } from './document';
import { NotFetched, routes } from './routes';
import { trustOwnScripts } from './trustOwnScripts';

trustOwnScripts();

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

const client = createClient();

/**
 * The page's own code is needed before the router looks, or it would show that it is on its way. Where it
 * does not come the page stays as it was written, and can be read.
 */
async function fetchPage(): Promise<void> {
  const matches = matchRoutes(routes, location) ?? [];
  await Promise.all(
    matches.map(async ({ route }) => {
      if (typeof route.lazy !== 'function') return;
      const fetched = await route.lazy();
      if (fetched.Component === NotFetched) throw new Error('The page was not fetched.');
      Object.assign(route, fetched, { lazy: undefined });
    }),
  );
}

const app = () => (
  <App client={client} router={<RouterProvider router={createBrowserRouter(routes)} />} />
);

const written = document.getElementById(STATE_ID)?.textContent;
if (written) {
  const { at, cache } = JSON.parse(written) as { at: string; cache: NormalizedCacheObject };
  client.restore(cache);
  // What the page was written with is not asked for again; App ends this when it has taken over.
  client.prioritizeCacheValues = true;
  await fetchPage();
  const served = { at: new Date(at) };
  // As a transition it is done in small pieces, between which the phone can answer a finger.
  startTransition(() => {
    hydrateRoot(root, <ServedPage value={served}>{app()}</ServedPage>);
  });
} else {
  createRoot(root).render(app());
}
