import { ApolloLink, Observable } from '@apollo/client';
import { configure, render } from '@testing-library/react';
import { createMemoryRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { App } from '../src/app/App';
import { routes } from '../src/app/routes';
import { createClient } from '../src/graphql/client';
import { confirmingLink } from '../src/graphql/confirming';

/** Pages are fetched when they are opened; a busy machine takes its time, in milliseconds. */
configure({ asyncUtilTimeout: 5_000 });

type Data = Record<string, unknown>;

export type Answers = Record<
  string,
  Data | ((variables: Record<string, unknown>) => Data | Promise<Data>)
>;

const nobody = { viewer: null, demo: null };
/** Somebody who writes without limits. */
const writer = {
  viewer: { __typename: 'Viewer', suspendedUntil: null, newcomerLimits: null },
};

/**
 * Opens a page of the real site at an address; the API is played by answers, by name of operation:
 * the `data` as it would come over the network, with `__typename`; a promise is an answer that takes its time.
 */
export function renderPage(path: string, answers: Answers = {}) {
  const client = createClient();
  const played = new ApolloLink(({ operationName = '', variables }) => {
    const all: Answers = { Shell: nobody, Writer: writer, ...answers };
    const answer = all[operationName];
    const data = typeof answer === 'function' ? answer(variables) : answer;
    return new Observable((observer) => {
      if (data === undefined) {
        observer.error(new Error(`The test has no answer to ${operationName}`));
        return;
      }
      const give = (given: Data) => {
        observer.next({ data: structuredClone(given) });
        observer.complete();
      };
      if (data instanceof Promise) data.then(give, (fault) => observer.error(fault));
      else give(data);
    });
  });
  client.setLink(ApolloLink.from([confirmingLink, played]));
  const router = createMemoryRouter(routes, { initialEntries: [path] });
  return {
    client,
    router,
    ...render(<App client={client} router={<RouterProvider router={router} />} />),
  };
}
