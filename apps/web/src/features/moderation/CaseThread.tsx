import { Link } from 'react-router';
import type { ModerationCaseFragment as Case } from '../../graphql/generated/graphql';
import { paths } from '../../paths';

/** What it answers, itself, and what answers it. */
export function CaseThread({
  of: { proposal, parent, words, replies, author },
  kind,
}: {
  of: Case;
  kind: string;
}) {
  return (
    <div className="mt-3 space-y-3">
      {kind !== 'proposal' && proposal && (
        <p className="text-small text-ink-2">
          On{' '}
          <Link to={paths.proposal(proposal.id)}>
            {proposal.number}. {proposal.statement}
          </Link>
        </p>
      )}
      {parent && <Beside name={parent.author.name} text={parent.body} />}
      <div className="border-l-4 border-ink pl-4">
        <p className="text-small">
          <b>{author.name}</b> wrote
        </p>
        {words
          .filter(({ text }) => text !== '')
          .map(({ label, text }, at) => (
            <p
              key={label}
              className={
                at === 0 ? 'text-lead [overflow-wrap:anywhere]' : 'mt-1 [overflow-wrap:anywhere]'
              }
            >
              {at > 0 && <span className="text-small text-ink-2">{label}: </span>}
              <span className="whitespace-pre-line">{text}</span>
            </p>
          ))}
      </div>
      {replies.map((reply) => (
        <Beside key={reply.id} name={reply.author.name} text={reply.body} />
      ))}
    </div>
  );
}

function Beside({ name, text }: { name: string; text: string }) {
  return (
    <p className="line-clamp-3 pl-5 text-small text-ink-2">
      <b>{name}:</b> {text}
    </p>
  );
}
