import { Args, Context as Ctx, Mutation, Resolver } from '@nestjs/graphql';
import { actAs } from '../accounts/acting.js';
import type { Context } from '../accounts/context.js';
import { changePhase } from '../consultations/consultation.service.js';
import type { MutationChangePhaseArgs } from '../graphql/generated.js';
import { answersIn } from './answers.js';

/** Here and not beside the consultations, because the last phase asks whether all has been answered. */
@Resolver('Consultation')
export class PhaseResolver {
  @Mutation()
  changePhase(@Args() args: MutationChangePhaseArgs, @Ctx() context: Context) {
    const { consultationId, to, reason } = args;
    return actAs(context, async (acting) => {
      // The report alone asks for them; counting a consultation takes a moment.
      const answers =
        to === 'reported' ? await answersIn(acting.tx, consultationId, acting.at) : null;
      return changePhase(acting, {
        consultationId,
        to,
        reason: reason ?? null,
        ...(answers && { answers }),
      });
    });
  }
}
