/** What people compare of a key (a C2SP vkey): its name and id, without the long part. */
export const keyName = (key: string): string => key.split('+').slice(0, 2).join(' ');
