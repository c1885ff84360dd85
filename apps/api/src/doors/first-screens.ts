import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { KeptForAll } from '../graphql/kept-for-all.js';
import { sendKept } from '../graphql/packed.js';
import type { Log } from '../log.js';
import { allowStyles } from './headers.js';

export interface Answer {
  data?: Record<string, unknown> | null;
  errors?: readonly { message: string; extensions?: Record<string, unknown> }[];
}

/** Answers a question of a page in this process. */
export type Ask = (hash: string, variables: Record<string, unknown>) => Promise<Answer>;

type Written =
  | { status: number; html: string; styles: readonly string[] }
  | { status: number; location: string };

/** Texts of style sheets by their files. */
type Sheets = ReadonlyMap<string, string>;

/** What writes pages, made by `apps/web`. */
interface Pages {
  /** Whether the page at an address is written here at all. */
  writes: (url: string) => boolean;
  /** Writes it; null where it is for the browser to draw. */
  write: (wanted: { url: string; ask: Ask; now: Date; isNew: boolean }) => Promise<Written | null>;
}

/** The part of the web app that runs here. */
interface Writer {
  openPages: (shell: string, manifest: unknown, sheets: Sheets) => Pages;
}

/** Who wants a page, and what answers its questions as it would theirs. */
export interface Reader {
  viewer: object | null;
  now: Date;
  ask: Ask;
}

/** So many are written at once; whoever comes when more are wanted gets the shell, which costs nothing. */
const MOST_AT_ONCE = 12;
/** A page is the same for all who are not signed in. */
const KEPT = { livesMs: 1_000, most: 200 };

/** Of a page that is kept, once for all who are sent it. */
const kept = new WeakMap<object, Buffer>();
function bytesOf(page: { html: string }): Buffer {
  const bytes = kept.get(page) ?? Buffer.from(page.html);
  kept.set(page, bytes);
  return bytes;
}

/** Reads the writer of a build; null where there is none. */
async function openWriter(web: string, writer: string, sheets: Sheets): Promise<Pages | null> {
  const [shell, manifest] = ['index.html', '.vite/manifest.json'].map((name) => join(web, name));
  if (!shell || !manifest || !existsSync(writer) || !existsSync(manifest)) return null;
  const { openPages } = (await import(pathToFileURL(writer).href)) as Writer;
  const made: unknown = JSON.parse(readFileSync(manifest, 'utf8'));
  return openPages(readFileSync(shell, 'utf8'), made, sheets);
}

/** The style sheets of a build; they are written into the pages of those who were never here. */
function readSheets(web: string): Sheets {
  const folder = join(web, 'assets');
  const files = existsSync(folder)
    ? readdirSync(folder).filter((file) => file.endsWith('.css'))
    : [];
  return new Map(files.map((file) => [`assets/${file}`, readFileSync(join(folder, file), 'utf8')]));
}

const hashOf = (text = '') => createHash('sha256').update(text).digest('base64');

interface Options {
  /** The build for browsers, and the file that writes its pages here. */
  web: string;
  writer: string;
  readerOf: (request: FastifyRequest, reply: FastifyReply) => Promise<Reader>;
  log: Log;
}

/** Sends the page as HTML. False where it was not, for whatever reason: then the shell is sent, as ever. */
export type SendScreen = (request: FastifyRequest, reply: FastifyReply) => Promise<boolean>;

/**
 * The first screen of a page, written in this process for whoever asks. Nobody waits for it who could have
 * the shell: a fault is logged, and the browser draws the page itself.
 */
export async function openFirstScreens(options: Options): Promise<SendScreen> {
  const { web, writer, readerOf, log } = options;
  const sheets = readSheets(web);
  const pages = await openWriter(web, writer, sheets);
  if (!pages) return () => Promise.resolve(false);
  const forNobody = new KeptForAll<Written | null>(KEPT);
  const hashes = new Map([...sheets].map(([file, text]) => [file, hashOf(text)]));
  let writing = 0;
  // Who is signed in was here before, and has the style sheets.
  const writeFor = async (url: string, { viewer, now, ask }: Reader) => {
    if (writing >= MOST_AT_ONCE) return null;
    writing += 1;
    try {
      return await pages.write({ url, now, ask, isNew: !viewer });
    } finally {
      writing -= 1;
    }
  };
  return async (request, reply) => {
    const { url } = request;
    try {
      if (!pages.writes(url)) return false;
      const reader = await readerOf(request, reply);
      const { viewer } = reader;
      const page = viewer
        ? await writeFor(url, reader)
        : await forNobody.of(url, Number.NEGATIVE_INFINITY, () => writeFor(url, reader)).value;
      if (!page) return false;
      reply
        .header('cache-control', viewer ? 'private, no-store' : 'no-cache')
        .header('vary', 'cookie');
      if ('location' in page) void reply.redirect(page.location, page.status);
      else {
        reply.code(page.status).type('text/html; charset=utf-8');
        allowStyles(
          reply,
          page.styles.flatMap((file) => hashes.get(file) ?? []),
        );
        if (viewer) void reply.send(page.html);
        else sendKept(request, reply, bytesOf(page));
      }
      return true;
    } catch (fault) {
      log.error(fault);
      return false;
    }
  };
}
