import {
  beginningOf,
  type ModerationReason,
  OFFICE_LABELS,
  OUTCOMES,
  type Outcome,
  REASON_LABELS,
  type StoryAct,
  type StoryPromise,
  ukDay,
  votesNeeded,
} from '@clarion/deliberation';
import { bodyLabel } from '../drafts/source-label.js';
import type { ActRow, ContributionRow, RoundRow } from './story.queries.js';

/** Values of an act; what is not there or of another type is none. */
function reading({ data, texts }: ActRow) {
  return {
    /** What somebody wrote; none where it was erased. */
    written: (key: string): string | null => texts[key] || null,
    text: (key: string): string | null => {
      const value = data[key];
      return typeof value === 'string' && value !== '' ? value : null;
    },
    number: (key: string): number | null => {
      const value = data[key];
      return typeof value === 'number' ? value : null;
    },
  };
}

const EXCERPT = 240;

const isOutcome = (value: string | null): value is Outcome => OUTCOMES.includes(value as Outcome);

const bodyName = (act: ActRow) => act.bodyName && bodyLabel(act.bodyName, act.bodyKind);

function decided(row: ContributionRow, act: ActRow, happened: Happened): StoryAct[] {
  const { text, written } = reading(act);
  const outcome = text('outcome');
  const decisionId = text('decisionId');
  if (!decisionId || !isOutcome(outcome)) return [];
  return [
    {
      ...happened,
      kind: 'decided',
      decisionId,
      office: act.office && OFFICE_LABELS[act.office],
      outcome,
      reason: written('reason') ?? '',
      nextStop: written('nextStop') ?? '',
      dueOn: text('dueOn') ?? ukDay(new Date(act.at)),
      doneAt: null,
      doneNote: null,
      target: row.mergedInto[decisionId] ?? act.referredTo,
      isReplaced: !row.decisionIds.includes(decisionId),
    },
  ];
}

function inDraft(act: ActRow, happened: Happened): StoryAct[] {
  const { text, number, written } = reading(act);
  const draftId = text('draftId');
  const draft = { draftTitle: text('draftTitle') ?? '', version: number('version') ?? 1 };
  const paragraph = text('number') ?? '';
  const link = draftId ? { kind: 'draft' as const, id: draftId, version: draft.version } : null;
  if (act.kind === 'used_in_paragraph') {
    return [
      {
        ...happened,
        ...draft,
        kind: 'used_in_paragraph',
        paragraph,
        excerpt: beginningOf(written('paragraph') ?? '', EXCERPT),
        note: written('note'),
        link: link && { ...link, paragraph },
      },
    ];
  }
  return [
    {
      ...happened,
      ...draft,
      kind: 'adopted',
      meeting: text('meeting') ?? '',
      for: number('for') ?? 0,
      against: number('against') ?? 0,
      abstained: number('abstained') ?? 0,
      link,
    },
  ];
}

type Happened = Pick<StoryAct, 'at' | 'personName' | 'bodyName' | 'link'>;

type Moderated = Extract<StoryAct, { code: unknown }>;

const isCode = (value: string | null): value is ModerationReason =>
  value !== null && Object.hasOwn(REASON_LABELS, value);

/** What a moderator did; where it went, as a link. */
function moderated(
  row: ContributionRow,
  kind: Moderated['kind'],
  text: (key: string) => string | null,
  happened: Happened,
): StoryAct[] {
  const code = text('code');
  const toId = text('toId');
  if (!isCode(code)) return [];
  const isComment = kind === 'moved' && row.kind === 'comment';
  const to = isComment ? { kind: 'comment' as const, id: row.id } : null;
  const link = toId ? (to ?? { kind: 'proposal' as const, id: toId }) : null;
  return [{ ...happened, kind, code, target: null, link }];
}

