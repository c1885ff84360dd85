import { useCallback, useRef, useState } from 'react';
import { getFragmentData } from '../../graphql/generated';
import type { ReviewQuery } from '../../graphql/generated/graphql';
import { Button } from '../../ui/Button';
import { classes } from '../../ui/classes';
import { MoreButton } from '../../ui/MoreButton';
import { EmptyState } from '../../ui/states';
import type { HeldToday } from '../accounts/offices';
import type { ReferBody } from './AnswerForm';
import { AnswerPanel } from './AnswerPanel';
import { type AnswerDraft, changeAnswer } from './answerDraft';
import { answeringBodies } from './answeringBodies';
import { QueueFilters } from './QueueFilters';
import { QueueList } from './QueueList';
import type { QueueShown } from './queueAddress';
import { latestAnswer, nextUnanswered, QueueItemFragment } from './queueItem';
import { ReviewKeysHelp } from './ReviewKeysHelp';
import { useReviewKeys } from './useReviewKeys';

type Consultation = NonNullable<ReviewQuery['consultation']>;

interface Props {
  consultation: Consultation;
  queue: NonNullable<Consultation['queue']>;
  shown: QueueShown;
  regions: readonly { id: string; name: string }[];
  offices: readonly HeldToday[];
  referTo: readonly ReferBody[];
  isFetching: boolean;
  onShow: (next: Partial<QueueShown>, replace?: boolean) => void;
  onMore: () => Promise<unknown>;
}

const buttonOf = (id: string) =>
  document.querySelector<HTMLElement>(`[data-queue-item="${CSS.escape(id)}"]`);

/** The queue at work: the list stays where it is while one item after another is read and answered. */
export function QueueWork(props: Props) {
  const { consultation, queue, shown, regions, offices, referTo, isFetching } = props;
  const { onShow, onMore } = props;
  const rows = queue.edges.map(({ node }) => getFragmentData(QueueItemFragment, node));
  const place = useRef<string | null>(shown.item);
  const heading = useRef<HTMLHeadingElement>(null);
  const [keyed, setKeyed] = useState(0);
  const [isHelpOpen, setHelpOpen] = useState(false);
  const [begin, setBegin] = useState<Partial<AnswerDraft>>({});
  const openId = shown.item;
  const region = rows.find(({ own }) => own)?.own?.region ?? null;

  const open = useCallback(
    (id: string, isFocused = true) => {
      place.current = id;
      setKeyed(0);
      onShow({ item: id }, shown.item !== null);
      requestAnimationFrame(() => {
        // Beside an open item the table is narrower, so its lines stand elsewhere.
        buttonOf(id)?.scrollIntoView({ block: 'nearest' });
        if (isFocused) heading.current?.focus({ preventScroll: true });
      });
    },
    [onShow, shown.item],
  );
  const close = () => {
    if (!openId) return;
    onShow({ item: null }, true);
    requestAnimationFrame(() => buttonOf(openId)?.focus());
  };
  const move = (by: 1 | -1) => {
    const at = rows.findIndex(({ proposal }) => proposal.id === place.current);
    const to = rows[at < 0 ? 0 : at + by];
    if (!to) {
      if (by === 1 && queue.pageInfo.hasNextPage && !isFetching) void onMore();
      return;
    }
    place.current = to.proposal.id;
    const button = buttonOf(to.proposal.id);
    button?.focus({ preventScroll: true });
    button?.scrollIntoView({ block: 'nearest' });
    if (openId) open(to.proposal.id, false);
  };
  const keys = useReviewKeys({
    onMove: move,
    onOpen: () => place.current && open(place.current),
    onClose: close,
    onHelp: () => setHelpOpen(true),
    onOutcome: (outcome) => {
      const id = openId ?? place.current;
      if (!id) return;
      changeAnswer(id, { outcome });
      if (id !== openId) open(id, false);
      setKeyed((count) => count + 1);
    },
  });
  const next = nextUnanswered(rows, openId);
  return (
    <>
      <QueueFilters
        shown={shown}
        regions={regions}
        regionId={shown.region ?? region?.id ?? null}
        onChange={onShow}
      >
        <Button
          variant="bare"
          size="small"
          className="underline max-desk:hidden"
          onClick={() => setHelpOpen(true)}
        >
          Keys: {keys.isOn ? 'on' : 'off'}
        </Button>
      </QueueFilters>
      <div
        aria-busy={isFetching}
        className={classes(
          'mt-5 items-start gap-x-6',
          openId && 'desk:grid desk:grid-cols-[minmax(0,1fr)_28rem]',
        )}
      >
        <div className="min-w-0">
          {rows.length > 0 ? (
            <QueueList
              rows={rows}
              openId={openId}
              onOpen={open}
              onPlace={(id) => {
                place.current = id;
              }}
              regionName={region?.name ?? null}
            />
          ) : (
            <NothingHere shown={shown} onShowAll={() => onShow({ filter: 'all', item: null })} />
          )}
          <MoreButton
            noun="proposals"
            shown={rows.length}
            total={queue.totalCount}
            hasMore={queue.pageInfo.hasNextPage}
            pending={isFetching}
            onMore={() => void onMore()}
          />
        </div>
        {openId && (
          <AnswerPanel
            key={openId}
            consultationId={consultation.id}
            proposalId={openId}
            row={rows.find(({ proposal }) => proposal.id === openId) ?? null}
            bodiesFor={(referredTo) =>
              answeringBodies(
                offices,
                [
                  consultation.convenedBy.id,
                  ...consultation.commissions.map(({ id }) => id),
                  ...referredTo,
                ],
                new Date(),
              )
            }
            referTo={referTo}
            stops={stopsIn(rows)}
            begin={begin}
            withKeys={keys.isOn}
            keyed={keyed}
            onSent={({ bodyId, dueOn }) => setBegin({ bodyId, dueOn })}
            next={next}
            onNext={() => next && open(next.proposal.id)}
            onClose={close}
            headingRef={heading}
          />
        )}
      </div>
      <ReviewKeysHelp isOpen={isHelpOpen} onClose={() => setHelpOpen(false)} {...keys} />
    </>
  );
}

/** Next stops that were given before, each once. */
function stopsIn(rows: readonly Parameters<typeof latestAnswer>[0][]): string[] {
  const names = rows.flatMap((row) => latestAnswer(row)?.nextStop.name ?? []);
  return [...new Set(names)];
}

const nothing: Record<QueueShown['filter'], [string, string]> = {
  all: [
    'Nothing to answer yet',
    'While voting is open the queue is the latest round: it fills when a round is published, or when voting closes.',
  ],
  unanswered: [
    'Everything here has an answer',
    'Look at what was answered, or at what is overdue.',
  ],
  answered: ['Nothing has been answered yet', 'Begin with the proposal that is ranked first.'],
  overdue: ['Nothing is overdue', 'Every next stop that was promised by today is done.'],
};

function NothingHere({ shown, onShowAll }: { shown: QueueShown; onShowAll: () => void }) {
  const [title, advice] = nothing[shown.filter];
  return (
    <EmptyState
      title={title}
      action={
        shown.filter !== 'all' && (
          <Button variant="line" onClick={onShowAll}>
            Show all
          </Button>
        )
      }
    >
      <p>{advice}</p>
    </EmptyState>
  );
}
