interface Signed {
  author: { name: string; clpName: string | null };
  onBehalfOf: { name: string } | null;
}

/** "Marian Doyle for Labour Housing Group", "Asha Rahman, Bristol East CLP". */
export function signedBy({ author, onBehalfOf }: Signed): string {
  if (onBehalfOf) return `${author.name} for ${onBehalfOf.name}`;
  return author.clpName ? `${author.name}, ${author.clpName}` : author.name;
}
