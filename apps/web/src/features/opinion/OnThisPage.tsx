import { GroupLetter } from '../../ui/GroupLetter';
import { sayShare } from './words';

interface Props {
  groups: readonly { letter: string; share: number | null }[];
  /** The sections below the groups. */
  sections: readonly { id: string; title: string }[];
}

const look = 'inline-flex min-h-11 items-center gap-2';

/** The groups at a glance with their sizes, and the way to what is below: the page is long on a phone. */
export function OnThisPage({ groups, sections }: Props) {
  return (
    <nav aria-label="On this page" className="mt-5 text-small print:hidden">
      <ul className="flex flex-wrap gap-x-6">
        {groups.map(({ letter, share }) => (
          <li key={letter}>
            <a href={`#group-${letter}`} className={look}>
              <GroupLetter letter={letter} />
              {share === null ? 'not shown' : sayShare(share)}
            </a>
          </li>
        ))}
      </ul>
      <ul className="flex flex-wrap gap-x-6">
        {sections.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`} className={look}>
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
