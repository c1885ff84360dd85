import { paths } from '../paths';
import type { NavItem } from '../ui/Masthead';

/** Which part of the site an address belongs to. */
function part(pathname: string): string {
  if (/^\/consultations\/[^/]+\/(proposals|evidence)/.test(pathname)) return 'discuss';
  if (/^\/consultations\/[^/]+\/(ranking|rounds|groups)/.test(pathname)) return 'rankings';
  if (/^\/consultations\/[^/]+\/(vote|priorities)/.test(pathname)) return 'vote';
  const first = pathname.split('/')[1] ?? '';
  const parts: Record<string, string> = {
    '': 'consultations',
    consultations: 'consultations',
    proposals: 'discuss',
    discuss: 'discuss',
    rankings: 'rankings',
    drafts: 'drafts',
    mine: 'mine',
    contributions: 'mine',
  };
  return parts[first] ?? 'elsewhere';
}

export function mainNavigation(pathname: string): NavItem[] {
  const here = part(pathname);
  return [
    {
      to: paths.consultations(),
      label: 'Consultations',
      isCurrent: here === 'consultations' || here === 'vote',
    },
    { to: paths.discuss(), label: 'Discuss', isCurrent: here === 'discuss' },
    { to: paths.rankings(), label: 'Rankings', isCurrent: here === 'rankings' },
    { to: paths.drafts(), label: 'Drafts', isCurrent: here === 'drafts' },
    { to: paths.mine(), label: 'Mine', isCurrent: here === 'mine' },
  ];
}

export function quickNavigation(pathname: string): NavItem[] {
  const here = part(pathname);
  return [
    {
      to: paths.consultations(),
      label: 'Vote',
      icon: 'vote',
      isCurrent: here === 'consultations' || here === 'vote',
    },
    { to: paths.discuss(), label: 'Discuss', icon: 'comment', isCurrent: here === 'discuss' },
    { to: paths.mine(), label: 'Mine', icon: 'person', isCurrent: here === 'mine' },
  ];
}
