import type { Stance as StanceName } from '../../graphql/generated/graphql';
import { RadioGroup } from '../../ui/Choose';
import { Stance } from '../../ui/Stance';

const stances: readonly StanceName[] = ['for', 'against', 'question', 'neutral'];

/** What was kept may come from another version. */
export function parseStance(text: string): StanceName | null {
  return stances.find((stance) => stance === text) ?? null;
}

interface Props {
  value: StanceName | null;
  onChange: (stance: StanceName) => void;
  error?: string | null;
}

/** Where a comment stands towards the proposal, said by its author. */
export function StanceChoice({ value, onChange, error }: Props) {
  return (
    <RadioGroup
      legend="Where does it stand on the proposal?"
      inline
      error={error}
      options={stances.map((stance) => ({ value: stance, label: <Stance stance={stance} /> }))}
      value={value}
      onChange={onChange}
    />
  );
}
