import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import { Button } from '../../ui/Button';
import { TextArea } from '../../ui/Field';
import { Select } from '../../ui/Select';
import type { BodyHere } from './offices';

interface Props {
  label: string;
  hint: string;
  /** To choose from when the officer acts for several. */
  bodies: readonly BodyHere[];
  bodyId: string;
  onBody: (id: string) => void;
  text: string;
  onText: (text: string) => void;
  error: string | null;
  send: string;
  pending: boolean;
  onSend: () => void;
  onClose: () => void;
  children?: ReactNode;
}

/** One text by an officer, for a body: an objection, what was made of it, why it is taken back. */
export function OfficerForm(props: Props) {
  const { label, hint, bodies, bodyId, onBody, text, onText, error } = props;
  const { send, pending, onSend, onClose } = props;
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => box.current?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSend();
  };
  return (
    <form onSubmit={submit} className="mt-4 max-w-measure space-y-4">
      {bodies.length > 1 && (
        <Select
          label="For which body?"
          options={bodies.map(({ id, name }) => ({ value: id, label: name }))}
          value={bodyId}
          onChange={onBody}
        />
      )}
      <TextArea
        ref={box}
        label={label}
        hint={hint}
        rows={3}
        value={text}
        onChange={onText}
        error={error}
      />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" size="small" pending={pending} pendingLabel="Sending">
          {send}
        </Button>
        <Button variant="bare" size="small" onClick={onClose}>
          Close
        </Button>
      </div>
    </form>
  );
}
