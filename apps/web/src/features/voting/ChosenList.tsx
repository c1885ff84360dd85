import { useLayoutEffect, useRef } from 'react';
import { Link } from 'react-router';
import { paths } from '../../paths';
import { announce } from '../../ui/announce';
import { Button } from '../../ui/Button';
import { ordinal } from '../../ui/numbers';
import { type Chosen, letGo, move } from './choosing';

interface Props {
  chosen: readonly Chosen[];
  /** Left out where it can no longer be changed. */
  onChange?: (chosen: readonly Chosen[]) => void;
}

/** At an end a button keeps its place and the focus, and says that it leads nowhere. */
const atEnd = (isThere: boolean) =>
  isThere ? { 'aria-disabled': true, className: 'cursor-default! opacity-40' } : {};

/** The part of an item that has the focus after a change. */
type Part = 'up' | 'down' | 'remove';

/**
 * What one chose, in order. Whoever moves an item stays with it, also at an end, where the press that
 * leads further says so and does nothing; whoever removes one goes on to the next.
 */
export function ChosenList({ chosen, onChange }: Props) {
  const list = useRef<HTMLOListElement>(null);
  const wanted = useRef<{ id: string; part: Part } | null>(null);
  useLayoutEffect(() => {
    if (!wanted.current) return;
    const { id, part } = wanted.current;
    wanted.current = null;
    list.current?.querySelector<HTMLElement>(`[data-item="${id}"] [data-part="${part}"]`)?.focus();
  });
  if (chosen.length === 0) return null;

  const step = (item: Chosen, by: -1 | 1) => {
    const moved = move(chosen, item.id, by);
    wanted.current = { id: item.id, part: by < 0 ? 'up' : 'down' };
    const at = moved.indexOf(item) + 1;
    announce(
      moved === chosen
        ? `It is already the ${by < 0 ? 'first' : 'last'}.`
        : `Now ${ordinal(at)} of ${chosen.length}.`,
    );
    onChange?.(moved);
  };
  const remove = (item: Chosen) => {
    const at = chosen.indexOf(item);
    const next = chosen[at + 1] ?? chosen[at - 1];
    if (next) wanted.current = { id: next.id, part: 'remove' };
    announce(`Removed. ${chosen.length - 1} chosen.`);
    onChange?.(letGo(chosen, item.id));
  };

  return (
    <ol ref={list} className="border-t border-rule">
      {chosen.map((item, index) => (
        <li
          key={item.id}
          data-item={item.id}
          className="grid grid-cols-[2rem_minmax(0,1fr)] gap-x-2 border-b border-rule py-3"
        >
          <span
            aria-hidden="true"
            className="font-head text-h3 leading-none font-bold text-claret tabular-nums"
          >
            {index + 1}
          </span>
          <div>
            <p className="leading-snug font-[650]">
              <Link to={paths.proposal(item.id)} className="text-ink no-underline hover:underline">
                {item.statement}
              </Link>
            </p>
            {onChange && (
              <div className="-ml-2.5 flex flex-wrap gap-x-1">
                <Button
                  variant="bare"
                  size="small"
                  icon="up"
                  data-part="up"
                  aria-label={`Move up: ${item.statement}`}
                  {...atEnd(index === 0)}
                  onClick={() => step(item, -1)}
                />
                <Button
                  variant="bare"
                  size="small"
                  icon="down"
                  data-part="down"
                  aria-label={`Move down: ${item.statement}`}
                  {...atEnd(index === chosen.length - 1)}
                  onClick={() => step(item, 1)}
                />
                <Button
                  variant="bare"
                  size="small"
                  icon="close"
                  data-part="remove"
                  aria-label={`Remove: ${item.statement}`}
                  onClick={() => remove(item)}
                >
                  Remove
                </Button>
              </div>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
