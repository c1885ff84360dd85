import {
  ACT_NEEDS,
  BREACHES,
  type Breach,
  type ModerationAct,
  REASON_LABELS,
  REASON_SAYS,
} from '@clarion/deliberation';

interface Choice {
  value: Breach;
  label: string;
  hint: string;
}

/** The rules of discussion, to choose the one that was broken: all, or those an act is done for. */
export function breachChoices(act?: ModerationAct): Choice[] {
  const known: readonly string[] = act ? ACT_NEEDS[act].reasons : BREACHES;
  return BREACHES.filter((breach) => known.includes(breach)).map((value) => ({
    value,
    label: REASON_LABELS[value],
    hint: REASON_SAYS[value],
  }));
}

/** A chosen value as a rule; null for none. */
export const parseBreach = (text: string): Breach | null =>
  BREACHES.find((breach) => breach === text) ?? null;
