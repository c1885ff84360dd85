import {
  type BodyKind,
  OUTCOME_LABELS,
  type Outcome,
  ordinal,
  sayDay,
} from '@clarion/deliberation';

/** What a citation says of what it cites. */
export interface Labelled {
  kind: 'proposal' | 'comment' | 'evidence' | 'decision';
  /** The author, or the body of evidence and decisions. */
  name: string;
  bodyKind: BodyKind | null;
  /** Of a proposal in the latest round. */
  rank: number | null;
  outcome: Outcome | null;
  /** The day of a decision. */
  decidedOn: string | null;
}

/** "6 May": the year stands elsewhere on the page. */
const shortDay = (day: string) => sayDay(day).split(' ').slice(1, 3).join(' ');

/** "Health and Social Care commission": a commission's name alone reads like a subject. */
export const bodyLabel = (name: string, kind: BodyKind | null) =>
  kind === 'policy_commission' && !/commission$/i.test(name) ? `${name} commission` : name;

/** A short label: “Ranked 4th, Asha Rahman”. */
export function labelOf(source: Labelled): string {
  switch (source.kind) {
    case 'proposal':
      return source.rank === null
        ? `Proposal by ${source.name}`
        : `Ranked ${ordinal(source.rank)}, ${source.name}`;
    case 'comment':
      return `Comment by ${source.name}`;
    case 'evidence':
      return `Evidence: ${bodyLabel(source.name, source.bodyKind)}`;
    case 'decision': {
      const outcome = source.outcome ? OUTCOME_LABELS[source.outcome] : 'Answered';
      const day = source.decidedOn ? `, ${shortDay(source.decidedOn)}` : '';
      return `${outcome}${day}, ${bodyLabel(source.name, source.bodyKind)}`;
    }
  }
}
