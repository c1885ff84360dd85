import { diffWordsWithSpace } from 'diff';

interface Props {
  before: string;
  after: string;
}

interface Part {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** What was taken out and what was put in, in one line of words. Loaded when needed: default export. */
export default function WordDiff({ before, after }: Props) {
  let at = 0;
  const parts = compareWords(before, after).map((part) => {
    at += part.text.length;
    return { ...part, key: `${at} ${part.kind}` };
  });
  return (
    <p>
      {parts.map(({ key, kind, text }) =>
        kind === 'same' ? (
          <span key={key}>{text}</span>
        ) : (
          <Change key={key} isAdded={kind === 'added'} text={text} />
        ),
      )}
    </p>
  );
}

/**
 * Words taken out and put in. Changes with only a space between them are one change, so that a phrase
 * is crossed out and replaced as a phrase and not word by word.
 */
export function compareWords(before: string, after: string): Part[] {
  const parts: Part[] = [];
  let removed = '';
  let added = '';
  const flush = () => {
    if (removed) parts.push({ kind: 'removed', text: removed });
    if (added) parts.push({ kind: 'added', text: added });
    removed = '';
    added = '';
  };
  const found = diffWordsWithSpace(before, after);
  found.forEach((part, index) => {
    const next = found[index + 1];
    const isGap = /^ +$/.test(part.value) && (removed || added) && (next?.added || next?.removed);
    if (part.added) added += part.value;
    else if (part.removed) removed += part.value;
    else if (isGap) {
      removed += part.value;
      added += part.value;
    } else {
      flush();
      parts.push({ kind: 'same', text: part.value });
    }
  });
  flush();
  return parts;
}

/** Browsers do not tell those who listen what <ins> and <del> mean. */
function Change({ isAdded, text }: { isAdded: boolean; text: string }) {
  return (
    <>
      <span className="sr-only">{isAdded ? ' [put in: ' : ' [taken out: '}</span>
      {isAdded ? <ins>{text}</ins> : <del>{text}</del>}
      <span className="sr-only">] </span>
    </>
  );
}
