/** Which fields to look at: of an object those named, of a list the same of each entry. */
export interface Shape {
  readonly [field: string]: true | Shape;
}

const isMoment = (field: string) => /(At|Until)$/.test(field);

function pickField(field: string, value: unknown, shape: true | Shape): unknown {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.map((entry) => pickField(field, entry, shape));
  if (shape !== true) return pick(value, shape);
  return isMoment(field) ? new Date(value as string).toISOString() : value;
}

/** What of a reply all subjects give, in the order of the shape; moments as one text, whatever their form. */
export function pick(value: unknown, shape: Shape): Record<string, unknown> {
  const fields = Object.entries(shape).map(([field, below]) => [
    field,
    pickField(field, (value as Record<string, unknown>)[field], below),
  ]);
  return Object.fromEntries(fields) as Record<string, unknown>;
}

/** The fields of a shape as GraphQL; what takes arguments is named in `args`. */
export function selection(shape: Shape, args: Readonly<Record<string, string>> = {}): string {
  const fields = Object.entries(shape).map(([field, below]) => {
    const asked = `${field}${args[field] ?? ''}`;
    return below === true ? asked : `${asked} ${selection(below, args)}`;
  });
  return `{ ${fields.join(' ')} }`;
}
