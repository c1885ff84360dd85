export const possibleTypes: Record<string, string[]> = {
  CommentResult: ['Comment', 'Refusal'],
  ConsultationResult: ['Consultation', 'Refusal'],
  DecisionResult: ['Decision', 'Refusal'],
  DraftResult: ['Draft', 'Refusal'],
  EvidenceResult: ['Evidence', 'Refusal'],
  Node: ['Body', 'Comment', 'Consultation', 'Decision', 'Draft', 'Evidence', 'EvidenceContest', 'Member', 'Office', 'Proposal', 'Round'],
  ProposalResult: ['Proposal', 'Refusal'],
  PublishRoundResult: ['Refusal', 'Round'],
  SignInResult: ['Refusal', 'Viewer'],
  SourceItem: ['Comment', 'Decision', 'Evidence', 'Proposal'],
  UpdateInterestsResult: ['Refusal', 'Viewer'],
  VoteResult: ['Refusal', 'Vote'],
};
