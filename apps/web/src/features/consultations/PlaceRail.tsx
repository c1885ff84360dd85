import { type FragmentType, getFragmentData, graphql } from '../../graphql/generated';
import { ConsultationRail } from './ConsultationRail';
import { sayPhase } from './phases';

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

/** The rail of a consultation with its phase and its dated promise. */
export function PlaceRail({
  consultation,
}: {
  consultation: FragmentType<typeof PlaceRailFragment>;
}) {
  const place = getFragmentData(PlaceRailFragment, consultation);
  return (
    <ConsultationRail
      id={place.id}
      title={place.title}
      promise={sayPhase(place)}
      mayReview={place.viewerMay.includes('decide')}
    />
  );
}
