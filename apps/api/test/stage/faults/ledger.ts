import { v7 } from 'uuid';

/** Something that a person sends, and what came back. */
export interface Sent {
  person: number;
  kind: 'vote' | 'proposal' | 'comment' | 'evidence';
  /** Of what it makes; of a vote, of the proposal. */
  id: string;
  /** What must be found again: a choice, or words. */
  says: string;
  document: string;
  variables: Record<string, unknown>;
  /** Refused for good is settled too; only what was never answered is not. */
  state: 'waiting' | 'acknowledged' | 'refused';
  reply: string;
}

export interface Ledger {
  sent: Sent[];
  acknowledged: () => number;
}

export interface Place {
  consultationId: string;
  proposals: string[];
  /** The society for which the first person gives evidence. */
  bodyId: string;
}

const REFUSAL = '... on Refusal { reason message }';
const VOTE = `mutation ($id: ID!, $choice: Choice!) {
  answer: castVote(proposalId: $id, choice: $choice) { __typename ... on Vote { choice } ${REFUSAL} } }`;
const PROPOSE = `mutation ($input: ProposeInput!) {
  answer: propose(input: $input) { __typename ... on Proposal { id number statement } ${REFUSAL} } }`;
const COMMENT = `mutation ($input: CommentInput!) {
  answer: sendComment(input: $input) { __typename ... on Comment { id body } ${REFUSAL} } }`;
const EVIDENCE = `mutation ($input: EvidenceInput!) {
  answer: giveEvidence(input: $input) { __typename ... on Evidence { id claim } ${REFUSAL} } }`;

const pick = <T>(list: readonly T[], random: () => number): T =>
  list[Math.floor(random() * list.length)] as T;

type Act = Pick<Sent, 'kind' | 'id' | 'says' | 'document' | 'variables'>;

function contribution(
  kind: 'proposal' | 'comment' | 'evidence',
  place: Place,
  proposal: string,
): Act {
  const id = v7();
  const { consultationId, bodyId } = place;
  const says = `What ${id} says.`;
  const acts = {
    proposal: {
      document: PROPOSE,
      input: { id, consultationId, statement: says, argument: 'Because.' },
    },
    comment: { document: COMMENT, input: { id, proposalId: proposal, stance: 'for', body: says } },
    evidence: {
      document: EVIDENCE,
      input: {
        id,
        consultationId,
        proposalId: null,
        bodyId,
        authorName: 'Dr Ewan Leckie',
        claim: says,
        detail: 'Five towns.',
        confidence: 'medium',
        confidenceReason: 'Three years',
        costFlag: false,
        legalFlag: false,
        declaredInterest: 'None',
        mandate: 'Agreed on 3 March',
        sources: [{ title: 'Statistics', url: 'https://www.example.org/a' }],
      },
    },
  };
  const { document, input } = acts[kind];
  return { kind, id, says, document, variables: { input } };
}

/** What somebody does next: mostly votes, and words between them. */
export function nextAct(person: number, place: Place, random: () => number): Sent {
  const proposal = pick(place.proposals, random);
  const what = random();
  const choice = pick(['agree', 'disagree', 'pass'], random);
  const act: Act =
    person === 0 && what < 0.3
      ? contribution('evidence', place, proposal)
      : what < 0.15
        ? contribution('proposal', place, proposal)
        : what < 0.35
          ? contribution('comment', place, proposal)
          : {
              kind: 'vote',
              id: proposal,
              says: choice,
              document: VOTE,
              variables: { id: proposal, choice },
            };
  return { ...act, person, state: 'waiting', reply: '' };
}

/** A proposal, to begin with. */
export const proposalIn = (place: Place): Sent => ({
  ...contribution('proposal', place, ''),
  // Nobody of those who send.
  person: 100,
  state: 'waiting',
  reply: '',
});

/** Sends something once; it stays waiting unless the server said what became of it. */
export async function send(address: string, cookie: string, sent: Sent): Promise<string> {
  const reply = await fetch(`${address}/graphql`, {
    method: 'POST',
    // As behind a proxy: each person has an address of their own.
    headers: {
      'content-type': 'application/json',
      cookie,
      'x-forwarded-for': `10.0.0.${sent.person + 1}`,
    },
    body: JSON.stringify({ query: sent.document, variables: sent.variables }),
    signal: AbortSignal.timeout(20_000),
  });
  const { data, errors } = (await reply.json()) as {
    data?: { answer: { __typename: string } };
    errors?: { message: string }[];
  };
  if (errors || !data) throw new Error(errors?.[0]?.message ?? `status ${reply.status}`);
  const text = JSON.stringify(data.answer);
  sent.state = data.answer.__typename === 'Refusal' ? 'refused' : 'acknowledged';
  sent.reply = text;
  return text;
}

export function openLedger(): Ledger {
  const sent: Sent[] = [];
  return { sent, acknowledged: () => sent.filter((one) => one.state === 'acknowledged').length };
}
