/** A body as JSON with the names of `BodyRow`; null where the left join found none. */
export const bodyJson = (alias: string): string => `CASE WHEN ${alias}.id IS NULL THEN NULL
  ELSE json_build_object('id', ${alias}.id, 'kind', ${alias}.kind, 'name', ${alias}.name,
    'field', ${alias}.field, 'description', ${alias}.description, 'parentId', ${alias}.parent_id,
    'from', ${alias}."from", 'until', ${alias}.until, 'interest', ${alias}.interest) END`;
