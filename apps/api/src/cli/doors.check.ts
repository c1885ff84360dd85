import type { Check } from './finding.js';

/** Whether it is known who asks, so that one address does not stand for everybody. */
export const proxies: Check = async ({ environment }) => {
  const { publicUrl, trustProxy } = environment;
  const isUnnamed = publicUrl.startsWith('https://') && trustProxy === false;
  return {
    saying: trustProxy === false ? 'No proxy is believed' : `Proxies believed: ${trustProxy}`,
    fault: isUnnamed
      ? 'CLARION_PUBLIC_URL is https, so a proxy is in front; to Clarion everybody has its address, and shares one pace of signing in.'
      : undefined,
    remedy: 'Say how many proxies there are: CLARION_TRUST_PROXY=1',
  };
};

/** What browsers were kept from these days. Their extensions are among it, so it is no fault by itself. */
export const policy: Check = async ({ database }) => {
  const kept = await database.query<{ directive: string; count: number }[]>(
    `SELECT directive, sum(count)::int AS count FROM policy_report
     WHERE day > current_date - 7 GROUP BY directive ORDER BY count DESC, directive`,
  );
  const list = kept.map(({ directive, count }) => `${directive} ${count}`).join(', ');
  return {
    saying: list
      ? `Browsers reported in seven days what pages were kept from: ${list}`
      : 'No browser reported in seven days that a page was kept from something',
  };
};
