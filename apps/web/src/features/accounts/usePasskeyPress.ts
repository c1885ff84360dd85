import { useState } from 'react';
import { explain } from '../../graphql/explain';
import { askForPasskey, explainPasskey } from './passkeys';

/** What the API answers to something about a passkey: a refusal in words, or anything else. */
interface Answer {
  __typename?: string;
  message?: string;
}

interface Passing {
  /** What the browser is given to ask for a passkey, or why not. */
  offer: () => Promise<({ options: string } & Answer) | Answer | null | undefined>;
  /** Sends what the passkey answered. */
  send: (response: string) => Promise<Answer | null | undefined>;
  onDone: () => void | Promise<void>;
}

/** One press: the server offers, the device answers, the server is told. */
export function usePasskeyPress({ offer, send, onDone }: Passing) {
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const settle = async (response: string) => {
    const result = await send(response);
    if (result?.__typename === 'Viewer') await onDone();
    else setFault(result?.message ?? null);
  };
  const press = async () => {
    setBusy(true);
    setFault(null);
    try {
      const offered = await offer();
      if (!offered || !('options' in offered)) return setFault(offered?.message ?? null);
      await settle(await askForPasskey(offered.options));
    } catch (error) {
      setFault(explainPasskey(error) ?? explain(error).advice);
    } finally {
      setBusy(false);
    }
  };
  return { press: () => void press(), settle, isBusy, fault };
}
