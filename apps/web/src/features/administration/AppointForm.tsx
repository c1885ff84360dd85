import { useMutation } from '@apollo/client/react';
import { OFFICE_LABELS, OFFICES_IN, ukDay } from '@clarion/deliberation';
import { type FormEvent, useRef, useState } from 'react';
import { explain } from '../../graphql/explain';
import { type FragmentType, getFragmentData, graphql } from '../../graphql/generated';
import type { BodyKind, OfficeName } from '../../graphql/generated/graphql';
import { Button } from '../../ui/Button';
import { bodyName } from '../../ui/bodyNames';
import { TextInput } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import { Select } from '../../ui/Select';
import { toast } from '../../ui/toast';
import { useFocusFault } from '../../ui/useFocusFault';
import { useKeptId } from '../../ui/useKeptId';

const AppointBodyFragment = graphql(`
  fragment AppointBody on Body {
    id
    kind
    name
  }
`);

const AppointOfficerDocument = graphql(`
  mutation AppointOfficer($input: AppointmentInput!) {
    appointOfficer(input: $input) {
      __typename
      ... on Office {
        id
      }
      ... on Refusal {
        reason
        message
        field
      }
    }
  }
`);

/** The kinds of body as they stand above their names, the national ones first. */
const KINDS: readonly (readonly [BodyKind, string])[] = [
  ['nec', 'National bodies'],
  ['national_policy_forum', 'National bodies'],
  ['joint_policy_committee', 'National bodies'],
  ['conference', 'National bodies'],
  ['policy_commission', 'Policy commissions'],
  ['socialist_society', 'Socialist societies'],
  ['union', 'Unions'],
  ['region', 'Regions'],
  ['clp', 'CLPs'],
];

interface Props {
  number: string;
  name: string;
  bodies: readonly FragmentType<typeof AppointBodyFragment>[];
  onAppointed: () => void;
}

type Fault = { field: string | null; message: string };

/** Appoints somebody: which body, which of its offices, from when until when. */
export function AppointForm({ number, name, bodies: given, onAppointed }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const bodies = getFragmentData(AppointBodyFragment, given);
  const kept = useKeptId(`appoint:${number}`);
  const [appoint, { loading }] = useMutation(AppointOfficerDocument);
  const groups = KINDS.flatMap(([kind, group]) =>
    bodies.filter((body) => body.kind === kind).map((body) => ({ ...body, group })),
  );
  const [bodyId, setBodyId] = useState(groups[0]?.id ?? '');
  const body = groups.find(({ id }) => id === bodyId);
  const offices = body ? OFFICES_IN[body.kind] : [];
  const [wanted, setWanted] = useState<OfficeName>('scrutineer');
  const office = offices.includes(wanted) ? wanted : (offices[0] ?? wanted);
  const [from, setFrom] = useState(() => ukDay(new Date()));
  const [until, setUntil] = useState('');
  const [fault, setFault] = useState<Fault | null>(null);
  useFocusFault(form, fault);
  const wrong = (field: string) => (fault?.field === field ? fault.message : null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setFault(null);
    const input = {
      id: kept.take(),
      membershipNumber: number,
      bodyId,
      office,
      from,
      until: until || null,
    };
    try {
      const { data } = await appoint({ variables: { input } });
      const result = data?.appointOfficer;
      if (result?.__typename === 'Refusal') {
        setFault({ field: result.field ?? null, message: result.message });
      }
      if (result?.__typename !== 'Office') return;
      kept.forget();
      toast(`${name} is appointed.`);
      onAppointed();
    } catch (error) {
      setFault({ field: null, message: explain(error).advice });
    }
  };
  return (
    <form ref={form} onSubmit={(event) => void submit(event)} noValidate className="space-y-4">
      <Select
        label="Body"
        options={groups.map((each) => ({
          value: each.id,
          label: bodyName(each),
          group: each.group,
        }))}
        value={bodyId}
        onChange={setBodyId}
        error={wrong('bodyId')}
      />
      <Select
        label="Office"
        options={offices.map((each) => ({ value: each, label: OFFICE_LABELS[each] }))}
        value={office}
        onChange={setWanted}
        error={wrong('office')}
      />
      <div className="flex flex-wrap gap-x-6 gap-y-4">
        <TextInput
          label="From"
          type="date"
          value={from}
          onChange={setFrom}
          error={wrong('from')}
          className="max-w-48"
        />
        <TextInput
          label="Until"
          optional
          type="date"
          value={until}
          onChange={setUntil}
          error={wrong('until')}
          className="max-w-48"
        />
      </div>
      {fault && !['bodyId', 'office', 'from', 'until'].includes(fault.field ?? '') && (
        <Notice tone="error" title="That did not work" live>
          <p>{fault.message}</p>
        </Notice>
      )}
      <Button type="submit" pending={loading} pendingLabel="Appointing">
        Appoint {name}
      </Button>
    </form>
  );
}
