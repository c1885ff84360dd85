import { useCallback } from 'react';
import { v7 } from 'uuid';
import { useKeptText } from './useKeptText';

interface KeptId {
  /** The id to send with; made on the first call and kept until `forget`, also over a reload. */
  take: () => string;
  /** After it has been sent. */
  forget: () => void;
}

/** One id for what is being written, kept beside its text: sent twice, it is one thing. */
export function useKeptId(key: string): KeptId {
  const { text, setText, forget } = useKeptText(`id:${key}`);
  const take = useCallback(() => {
    if (text) return text;
    const id = v7();
    setText(id);
    return id;
  }, [text, setText]);
  return { take, forget };
}
