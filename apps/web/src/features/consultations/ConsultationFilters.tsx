import { type FormEvent, useEffect, useState } from 'react';
import type { Phase } from '../../graphql/generated/graphql';
import { Button } from '../../ui/Button';
import { TextInput } from '../../ui/Field';
import { Select } from '../../ui/Select';
import { phaseWords } from './phases';

export interface Filters {
  commission: string;
  phase: Phase | '';
  text: string;
}

const phases: readonly Phase[] = ['open', 'prioritising', 'reviewing', 'reported', 'withdrawn'];

/** The filters in an address; what is not a filter is left out. */
export function readFilters(query: URLSearchParams): Filters {
  const phase = query.get('phase');
  return {
    commission: query.get('commission') ?? '',
    phase: phases.find((known) => known === phase) ?? '',
    text: query.get('text') ?? '',
  };
}

interface Props {
  filters: Filters;
  commissions: readonly { id: string; name: string }[];
  onChange: (filters: Filters) => void;
}

/** Which consultations to list: a commission, a phase, words. */
export function ConsultationFilters({ filters, commissions, onChange }: Props) {
  const [text, setText] = useState(filters.text);
  useEffect(() => setText(filters.text), [filters.text]);
  const search = (event: FormEvent) => {
    event.preventDefault();
    onChange({ ...filters, text: text.trim() });
  };
  return (
    <form
      aria-label="Find a consultation"
      onSubmit={search}
      className="flex flex-wrap items-end gap-x-5 gap-y-4"
    >
      <Select
        label="Commission"
        value={filters.commission}
        options={[
          { value: '', label: 'All commissions' },
          ...commissions.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(commission) => onChange({ ...filters, commission })}
      />
      <Select
        label="Phase"
        value={filters.phase}
        options={[
          { value: '' as const, label: 'All phases' },
          ...phases.map((phase) => ({ value: phase, label: phaseWords[phase] })),
        ]}
        onChange={(phase) => onChange({ ...filters, phase })}
      />
      <div className="flex min-w-0 flex-1 basis-72 items-end gap-2">
        <div className="min-w-0 flex-1">
          <TextInput label="Words in the paper" type="search" value={text} onChange={setText} />
        </div>
        <Button type="submit" variant="line" icon="search">
          Find
        </Button>
      </div>
    </form>
  );
}
