import { bodyId, memberId } from '../../src/demo/ids.js';
import { campsVote } from './camps.js';
import { done } from './canaries.js';
import { answerAppeal, appeal, moderate, report } from './moderating.js';
import {
  comment,
  dayIn,
  evidenceOf,
  giveEvidence,
  newId,
  openConsultation,
  propose,
} from './over-http.js';
import type { Person, Stage } from './stage.js';

/** A word that stands in everything that is Tom's, and nowhere else. */
export const CANARY = 'Xylophonist';
/** A word that stands under seal alone. */
export const SEALED = 'Thylacine';
const word = (rest: string) => `${CANARY} ${rest}`;

const TOM = memberId('tom');
export const NUMBER = 'XYL0001';
export const EMAIL = 'xylophonist@example.org';

/** What Tom leaves behind, by id. */
export interface Belongings {
  /** Has a published round. */
  counted: string;
  /** Voting runs, and no round has been published. */
  running: string;
  proposal: string;
  hidden: string;
  hiding: string;
  comment: string;
  evidence: string;
  contested: string;
  round: string;
  draft: string;
  /** Asha's, on which Tom voted. */
  ofAsha: string;
  ofAshaRunning: string;
  ashasComment: string;
}

/** Puts Tom on the roll under a name, a number and an address of his own, in two offices. */
async function enrolTom({ database }: Stage): Promise<void> {
  await database.query(
    `UPDATE member SET membership_number = $2, display_name = $3, interests = '{health}', skills = $4
     WHERE id = $1`,
    [TOM, NUMBER, word('Tom'), [word('skill')]],
  );
  await database.query('DELETE FROM contact WHERE member_id = $1', [TOM]);
  await database.query(
    `INSERT INTO contact (member_id, email, email_key, roll_key, changed_at)
     VALUES ($1, $2, $2, $2, now() - interval '1 year')`,
    [TOM, EMAIL],
  );
  await database.query(
    `INSERT INTO contact_change (id, member_id, way, status, old_email, new_email, asked_at, made_at)
     VALUES ($1, $2, 'member', 'made', 'old-xylophonist@example.org', $3, now() - interval '1 year', now() - interval '1 year')`,
    [newId(), TOM, EMAIL],
  );
  await database.query(
    `INSERT INTO passkey (id, member_id, credential_id, public_key, counter, transports, name, is_synced, created_at)
     VALUES ($1, $2, 'xylophonist-key', '\\x01', 0, '{}', $3, true, now())`,
    [newId(), TOM, word('phone')],
  );
  for (const society of ['sea', 'sera'] as const) {
    await database.query(
      `INSERT INTO office (id, member_id, body_id, office, "from") VALUES ($1, $2, $3, 'policy_officer', '2020-01-01')`,
      [newId(), TOM, bodyId(society)],
    );
  }
}

async function vote(by: Person, proposalId: string): Promise<void> {
  await done(
    by,
    `mutation ($proposalId: ID!) { castVote(proposalId: $proposalId, choice: agree) {
      ... on Vote { id: commitment } ... on Refusal { message } } }`,
    { proposalId },
  );
}

async function propose2(tom: Person, consultation: string): Promise<string> {
  const { id } = await propose(tom, consultation, {
    statement: word('first.'),
    argument: word('because.'),
  });
  await done(
    tom,
    `mutation ($input: EditProposalInput!) { editProposal(input: $input) {
      ... on Proposal { id } ... on Refusal { message } } }`,
    {
      input: {
        ...{ id, version: 1, statement: word('second.') },
        ...{ argument: word('still.'), reason: word('reason.') },
      },
    },
  );
  return id;
}

async function comments(tom: Person, proposal: string): Promise<string> {
  const { id } = await comment(tom, proposal, { body: word('says this.') });
  await done(
    tom,
    `mutation ($id: ID!, $body: Markdown!) { editComment(id: $id, stance: against, body: $body) {
      ... on Comment { id } ... on Refusal { message } } }`,
    { id, body: word('says that.') },
  );
  return id;
}

/** What Tom gives for one society, and what he says against another's for a second one. */
async function givesEvidence(tom: Person, ewan: Person, consultation: string, proposal: string) {
  const { id: evidence } = await giveEvidence(
    tom,
    evidenceOf(consultation, 'sea', {
      proposalId: proposal,
      ...{ authorName: word('author'), claim: word('claim.'), detail: word('detail.') },
      ...{ confidenceReason: word('confidence'), declaredInterest: word('interest') },
      ...{ mandate: word('mandate'), sources: [{ title: word('source'), url: null }] },
    }),
  );
  const { id: contested } = await giveEvidence(ewan, evidenceOf(consultation, 'sha'));
  await done(
    tom,
    `mutation ($id: ID!, $evidenceId: ID!, $bodyId: ID!, $text: Markdown!) {
      contestEvidence(id: $id, evidenceId: $evidenceId, bodyId: $bodyId, text: $text) {
        ... on Evidence { id } ... on Refusal { message } } }`,
    { id: newId(), evidenceId: contested, bodyId: bodyId('sera'), text: word('doubts it.') },
  );
  return { evidence, contested };
}

/** One of Tom's is hidden; he appeals in vain, and reports somebody himself. */
async function isModerated(stage: Stage, tom: Person, hidden: string, ofAsha: string) {
  const { id: hiding } = await moderate(await stage.as('joan'), hidden, { note: word('note.') });
  const { appeal: sent } = (await appeal(tom, hiding, { words: word('appeals.') })) as unknown as {
    appeal: object;
  };
  if (!sent) throw new Error('the appeal was refused');
  const [{ id }] = await stage.database.query('SELECT id FROM appeal WHERE act_id = $1', [hiding]);
  await answerAppeal(await stage.as('priya'), id, { isUpheld: false, answer: word('no.') });
  await report(tom, ofAsha, { words: word('reports.') });
  return hiding;
}

