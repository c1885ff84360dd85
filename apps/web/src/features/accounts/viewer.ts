import { useApolloClient, useMutation, useQuery } from '@apollo/client/react';
import { graphql } from '../../graphql/generated';
import type { ShellQuery } from '../../graphql/generated/graphql';
import { forgetKeptTexts } from '../../ui/useKeptText';
import { everythingAnew } from './everythingAnew';

/** What the frame of every page shows: who is signed in, and whether this is a demonstration. */
const ShellDocument = graphql(`
  query Shell {
    viewer {
      standing
      isRepresentative
      heldUntil
      lapsedOn
      needsPasskey
      officesWaiting {
        id
        office
        body {
          id
          name
        }
      }
      isModerator
      suspendedUntil
      interests
      member {
        id
        displayName
        clp {
          id
          name
        }
      }
      offices {
        id
        office
        body {
          id
          kind
          name
        }
      }
    }
    demo {
      __typename
    }
  }
`);

const SignOutDocument = graphql(`
  mutation SignOut {
    signOut
  }
`);

export type Viewer = NonNullable<ShellQuery['viewer']>;

interface Shell {
  /** Null: nobody is signed in. Undefined: not known yet. */
  viewer: Viewer | null | undefined;
  isDemo: boolean;
}

/** Asked once for the whole site; a page that needs the viewer asks here and gets the same answer. */
export function useShell(): Shell {
  const { data, error } = useQuery(ShellDocument, { fetchPolicy: 'cache-first' });
  if (!data) return { viewer: error ? null : undefined, isDemo: false };
  return { viewer: data.viewer ?? null, isDemo: Boolean(data.demo) };
}

/** The person who is signed in. */
export function useViewer(): Viewer | null | undefined {
  return useShell().viewer;
}

/** Signs out, forgets what was typed on this machine, and fetches everything again as nobody. */
export function useSignOut(): () => Promise<void> {
  const client = useApolloClient();
  const [signOut] = useMutation(SignOutDocument);
  return async () => {
    await signOut();
    forgetKeptTexts();
    await everythingAnew(client);
  };
}
