import { classes } from '../../ui/classes';
import { Icon, type IconName } from '../../ui/Icon';
import { Notice } from '../../ui/Notice';
import type { Check, RecountReport } from './report';

/** What was checked, thing by thing, and what came of it. */
export function RecountResult({ report }: { report: RecountReport }) {
  const { isIdentical, firstDifference, asked, orders, data, own } = report;
  return (
    <div className="space-y-4">
      <Notice
        tone={isIdentical ? 'good' : 'error'}
        title={isIdentical ? 'Identical' : 'Not as it was published'}
        live
      >
        {firstDifference && <p>{firstDifference}</p>}
        {asked && <p>{asked}</p>}
        {isIdentical && !asked && (
          <p>Everything that the published data lets anybody recount came out as published.</p>
        )}
      </Notice>
      <OwnVotes own={own} />
      <Checks title="The orders" checks={orders} />
      <Checks title="The data they rest on" checks={data} />
    </div>
  );
}

/** One's own votes, and what to do about one that is missing. */
function OwnVotes({ own }: { own: readonly Check[] }) {
  return (
    <>
      {own.some(({ ok }) => ok === false) && (
        <Notice tone="error" title="A vote of yours is not in this round as you cast it" live>
          <p>
            Keep this browser as it is and download the data of the round. If you did not vote again
            or take it back in another browser, tell the scrutineers: with what this browser keeps,
            anybody can check it.
          </p>
        </Notice>
      )}
      <Checks title="Your own votes in this browser" checks={own} />
      {own.length > 0 && (
        <p className="max-w-measure text-small text-ink-2">
          This shows that the votes you cast here were counted as you cast them. Whoever can see
          what this browser keeps can see how you voted, and it cannot tell whether the browser
          itself is honest.
        </p>
      )}
    </>
  );
}

function Checks({ title, checks }: { title: string; checks: readonly Check[] }) {
  if (checks.length === 0) return null;
  return (
    <div className="max-w-measure text-small">
      <h4 className="mb-1.5 text-small">{title}</h4>
      <ul className="space-y-1.5">
        {checks.map((check) => (
          <Checked key={check.name} check={check} />
        ))}
      </ul>
    </div>
  );
}

const marks = {
  good: { icon: 'agree', ink: 'text-agree', word: 'Right' },
  bad: { icon: 'disagree', ink: 'text-error', word: 'Wrong' },
  open: { icon: 'minus', ink: 'text-ink-2', word: 'Not checked' },
} as const satisfies Record<string, { icon: IconName; ink: string; word: string }>;

function Checked({ check: { name, ok, says } }: { check: Check }) {
  const { icon, ink, word } = marks[ok === null ? 'open' : ok ? 'good' : 'bad'];
  return (
    <li className="grid grid-cols-[1.5rem_minmax(0,1fr)] gap-x-2">
      <Icon name={icon} label={word} className={classes('mt-0.5', ink)} />
      <span className="[overflow-wrap:anywhere]">
        <b>{name}</b> {says}
      </span>
    </li>
  );
}
