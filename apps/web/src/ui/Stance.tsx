import { classes } from './classes';
import { Icon, type IconName } from './Icon';

export type StanceName = 'for' | 'against' | 'question' | 'neutral';

const looks: Record<StanceName, { word: string; icon: IconName; ink: string }> = {
  for: { word: 'For', icon: 'agree', ink: 'text-agree' },
  against: { word: 'Against', icon: 'disagree', ink: 'text-disagree' },
  question: { word: 'Question', icon: 'question', ink: 'text-evidence' },
  neutral: { word: 'Adds to it', icon: 'plus', ink: 'text-pass' },
};

/** Where a comment stands, as icon and word. */
export function Stance({ stance }: { stance: StanceName }) {
  const { word, icon, ink } = looks[stance];
  return (
    <span className={classes('inline-flex items-center gap-1 font-[650]', ink)}>
      <Icon name={icon} />
      {word}
    </span>
  );
}
