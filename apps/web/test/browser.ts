/** What real browsers have and jsdom lacks. */

import { ReadableStream, TransformStream, WritableStream } from 'node:stream/web';
import { TextDecoder, TextEncoder } from 'node:util';

const missing = { TextDecoder, TextEncoder, ReadableStream, TransformStream, WritableStream };
for (const [name, value] of Object.entries(missing)) {
  if (!(name in globalThis)) Object.assign(globalThis, { [name]: value });
}

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

window.scrollTo = () => {};
window.matchMedia ??= (query: string) =>
  Object.assign(new EventTarget(), {
    matches: false,
    media: query,
    onchange: null,
    addListener: () => {},
    removeListener: () => {},
  }) as MediaQueryList;