/** A draft that cites what Tom wrote, and a round that counts it; an answer merges it into Asha's. */
async function isUsed(helen: Person, at: { counted: string; ofAsha: string; sources: object[] }) {
  const { counted, ofAsha, sources } = at;
  const [{ proposalId } = { proposalId: '' }] = sources as { proposalId: string }[];
  const { id: round } = await done(
    helen,
    `mutation ($id: ID!, $consultationId: ID!) { publishRound(id: $id, consultationId: $consultationId) {
      ... on Round { id } ... on Refusal { message } } }`,
    { id: newId(), consultationId: counted },
  );
  await done(
    helen,
    `mutation ($input: DecisionInput!) { decide(input: $input) {
      ... on Decision { id } ... on Refusal { message } } }`,
    {
      input: {
        ...{ id: newId(), proposalId, bodyId: bodyId('health'), outcome: 'merge' },
        ...{ reason: 'The same.', nextStop: 'The draft', dueOn: dayIn(20), mergedIntoId: ofAsha },
      },
    },
  );
  const { id: draft } = await done(
    helen,
    `mutation ($input: DraftInput!) { createDraft(input: $input) {
      ... on Draft { id } ... on Refusal { message } } }`,
    {
      input: {
        ...{ id: newId(), consultationId: counted, bodyId: bodyId('health') },
        ...{ title: 'Buses', summary: 'What we write.' },
      },
    },
  );
  await done(
    helen,
    `mutation ($id: ID!, $paragraphs: [ParagraphInput!]!) { saveDraft(draftId: $id, revision: 0,
      title: "Buses", summary: "What we write.", paragraphs: $paragraphs) {
      ... on Draft { id } ... on Refusal { message } } }`,
    {
      id: draft,
      paragraphs: [{ id: newId(), text: 'Every town has a late bus.', sources }],
    },
  );
  await done(
    helen,
    `mutation ($id: ID!) { publishDraft(draftId: $id, note: "The first.") {
      ... on Draft { id } ... on Refusal { message } } }`,
    { id: draft },
  );
  return { round, draft };
}

/** Tom takes part in everything there is to take part in. */
export async function makeBelongings(stage: Stage): Promise<Belongings> {
  await enrolTom(stage);
  const [helen, asha, tom, ewan] = (await Promise.all(
    (['helen', 'asha', 'tom', 'ewan'] as const).map((who) => stage.as(who)),
  )) as [Person, Person, Person, Person];
  const counted = await openConsultation(helen, { template: 'quick' });
  const running = await openConsultation(helen, { template: 'quick' });
  const { id: ofAsha } = await propose(asha, counted, { statement: 'Late buses.' });
  const { id: ofAshaRunning } = await propose(asha, running, { statement: 'Early trains.' });
  const { id: ashasComment } = await comment(asha, ofAsha);
  await done(
    tom,
    `mutation ($id: ID!) { markGoodPoint(commentId: $id, good: true) {
      ... on Comment { id } ... on Refusal { message } } }`,
    { id: ashasComment },
  );
  const proposal = await propose2(tom, counted);
  const { id: hidden } = await propose(tom, running, { statement: word('hidden.') });
  const commented = await comments(tom, ofAsha);
  const { id: sealed } = await propose(tom, running, { statement: `${SEALED} named.` });
  await moderate(await stage.as('joan'), sealed, { reason: 'unlawful' });
  const given = await givesEvidence(tom, ewan, counted, ofAsha);
  const hiding = await isModerated(stage, tom, hidden, ofAsha);
  await vote(tom, ofAsha);
  await vote(tom, ofAshaRunning);
  await campsVote(
    stage,
    counted,
    [proposal, ofAsha],
    [
      { people: 30, says: '+-' },
      { people: 20, says: '-+' },
    ],
  );
  const sources = [
    { proposalId: proposal },
    { commentId: commented },
    { evidenceId: given.evidence },
  ].map((source) => ({ id: newId(), ...source }));
  const used = await isUsed(helen, { counted, ofAsha, sources });
  return {
    ...{ counted, running, proposal, hidden, hiding, comment: commented, ...given, ...used },
    ...{ ofAsha, ofAshaRunning, ashasComment },
  };
}

/** Every place in the database where a text stands: "schema.table.column", each once. */
export async function whereItStands({ database }: Stage, text: string): Promise<string[]> {
  const columns: { schema: string; table: string; column: string }[] = await database.query(
    `SELECT n.nspname AS schema, c.relname AS table, a.attname AS column
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     WHERE c.relkind = 'r' AND n.nspname NOT IN ('pg_catalog', 'information_schema')
       AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
     ORDER BY 1, 2, 3`,
  );
  const found: string[] = [];
  const q = (name: string) => `"${name.replaceAll('"', '""')}"`;
  for (const { schema, table, column } of columns) {
    // Bytes as hexadecimal: a text in them is found by its own.
    const [row] = await database.query(
      `SELECT EXISTS (SELECT FROM ${q(schema)}.${q(table)} t
         WHERE t.${q(column)}::text ILIKE '%' || $1 || '%' OR t.${q(column)}::text LIKE '%' || $2 || '%') AS is_there`,
      [text, Buffer.from(text).toString('hex')],
    );
    if (row.is_there) found.push(`${schema}.${table}.${column}`);
  }
  return found;
}
