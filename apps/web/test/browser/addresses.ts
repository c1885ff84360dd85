import type { BrowserContext } from 'playwright-core';
import { routes } from '../../src/app/routes';
import { patterns } from '../../src/paths';

/** The patterns of paths.ts that have a page, in their order. */
export function routedPatterns(): string[] {
  const routed = new Set((routes[0]?.children ?? []).map(({ path }) => path));
  return Object.values(patterns).filter((pattern) => routed.has(pattern));
}

/** Where a page shows most: the consultation that is being answered, its best proposal, a draft. */
export interface Shown {
  consultation: string;
  proposal: string;
  draft: string;
}

const QUERY = `{
  consultations(first: 50) { edges { node { id phase proposals(first: 1) { edges { node { id } } } } } }
  drafts { id }
}`;

interface Answer {
  data?: {
    consultations: {
      edges: {
        node: { id: string; phase: string; proposals: { edges: { node: { id: string } }[] } };
      }[];
    };
    drafts: { id: string }[];
  };
  errors?: unknown;
}

/** Finds them by asking the API, as this person. */
export async function whatIsShown({ request }: BrowserContext, phase: string): Promise<Shown> {
  const response = await request.post('/graphql', { data: { query: QUERY } });
  const { data, errors } = (await response.json()) as Answer;
  if (!data) throw new Error(`The API did not answer: ${JSON.stringify(errors)}`);
  const found = data.consultations.edges.find(({ node }) => node.phase === phase)?.node;
  const [draft] = data.drafts;
  const [proposal] = found?.proposals.edges ?? [];
  if (!found || !proposal || !draft) throw new Error(`The demonstration has none that is ${phase}`);
  return { consultation: found.id, proposal: proposal.node.id, draft: draft.id };
}

/** The address of a page with its id filled in. */
export function addressOf(pattern: string, shown: Shown): string {
  const id = pattern.startsWith('/consultations/')
    ? shown.consultation
    : pattern.startsWith('/drafts/')
      ? shown.draft
      : shown.proposal;
  return pattern.replace(':id', id);
}
