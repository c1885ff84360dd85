import type { FastifyInstance } from 'fastify';
import type { DataSource } from 'typeorm';
import type { Log } from '../log.js';
import { REPORTS } from './headers.js';

/** Rules that a browser may say a page was kept by; whatever else it says is counted as other. */
const DIRECTIVES = new Set([
  'default-src',
  'script-src',
  'script-src-elem',
  'script-src-attr',
  'style-src',
  'style-src-elem',
  'style-src-attr',
  'img-src',
  'font-src',
  'connect-src',
  'worker-src',
  'form-action',
  'frame-ancestors',
  'base-uri',
  'require-trusted-types-for',
  'trusted-types',
]);

const LARGEST_REPORT = 16 * 1024;
/** Counts go to the database this often at most, whoever sends how many. */
const FLUSH_MS = 10_000;

interface Report {
  'csp-report'?: { 'effective-directive'?: unknown; 'violated-directive'?: unknown };
  body?: { effectiveDirective?: unknown };
}

/** The rule that a report names. Nothing else of it is kept: addresses of pages tell who reads what. */
function directiveOf(report: Report): string {
  const old = report['csp-report'];
  const named =
    report.body?.effectiveDirective ?? old?.['effective-directive'] ?? old?.['violated-directive'];
  const [directive = ''] = typeof named === 'string' ? named.split(' ') : [];
  return DIRECTIVES.has(directive) ? directive : 'other';
}

function parse(body: unknown): Report[] {
  try {
    const said: unknown = JSON.parse(String(body));
    const reports = Array.isArray(said) ? said.slice(0, 20) : [said];
    return reports.filter((each): each is Report => typeof each === 'object' && each !== null);
  } catch {
    return [];
  }
}

/** Takes what browsers report about the policy of a page, and keeps how often each rule was met on a day. */
export async function takeReports(
  fastify: FastifyInstance,
  database: DataSource,
  log: Log,
): Promise<void> {
  const counts = new Map<string, number>();
  let timer: NodeJS.Timeout | null = null;

  const flush = async () => {
    timer = null;
    const kept = [...counts];
    counts.clear();
    for (const [directive, count] of kept) {
      await database.query(
        `INSERT INTO policy_report (day, directive, count) VALUES (current_date, $1, $2)
         ON CONFLICT (day, directive) DO UPDATE SET count = policy_report.count + excluded.count`,
        [directive, count],
      );
    }
  };
  const flushSafely = () => flush().catch((fault: unknown) => log.error(fault));

  await fastify.register((scope, _options, done) => {
    scope.addContentTypeParser(
      ['application/csp-report', 'application/reports+json'],
      { parseAs: 'string', bodyLimit: LARGEST_REPORT },
      (_request, body, parsed) => parsed(null, body),
    );
    scope.post(REPORTS, async (request, reply) => {
      for (const report of parse(request.body)) {
        const directive = directiveOf(report);
        counts.set(directive, (counts.get(directive) ?? 0) + 1);
      }
      timer ??= setTimeout(() => void flushSafely(), FLUSH_MS).unref();
      return reply.code(204).send();
    });
    done();
  });
  fastify.addHook('onClose', async () => {
    if (timer) clearTimeout(timer);
    await flushSafely();
  });
}
