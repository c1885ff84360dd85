/** The first thing the Tab key finds. */
export function SkipLink({ to = '#main' }: { to?: string }) {
  return (
    <a href={to} className="absolute -left-[99em] z-50 bg-ink px-4 py-3 text-cloth focus:left-0">
      Skip to the main content
    </a>
  );
}
