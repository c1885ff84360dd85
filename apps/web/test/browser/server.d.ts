export interface Started {
  address: string;
}

export function startServer(settings?: Record<string, string>): Promise<Started>;
export function stopServer(started: Started): Promise<void>;
