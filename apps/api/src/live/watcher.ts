/** A connection over which somebody is told. */
export interface Wire {
  /** Who opened it; null for a visitor. */
  memberId: string | null;
  /** The session by which they did. */
  sessionId: string | null;
  send: (text: string) => void;
  /** Bytes that wait for a reader who is slower than the news. */
  waiting: () => number;
  close: (code: number, reason: string) => void;
}

/** One subscription of a connection. */
export interface Watcher {
  wire: Wire;
  /** What comes before the news in every message of this subscription. */
  head: string;
  /** Whether the newest has yet to be told to this one, changed or not. */
  isBehind: boolean;
  isGone: boolean;
  /** Ends it from this side. */
  end: () => void;
}

/** What is told of one thing as one document asks for it: read and written out once for all of them. */
export interface Circle {
  topic: string;
  id: string;
  write: (row: object | null) => Promise<string>;
  /** What was told last, as it went out; null before the first time. */
  last: string | null;
  watchers: Set<Watcher>;
}
