export interface Started {
  /** The folder that it keeps everything in. */
  data: string;
  address: string;
}

export function startServer(settings?: Record<string, string>): Promise<Started>;
export function stopServer(started: Started): Promise<void>;
