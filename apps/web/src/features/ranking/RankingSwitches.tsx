import { sayStandIn } from '@clarion/deliberation';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { type FragmentType, getFragmentData, graphql } from '../../graphql/generated';
import type { RankingSwitchesFragment as Shown } from '../../graphql/generated/graphql';
import { paths } from '../../paths';
import { Details } from '../../ui/Details';
import { Icon, type IconName } from '../../ui/Icon';
import { LensSwitch } from '../../ui/LensSwitch';
import { formatNumber, plural } from '../../ui/numbers';
import { OrderPicker } from './OrderPicker';

const RankingSwitchesFragment = graphql(`
  fragment RankingSwitches on Ranking {
    isOfficial
    orderingLens
    voterCount
    ballotCount
    rankedCount
    tieBreaker
    quorum
    rangeNote
    lens {
      id
      question
      measure
    }
    lenses {
      id
      question
      measure
      available
      unavailable
    }
    round {
      id
      number
      files {
        name
      }
    }
    withheld {
      reason
    }
    proposals(first: 20, after: $after) {
      totalCount
    }
  }
`);

interface Props {
  consultationId: string;
  ranking: FragmentType<typeof RankingSwitchesFragment>;
  /** As the rules name it. */
  officialLens: string;
  rounds: readonly { number: number; publishedAt: string }[];
  /** Whether votes still come in. */
  isOpen: boolean;
  onLens: (lens: string) => void;
  onRound: (round: number | null) => void;
}

/** Which order is shown: by which question, counted when, by how many, and where its data is. */
export function RankingSwitches(props: Props) {
  const { consultationId, officialLens, rounds, isOpen, onLens, onRound } = props;
  const ranking = getFragmentData(RankingSwitchesFragment, props.ranking);
  const { lens, lenses, round, withheld } = ranking;
  return (
    <>
      <LensSwitch
        lenses={lenses.map((one) => ({ ...one, official: one.id === ranking.orderingLens }))}
        value={lens.id}
        onChange={onLens}
      />
      <p className="mt-3 max-w-none text-small text-ink-2">
        <b className="text-ink">{sayOfficial(ranking, officialLens)}</b> {sayTurnout(ranking)}
      </p>
      <div className="mt-3 flex flex-wrap items-center gap-x-6 gap-y-2">
        <OrderPicker
          rounds={rounds}
          value={round?.number ?? null}
          onChange={onRound}
          isOpen={isOpen}
        />
        <div className="flex flex-wrap gap-x-6 text-small">
          <OrderLinks
            consultationId={consultationId}
            ranking={ranking}
            hasRounds={rounds.length > 0}
          />
        </div>
      </div>
      {!withheld && (
        <Details summary="How this order is made" className="mt-2">
          <div className="max-w-measure space-y-2 text-small">
            <p>{ranking.quorum}</p>
            <p>{ranking.tieBreaker}</p>
            <p>{ranking.rangeNote}</p>
          </div>
        </Details>
      )}
    </>
  );
}

function sayOfficial(ranking: Shown, officialLens: string): string {
  const { isOfficial, lens, lenses, orderingLens } = ranking;
  if (isOfficial) {
    return (
      sayStandIn(orderingLens, { officialLens }) ??
      `“${lens.question}” is the official order: the one that counts.`
    );
  }
  const official = lenses.find(({ id }) => id === orderingLens);
  return `The official order asks “${official?.question ?? ''}”`;
}

function sayTurnout({ lens, round, voterCount, ballotCount, ...ranking }: Shown): string {
  const [one, many] = round ? ['had', 'had'] : ['has', 'have'];
  const counted = round ? 'were counted' : 'are counted';
  // Ten more may have chosen: they are held back while others still choose. Where the order is withheld, so is their number.
  const who =
    lens.id === 'priorities@1' && !ranking.withheld
      ? plural(ballotCount, `person’s choices ${counted}`, `people’s choices ${counted}`)
      : plural(voterCount, `person ${one} voted`, `people ${many} voted`, `Nobody ${one} voted`);
  if (ranking.withheld) return `${who}.`;
  const { totalCount } = ranking.proposals;
  return `${who}; ${formatNumber(ranking.rankedCount)} of ${plural(totalCount, 'proposal')} can be ranked.`;
}

interface LinksProps {
  consultationId: string;
  ranking: Shown;
  hasRounds: boolean;
}

/** What one can do with the order: recount it, take its data, look at who the groups are. */
function OrderLinks({ consultationId, ranking: { lens, round, withheld }, hasRounds }: LinksProps) {
  // A round of before there were bundles has its order alone.
  const hasBundle = round !== null && round.files.length > 0;
  const csv = paths.downloadRanking(consultationId, {
    lens: lens.id,
    ...(round ? { round: round.number } : {}),
  });
  return (
    <>
      {lens.id === 'common-ground@1' && !withheld && (
        <Way to={paths.groups(consultationId)} icon="people">
          Who the opinion groups are
        </Way>
      )}
      {round && hasBundle && (
        <Way to={paths.rounds(consultationId, { recount: round.number })} icon="recount">
          Recount in this browser
        </Way>
      )}
      {!withheld && (
        <a
          href={hasBundle ? paths.downloadBundle(round.id) : csv}
          download
          className="inline-flex min-h-11 items-center gap-2"
        >
          <Icon name="download" />
          Download the data
        </a>
      )}
      {hasRounds && (
        <Way to={paths.rounds(consultationId, round ? { round: round.number } : {})} icon="list">
          All rounds
        </Way>
      )}
    </>
  );
}

function Way({ to, icon, children }: { to: string; icon: IconName; children: ReactNode }) {
  return (
    <Link to={to} className="inline-flex min-h-11 items-center gap-2">
      <Icon name={icon} />
      {children}
    </Link>
  );
}
