export interface BenchOptions {
  isQuick: boolean;
  /** How long to hold a load; left out, as long as the bench does by itself. */
  minutes?: number;
  /** Progress, for whoever waits. */
  say: (line: string) => void;
}

export interface Bench {
  title: string;
  help: string;
  /** Measures, and answers its part of the document and the versions of what else it used. */
  run: (options: BenchOptions) => Promise<{ text: string; versions: string[] }>;
}
