import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { browserHash, secretOf } from './browser.js';
import { CONTEXT_OF, type Context, type ContextOf } from './context.js';
import { signInAs } from './entering.js';
import { hasPartyLogin } from './party-login.issuer.js';
import * as partyLogin from './party-login.service.js';
import { siteOf } from './site.js';

/** A page of this site, never another one's address. The web has the same rule. */
function ownPage(next: unknown): string {
  const isOwn = typeof next === 'string' && /^\/(?![/\\])/.test(next) && !/[\n\r\t]/.test(next);
  return isOwn ? next : '/';
}

/** To the page that says in words what went wrong. */
const say = (reply: FastifyReply, problem: partyLogin.Problem) =>
  go(reply, `/sign-in?problem=${problem}`);

const go = (reply: FastifyReply, to: string) =>
  reply.header('cache-control', 'no-store').redirect(to, 303);

/** The way to the party's own login and back. */
@Controller('party-login')
export class PartyLoginController {
  constructor(@Inject(CONTEXT_OF) private readonly contextOf: ContextOf) {}

  @Get()
  async leave(
    @Query() query: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const context = await this.contextOf(request, reply);
    if (!hasPartyLogin(context.environment)) return go(reply, '/sign-in');
    const traveller = { ...from(context), browserHash: browserHash(secretOf(context)) };
    const wish = { next: ownPage(query['next']), isAgain: query['again'] === '1' };
    try {
      const there = await partyLogin.departure(traveller, wish);
      return await go(reply, there.href);
    } catch (fault) {
      context.log.error(fault);
      return say(reply, 'unreachable');
    }
  }

  @Get('return')
  async arrive(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const context = await this.contextOf(request, reply);
    if (!hasPartyLogin(context.environment)) return go(reply, '/sign-in');
    const traveller = { ...from(context), browserHash: browserHash(context.browser) };
    const at = new URL(request.url, siteOf(context.environment).origin);
    const arrival = await partyLogin.arrival(traveller, at, (fault) => context.log.error(fault));
    if (partyLogin.isProblem(arrival)) return say(reply, arrival);
    const { memberId, isStrong, shownAt, next } = arrival;
    await signInAs(context, memberId, { by: 'oidc', isStrong, confirmedAt: shownAt });
    return go(reply, next);
  }
}

const from = ({ db, environment, now }: Context) => ({ db, environment, now });
