import { type FormEvent, useState } from 'react';
import type { ProposalSort } from '../../graphql/generated/graphql';
import { Button } from '../../ui/Button';
import { Checkbox } from '../../ui/Choose';
import { TextInput } from '../../ui/Field';
import { Segmented } from '../../ui/Segmented';
import { Select } from '../../ui/Select';

export const sorts: { value: ProposalSort; label: string }[] = [
  { value: 'active', label: 'Active' },
  { value: 'newest', label: 'Newest' },
  { value: 'number', label: 'Number' },
];

/** What the address says is shown. */
export interface Filters {
  sort: ProposalSort;
  text: string;
  commission: string;
  mine: boolean;
}

export function parseFilters(search: URLSearchParams): Filters {
  return {
    sort: sorts.find(({ value }) => value === search.get('sort'))?.value ?? 'active',
    text: search.get('text') ?? '',
    commission: search.get('commission') ?? '',
    mine: search.get('mine') === '1',
  };
}

interface Props {
  filters: Filters;
  onChange: (filters: Filters) => void;
  commissions: readonly { id: string; name: string }[];
  /** Whether there is somebody whose own there could be. */
  isSignedIn: boolean;
}

/** Words, order, commission, only mine. */
export function ProposalFilters({ filters, onChange, commissions, isSignedIn }: Props) {
  const [text, setText] = useState(filters.text);
  const search = (event: FormEvent) => {
    event.preventDefault();
    onChange({ ...filters, text: text.trim() });
  };
  return (
    <div className="mb-5 space-y-4">
      <form onSubmit={search} className="flex max-w-[34rem] items-end gap-2">
        <div className="min-w-0 flex-1">
          <TextInput label="Find by words" type="search" value={text} onChange={setText} />
        </div>
        <Button type="submit" variant="line" icon="search">
          Find
        </Button>
      </form>
      <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
        <Segmented
          label="Order"
          options={sorts}
          value={filters.sort}
          onChange={(sort) => onChange({ ...filters, sort })}
        />
        {commissions.length > 0 && (
          <Select
            inline
            label="Commission"
            value={filters.commission}
            onChange={(commission) => onChange({ ...filters, commission })}
            options={[
              { value: '', label: 'All' },
              ...commissions.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        )}
        {isSignedIn && (
          <Checkbox
            label="Only mine"
            checked={filters.mine}
            onChange={(mine) => onChange({ ...filters, mine })}
          />
        )}
      </div>
    </div>
  );
}
