import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** As what is made for one reply: more would cost more than the way saves. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };
const PACK = {
  br: (bytes: Buffer) => promisify(brotliCompress)(bytes, BROTLI),
  gzip: (bytes: Buffer) => promisify(gzip)(bytes),
};
type Encoding = keyof typeof PACK;
const ENCODINGS = Object.keys(PACK) as Encoding[];

/** Shorter replies are sent as they are. */
const FEWEST_BYTES = 1_024;

/** By what it is of; null while it is made. They go when that is let go of. */
const packed = new WeakMap<Buffer, Map<Encoding, Buffer | null>>();

/** The encoding of a browser's list; null where it weighs them, which is left to whoever compresses each reply. */
function encodingFor(accepted: string | undefined): Encoding | null {
  if (!accepted || accepted.includes(';')) return null;
  const listed = accepted.split(',').map((each) => each.trim());
  return ENCODINGS.find((encoding) => listed.includes(encoding)) ?? null;
}

/**
 * Sends bytes that are kept and sent to many: compressed once for all who take it so. The first are answered
 * as ever, each with bytes of their own.
 */
export function sendKept(request: FastifyRequest, reply: FastifyReply, bytes: Buffer): void {
  const encoding =
    bytes.length < FEWEST_BYTES ? null : encodingFor(request.headers['accept-encoding']);
  if (!encoding) {
    void reply.send(bytes);
    return;
  }
  const made = packed.get(bytes) ?? new Map<Encoding, Buffer | null>();
  packed.set(bytes, made);
  const ready = made.get(encoding);
  if (ready) {
    const vary = reply.getHeader('vary');
    void reply
      .header('content-encoding', encoding)
      .header('vary', vary ? `${String(vary)}, accept-encoding` : 'accept-encoding')
      .send(ready);
    return;
  }
  if (ready === undefined) {
    made.set(encoding, null);
    PACK[encoding](bytes).then(
      (short) => made.set(encoding, short),
      () => made.delete(encoding),
    );
  }
  void reply.send(bytes);
}
