import { lazy, type MouseEvent, type Ref, Suspense, useRef } from 'react';
import { Link } from 'react-router';
import { type FragmentType, getFragmentData, graphql } from '../../graphql/generated';
import type { DraftParagraphFragment } from '../../graphql/generated/graphql';
import { Badge } from '../../ui/Chip';
import { classes } from '../../ui/classes';
import { DraftText } from '../../ui/DraftText';
import { MarginSources, SourcesPanel } from './ParagraphSources';

const WordDiff = lazy(() => import('../../ui/WordDiff'));

export const DraftParagraphDocument = graphql(`
  fragment DraftParagraph on Paragraph {
    id
    number
    heading
    text
    ownReason
    sources {
      id
      ...DraftSource
    }
  }
`);

/** What happened to a paragraph since an earlier version. */
export interface ChangeSince {
  kind: 'added' | 'removed' | 'changed' | 'same';
  moved: boolean;
  /** Number of the earlier version. */
  since: number;
  before: FragmentType<typeof DraftParagraphDocument> | null;
}

interface Props {
  paragraph: FragmentType<typeof DraftParagraphDocument>;
  isMine?: boolean;
  isOpen: boolean;
  /** Opens its panel, or closes it. */
  onToggle: (isOpen: boolean) => void;
  change?: ChangeSince;
}

/** A paragraph with its number and, beside it, where it came from. The whole of it can be tapped. */
export function DraftParagraph({ paragraph, isMine, isOpen, onToggle, change }: Props) {
  const { number, heading, text, ownReason, sources } = getFragmentData(
    DraftParagraphDocument,
    paragraph,
  );
  const before = getFragmentData(DraftParagraphDocument, change?.before);
  const link = useRef<HTMLAnchorElement>(null);
  const isRemoved = change?.kind === 'removed';
  const isOwn = sources.length === 0 && ownReason;
  const panelId = `from-${number}`;
  const close = () => {
    onToggle(false);
    link.current?.focus();
  };
  const onTap = (event: MouseEvent) => {
    const isControl = event.target instanceof Element && event.target.closest('a, button');
    // Somebody who selects words to quote them is not tapping.
    if (isControl || isRemoved || window.getSelection()?.isCollapsed === false) return;
    onToggle(!isOpen);
  };
  return (
    <div id={isRemoved ? `was-${number}` : number} className="scroll-mt-6">
      {heading && (
        <h2 className="mt-10 mb-4 text-[1.625rem]">
          {isRemoved ? <del>{heading}</del> : heading}
          {before?.heading && before.heading !== heading && (
            <span className="block text-small font-normal text-ink-2">Was: {before.heading}</span>
          )}
        </h2>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the number is the link for keyboards; this is the same for a thumb. */}
      <div
        onClick={onTap}
        onKeyDown={(event) => isOpen && event.key === 'Escape' && close()}
        className={classes(
          '-ml-2.5 grid grid-cols-[2.25rem_minmax(0,1fr)] gap-x-1 border-l-[6px] py-3 pr-2 wide:grid-cols-[2.75rem_minmax(0,38rem)_minmax(0,1fr)] wide:gap-x-5',
          isOwn ? 'border-ink-2 bg-fold' : 'border-transparent',
          isOpen && !isOwn && 'bg-sheet',
          !isRemoved && 'cursor-pointer',
        )}
      >
        <NumberLink
          ref={link}
          number={number}
          panelId={panelId}
          isOpen={isOpen}
          isRemoved={isRemoved}
          onToggle={onToggle}
        />
        <div className="min-w-0">
          <Marks change={change} isMine={isMine} />
          <DraftText className="whitespace-pre-line">
            <Words text={text} change={change} before={before} />
          </DraftText>
          {ownReason && !isRemoved && (
            <p className="mt-3 text-small leading-normal">
              <b>{isOwn ? 'Added by the drafters.' : 'The drafters added words of their own.'}</b>{' '}
              Reason: {ownReason}
            </p>
          )}
        </div>
        {!isRemoved && (
          <div
            className={classes(
              'max-wide:mt-2',
              // Over the margin of what follows, so that no hole opens in the text.
              isOpen
                ? 'max-wide:col-span-2 max-wide:pl-1 wide:relative wide:z-5 wide:h-0'
                : 'max-wide:col-start-2',
            )}
          >
            {isOpen ? (
              <SourcesPanel id={panelId} number={number} sources={sources} onClose={close} />
            ) : (
              <MarginSources number={number} sources={sources} />
            )}
          </div>
        )}
      </div>
    </div>
  );
}

interface NumberProps {
  ref: Ref<HTMLAnchorElement>;
  number: string;
  panelId: string;
  isOpen: boolean;
  isRemoved: boolean;
  onToggle: (isOpen: boolean) => void;
}

/** The number is the paragraph's permanent address, and opens its panel. */
function NumberLink({ ref, number, panelId, isOpen, isRemoved, onToggle }: NumberProps) {
  if (isRemoved) {
    return (
      <span className="pt-1 pl-1.5 text-small font-bold text-ink-2">
        <span className="sr-only">Paragraph </span>
        {number}
      </span>
    );
  }
  return (
    <Link
      ref={ref}
      to={`#${number}`}
      preventScrollReset
      aria-label={`Paragraph ${number}: where it came from`}
      aria-expanded={isOpen}
      aria-controls={isOpen ? panelId : undefined}
      className="inline-flex h-11 min-w-9 items-start pt-1 pl-1.5 text-small font-bold text-ink-2 tabular-nums no-underline hover:underline"
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        onToggle(!isOpen);
      }}
    >
      {number}
    </Link>
  );
}

/** In words, not by colour alone: what happened to it, and that it is the reader's. */
function Marks({ change, isMine }: { change?: ChangeSince; isMine?: boolean }) {
  const said = change ? whatHappened(change) : null;
  if (!said && !isMine) return null;
  return (
    <p className="mb-1 flex flex-wrap gap-2">
      {said && (
        <Badge tone={said.tone} icon={said.icon}>
          {said.words}
        </Badge>
      )}
      {isMine && (
        <Badge tone="claret" icon="person">
          You had a part in this
        </Badge>
      )}
    </p>
  );
}

function whatHappened({ kind, moved, since }: ChangeSince) {
  const place = moved ? ' and moved' : '';
  switch (kind) {
    case 'added':
      return { tone: 'agree', icon: 'plus', words: `New since draft ${since}` } as const;
    case 'removed':
      return { tone: 'disagree', icon: 'minus', words: `Taken out since draft ${since}` } as const;
    case 'changed':
      return {
        tone: 'neutral',
        icon: 'pen',
        words: `Changed${place} since draft ${since}`,
      } as const;
    case 'same':
      return moved
        ? ({ tone: 'neutral', icon: 'recount', words: 'Moved, with the same words' } as const)
        : null;
  }
}

interface WordsProps {
  text: string;
  change?: ChangeSince;
  before: DraftParagraphFragment | null | undefined;
}

function Words({ text, change, before }: WordsProps) {
  if (change?.kind === 'removed') {
    return (
      <p>
        <del>{text}</del>
      </p>
    );
  }
  if (change?.kind === 'changed' && before && before.text !== text) {
    return (
      <Suspense fallback={<p>{text}</p>}>
        <WordDiff before={before.text} after={text} />
      </Suspense>
    );
  }
  return <p>{text}</p>;
}
