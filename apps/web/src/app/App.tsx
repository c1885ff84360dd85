import type { ApolloClient } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { type ReactNode, StrictMode, useEffect } from 'react';

interface Props {
  client: ApolloClient;
  /** The router element: of the browser here, a static one on a server, a memory one in a test. */
  router: ReactNode;
}

export function App({ client, router }: Props) {
  // After the effects of all below, which have asked by then: a page that the server wrote has been taken over.
  useEffect(() => {
    client.prioritizeCacheValues = false;
  }, [client]);
  return (
    <StrictMode>
      <ApolloProvider client={client}>{router}</ApolloProvider>
    </StrictMode>
  );
}
