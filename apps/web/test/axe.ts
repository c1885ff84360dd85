import axe from 'axe-core';

/** What axe finds wrong, as sentences. What needs a drawn page is left to a browser. */
export async function axeViolations(container: Element): Promise<string[]> {
  const { violations } = await axe.run(container, {
    rules: {
      'color-contrast': { enabled: false },
      'label-content-name-mismatch': { enabled: false },
      region: { enabled: false },
    },
  });
  return violations.map(
    ({ help, nodes }) => `${help}: ${nodes.map((node) => node.html).join(' ')}`,
  );
}
