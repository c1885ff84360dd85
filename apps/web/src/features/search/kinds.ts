import type { SearchKind } from '../../graphql/generated/graphql';

const names: Record<SearchKind, { one: string; many: string }> = {
  consultation: { one: 'Consultation', many: 'Consultations' },
  proposal: { one: 'Proposal', many: 'Proposals' },
  comment: { one: 'Comment', many: 'Comments' },
  evidence: { one: 'Evidence', many: 'Evidence' },
  paragraph: { one: 'Paragraph of a draft', many: 'Drafts' },
};

export const searchKinds = Object.keys(names) as SearchKind[];
export const kindName = (kind: SearchKind): string => names[kind].one;
export const kindsName = (kind: SearchKind): string => names[kind].many;

/** The kind asked for in the address. */
export function kindIn(search: URLSearchParams): SearchKind | null {
  return searchKinds.find((kind) => kind === search.get('kind')) ?? null;
}
