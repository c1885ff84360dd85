import { useQuery } from '@apollo/client/react';
import { Link, useSearchParams } from 'react-router';
import { useViewer } from '../features/accounts/viewer';
import { ActLine } from '../features/moderation/ActLine';
import { AppealItem } from '../features/moderation/AppealItem';
import { CaseItem } from '../features/moderation/CaseItem';
import { UndoButton } from '../features/moderation/UndoButton';
import { useModerationKeys } from '../features/moderation/useModerationKeys';
import { graphql } from '../graphql/generated';
import type { ModerationQuery } from '../graphql/generated/graphql';
import { paths } from '../paths';
import { ButtonLink } from '../ui/Button';
import { Checkbox } from '../ui/Choose';
import { Details } from '../ui/Details';
import { MoreButton } from '../ui/MoreButton';
import { formatNumber } from '../ui/numbers';
import { PageBody } from '../ui/PageBody';
import { PageHeader } from '../ui/PageHeader';
import { QueryState } from '../ui/QueryState';
import { Segmented } from '../ui/Segmented';
import { useSignInHere } from '../ui/SignInFirst';
import { EmptyState } from '../ui/states';

const ModerationDocument = graphql(`
  query Moderation($after: String) {
    moderation {
      queue(first: 10, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          cursor
          node {
            id
            ...ModerationCase
          }
        }
      }
      appeals(first: 20) {
        totalCount
        edges {
          cursor
          node {
            id
            ...WaitingAppeal
          }
        }
      }
      lately {
        id
        ...LoggedAct
      }
    }
  }
`);

type Desk = NonNullable<ModerationQuery['moderation']>;
type Part = 'reports' | 'appeals' | 'lately';

const parsePart = (text: string | null): Part =>
  text === 'appeals' || text === 'lately' ? text : 'reports';

/** What moderators work on: reports, appeals, and what they did a moment ago. */
export default function ModerationPage() {
  const [search, setSearch] = useSearchParams();
  const part = parsePart(search.get('part'));
  const { data, error, loading, refetch, fetchMore } = useQuery(ModerationDocument, {
    fetchPolicy: 'network-only',
    nextFetchPolicy: 'cache-first',
  });
  const desk = data?.moderation;
  const show = (next: Part) =>
    setSearch(next === 'reports' ? {} : { part: next }, { replace: true });
  return (
    <PageBody>
      <PageHeader title="Moderation">
        <p className="text-small text-ink-2">
          Every act has a reason that its author reads, stands in the{' '}
          <Link to={paths.moderationLog()}>public log</Link> without a name, and can be appealed
          against.
        </p>
      </PageHeader>
      {data && !desk && <ForModerators />}
      {!data && (
        <QueryState what="the queue" error={error} onRetry={() => void refetch()} lines={10} />
      )}
      {desk && (
        <>
          <Segmented
            label="What to work on"
            value={part}
            onChange={show}
            options={[
              { value: 'reports', label: `Reports: ${formatNumber(desk.queue.totalCount)}` },
              { value: 'appeals', label: `Appeals: ${formatNumber(desk.appeals.totalCount)}` },
              { value: 'lately', label: 'What I did today' },
            ]}
          />
          {part === 'reports' && (
            <Queue
              desk={desk}
              isFetching={loading}
              onChanged={() => void refetch()}
              onMore={() => void fetchMore({ variables: { after: desk.queue.pageInfo.endCursor } })}
            />
          )}
          {part === 'appeals' && <Appeals desk={desk} onAnswered={() => void refetch()} />}
          {part === 'lately' && <Lately desk={desk} onUndone={() => void refetch()} />}
        </>
      )}
    </PageBody>
  );
}

interface QueueProps {
  desk: Desk;
  isFetching: boolean;
  onChanged: () => void;
  onMore: () => void;
}

function Queue({ desk: { queue }, isFetching, onChanged, onMore }: QueueProps) {
  const keys = useModerationKeys();
  if (queue.edges.length === 0) {
    return (
      <div className="mt-6">
        <EmptyState title="Nothing waits">
          <p>
            What members report comes here: what may be unlawful first, then what most reported.
          </p>
        </EmptyState>
      </div>
    );
  }
  return (
    <>
      <Details summary="Keys for this queue" className="mt-3 max-desk:hidden">
        <p className="text-small">
          <kbd>J</kbd> next, <kbd>K</kbd> the one before, <kbd>H</kbd> hide, <kbd>M</kbd> move,{' '}
          <kbd>D</kbd> join a duplicate, <kbd>L</kbd> close the discussion, <kbd>X</kbd> leave as it
          is, <kbd>S</kbd> keep the author from writing; then <kbd>1</kbd> to <kbd>9</kbd> for the
          reason, <kbd>Enter</kbd> to do it, <kbd>U</kbd> to undo.
        </p>
        <Checkbox label="Use these keys" checked={keys.isOn} onChange={keys.set} />
      </Details>
      <div className="mt-4 border-t-2 border-ink" aria-busy={isFetching}>
        {queue.edges.map(({ node }) => (
          <CaseItem key={node.id} reported={node} onChanged={onChanged} />
        ))}
      </div>
      <MoreButton
        noun="reported things"
        shown={queue.edges.length}
        total={queue.totalCount}
        hasMore={queue.pageInfo.hasNextPage}
        pending={isFetching}
        onMore={onMore}
      />
    </>
  );
}

function Appeals({ desk: { appeals }, onAnswered }: { desk: Desk; onAnswered: () => void }) {
  if (appeals.edges.length === 0) {
    return (
      <div className="mt-6">
        <EmptyState title="No appeal waits">
          <p>An appeal is answered within seven days, by a different moderator.</p>
        </EmptyState>
      </div>
    );
  }
  return (
    <ul className="mt-4 border-t-2 border-ink" aria-label="Appeals">
      {appeals.edges.map(({ node }) => (
        <AppealItem key={node.id} appeal={node} onAnswered={onAnswered} />
      ))}
    </ul>
  );
}

function Lately({ desk: { lately }, onUndone }: { desk: Desk; onUndone: () => void }) {
  if (lately.length === 0) {
    return (
      <div className="mt-6">
        <EmptyState title="You did nothing in the last day">
          <p>What you do stands here for a day, to take back with one press.</p>
        </EmptyState>
      </div>
    );
  }
  return (
    <ul className="mt-4 border-t-2 border-ink" aria-label="What I did today">
      {lately.map((act) => (
        <ActLine key={act.id} act={act}>
          <div className="mt-2">
            <UndoButton actId={act.id} onDone={onUndone} />
          </div>
        </ActLine>
      ))}
    </ul>
  );
}

function ForModerators() {
  const viewer = useViewer();
  const signIn = useSignInHere();
  return (
    <EmptyState
      title={viewer ? 'This is for moderators' : 'Sign in to moderate'}
      action={
        <div className="flex flex-wrap gap-3">
          {!viewer && <ButtonLink to={signIn}>Sign in</ButtonLink>}
          <ButtonLink to={paths.moderationLog()} variant="line">
            Read what moderators did
          </ButtonLink>
        </div>
      }
    >
      <p>Anybody can report something: the way to it stands under every proposal and comment.</p>
    </EmptyState>
  );
}
