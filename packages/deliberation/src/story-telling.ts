import { sayDay } from './day.js';
import { OUTCOME_LABELS } from './decision.js';
import { SEALED_DAYS } from './moderation.js';
import { ACT_TITLES, REASON_LABELS, REASON_SAYS } from './moderation-words.js';
import type { StoryAct } from './story-act.js';
import type { StoryStep } from './story-step.js';
import { count, list, ordinal, sayCount } from './words.js';

type ActOf<K extends StoryAct['kind']> = Extract<StoryAct, { kind: K }>;

/** What a kind of act adds to its step. */
export type Telling = Partial<StoryStep> & { title: string };

function tellSent(act: ActOf<'sent'>, isAuthor: boolean): Telling {
  const who = isAuthor ? 'You' : (act.personName ?? 'Somebody');
  const onBehalf = act.bodyName ? ` for ${act.bodyName}` : '';
  const text = act.isImported
    ? 'It came with an import from another system.'
    : `${who} sent it${onBehalf}.`;
  return { title: 'Sent', text, values: { what: act.what } };
}

function tellRound(act: ActOf<'round_ranked'>): Telling {
  const { round, rank, isTied, total, votesNeeded, tally } = act;
  const place = rank === null ? '' : ordinal(rank);
  const came = isTied
    ? `shared ${place} place of ${sayCount(total)}`
    : `came ${place} of ${sayCount(total)}`;
  const waited =
    votesNeeded > 0
      ? `could not be ranked yet: it needed ${count(votesNeeded, 'more vote')}`
      : 'could not be ranked yet: its votes came from too few CLPs';
  return {
    title: 'Voted on',
    text: `In round ${round} it ${rank === null ? waited : came}.`,
    tally,
    values: { round, total, votesNeeded, ...(rank === null ? {} : { rank }) },
  };
}

function tellDecided(act: ActOf<'decided'>): Telling {
  const { outcome, target, office, isReplaced, reason, nextStop, dueOn, decisionId } = act;
  const into = outcome === 'merge' && target ? ` It goes into “${target}”` : '';
  const to = outcome === 'refer' && target ? ` It goes to ${target}` : '';
  const end = into || to ? '.' : '';
  const replaced = isReplaced ? ' A later answer has replaced this one.' : '';
  return {
    title: OUTCOME_LABELS[outcome],
    text: `${into}${to}${end}${replaced}`.trim() || null,
    reason,
    nextStop,
    dueOn,
    values: { outcome, decisionId, ...(office ? { office } : {}), ...(target ? { target } : {}) },
  };
}

function tellUsed(act: ActOf<'used_in_paragraph'>): Telling {
  const { paragraph, draftTitle, version, excerpt, note } = act;
  return {
    title: `Used in paragraph ${paragraph}`,
    text: `Draft ${version} of “${draftTitle}”.${note ? ` ${note}` : ''}`,
    excerpt,
    values: { paragraph, draftTitle, version },
  };
}

function tellAdopted(act: ActOf<'adopted'>): Telling {
  const votes = `${sayCount(act.for)} for, ${sayCount(act.against)} against, ${sayCount(act.abstained)} abstained`;
  return {
    title: 'Adopted',
    text: `Draft ${act.version} of “${act.draftTitle}” was adopted. ${act.meeting}: ${votes}.`,
    values: {
      draftTitle: act.draftTitle,
      version: act.version,
      for: act.for,
      against: act.against,
    },
  };
}

function tellVerdicts(act: ActOf<'verdicts'>): Telling {
  const said = list([
    `${sayCount(act.yes)} yes`,
    `${sayCount(act.partly)} partly`,
    `${sayCount(act.no)} no`,
  ]);
  const rest = act.notSaid > 0 ? `; ${sayCount(act.notSaid)} have not said yet` : '';
  return {
    title: 'Did this answer the point?',
    text: `Of those who backed it, ${said}${rest}.`,
    values: { yes: act.yes, partly: act.partly, no: act.no, notSaid: act.notSaid },
  };
}

