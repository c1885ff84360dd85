import { refuseText, TEXT } from '@clarion/deliberation';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { type Explained, explain } from '../../graphql/explain';
import { paths } from '../../paths';
import { announce } from '../../ui/announce';
import { Button } from '../../ui/Button';
import { TextArea } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import { Preview } from '../../ui/Preview';
import { toast } from '../../ui/toast';
import { useKeptId } from '../../ui/useKeptId';
import { useKeptText } from '../../ui/useKeptText';
import { WriterNotice } from '../moderation/WriterNotice';
import { focusComment } from './focus';
import { parseStance, StanceChoice } from './StanceChoice';
import { useSendComment } from './useSendComment';

interface Props {
  proposalId: string;
  /** The comment replied to, and who wrote it; none for a new thread. */
  parent?: { id: string; name: string };
  onDone: () => void;
}

/** Writes a comment or a reply. What is typed stays until it has been taken. */
export function Composer({ proposalId, parent, onDone }: Props) {
  const key = `comment:${proposalId}:${parent?.id ?? 'root'}`;
  const body = useKeptText(key);
  const stance = useKeptText(`${key}:stance`, parent ? 'neutral' : '');
  const id = useKeptId(key);
  const navigate = useNavigate();
  const { send, loading } = useSendComment();
  const [faults, setFaults] = useState<{ body?: string; stance?: string; general?: Explained }>({});
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => box.current?.focus(), []);

  const forget = () => {
    body.forget();
    stance.forget();
    id.forget();
  };
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const chosen = parseStance(stance.text);
    const wrong = {
      body: refuseText(body.text, TEXT.comment)?.message,
      stance: chosen ? undefined : 'Say where your comment stands: it is read beside the others.',
    };
    setFaults(wrong);
    if (wrong.body || !chosen) {
      if (wrong.body) box.current?.focus();
      else event.currentTarget.querySelector<HTMLElement>('[type="radio"]')?.focus();
      return;
    }
    const commentId = id.take();
    const input = { id: commentId, proposalId, parentId: parent?.id, stance: chosen };
    try {
      const answer = await send({ ...input, body: body.text });
      if (answer?.__typename === 'Refusal') {
        const { field, message } = answer;
        setFaults(
          field === 'body' ? { body: message } : { general: { title: message, advice: '' } },
        );
        return;
      }
      forget();
      onDone();
      announce('Sent. It is in the discussion.');
      toast({
        text: 'Sent. It is in the discussion now.',
        action: { label: 'Its story', onAction: () => void navigate(paths.story(commentId)) },
      });
      focusComment(commentId);
    } catch (fault) {
      setFaults({ general: explain(fault) });
    }
  };

  return (
    <form onSubmit={submit} className="mt-3 mb-6 max-w-measure space-y-4">
      <TextArea
        ref={box}
        label={parent ? `Reply to ${parent.name}` : 'Add to the discussion'}
        hint={
          <>
            Signed with your name and CLP. To cite something, paste its link:{' '}
            <span className="whitespace-nowrap">[words](address)</span>.
          </>
        }
        value={body.text}
        onChange={body.setText}
        error={faults.body}
        limit={body.text.length > TEXT.comment.max / 2 ? TEXT.comment.max : undefined}
      />
      <WriterNotice />
      <Preview text={body.text} />
      <StanceChoice
        value={parseStance(stance.text)}
        onChange={stance.setText}
        error={faults.stance}
      />
      {faults.general && (
        <Notice tone="error" live title={faults.general.title}>
          {faults.general.advice && <p>{faults.general.advice}</p>}
          <p>What you typed is still here.</p>
        </Notice>
      )}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" icon="send" pending={loading} pendingLabel="Sending">
          Send
        </Button>
        <Button variant="bare" onClick={onDone}>
          {body.isKept ? 'Close, and keep what I typed' : 'Close'}
        </Button>
      </div>
      <p className="text-small text-ink-2">
        It appears at once. You can change it or take it back later; earlier words stay readable.{' '}
        <Link to={paths.mine()}>Mine</Link> shows what becomes of it.
      </p>
    </form>
  );
}
