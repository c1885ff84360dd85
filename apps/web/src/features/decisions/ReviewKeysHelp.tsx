import { Checkbox } from '../../ui/Choose';
import { Dialog } from '../../ui/Dialog';
import { outcomeChoices } from './outcomes';

const rows: readonly [string, string][] = [
  ['j', 'Next proposal'],
  ['k', 'The one before'],
  ['Enter', 'Open it, to read and answer'],
  ...outcomeChoices.map(({ label }, index): [string, string] => [String(index + 1), label]),
  ['Esc', 'Close it'],
  ['?', 'These keys'],
];

interface Props {
  isOpen: boolean;
  onClose: () => void;
  isOn: boolean;
  setOn: (isOn: boolean) => void;
}

/** The keys, and the switch for whoever does not want them. */
export function ReviewKeysHelp({ isOpen, onClose, isOn, setOn }: Props) {
  return (
    <Dialog title="Work with the keys" isOpen={isOpen} onClose={onClose}>
      <table className="table text-small">
        <thead className="sr-only">
          <tr>
            <th scope="col">Key</th>
            <th scope="col">What it does</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([key, does]) => (
            <tr key={key}>
              <th scope="row" className="w-20">
                <kbd>{key}</kbd>
              </th>
              <td>{does}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Checkbox
        label="Use these keys"
        hint="Esc always closes. Switch the others off if you speak to your computer."
        checked={isOn}
        onChange={setOn}
      />
    </Dialog>
  );
}
