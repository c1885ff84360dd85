import { type OfficerAct, refuseOfficer } from './acting.js';
import { firstRefusal } from './eligibility.js';
import { type BodyRef, isForumMember, mayActFor } from './office.js';
import { refuseInPhase } from './phase-change.js';
import { type Refusal, refusal } from './refusal.js';
import { isBlank, PARAGRAPH_SOURCES_MAX, PARAGRAPHS_MAX, refuseText, TEXT } from './text.js';
import { count, list, ordinal, sayCount } from './words.js';

export type DraftStatus = 'working' | 'published' | 'adopted';

/** A paragraph as far as the rules ask. */
export interface DraftParagraph {
  id: string;
  /** "14" or "14A". */
  number: string;
  heading: string | null;
  text: string;
  sourceCount: number;
  /** Added by the drafters: why. */
  ownReason: string | null;
}

/** Somebody who works on a draft. */
export interface DraftAct extends OfficerAct {
  /** The commissions of the consultation it answers: their officers draft too. */
  commissions: readonly BodyRef[];
  /** Of the version written in. */
  status: DraftStatus;
}

/**
 * Refuses whoever may not draft: the officers of the draft's body, those of the consultation's
 * commissions, and everybody who sits on the National Policy Forum may.
 */
export function refuseDrafter(ask: Omit<DraftAct, 'status'>): Refusal | null {
  const { offices, body, commissions, on } = ask;
  const refused = refuseOfficer(ask, 'draft');
  if (!refused) return refuseInPhase(ask.phase, 'draft');
  if (!offices || !body) return refused;
  const may =
    isForumMember(offices, on) ||
    commissions.some((commission) => mayActFor(offices, commission, 'draft', on));
  return may ? refuseInPhase(ask.phase, 'draft') : refused;
}

/** Refuses a save: who may not draft, a version that is published, and one that somebody saved since. */
export function refuseDraftEdit(ask: DraftAct & { isStale: boolean }): Refusal | null {
  return firstRefusal(
    refuseDrafter(ask),
    ask.status === 'working' ? null : refusal('not_editable'),
    ask.isStale ? refusal('changed_since', { what: 'draft' }) : null,
  );
}

/** Refuses the texts of a draft: title, summary, too many paragraphs or sources, a paragraph that is empty or too long. */
export function refuseDraftText(draft: {
  title: string;
  summary: string;
  paragraphs: readonly Pick<DraftParagraph, 'heading' | 'text' | 'sourceCount' | 'ownReason'>[];
}): Refusal | null {
  const { title, summary, paragraphs } = draft;
  if (paragraphs.length > PARAGRAPHS_MAX) {
    const label = 'a draft as paragraphs';
    return refusal('too_many', { field: 'paragraphs', label, max: PARAGRAPHS_MAX });
  }
  const fault = firstRefusal(refuseText(title, TEXT.title), refuseText(summary, TEXT.summary));
  if (fault) return fault;
  for (const paragraph of paragraphs) {
    const label = 'the sources of a paragraph';
    const refused = firstRefusal(
      refuseText(paragraph.heading ?? '', TEXT.heading),
      refuseText(paragraph.text, { ...TEXT.paragraph, required: false }),
      refuseText(paragraph.ownReason ?? '', TEXT.ownReason),
      paragraph.sourceCount > PARAGRAPH_SOURCES_MAX
        ? refusal('too_many', { field: 'paragraphs', label, max: PARAGRAPH_SOURCES_MAX })
        : null,
    );
    if (refused) return refused;
  }
  return null;
}

/** A proposal of the ranked order, best first. */
export interface RankedItem {
  id: string;
  rank: number;
  statement: string;
}

/** What stands between a working version and publishing it. */
export interface PublishCheck {
  mayPublish: boolean;
  /** Numbers of paragraphs with neither a source nor the drafters' reason: they block. */
  unsourced: string[];
  /** Numbers of paragraphs without words: they block. */
  empty: string[];
  /** Top proposals without an answer: a warning, since a draft may go out while answers are being written. */
  unanswered: RankedItem[];
  /** The same in plain sentences. */
  sentences: string[];
}

/**
 * Checks a working version against its promise that every line shows where it came from. `ranked` is
 * the official order, best first; its first `topN` are owed an answer.
 */
