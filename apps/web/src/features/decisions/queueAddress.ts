import type { QueueFilter, QueueSort } from '../../graphql/generated/graphql';

export const queueFilters: readonly { value: QueueFilter; label: string }[] = [
  { value: 'all', label: 'All' },
  { value: 'unanswered', label: 'Unanswered' },
  { value: 'answered', label: 'Answered' },
  { value: 'overdue', label: 'Overdue' },
];

export const queueSorts: readonly { value: QueueSort; label: string }[] = [
  { value: 'rank', label: 'Rank' },
  { value: 'votes', label: 'Most votes' },
  { value: 'newest', label: 'Newest' },
  { value: 'difference', label: 'Region differs most' },
];

/** What of the queue is shown: all of it stands in the address. */
export interface QueueShown {
  filter: QueueFilter;
  sort: QueueSort;
  /** None: the viewer's own. */
  region: string | null;
  /** The proposal that is open beside the list. */
  item: string | null;
}

export function readQueue(query: URLSearchParams): QueueShown {
  const [filter, sort] = [query.get('filter'), query.get('sort')];
  return {
    filter: queueFilters.find(({ value }) => value === filter)?.value ?? 'all',
    sort: queueSorts.find(({ value }) => value === sort)?.value ?? 'rank',
    region: query.get('region'),
    item: query.get('item'),
  };
}

export function writeQueue({ filter, sort, region, item }: QueueShown): [string, string][] {
  const all: [string, string][] = [
    ['filter', filter === 'all' ? '' : filter],
    ['sort', sort === 'rank' ? '' : sort],
    ['region', region ?? ''],
    ['item', item ?? ''],
  ];
  return all.filter(([, value]) => value !== '');
}
