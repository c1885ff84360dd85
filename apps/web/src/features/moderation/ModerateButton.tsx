import { useApolloClient } from '@apollo/client/react';
import { lazy, Suspense, useState } from 'react';
import type { ModeratorMay } from '../../graphql/generated/graphql';
import { Button } from '../../ui/Button';
import { toast } from '../../ui/toast';

const ModerateDialog = lazy(async () => ({
  default: (await import('./ModerateDialog')).ModerateDialog,
}));

interface Props {
  id: string;
  may: readonly ModeratorMay[];
  what: 'comment' | 'proposal' | 'evidence';
}

/** For moderators: acts on something where it stands, whether or not anybody reported it. */
export function ModerateButton({ id, may, what }: Props) {
  const client = useApolloClient();
  const [isOpen, setOpen] = useState(false);
  if (may.length === 0) return null;
  const done = (title: string) => {
    setOpen(false);
    toast(`${title}. Under Moderation you can take it back.`);
    void client.refetchQueries({ include: 'active' });
  };
  return (
    <>
      <Button variant="bare" size="small" icon="shield" onClick={() => setOpen(true)}>
        Moderate<span className="sr-only"> this {what}</span>
      </Button>
      {isOpen && (
        <Suspense>
          <ModerateDialog
            id={id}
            what={what}
            may={may}
            onDone={done}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  );
}
