import { ERASED, NOT_ERASED } from '@clarion/deliberation';

/** What goes when somebody is erased, what stays, and why. */
export function Fates({ level = 3 }: { level?: 3 | 4 }) {
  const Heading = level === 3 ? 'h3' : 'h4';
  return (
    <>
      <Heading className="mt-4">What goes</Heading>
      <ul className="mt-1 list-disc space-y-1.5 pl-5">
        {ERASED.map(({ what }) => (
          <li key={what}>{what}</li>
        ))}
      </ul>
      <Heading className="mt-5">What stays, and why</Heading>
      <ul className="mt-1 list-disc space-y-1.5 pl-5">
        {NOT_ERASED.map(({ what, why }) => (
          <li key={what}>
            {what} <span className="text-ink-2">{why}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
