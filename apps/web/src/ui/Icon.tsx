import { classes } from './classes';

const eye =
  'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 14.8a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6z';

/** Outlines on a 24 by 24 grid. */
const paths = {
  agree: 'M4 12.5 9.5 18 20 6.5',
  disagree: 'M6 6 18 18M18 6 6 18',
  pass: 'M5 12h12M12 6.5l6 5.5-6 5.5',
  question: 'M9 9a3 3 0 1 1 4.5 2.6c-1 .6-1.5 1.2-1.5 2.4M12 18v.2',
  comment: 'M4 5h16v11H11l-5 4v-4H4z',
  evidence: 'M5 4h9l5 5v11H5zM14 4v5h5M8.5 13h7M8.5 16.5h5',
  eye,
  reply: 'M9 6 4 11l5 5M4.5 11H14a6 6 0 0 1 6 6v2',
  link: 'M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.7l-1.5 1.5M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.7 5.7l1.5-1.5',
  bell: 'M6 16v-5a6 6 0 0 1 12 0v5l1.5 2h-15zM10 21h4',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5c1-4 4-6 7.5-6s6.5 2 7.5 6',
  people:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20c.7-3.5 3-5.5 6.5-5.5s5.8 2 6.5 5.5M16 5a3 3 0 0 1 0 6M18 15c2 .6 3.2 2.3 3.6 5',
  vote: 'M5 10h14v10H5zM9 10V4h6v6M8.5 15h7',
  thread: 'M12 3c-5 2.5-5 6.5 0 9s5 6.5 0 9M12 3c5 2.5 5 6.5 0 9s-5 6.5 0 9',
  calendar: 'M4.5 6h15v14h-15zM4.5 10.5h15M8.5 3.5V8M15.5 3.5V8',
  clock: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 7.5V12l3 2',
  download: 'M12 4v11M7 11l5 5 5-5M5 20h14',
  recount: 'M19 8a8 8 0 1 0 1 6M19.5 3.5V8H15',
  chevron: 'M9 5l7 7-7 7',
  up: 'M5 15l7-7 7 7',
  down: 'M5 9l7 7 7-7',
  undo: 'M8 5 4 9l4 4M4.5 9H14a6 6 0 0 1 0 12h-3',
  pen: 'M4 20l1-5L16.5 3.5l4 4L9 19zM14 6l4 4',
  send: 'M4 12 20 4l-5 16-3.5-6.5z',
  feather: 'M5 20c1-7 5-13 14-16-1 8-5 12-11 12M5 20l5-6',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5 20.5 20.5',
  menu: 'M4 7h16M4 12h16M4 17h16',
  close: 'M6 6 18 18M18 6 6 18',
  warning: 'M12 4 21.5 20h-19zM12 10v4.5M12 17.3v.2',
  shield: 'M12 3.5 19 6v6c0 4.5-3 7.5-7 8.5-4-1-7-4-7-8.5V6z',
  flag: 'M6 21V4M6 4.5h11l-2.5 4 2.5 4H6',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  list: 'M9 6h11M9 12h11M9 18h11M4.5 6h.1M4.5 12h.1M4.5 18h.1',
  paper: 'M6 3.5h12v17H6zM9 8h6M9 12h6M9 16h4',
  rank: 'M5 20V12M12 20V4M19 20v-5',
  print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z',
  external: 'M13 5h6v6M19 5l-9 9M17 14v5H5V7h5',
  point:
    'M7 11v9H4v-9zM7 19h9.5a2 2 0 0 0 2-1.6l1.2-6A2 2 0 0 0 17.7 9H14l.7-3.6A2 2 0 0 0 12.8 3L7 11z',
  info: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 11v5.5M12 7.6v.2',
  offline:
    'M4 4l16 16M8.5 15.5a5 5 0 0 1 5-1.3M5 12a10 10 0 0 1 4-2.3M2 8.5A15 15 0 0 1 6 6M12 19v.2M13 9.3a10 10 0 0 1 6 2.7M10.5 5.1A15 15 0 0 1 22 8.5',
} as const;

export type IconName = keyof typeof paths;

interface Props {
  name: IconName;
  /** Said aloud. Leave out when words stand beside it. */
  label?: string;
  className?: string;
}

export function Icon({ name, label, className }: Props) {
  return (
    <svg
      viewBox="0 0 24 24"
      className={classes('inline-block size-[1.25em] flex-none align-[-0.26em]', className)}
      fill="none"
      stroke="currentColor"
      strokeWidth="2.2"
      strokeLinecap="round"
      strokeLinejoin="round"
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      <path d={paths[name]} />
    </svg>
  );
}
