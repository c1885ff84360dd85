import { TestEnvironment } from 'jest-environment-jsdom';

/** What every browser has and jsdom lacks, lent by Node. AbortController too: Request knows its own. */
const lent = [
  'AbortController',
  'AbortSignal',
  'Headers',
  'ReadableStream',
  'Request',
  'Response',
  'TextDecoder',
  'TextEncoder',
  'TransformStream',
  'WritableStream',
  'fetch',
  'structuredClone',
];

export default class BrowserLike extends TestEnvironment {
  async setup() {
    await super.setup();
    for (const name of lent) this.global[name] = globalThis[name];
    // Its own has no hashes and signatures.
    Object.defineProperty(this.global, 'crypto', { value: globalThis.crypto, configurable: true });
    this.global.CSS ??= { escape: (name) => name.replace(/[^\w-]/g, '\\$&') };
    this.global.scrollTo = () => {};
    this.global.Element.prototype.scrollIntoView ??= () => {};
    this.global.matchMedia ??= (query) =>
      Object.assign(new this.global.EventTarget(), { matches: false, media: query });
  }
}
