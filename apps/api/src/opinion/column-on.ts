/** Puts columns that were kept for some statements on those of now, in their order; what came since weighs nothing. */
export function columnOn(
  proposals: readonly { id: string }[],
  keptIds: readonly string[],
): (column: readonly number[]) => Float64Array {
  const placeOf = new Map(keptIds.map((id, at) => [id, at]));
  return (column) => Float64Array.from(proposals, ({ id }) => column[placeOf.get(id) ?? -1] ?? 0);
}
