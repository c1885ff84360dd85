interface Part {
  text: string;
  isMatch: boolean;
}

/** Text as it was written, with what matched in <mark>; parts come in order and are never HTML. */
export function Highlighted({ parts }: { parts: readonly Part[] }) {
  let at = 0;
  return parts.map(({ text, isMatch }) => {
    const key = at;
    at += text.length;
    return isMatch ? <mark key={key}>{text}</mark> : <span key={key}>{text}</span>;
  });
}
