import type { MemberRow } from '../roll/member.queries.js';
import { nameUnlessHidden, unlessHidden } from './hidden.js';

/** Who wrote something, as shown: a member, or a name that came with an import. */
export interface AuthorRow {
  member: MemberRow | null;
  name: string;
  clpName: string | null;
}

/**
 * The author as JSON. `row` is the alias of a table with author_id, author_name and status; `member` and
 * `clp` are those of its left joins.
 */
export const authorJson = (row: string, member: string, clp: string): string => `json_build_object(
  'member', CASE WHEN ${member}.id IS NULL OR ${row}.status = 'hidden' THEN NULL ELSE json_build_object(
    'id', ${member}.id, 'displayName', ${member}.display_name, 'clpId', ${member}.clp_id) END,
  'name', ${nameUnlessHidden(row, `coalesce(${member}.display_name, ${row}.author_name)`)},
  'clpName', ${unlessHidden(row, `${clp}.name`, 'NULL')})`;