export function publishCheck(
  paragraphs: readonly DraftParagraph[],
  ranked: readonly RankedItem[],
  decided: ReadonlySet<string>,
  topN: number,
): PublishCheck {
  const unsourced = paragraphs
    .filter(({ sourceCount, ownReason }) => sourceCount === 0 && isBlank(ownReason ?? ''))
    .map(({ number }) => number);
  const empty = paragraphs.filter(({ text }) => isBlank(text)).map(({ number }) => number);
  const unanswered = ranked.slice(0, topN).filter(({ id }) => !decided.has(id));
  const mayPublish = paragraphs.length > 0 && unsourced.length === 0 && empty.length === 0;
  const check = { mayPublish, unsourced, empty, unanswered };
  return {
    ...check,
    sentences: checkSentences(check, paragraphs.length, Math.min(topN, ranked.length)),
  };
}

function numbered(numbers: readonly string[]): string {
  return `${numbers.length === 1 ? 'Paragraph' : 'Paragraphs'} ${list(numbers)}`;
}

function checkSentences(
  check: Omit<PublishCheck, 'sentences'>,
  paragraphCount: number,
  of: number,
): string[] {
  const { mayPublish, unsourced, empty, unanswered } = check;
  const sentences: string[] = [];
  if (paragraphCount === 0) sentences.push('There is no paragraph yet.');
  if (unsourced.length > 0) {
    const verb = unsourced.length === 1 ? 'shows' : 'show';
    sentences.push(
      `${numbered(unsourced)} ${verb} neither a source nor a reason of the drafters’. Cite one or give one before publishing.`,
    );
  }
  if (empty.length > 0) {
    sentences.push(`${numbered(empty)} ${empty.length === 1 ? 'has' : 'have'} no words yet.`);
  }
  if (unanswered.length > 0) {
    const places = list(unanswered.map(({ rank }) => ordinal(rank)));
    sentences.push(
      `${sayCount(unanswered.length)} of the top ${sayCount(of)} ${unanswered.length === 1 ? 'has' : 'have'} no answer yet: ${places}. You can publish, and everybody will see that.`,
    );
  }
  if (mayPublish) {
    const all =
      paragraphCount === 1
        ? 'The paragraph shows'
        : `All ${count(paragraphCount, 'paragraph')} show`;
    sentences.unshift(`${all} where the words came from.`);
  }
  return sentences;
}

/** Refuses publishing: who may not draft, a version already published, nothing written, and unsourced or empty paragraphs. */
export function refusePublish(
  ask: DraftAct & { paragraphs: readonly DraftParagraph[]; note: string },
): Refusal | null {
  const { paragraphs, status } = ask;
  const { unsourced, empty } = publishCheck(paragraphs, [], new Set(), 0);
  return firstRefusal(
    refuseDrafter(ask),
    status === 'working' ? null : refusal('not_editable'),
    paragraphs.length === 0 ? refusal('nothing_to_publish') : null,
    empty.length > 0
      ? refusal('empty', { field: 'paragraphs', label: `paragraph ${list(empty)}` })
      : null,
    unsourced.length > 0
      ? refusal('unsourced_paragraphs', { field: 'paragraphs', numbers: unsourced })
      : null,
    refuseText(ask.note, TEXT.versionNote),
  );
}

/** Refuses beginning the next version: who may not draft, and while one is being written. */
export function refuseNextVersion(
  ask: Omit<DraftAct, 'status'> & { hasWorkingVersion: boolean },
): Refusal | null {
  return refuseDrafter(ask) ?? (ask.hasWorkingVersion ? refusal('working_version_exists') : null);
}

/** Refuses entering an adoption: whoever is no officer of the draft's body for it, no published version, adopted already, the meeting and its counts. */
export function refuseAdoption(
  ask: OfficerAct & {
    /** The newest version that is not being written; null when none was published. */
    status: DraftStatus | null;
    meeting: string;
    for: number;
    against: number;
    abstained: number;
  },
): Refusal | null {
  const counts = [ask.for, ask.against, ask.abstained];
  const isCounted = counts.every((n) => Number.isInteger(n) && n >= 0 && n <= 1_000_000);
  return firstRefusal(
    refuseOfficer(ask, 'adopt'),
    refuseInPhase(ask.phase, 'adopt'),
    ask.status === 'adopted' ? refusal('already_adopted') : null,
    ask.status === 'published' ? null : refusal('not_published'),
    refuseText(ask.meeting, TEXT.meeting),
    isCounted
      ? null
      : refusal('not_valid', {
          field: 'for',
          saying: 'Votes are counted in whole numbers from 0 to 1,000,000.',
        }),
    ask.for > ask.against
      ? null
      : refusal('not_valid', {
          field: 'for',
          saying:
            'More must have voted for it than against it. A draft that lost is not adopted; write the next version.',
        }),
  );
}
