import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { Button } from '../../ui/Button';
import { TextInput } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import { useFocusFault } from '../../ui/useFocusFault';

export interface CodeFault {
  /** The field at fault; none when it is not what was typed. */
  field: 'code' | 'membershipNumber' | null;
  message: string;
}

interface Props {
  /** Where the code went, and what else helps whoever waits for it. */
  children: ReactNode;
  submitLabel: string;
  pending: boolean;
  fault: CodeFault | null;
  /** Several members share the address. */
  asksWho: boolean;
  onEnter: (code: string, membershipNumber: string | null) => void;
  /** Other things to do, after the main one. */
  actions?: ReactNode;
}

/** Where a code from a mail is typed. */
export function CodeEntry(props: Props) {
  const { children, submitLabel, pending, fault, asksWho, onEnter, actions } = props;
  const form = useRef<HTMLFormElement>(null);
  const [code, setCode] = useState('');
  const [number, setNumber] = useState('');
  useFocusFault(form, fault);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onEnter(code, asksWho ? number : null);
  };
  return (
    <form ref={form} onSubmit={submit} noValidate className="space-y-5">
      <div className="space-y-2">{children}</div>
      <TextInput
        label="Code"
        hint="Eight digits."
        error={fault?.field === 'code' ? fault.message : null}
        value={code}
        onChange={setCode}
        inputMode="numeric"
        autoComplete="one-time-code"
        className="max-w-48 tracking-[0.12em] tabular-nums"
        autoFocus
      />
      {asksWho && (
        <TextInput
          label="Membership number"
          hint="It is on your membership card and in the party’s mails."
          error={fault?.field === 'membershipNumber' ? fault.message : null}
          value={number}
          onChange={setNumber}
          autoComplete="off"
          className="max-w-64"
        />
      )}
      {fault && !fault.field && (
        <Notice tone="error" title="That did not work" live>
          <p>{fault.message}</p>
        </Notice>
      )}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" pending={pending} pendingLabel="Checking">
          {submitLabel}
        </Button>
        {actions}
      </div>
    </form>
  );
}
