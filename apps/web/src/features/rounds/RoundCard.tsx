import { sayStandIn } from '@clarion/deliberation';
import { Link } from 'react-router';
import { type FragmentType, getFragmentData, graphql } from '../../graphql/generated';
import type { RoundCardFragment as Shown } from '../../graphql/generated/graphql';
import { paths } from '../../paths';
import { ButtonLink } from '../../ui/Button';
import { formatDate } from '../../ui/dates';
import { Facts } from '../../ui/Facts';
import { Icon } from '../../ui/Icon';
import { formatNumber, listOf, percent, plural } from '../../ui/numbers';
import { sayBytes } from './bytes';
import { Movement } from './Movement';
import { RecountPanel } from './RecountPanel';
import { RoundFiles } from './RoundFiles';

const RoundCardFragment = graphql(`
  fragment RoundCard on Round {
    id
    number
    lens
    publishedAt
    voterCount
    rollSize
    ballotCount
    proposalCount
    rankedCount
    groupSizes
    manifestSha256
    key
    files {
      name
      bytes
      sealed
    }
    ...RoundFiles
    movement {
      ...RankMove
    }
  }
`);

interface Props {
  round: FragmentType<typeof RoundCardFragment>;
  consultationId: string;
  lenses: readonly { id: string; question: string }[];
  officialLens: string;
  /** The round before it. */
  before: { lens: string } | undefined;
  /** Whether the address asks to recount it. */
  isAsked: boolean;
  /** The proposal whose place is asked after. */
  proposalId: string | null;
  onAsk: (isAsked: boolean) => void;
  /** Whether the viewer may have the files that are for scrutineers. */
  isScrutineer: boolean;
}

/** One round: what it fixed, what moved, and the ways to its data. */
export function RoundCard(props: Props) {
  const { consultationId, lenses, officialLens, before, isAsked, proposalId, onAsk } = props;
  const round = getFragmentData(RoundCardFragment, props.round);
  const { id, number, lens, publishedAt, files } = round;
  const standIn = sayStandIn(lens, { officialLens });
  return (
    <li id={`round-${number}`} className="scroll-mt-4 space-y-5 border-b border-rule py-7">
      <div>
        <p className="text-small text-ink-2">{formatDate(publishedAt, 'year')}</p>
        <h2 tabIndex={-1} className="text-h2">
          Round {number}
        </h2>
      </div>
      <Facts rows={factsOf(round, lenses)} />
      {standIn && <p className="text-small text-ink-2">{standIn}</p>}
      {before && before.lens !== lens ? (
        <p className="text-small text-ink-2">
          Round {number - 1} was ordered by another question, {asked(before.lens, lenses)}, so
          places are not compared with it.
        </p>
      ) : (
        <Movement moves={round.movement} round={number} rankedCount={round.rankedCount} />
      )}
      <Ways round={round} consultationId={consultationId} />
      {files.length > 0 ? (
        <>
          <RecountPanel
            roundId={id}
            number={number}
            manifestSha256={round.manifestSha256}
            signedBy={round.key}
            isAsked={isAsked}
            proposalId={proposalId}
            onAsk={onAsk}
          />
          <RoundFiles round={round} isScrutineer={props.isScrutineer} />
        </>
      ) : (
        <p className="text-small text-ink-2">
          This round was published before rounds carried their data. Its order can be read and{' '}
          <Link to={paths.ranking(consultationId, { round: number })}>downloaded</Link>, but not
          recounted.
        </p>
      )}
    </li>
  );
}

/** To its order, and to its data. */
function Ways({ round, consultationId }: { round: Shown; consultationId: string }) {
  const { id, number, files } = round;
  const published = files.filter(({ sealed }) => !sealed);
  const bytes = published.reduce((sum, file) => sum + file.bytes, 0);
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-1">
      <ButtonLink
        to={paths.ranking(consultationId, { round: number })}
        variant="line"
        size="small"
        icon="rank"
      >
        See its order<span className="sr-only">, of round {number}</span>
      </ButtonLink>
      {published.length > 0 && (
        <span className="inline-flex flex-wrap items-center gap-x-3">
          <a
            href={paths.downloadBundle(id)}
            download
            className="inline-flex min-h-11 items-center gap-2"
          >
            <Icon name="download" />
            Download the data<span className="sr-only"> of round {number}</span>
          </a>
          <span className="text-small text-ink-2">a zip, {sayBytes(bytes)} unpacked</span>
        </span>
      )}
    </div>
  );
}

/** “How many agree?” (support@1) */
function asked(lens: string, lenses: Props['lenses']): string {
  const question = lenses.find(({ id }) => id === lens)?.question;
  return question ? `“${question}” (${lens})` : lens;
}

function factsOf(round: Shown, lenses: Props['lenses']): [string, string | null][] {
  const { lens, voterCount, rollSize, ballotCount, proposalCount, rankedCount, groupSizes } = round;
  const share = rollSize > 0 ? voterCount / rollSize : null;
  return [
    ['Ordered by', asked(lens, lenses)],
    [
      'Voted',
      share === null
        ? plural(voterCount, 'person', 'people')
        : `${formatNumber(voterCount)} of the ${formatNumber(rollSize)} who could (${percent(share, 1)})`,
    ],
    ['Ranked', `${formatNumber(rankedCount)} of ${plural(proposalCount, 'proposal')}`],
    ['Chose priorities', ballotCount > 0 ? plural(ballotCount, 'person', 'people') : null],
    ['Opinion groups', sayGroups(groupSizes)],
  ];
}

/** "3, of 2,410, 1,655 and 902 people"; "5, of 22 and 11 people, and 3 of fewer than 10". */
function sayGroups(sizes: readonly (number | null)[]): string | null {
  if (sizes.length < 2) return null;
  const said = sizes.filter((size) => size !== null).map(formatNumber);
  const small = sizes.length - said.length;
  if (said.length === 0) return `${sizes.length}, each of fewer than 10 people`;
  const rest = small > 0 ? `, and ${small} of fewer than 10` : '';
  return `${sizes.length}, of ${listOf(said)} people${rest}`;
}
