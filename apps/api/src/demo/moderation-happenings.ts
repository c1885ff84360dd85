import type { Breach } from '@clarion/deliberation';
import { sendComment } from '../contributions/comment.service.js';
import { answerAppeal, appeal } from '../moderation/appeal.service.js';
import { moderate, suspend } from '../moderation/moderate.service.js';
import { report } from '../moderation/report.service.js';
import { undoModeration } from '../moderation/reverse.service.js';
import { demoId } from './ids.js';
import type { AuthorKey, Day, PersonKey } from './script.js';
import { type Happening, must } from './timeline.js';

/** A comment that somebody reported, and what came of it. */
interface ReportedScript {
  key: string;
  on: string;
  author: AuthorKey;
  day: Day;
  body: string;
  reports: { by: AuthorKey; reason: Breach; words?: string }[];
  hidden?: { day: Day; reason: Breach; note: string };
  /** What Joan found to be a mistake of hers. */
  restored?: Day;
  suspended?: { day: Day; days: number };
  appealed?: { day: Day; words: string };
  upheld?: { day: Day; answer: string };
}

const MODERATOR: PersonKey = 'joan';
const OTHER_MODERATOR: PersonKey = 'priya';
/** Moments between an act and the next, in days. */
const SOON = 1 / 24 / 20;

const REPORTED: ReportedScript[] = [
  {
    key: 'ticket-machine',
    on: 'buses-two-pound-fare',
    author: 'member-60',
    day: -9,
    body: 'The fare is a tax on the people who clean the offices of the people who set the fare. I mean that.',
    reports: [{ by: 'member-12', reason: 'abuse', words: 'It insults office workers.' }],
    hidden: { day: -8.6, reason: 'abuse', note: 'Argue about the fare, not about who sets it.' },
    appealed: {
      day: -8.2,
      words: 'I named nobody. It is hard on a policy, and that is what we are here for.',
    },
    upheld: {
      day: -7.3,
      answer:
        'It is sharp about who pays and who decides, and attacks nobody. It should have stayed.',
    },
  },
  {
    key: 'wrong-thread',
    on: 'buses-bus-lanes',
    author: 'member-22',
    day: -6,
    body: 'Same as I said under the fares: publish what each operator is paid.',
    reports: [{ by: 'member-31', reason: 'spam' }],
    hidden: { day: -5.9, reason: 'spam', note: '' },
    restored: -5.8,
  },
  {
    key: 'shouting',
    on: 'buses-two-pound-fare',
    author: 'member-119',
    day: -2,
    body: 'Callum drives a bus and thinks that makes him an economist. What a clown. Sit down and shut up.',
    reports: [
      { by: 'tom', reason: 'abuse', words: 'He goes for Callum, not for the fare.' },
      { by: 'asha', reason: 'abuse' },
    ],
    hidden: {
      day: -1.8,
      reason: 'abuse',
      note: 'Your point about the subsidy is welcome. Send it again without Callum.',
    },
    suspended: { day: -1.8 + SOON, days: 7 },
    appealed: { day: -1.2, words: 'He started it, further up.' },
  },
  {
    key: 'insurance',
    on: 'buses-bus-lanes',
    author: 'member-44',
    day: -0.9,
    body: 'Tired of waiting for a bus? Cheap car insurance for members, message me for the code.',
    reports: [
      { by: 'gwenllian', reason: 'spam' },
      { by: 'member-31', reason: 'spam', words: 'The same advert stands under two more.' },
      { by: 'member-12', reason: 'off_topic' },
    ],
  },
  {
    key: 'driver',
    on: 'buses-stranded-taxi',
    author: 'member-29',
    day: -0.6,
    body: 'It was the 23.10 on Tuesday and the driver was the one who lives over the chip shop in Albert Road. Ask him.',
    reports: [
      { by: 'callum', reason: 'personal_data', words: 'Everybody on that road knows who that is.' },
    ],
  },
  {
    key: 'dentists-here',
    on: 'buses-six-to-eleven',
    author: 'member-51',
    day: -0.4,
    body: 'None of this matters while I cannot get a dentist. When do we talk about dentists?',
    reports: [{ by: 'ruth', reason: 'off_topic', words: 'There is a consultation for it.' }],
  },
];

const idOf = (script: ReportedScript) => demoId('comment', `reported ${script.key}`);
const actOf = (script: ReportedScript, act: string) => demoId('act', `${script.key} ${act}`);

function sent(script: ReportedScript): Happening[] {
  const { key, on, author, day, body, reports } = script;
  const aboutId = idOf(script);
  return [
    {
      day,
      who: author,
      act: async (acting) =>
        must(
          await sendComment(acting, {
            ...{ id: aboutId, proposalId: demoId('proposal', on), stance: 'neutral', body },
          }),
          `comment ${key}`,
        ),
    },
    ...reports.map(
      ({ by, reason, words = '' }, at): Happening => ({
        day: day + (at + 1) * SOON,
        who: by,
        act: async (acting) =>
          must(
            await report(acting, { id: actOf(script, `report ${at}`), aboutId, reason, words }),
            `report ${key}`,
          ),
      }),
    ),
  ];
}

function moderated(script: ReportedScript): Happening[] {
  const { key, hidden, restored, suspended } = script;
  const aboutId = idOf(script);
  const hideId = actOf(script, 'hide');
  const acts: Happening[] = [];
  const by = (day: Day, act: Happening['act']) => acts.push({ day, who: MODERATOR, act });
  if (hidden) {
    const { day, reason, note } = hidden;
    by(day, async (acting) =>
      must(
        await moderate(acting, { id: hideId, aboutId, act: 'hide', reason, note }),
        `hide ${key}`,
      ),
    );
  }
  if (restored !== undefined) {
    const input = { id: actOf(script, 'restore'), actId: hideId, reason: 'mistake' as const };
    by(restored, async (acting) =>
      must(
        await undoModeration(acting, { ...input, note: 'I read it again: it says something new.' }),
        `restore ${key}`,
      ),
    );
  }
  if (suspended) {
    const { day, days } = suspended;
    const input = { id: actOf(script, 'suspend'), aboutId, days, reason: 'abuse' as const };
    by(day, async (acting) =>
      must(await suspend(acting, { ...input, note: 'The third time this month.' }), `stop ${key}`),
    );
  }
  return acts;
}

function appealed(script: ReportedScript): Happening[] {
  const { key, author, appealed: made, upheld } = script;
  if (!made) return [];
  const id = actOf(script, 'appeal');
  const { day, words } = made;
  const happenings: Happening[] = [
    {
      day,
      who: author,
      act: async (acting) =>
        must(await appeal(acting, { id, actId: actOf(script, 'hide'), words }), `appeal ${key}`),
    },
  ];
  if (!upheld) return happenings;
  const input = { id: actOf(script, 'uphold'), appealId: id, isUpheld: true };
  happenings.push({
    day: upheld.day,
    who: OTHER_MODERATOR,
    act: async (acting) =>
      must(await answerAppeal(acting, { ...input, answer: upheld.answer }), `uphold ${key}`),
  });
  return happenings;
}

/** A bad evening or two: what was reported, what Joan did, and what Priya found of it. */
export const moderationHappenings = (): Happening[] =>
  REPORTED.flatMap((script) => [...sent(script), ...moderated(script), ...appealed(script)]);
