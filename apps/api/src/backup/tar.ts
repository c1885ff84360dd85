/** A tar file (ustar, POSIX.1-1988) as far as a backup needs it: plain files, each header exactly as we write it. */
export const BLOCK = 512;

/** Two empty blocks end a tar file. */
export const TAIL = Buffer.alloc(2 * BLOCK);

export interface TarHeader {
  /** At most 100 letters of ASCII. */
  name: string;
  /** Bytes. */
  size: number;
  /** Seconds since 1970. */
  time: number;
}

/** Where each field stands: from, length. */
const NAME = [0, 100] as const;
const SIZE = [124, 12] as const;
const TIME = [136, 12] as const;
const CHECKSUM = [148, 8] as const;

/** What eleven digits of base 8 can say; larger sizes are written in base 256, as GNU tar does. */
const MOST_IN_OCTAL = 8 ** 11 - 1;

export const headerOf = ({ name, size, time }: TarHeader): Buffer => {
  const block = Buffer.alloc(BLOCK);
  const octal = ([from, length]: readonly [number, number], value: number) =>
    block.write(value.toString(8).padStart(length - 1, '0'), from, 'latin1');
  block.write(name, NAME[0], NAME[1], 'latin1');
  octal([100, 8], 0o600);
  octal([108, 8], 0);
  octal([116, 8], 0);
  if (size <= MOST_IN_OCTAL) octal(SIZE, size);
  else {
    block[SIZE[0]] = 0x80;
    block.writeBigUInt64BE(BigInt(size), SIZE[0] + 4);
  }
  octal(TIME, time);
  block.write('0ustar\x0000', 156, 'latin1');
  // The checksum is taken with spaces in its own place.
  block.fill(' ', CHECKSUM[0], CHECKSUM[0] + CHECKSUM[1]);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, CHECKSUM[0], 'latin1');
  return block;
};

/** What a header says; null where it is not, byte for byte, one that we would write. */
export function readHeader(block: Buffer): TarHeader | null {
  const text = ([from, length]: readonly [number, number]) => {
    const field = block.toString('latin1', from, from + length);
    const end = field.indexOf('\0');
    return end < 0 ? field : field.slice(0, end);
  };
  const size =
    block[SIZE[0]] === 0x80
      ? Number(block.readBigUInt64BE(SIZE[0] + 4))
      : Number.parseInt(text(SIZE), 8);
  const header = { name: text(NAME), size, time: Number.parseInt(text(TIME), 8) };
  if (!Number.isSafeInteger(header.size) || !Number.isSafeInteger(header.time)) return null;
  return headerOf(header).equals(block) ? header : null;
}

/** How many bytes of nothing follow so many, to the end of their block. */
export const paddingAfter = (size: number): number => (BLOCK - (size % BLOCK)) % BLOCK;
