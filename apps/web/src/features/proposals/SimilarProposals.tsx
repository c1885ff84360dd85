import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { graphql } from '../../graphql/generated';
import { paths } from '../../paths';
import { Button, ButtonLink } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { plural } from '../../ui/numbers';
import { toast } from '../../ui/toast';
import { useDebounced } from '../../ui/useDebounced';
import { useVote } from './useVote';
import { signedBy } from './words';

const SimilarProposalsDocument = graphql(`
  query SimilarProposals($consultationId: ID!, $text: String!) {
    similarProposals(consultationId: $consultationId, text: $text) {
      id
      number
      statement
      commentCount
      viewerMay
      author {
        name
        clpName
      }
      onBehalfOf {
        id
        name
      }
      myVote {
        choice
        version
        isOnEarlierVersion
      }
    }
  }
`);

/** Fewer letters say nothing yet. */
const SHORTEST = 12;
/** How long somebody pauses before their words are compared, in milliseconds. */
const PAUSE = 600;

interface Props {
  consultationId: string;
  text: string;
}

/** At most three proposals close to what is being written: support one instead, or say it is different. */
export function SimilarProposals({ consultationId, text }: Props) {
  const settled = useDebounced(text.trim(), PAUSE);
  const [different, setDifferent] = useState<readonly string[]>([]);
  const { vote, fault } = useVote();
  const navigate = useNavigate();
  const { data, previousData } = useQuery(SimilarProposalsDocument, {
    variables: { consultationId, text: settled },
    skip: settled.length < SHORTEST,
    fetchPolicy: 'cache-first',
  });
  const found =
    text.trim().length < SHORTEST ? [] : ((data ?? previousData)?.similarProposals ?? []);
  const shown = found.filter(({ id }) => !different.includes(id)).slice(0, 3);
  const support = async (id: string) => {
    if (!(await vote(id, 'agree'))) return;
    toast('You agree with it. What you typed is kept on this device.');
    void navigate(paths.proposal(id));
  };
  return (
    <div role="status" aria-live="polite">
      {shown.length > 0 && (
        <div className="border-l-[6px] border-evidence bg-evidence-wash px-4 py-3.5">
          <h2 className="text-[1.1875rem]">
            {shown.length === 1
              ? 'Somebody has proposed something close to this'
              : `${shown.length} proposals are close to this`}
          </h2>
          <p className="text-small text-ink-2">
            One proposal with much support goes further than two with half each.
          </p>
          <ul>
            {shown.map((one) => (
              <li key={one.id} className="mt-3.5">
                <p className="font-[650]">“{one.statement}”</p>
                <p className="text-small text-ink-2">
                  By {signedBy(one)}.{' '}
                  {plural(one.commentCount, 'comment', 'comments', 'No comments')}.
                  {one.myVote?.choice === 'agree' && ' You agree with it already.'}
                </p>
                <div className="mt-2 flex flex-wrap gap-2">
                  {one.viewerMay.includes('vote') && one.myVote?.choice !== 'agree' ? (
                    <Button
                      variant="line"
                      size="small"
                      icon="agree"
                      onClick={() => support(one.id)}
                    >
                      Support that instead
                    </Button>
                  ) : (
                    <ButtonLink to={paths.proposal(one.id)} variant="line" size="small">
                      Read that one
                    </ButtonLink>
                  )}
                  <Button
                    variant="bare"
                    size="small"
                    onClick={() => setDifferent([...different, one.id])}
                  >
                    Mine is different
                  </Button>
                </div>
              </li>
            ))}
          </ul>
          {fault && (
            <div className="mt-3">
              <Notice tone="error" live title={fault} />
            </div>
          )}
        </div>
      )}
    </div>
  );
}
