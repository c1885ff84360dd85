import { paths } from '../../paths';
import { ButtonLink } from '../../ui/Button';
import { EmptyState } from '../../ui/states';

/** The address asks for a round that is not there. */
export function NoSuchRound({ id, round }: { id: string; round: number }) {
  return (
    <EmptyState
      title={`Round ${round} has not been published here`}
      action={<ButtonLink to={paths.ranking(id)}>See the order as it stands</ButtonLink>}
    >
      <p>The rounds that were published are listed there, with their dates.</p>
    </EmptyState>
  );
}

/** A consultation in which nobody has proposed anything. */
export function NothingYet({ id, mayPropose }: { id: string; mayPropose: boolean }) {
  return (
    <div className="mt-8">
      <EmptyState
        title="Nothing has been proposed yet"
        action={
          mayPropose ? (
            <ButtonLink to={paths.newProposal(id)} icon="pen">
              Propose something
            </ButtonLink>
          ) : (
            <ButtonLink to={paths.consultation(id)} variant="line">
              Read the paper
            </ButtonLink>
          )
        }
      >
        <p>As soon as members vote on proposals, their order stands here.</p>
      </EmptyState>
    </div>
  );
}
