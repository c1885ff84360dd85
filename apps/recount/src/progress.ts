import type { RecountProgress } from '@clarion/exchange/round';

/** Files below this are done before anybody could read a line about them. */
const WORTH_SAYING = 5_000_000;

/** Says on stderr how far a big bundle is: on a terminal in one line, elsewhere a line a quarter. */
export function progressOn(
  stream: Pick<NodeJS.WriteStream, 'write' | 'isTTY'>,
): (progress: RecountProgress) => void {
  let last = '';
  return ({ what, done, total }) => {
    if (total < WORTH_SAYING) return;
    const percent = Math.floor((done / total) * 100);
    const said = `${what} ${stream.isTTY ? percent : Math.floor(percent / 25) * 25}%`;
    if (said === last) return;
    last = said;
    if (!stream.isTTY) stream.write(`${said}\n`);
    else stream.write(`\r${said}${percent === 100 ? '\n' : ''}`);
  };
}
