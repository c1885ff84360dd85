import type { ReactNode } from 'react';
import { Segmented } from '../../ui/Segmented';
import { Select } from '../../ui/Select';
import { type QueueShown, queueFilters, queueSorts } from './queueAddress';

interface Props {
  shown: QueueShown;
  regions: readonly { id: string; name: string }[];
  /** The region that is compared now. */
  regionId: string | null;
  onChange: (next: Partial<QueueShown>) => void;
  children?: ReactNode;
}

/** What of the queue, in which order, and whose region beside the whole. */
export function QueueFilters({ shown, regions, regionId, onChange, children }: Props) {
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-3 text-small [&_select]:min-h-11 [&_select]:py-1 [&_select]:text-small">
      <Segmented
        label="Show"
        options={queueFilters}
        value={shown.filter}
        onChange={(filter) => onChange({ filter, item: null })}
      />
      <Select
        inline
        label="Order by"
        options={queueSorts}
        value={shown.sort}
        onChange={(sort) => onChange({ sort })}
      />
      <Select
        inline
        label="Compare"
        options={[
          ...(regionId ? [] : [{ value: '', label: 'Choose a region' }]),
          ...regions.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={regionId ?? ''}
        onChange={(region) => onChange({ region: region || null })}
      />
      {children}
    </div>
  );
}
