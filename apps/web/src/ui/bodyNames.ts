interface Body {
  kind: string;
  name: string;
}

/** A body as it is named in a line: "Health and Social Care commission". */
export function bodyName({ kind, name }: Body): string {
  return kind === 'policy_commission' && !/commission$/i.test(name) ? `${name} commission` : name;
}

/** As it is named in a sentence: "the Health and Social Care commission", "Bristol East CLP". */
export function bodyInSentence(body: Body): string {
  return body.kind === 'clp' || /^the /i.test(body.name) ? body.name : `the ${bodyName(body)}`;
}
