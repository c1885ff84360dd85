import { type FragmentType, getFragmentData, graphql } from '../../graphql/generated';
import { ConsultationRail } from './ConsultationRail';
import { hasPriorities, sayPhase } from './phases';

const PlaceRailFragment = graphql(`
  fragment PlaceRail on Consultation {
    id
    title
    phase
    votesUntil
    answersBy
    viewerMay
    convenedBy {
      id
      kind
      name
    }
    rules {
      topN
      priorityBallotSize
    }
    answers {
      answered
      of
      overdueDays
    }
    history {
      to
      at
      reason
    }
  }
`);

interface Props {
  consultation: FragmentType<typeof PlaceRailFragment>;
  /** On a page of the discussion with another address, such as one proposal. */
  isInDiscussion?: boolean;
  /** On a page of the ranking with another address: the published rounds. */
  isInRanking?: boolean;
}

/** The rail of a consultation with its phase and its dated promise. */
export function PlaceRail({ consultation, isInDiscussion, isInRanking }: Props) {
  const place = getFragmentData(PlaceRailFragment, consultation);
  return (
    <ConsultationRail
      id={place.id}
      title={place.title}
      promise={sayPhase(place)}
      hasPriorities={hasPriorities(place)}
      mayReview={place.viewerMay.includes('decide')}
      isInDiscussion={isInDiscussion}
      isInRanking={isInRanking}
    />
  );
}
