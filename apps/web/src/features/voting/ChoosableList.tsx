import { useRef, useState } from 'react';
import { type FragmentType, getFragmentData, graphql } from '../../graphql/generated';
import { Button } from '../../ui/Button';
import { TextInput } from '../../ui/Field';
import { MoreButton } from '../../ui/MoreButton';
import { formatNumber, plural } from '../../ui/numbers';
import { Segmented } from '../../ui/Segmented';
import { EmptyState } from '../../ui/states';
import { ChoosableItem } from './ChoosableItem';
import type { Chosen } from './choosing';

const ChoosableListFragment = graphql(`
  fragment ChoosableList on ProposalConnection {
    edges {
      cursor
      node {
        id
        ...ChoosableItem
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
  }
`);

/** What of the list is shown. */
export interface Filter {
  text: string;
  agreedOnly: boolean;
}

export const everything: Filter = { text: '', agreedOnly: false };

interface Props {
  proposals: FragmentType<typeof ChoosableListFragment>;
  filter: Filter;
  isLoading: boolean;
  chosen: readonly Chosen[];
  isFull: boolean;
  onFilter: (filter: Filter) => void;
  onMore: (after: string) => Promise<unknown>;
  /** Left out for whoever may only look. */
  onPress?: (item: Chosen, button: HTMLElement) => void;
}

/** As many fit on a screen or two: fewer are not searched. */
const WORTH_SEARCHING = 8;

/** What can be chosen, in the voter's own order, with a way to find one among many. */
export function ChoosableList(props: Props) {
  const { filter, isLoading, chosen, isFull, onFilter, onMore, onPress } = props;
  const { edges, pageInfo, totalCount } = getFragmentData(ChoosableListFragment, props.proposals);
  const [isFetching, setFetching] = useState(false);
  const isFiltered = filter.text !== '' || filter.agreedOnly;
  const more = async () => {
    if (!pageInfo.endCursor) return;
    setFetching(true);
    // A page that does not come leaves the button; the connection banner says why.
    await onMore(pageInfo.endCursor).catch(() => undefined);
    setFetching(false);
  };
  return (
    <>
      {(isFiltered || totalCount > WORTH_SEARCHING) && (
        <Find filter={filter} onFilter={onFilter} mayFilter={Boolean(onPress)} />
      )}
      {chosen.length > 0 && <ChosenSoFar count={chosen.length} />}
      {edges.length === 0 ? (
        <NothingFound filter={filter} onAll={() => onFilter(everything)} />
      ) : (
        <ol aria-busy={isLoading} className="border-t-2 border-ink">
          {edges.map(({ node }) => (
            <ChoosableItem
              key={node.id}
              proposal={node}
              isChosen={chosen.some(({ id }) => id === node.id)}
              isFull={isFull}
              onPress={onPress}
            />
          ))}
        </ol>
      )}
      {(pageInfo.hasNextPage || isFiltered) && (
        <MoreButton
          noun="proposals"
          shown={edges.length}
          total={totalCount}
          hasMore={pageInfo.hasNextPage}
          pending={isFetching}
          onMore={() => void more()}
        />
      )}
    </>
  );
}

/** On a phone the list of what is chosen is above, out of sight: the way back to it stays. */
function ChosenSoFar({ count }: { count: number }) {
  return (
    <p className="sticky top-0 z-5 -mx-5 flex items-center justify-between bg-cloth px-5 text-small desk:hidden">
      <span className="tabular-nums">
        <b>{formatNumber(count)}</b> chosen
      </span>
      <a href="#your-choice" className="inline-flex min-h-11 items-center font-[650]">
        See your choice
      </a>
    </p>
  );
}

interface FindProps {
  filter: Filter;
  onFilter: (filter: Filter) => void;
  mayFilter: boolean;
}

function Find({ filter, onFilter, mayFilter }: FindProps) {
  const [text, setText] = useState(filter.text);
  const given = useRef(filter.text);
  // Emptied from outside: "show all".
  if (given.current !== filter.text) {
    given.current = filter.text;
    if (text.trim() !== filter.text) setText(filter.text);
  }
  return (
    <form
      aria-label="Find a proposal"
      className="mb-5 flex flex-wrap items-end gap-x-5 gap-y-3"
      onSubmit={(event) => {
        event.preventDefault();
        onFilter({ ...filter, text: text.trim() });
      }}
    >
      <div className="flex min-w-0 flex-1 basis-64 items-end gap-2">
        <div className="min-w-0 flex-1">
          <TextInput label="Find a proposal" type="search" value={text} onChange={setText} />
        </div>
        <Button type="submit" variant="line" icon="search">
          Find
        </Button>
      </div>
      {mayFilter && (
        <Segmented
          label="Which proposals"
          value={filter.agreedOnly ? 'agreed' : 'all'}
          options={[
            { value: 'all', label: 'All' },
            { value: 'agreed', label: 'I agreed' },
          ]}
          onChange={(which) => onFilter({ ...filter, agreedOnly: which === 'agreed' })}
        />
      )}
    </form>
  );
}

function NothingFound({ filter, onAll }: { filter: Filter; onAll: () => void }) {
  if (filter.text === '' && !filter.agreedOnly) {
    return (
      <EmptyState title="There is nothing to choose from">
        <p>There is no proposal here that you can choose.</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={filter.text ? 'No proposal has those words' : 'You have not agreed with any yet'}
      action={
        <Button variant="line" onClick={onAll}>
          Show all proposals
        </Button>
      }
    >
      <p>{filter.text ? 'Try fewer or other words.' : 'You can choose any that stands.'}</p>
    </EmptyState>
  );
}

/** What stands above the list: how many there are, and that the order says nothing. */
export function sayOrder(total: number, isVoter: boolean): string {
  const order = isVoter
    ? 'What you agreed with comes first. The rest is in random order, different for each voter'
    : 'In random order, different for each voter';
  return `${plural(total, 'proposal')}. ${order}: it says nothing about support.`;
}
