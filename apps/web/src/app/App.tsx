import type { ApolloClient } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { type ReactNode, StrictMode } from 'react';

interface Props {
  client: ApolloClient;
  /** The router element: of the browser here, a static one on a server, a memory one in a test. */
  router: ReactNode;
}

export function App({ client, router }: Props) {
  return (
    <StrictMode>
      <ApolloProvider client={client}>{router}</ApolloProvider>
    </StrictMode>
  );
}
