interface Props {
  /** From 0 to 1. */
  of: number;
  className: string;
}

/**
 * As wide as its share of what it stands in. Its width is an attribute, as drawings have it: the policy of
 * pages that the server writes lets no style in that stands in the HTML.
 */
export function Portion({ of, className }: Props) {
  return (
    <svg
      width={`${(of * 100).toFixed(2)}%`}
      height="100%"
      aria-hidden="true"
      className={className}
    />
  );
}
