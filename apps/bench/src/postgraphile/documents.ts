import type { PageName } from '../pages/pages.js';

const BODY = 'rowId kind name';
const AUTHOR = 'memberByAuthorId { displayName bodyByClpId { name } }';
const COUNTS = 'proposalsByConsultationId { totalCount } commentCount';
const COMMISSIONS = `consultationCommissionsByConsultationId { nodes { position bodyByBodyId { ${BODY} } } }
  bodyByConvenedById { ${BODY} }`;

const COMMENT = `rowId parentId depth stance body status createdAt editedAt goodPoints isGoodPointByMe
  replyCount descendantCount isMine ${AUTHOR}`;
const replies = (first: number, below: string) =>
  `commentsByParentId(first: ${first}, orderBy: [CREATED_AT_ASC, ROW_ID_ASC]) {
    nodes { ${COMMENT} ${below} } pageInfo { hasNextPage } }`;

/** What PostGraphile is asked for, page by page. */
export const DOCUMENTS: Readonly<Record<PageName, string>> = {
  consultation: `query Consultation($id: UUID!) { consultationByRowId(rowId: $id) {
    rowId title question paper questions phase createdAt votesUntil answersBy myVoteCount ${COUNTS}
    evidencesByConsultationId { totalCount } turnoutByConsultationId { voters } ${COMMISSIONS}
    roundsByConsultationId(orderBy: [NUMBER_DESC]) { nodes { number publishedAt voterCount } } } }`,

  proposals: `query Proposals($id: UUID!) { consultationByRowId(rowId: $id) {
    rowId title phase votesUntil commentCount ${COMMISSIONS}
    proposalsByConsultationId(first: 20, orderBy: [CREATED_AT_DESC, ROW_ID_DESC]) {
      totalCount pageInfo { hasNextPage }
      nodes { rowId number statement status isMine commentCount createdAt ${AUTHOR}
        evidencesByProposalId { totalCount } bodyByOnBehalfOfId { rowId name }
        proposalByMergedIntoId { rowId number statement }
        proposalCommissionsByProposalId { nodes { bodyByBodyId { rowId name } } }
        myVote { choice version } } } } }`,

  thread: `query Thread($id: UUID!) { proposalByRowId(rowId: $id) {
    rowId commentCount
    commentsByProposalId(first: 20, condition: { parentId: null },
      orderBy: [GOOD_POINTS_DESC, CREATED_AT_DESC, ROW_ID_DESC]) {
      pageInfo { hasNextPage } nodes { ${COMMENT} ${replies(3, replies(2, ''))} } } } }`,

  ranking: `query Ranking($id: UUID!) { consultationByRowId(rowId: $id) {
    rowId title phase turnoutByConsultationId { voters }
    benchRankedsByConsultationId(first: 20, orderBy: [POSITION_ASC]) {
      totalCount pageInfo { hasNextPage }
      nodes { rank proposalByProposalId { rowId statement
        talliesByProposalId(first: 1) { nodes { agree disagree pass } }
        decisionsByProposalId(orderBy: [DECIDED_AT_DESC, ROW_ID_DESC]) {
          nodes { rowId outcome supersededById } } } } } } }`,
};