/** An act of the record as the story tells it; none for what a story leaves out. */
function asTold(row: ContributionRow, act: ActRow): StoryAct[] {
  const { text, number, written } = reading(act);
  const happened: Happened = {
    at: new Date(act.at),
    personName: act.personName,
    bodyName: bodyName(act),
  };
  switch (act.kind) {
    case 'sent': {
      const isImported = act.personName === null;
      const personName = act.personName ?? row.authorName;
      return [{ ...happened, kind: 'sent', what: row.kind, isImported, personName }];
    }
    case 'edited':
      return [
        { ...happened, kind: 'edited', version: number('version'), reason: written('reason') },
      ];
    case 'withdrawn':
      return [{ ...happened, kind: 'withdrawn', reason: written('reason') }];
    case 'evidence_given':
      return [{ ...happened, kind: 'evidence_given', claim: written('claim') ?? '' }];
    case 'evidence_contested':
      return [{ ...happened, kind: 'evidence_contested', text: written('text') ?? '' }];
    case 'evidence_considered':
      return [{ ...happened, kind: 'evidence_considered', sentence: written('sentence') ?? '' }];
    case 'decided':
      return decided(row, act, happened);
    case 'next_stop_reached':
      return [
        {
          ...happened,
          kind: 'next_stop_done',
          decisionId: text('decisionId') ?? '',
          nextStop: written('nextStop') ?? 'Next stop reached',
          note: written('note') ?? '',
        },
      ];
    case 'hidden':
    case 'restored':
    case 'moved':
    case 'moved_back':
    case 'joined':
    case 'separated':
    case 'thread_locked':
    case 'thread_unlocked':
    case 'seal_opened':
      return moderated(row, act.kind, text, happened);
    case 'destroyed':
      return [{ ...happened, kind: 'destroyed' }];
    case 'joined_by': {
      const id = text('proposalId');
      const link = id ? { kind: 'proposal' as const, id } : null;
      return [
        { ...happened, kind: 'merged_in', statement: 'A moderator joined a duplicate.', link },
      ];
    }
    case 'appealed':
      return [{ ...happened, kind: 'appealed', dueOn: text('dueOn') ?? ukDay(new Date(act.at)) }];
    case 'appeal_answered':
      return [{ ...happened, kind: 'appeal_answered', isUpheld: act.data['isUpheld'] === true }];
    case 'merged_in': {
      const from = text('proposalId');
      const link = from ? { kind: 'proposal' as const, id: from } : null;
      return [{ ...happened, kind: 'merged_in', statement: written('statement') ?? '', link }];
    }
    case 'used_in_paragraph':
    case 'adopted':
      return inDraft(act, happened);
    case 'phase_set':
      return text('to') === 'reported'
        ? [{ ...happened, kind: 'consultation_reported' }]
        : [{ ...happened, kind: 'consultation_withdrawn', reason: written('reason') }];
    default:
      return [];
  }
}

function inRound(row: ContributionRow, round: RoundRow): StoryAct {
  const { agree, disagree, pass } = round;
  return {
    kind: 'round_ranked',
    at: new Date(round.publishedAt),
    personName: null,
    bodyName: bodyLabel(row.convenedBy, row.convenedByKind),
    round: round.number,
    rank: round.rank,
    isTied: round.isTied,
    votesNeeded: votesNeeded({ agree, disagree, pass }, row.rules),
    total: round.rankedCount,
    tally: { agree, disagree, pass },
    link: { kind: 'round', id: row.consultationId },
  };
}

/** What happened to a contribution: from the record, and from the rounds it stood in. */
export function actsOf(row: ContributionRow): StoryAct[] {
  return [
    ...row.acts.flatMap((act) => asTold(row, act)),
    ...row.rounds.map((round) => inRound(row, round)),
  ];
}

/** Whether its place in the latest round earns an answer; before the first round, every proposal may still. */
function isOwedAnAnswer({ rounds, rules }: ContributionRow): boolean {
  const latest = rounds.at(-1);
  return latest === undefined || (latest.rank !== null && latest.rank <= rules.topN);
}

/** What everybody was promised about a proposal, beside the next stops of its answers. */
export function promisesOf(row: ContributionRow): StoryPromise[] {
  return [...promisedOfProposal(row), ...promisedToAppeal(row)];
}

/** An appeal that nobody has answered. */
function promisedToAppeal({ acts }: ContributionRow): StoryPromise[] {
  const last = acts.findLast(({ kind }) => kind === 'appealed' || kind === 'appeal_answered');
  if (last?.kind !== 'appealed') return [];
  const dueOn = reading(last).text('dueOn') ?? ukDay(new Date(last.at));
  return [{ kind: 'appeal_due', dueOn, bodyName: null }];
}

function promisedOfProposal(row: ContributionRow): StoryPromise[] {
  if (row.kind !== 'proposal' || row.status !== 'published') return [];
  const owner = bodyLabel(row.convenedBy, row.convenedByKind);
  const takesVotes = row.phase === 'open' || row.phase === 'prioritising';
  const isAnswered = row.decisionIds.length > 0;
  const isDue = (takesVotes || row.phase === 'reviewing') && !isAnswered && isOwedAnAnswer(row);
  return [
    ...(takesVotes
      ? [{ kind: 'votes_close' as const, dueOn: ukDay(row.votesUntil), bodyName: null }]
      : []),
    ...(isDue ? [{ kind: 'answer_due' as const, dueOn: row.answersBy, bodyName: owner }] : []),
  ];
}
