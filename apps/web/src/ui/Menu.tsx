import {
  Button as AriaButton,
  Menu as AriaMenu,
  MenuItem,
  MenuTrigger,
  Popover,
} from 'react-aria-components';
import { Icon, type IconName } from './Icon';

export interface MenuEntry {
  id: string;
  label: string;
  icon?: IconName;
  onAction: () => void;
}

interface Props {
  label: string;
  icon?: IconName;
  /** Show only the icon; the label is still read out. */
  iconOnly?: boolean;
  entries: readonly MenuEntry[];
}

/** More things to do with one item, behind one button. */
export function Menu({ label, icon = 'list', iconOnly, entries }: Props) {
  return (
    <MenuTrigger>
      <AriaButton
        aria-label={iconOnly ? label : undefined}
        className="inline-flex min-h-11 min-w-11 items-center justify-center gap-2 rounded-md px-2.5 text-small text-ink-2 hover:bg-fold hover:text-ink"
      >
        <Icon name={icon} />
        {!iconOnly && label}
      </AriaButton>
      <Popover className="min-w-56 rounded-md border-2 border-edge bg-sheet py-1">
        <AriaMenu
          aria-label={label}
          className="outline-none"
          onAction={(key) => entries.find((entry) => entry.id === key)?.onAction()}
        >
          {entries.map((entry) => (
            <MenuItem
              key={entry.id}
              id={entry.id}
              className="flex min-h-11 cursor-pointer items-center gap-2.5 rounded-none px-4 outline-none focus:bg-claret focus:text-on-claret focus-visible:shadow-none"
            >
              {entry.icon && <Icon name={entry.icon} />}
              {entry.label}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
