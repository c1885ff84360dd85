import { RECORD_ACTS, RECORD_SUBJECTS, type RecordSubject } from '@clarion/deliberation';
import { type FormEvent, useState } from 'react';
import { Button } from '../../ui/Button';
import { TextInput } from '../../ui/Field';
import { Select } from '../../ui/Select';
import { type EntryFilter, idIn, subjectNames } from './entryFilter';

interface Props {
  filter: EntryFilter;
  consultations: readonly { id: string; title: string }[];
  onChange: (filter: EntryFilter) => void;
}

/** Acts that one can choose, of what is chosen already. */
const kindsOf = (subject: RecordSubject | '') =>
  subject === '' ? [] : Object.entries<string>(RECORD_ACTS[subject]);

const withActs = RECORD_SUBJECTS.filter((subject) => kindsOf(subject).length > 0);

/** By what, which act, where, when, and about one thing. */
export function EntryFilters({ filter, consultations, onChange }: Props) {
  const [about, setAbout] = useState(filter.about);
  const isNone = about.trim() !== '' && idIn(about) === '';
  const find = (event: FormEvent) => {
    event.preventDefault();
    if (!isNone) onChange({ ...filter, about: idIn(about) });
  };
  return (
    <search className="mb-6 block space-y-4">
      <div className="flex flex-wrap items-end gap-x-5 gap-y-3">
        <Select
          label="About"
          value={filter.subject}
          onChange={(subject) => onChange({ ...filter, subject, kind: '' })}
          options={[
            { value: '', label: 'Everything' },
            ...withActs.map((value) => ({ value, label: subjectNames[value] })),
          ]}
        />
        {filter.subject !== '' && (
          <Select
            label="What happened"
            value={filter.kind}
            onChange={(kind) => onChange({ ...filter, kind })}
            options={[
              { value: '', label: 'Anything' },
              ...kindsOf(filter.subject).map(([value, label]) => ({ value, label })),
            ]}
          />
        )}
        <Select
          label="Consultation"
          value={filter.consultation}
          onChange={(consultation) => onChange({ ...filter, consultation })}
          options={[
            { value: '', label: 'All' },
            ...consultations.map(({ id, title }) => ({ value: id, label: title })),
          ]}
        />
        <div className="grid grid-cols-[repeat(auto-fit,minmax(11rem,1fr))] gap-x-5 gap-y-3">
          <TextInput
            label="From"
            type="date"
            value={filter.from}
            onChange={(from) => onChange({ ...filter, from })}
          />
          <TextInput
            label="To"
            type="date"
            value={filter.to}
            onChange={(to) => onChange({ ...filter, to })}
          />
        </div>
      </div>
      <form onSubmit={find} className="flex max-w-[38rem] flex-wrap items-end gap-2">
        <div className="min-w-[14rem] flex-1">
          <TextInput
            label="About one thing"
            hint="Its id, or the address of its page."
            value={about}
            onChange={setAbout}
            error={isNone ? 'There is no id in that. Copy the address of its page.' : null}
          />
        </div>
        <Button type="submit" variant="line" icon="search">
          Find
        </Button>
      </form>
    </search>
  );
}
