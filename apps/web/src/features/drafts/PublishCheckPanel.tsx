import { Link } from 'react-router';
import { paths } from '../../paths';
import { Icon } from '../../ui/Icon';
import type { EditedDraft } from './editedDraft';

interface Props {
  check: NonNullable<EditedDraft['publishCheck']>;
  numbers: Readonly<Record<string, string>>;
  /** What was written since the check is not in it yet. */
  isBehind: boolean;
}

/** What stands between the draft and publishing it, each with the way there. */
export function PublishCheckPanel({ check, numbers, isBehind }: Props) {
  const idOf = (number: string) => Object.keys(numbers).find((id) => numbers[id] === number);
  const faults = [
    { title: 'Without a source or a reason', found: check.unsourced },
    { title: 'Without words', found: check.empty },
  ].filter(({ found }) => found.length > 0);
  return (
    <section aria-labelledby="publish-check">
      <h2 id="publish-check">Publish check</h2>
      <p className={`mt-2 font-bold ${check.mayPublish ? 'text-agree' : 'text-error'}`}>
        <Icon name={check.mayPublish ? 'agree' : 'warning'} />{' '}
        {check.mayPublish ? 'It can be published' : 'It cannot be published yet'}
      </p>
      <ul className="mt-2 space-y-2 text-small">
        {check.sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {faults.map(({ title, found }) => (
        <div key={title} className="mt-4 text-small">
          <h3 className="text-small">{title}</h3>
          <ul aria-label={title} className="flex flex-wrap">
            {found.map((number) => (
              <li key={number}>
                <a
                  href={`#edit-${idOf(number) ?? ''}`}
                  className="inline-flex min-h-11 min-w-11 items-center justify-center"
                >
                  <span className="sr-only">Paragraph </span>
                  {number}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
      {check.unanswered.length > 0 && (
        <div className="mt-4 text-small">
          <h3 className="text-small">Ranked at the top, without an answer</h3>
          <ul className="mt-1">
            {check.unanswered.map(({ id, statement }) => (
              <li key={id} className="border-b border-rule">
                <Link to={paths.proposal(id)} className="block py-2.5 leading-snug">
                  {statement}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      )}
      <p className="mt-3 text-small text-ink-2" role="status">
        {isBehind ? 'Checked again as soon as it is saved.' : ''}
      </p>
    </section>
  );
}