type Moderated = Extract<StoryAct, { code: unknown }>;

const MODERATED = {
  hidden: 'hide',
  restored: 'restore',
  moved: 'move',
  moved_back: 'move_back',
  joined: 'merge',
  separated: 'separate',
  thread_locked: 'lock',
  thread_unlocked: 'unlock',
  seal_opened: 'read',
} as const satisfies Record<Moderated['kind'], keyof typeof ACT_TITLES>;

function tellModerated({ kind, code, target }: Moderated): Telling {
  const where = target ? (kind === 'joined' ? `With “${target}”. ` : `To “${target}”. `) : '';
  const kept = kind === 'hidden' ? ' Its place and its votes are kept.' : '';
  return {
    title: ACT_TITLES[MODERATED[kind]],
    text: `${where}The reason: ${REASON_LABELS[code].toLowerCase()}. ${REASON_SAYS[code]}${kept}`,
    values: { code },
  };
}

/** An act in English: its title, its sentences, and the values they rest on. */
export function tell(act: StoryAct, isAuthor: boolean): Telling {
  switch (act.kind) {
    case 'sent':
      return tellSent(act, isAuthor);
    case 'checked':
      return { title: 'Checked', text: 'Read by a moderator and published with no change.' };
    case 'edited':
      return {
        title: 'Words changed',
        text: act.version
          ? `This is version ${act.version}. Votes on the earlier words are marked as such.`
          : 'The earlier words are kept.',
        reason: act.reason,
        values: act.version ? { version: act.version } : {},
      };
    case 'withdrawn':
      return {
        title: 'Taken back',
        text: `${isAuthor ? 'You took it back' : 'Its author took it back'}. It is kept, marked as such.`,
        reason: act.reason,
      };
    case 'evidence_given':
      return { title: 'Evidence given', text: act.claim };
    case 'evidence_contested':
      return { title: 'Evidence contested', text: act.text };
    case 'evidence_considered':
      return { title: 'Evidence considered', text: act.sentence };
    case 'round_ranked':
      return tellRound(act);
    case 'decided':
      return tellDecided(act);
    case 'next_stop_done':
      return { title: act.nextStop, text: act.note, values: { decisionId: act.decisionId } };
    case 'merged_in':
      return { title: 'Another proposal joined it', text: act.statement };
    case 'used_in_paragraph':
      return tellUsed(act);
    case 'draft_published':
      return {
        title: 'Draft published',
        text: `Draft ${act.version} of “${act.draftTitle}”.`,
        values: { draftTitle: act.draftTitle, version: act.version },
      };
    case 'adopted':
      return tellAdopted(act);
    case 'verdicts':
      return tellVerdicts(act);
    case 'hidden':
    case 'restored':
    case 'moved':
    case 'moved_back':
    case 'joined':
    case 'separated':
    case 'thread_locked':
    case 'thread_unlocked':
    case 'seal_opened':
      return tellModerated(act);
    case 'destroyed':
      return {
        title: 'Sealed words destroyed',
        text: `They were kept for ${SEALED_DAYS} days, in case a court or the police ask for them, and are gone now.`,
      };
    case 'appealed':
      return {
        title: 'Appeal',
        text: `${isAuthor ? 'You' : 'Its author'} appealed. Another moderator answers by ${sayDay(act.dueOn)}.`,
      };
    case 'appeal_answered':
      return {
        title: act.isUpheld ? 'Appeal upheld' : 'Appeal not upheld',
        text: act.isUpheld
          ? 'Another moderator took the act back.'
          : 'Another moderator looked again, and the act stands.',
      };
    case 'consultation_reported':
      return { title: 'Reported', text: 'Every answer of this consultation has been given.' };
    case 'consultation_withdrawn':
      return { title: 'Consultation withdrawn', text: 'It ended early.', reason: act.reason };
  }
}
