import { diffWordsWithSpace } from 'diff';

interface Props {
  before: string;
  after: string;
}

/** What was taken out and what was put in, in one line of words. Loaded when needed: default export. */
export default function WordDiff({ before, after }: Props) {
  let at = 0;
  const parts = diffWordsWithSpace(before, after).map((part) => {
    at += part.value.length;
    return { ...part, key: `${at} ${part.added} ${part.removed}` };
  });
  return (
    <p>
      {parts.map(({ key, value, added, removed }) =>
        added || removed ? (
          <Change key={key} isAdded={added} value={value} />
        ) : (
          <span key={key}>{value}</span>
        ),
      )}
    </p>
  );
}

/** Browsers do not tell those who listen what <ins> and <del> mean. */
function Change({ isAdded, value }: { isAdded: boolean; value: string }) {
  return (
    <>
      <span className="sr-only">{isAdded ? ' [put in: ' : ' [taken out: '}</span>
      {isAdded ? <ins>{value}</ins> : <del>{value}</del>}
      <span className="sr-only">] </span>
    </>
  );
}
