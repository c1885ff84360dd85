import { hasPartyLogin, tryIssuer } from '../accounts/party-login.issuer.js';
import type { Check } from './finding.js';

/** Whether the party's own login answers. */
export const partyLogin: Check = async ({ environment }) => {
  if (!hasPartyLogin(environment)) return { saying: 'The party’s own login is not set up' };
  const fault = await tryIssuer(environment).then(
    () => undefined,
    ({ message }: Error) => message,
  );
  return {
    saying: `The party’s login at ${environment.oidc.issuer} answers`,
    fault,
    remedy: 'Check CLARION_OIDC_ISSUER, and whether this machine may go there.',
  };
};
