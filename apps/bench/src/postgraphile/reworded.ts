import type { PageName } from '../pages/pages.js';

type Row = Record<string, unknown>;
interface List {
  nodes: Row[];
  totalCount?: number;
  pageInfo?: Row;
}

const row = (value: unknown) => value as Row;
const list = (value: unknown) => value as List;
const withId = ({ rowId, ...rest }: Row): Row => ({ id: rowId, ...rest });
const bodyOf = (value: unknown) => (value === null ? null : withId(row(value)));

function author(of: Row): Row | null {
  const member = of['memberByAuthorId'] as (Row & { bodyByClpId: Row | null }) | null;
  return member && { name: member['displayName'], clpName: member.bodyByClpId?.['name'] ?? null };
}

const edges = (of: List, node: (value: Row) => Row) => ({
  ...of,
  edges: of.nodes.map((value) => ({ node: node(value) })),
});

function comment(value: Row): Row {
  const below = value['commentsByParentId'];
  const replies = below ? edges(list(below), comment) : undefined;
  return { ...withId(value), author: author(value), ...(replies ? { replies } : {}) };
}

function proposal(value: Row): Row {
  const merged = value['proposalByMergedIntoId'];
  return {
    ...withId(value),
    author: author(value),
    evidenceCount: list(value['evidencesByProposalId']).totalCount,
    onBehalfOf: bodyOf(value['bodyByOnBehalfOfId']),
    mergedInto: bodyOf(merged),
    commissions: list(value['proposalCommissionsByProposalId']).nodes.map((one) =>
      bodyOf(one['bodyByBodyId']),
    ),
  };
}

function consultation(value: Row): Row {
  const commissions = list(value['consultationCommissionsByConsultationId']).nodes;
  return {
    ...withId(value),
    proposalCount: list(value['proposalsByConsultationId']).totalCount,
    commissions: commissions
      .toSorted((a, b) => Number(a['position']) - Number(b['position']))
      .map((one) => bodyOf(one['bodyByBodyId'])),
    convenedBy: bodyOf(value['bodyByConvenedById']),
  };
}

function ranked(value: Row): Row {
  const of = row(value['proposalByProposalId']);
  const decisions = list(of['decisionsByProposalId']).nodes;
  return {
    ...value,
    tally: list(of['talliesByProposalId']).nodes[0] ?? null,
    proposal: {
      ...withId(of),
      decisions: decisions.filter((one) => one['supersededById'] === null).map(withId),
    },
  };
}

const voters = (value: Row) => row(value['turnoutByConsultationId'] ?? { voters: 0 })['voters'];

/** PostGraphile's reply to a page as Clarion would word it. */
export const REWORDED: Readonly<Record<PageName, (data: Row) => Row>> = {
  consultation: (data) => {
    const value = row(data['consultationByRowId']);
    return {
      consultation: {
        ...consultation(value),
        evidenceCount: list(value['evidencesByConsultationId']).totalCount,
        voterCount: voters(value),
        rounds: list(value['roundsByConsultationId']).nodes,
      },
    };
  },
  proposals: (data) => {
    const value = row(data['consultationByRowId']);
    const proposals = edges(list(value['proposalsByConsultationId']), proposal);
    return { consultation: { ...consultation(value), proposals } };
  },
  thread: (data) => {
    const value = row(data['proposalByRowId']);
    const thread = edges(list(value['commentsByProposalId']), comment);
    return { proposal: { ...withId(value), thread } };
  },
  ranking: (data) => {
    const value = row(data['consultationByRowId']);
    const proposals = edges(list(value['benchRankedsByConsultationId']), ranked);
    return {
      consultation: { ...withId(value), ranking: { voterCount: voters(value), proposals } },
    };
  },
};
