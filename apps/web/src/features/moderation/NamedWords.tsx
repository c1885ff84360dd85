/** Words under the names of the fields they were written in. */
export function NamedWords({ words }: { words: readonly { label: string; text: string }[] }) {
  const said = words.filter(({ text }) => text !== '');
  if (said.length === 0) return null;
  return (
    <dl className="space-y-2">
      {said.map(({ label, text }) => (
        <div key={label}>
          <dt className="font-bold">{label}</dt>
          <dd className="whitespace-pre-line [overflow-wrap:anywhere]">{text}</dd>
        </div>
      ))}
    </dl>
  );
}
