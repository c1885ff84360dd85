import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { explain } from '../../graphql/explain';
import { announce } from '../../ui/announce';
import { Button } from '../../ui/Button';
import { useKeptId } from '../../ui/useKeptId';
import { useMayAsk } from '../accounts/useMayAsk';
import { UndoModerationDocument } from './mutations';

interface Props {
  actId: string;
  /** For the keys: the last one on the page is taken back by U. */
  isLast?: boolean;
  onDone: () => void;
}

/** Takes an act back at once, as a mistake. */
export function UndoButton({ actId, isLast, onDone }: Props) {
  const id = useKeptId(`undo:${actId}`);
  const [undo, { loading }] = useMutation(UndoModerationDocument);
  const [fault, setFault] = useState<string>();
  const mayUndo = useMayAsk('Mutation.undoModeration');
  const send = async () => {
    try {
      const input = { id: id.take(), actId, reason: 'mistake' as const, note: '' };
      const { data } = await undo({ variables: { input } });
      if (data?.undoModeration.__typename === 'Refusal') {
        return setFault(data.undoModeration.message);
      }
      id.forget();
      announce('Taken back.');
      onDone();
    } catch (error) {
      const { title, advice } = explain(error);
      setFault(`${title}. ${advice}`);
    }
  };
  if (!mayUndo) return null;
  return (
    <>
      <Button
        variant="line"
        size="small"
        icon="undo"
        pending={loading}
        pendingLabel="Taking it back"
        onClick={() => void send()}
        data-undo={isLast ? '' : undefined}
      >
        Undo
      </Button>
      {fault && (
        <p role="alert" className="text-small text-error">
          {fault}
        </p>
      )}
    </>
  );
}
