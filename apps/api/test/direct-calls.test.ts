import { describe, expect, test } from '@jest/globals';
import { ParseIntPipe, UseGuards } from '@nestjs/common';
import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { GqlParamsFactory } from '@nestjs/graphql/dist/factories/params.factory.js';
import { PARAM_ARGS_METADATA } from '@nestjs/graphql/dist/graphql.constants.js';
import { DIRECT_CALLS } from '../src/graphql/direct-calls.js';

@Resolver('Bus')
class BusResolver {
  private readonly town = 'Leeds';

  @ResolveField()
  stop(@Args('at') at: number, @Context() { viewer }: { viewer: string }, @Parent() bus: string) {
    return `${viewer} boards the ${bus} in ${this.town} at ${at}`;
  }

  @ResolveField()
  @UseGuards(
    class {
      canActivate = () => false;
    },
  )
  depot() {
    return 'closed';
  }

  @ResolveField()
  fare(@Args('pence', ParseIntPipe) pence: number) {
    return pence;
  }
}

const call = (name: 'stop' | 'depot' | 'fare') => {
  const bus = new BusResolver();
  return DIRECT_CALLS.create(
    bus,
    BusResolver.prototype[name] as (...values: unknown[]) => unknown,
    name,
    PARAM_ARGS_METADATA,
    new GqlParamsFactory(),
  );
};

describe('A resolver', () => {
  test('is called with what its parameters name, and answers at once', () => {
    expect(call('stop')('29', { at: 9 }, { viewer: 'Asha' }, null)).toBe(
      'Asha boards the 29 in Leeds at 9',
    );
  });

  test('is not taken where a guard of Nest’s would have been asked first, or a pipe', () => {
    expect(() => call('depot')).toThrow(
      'BusResolver.depot has something around it that would not be asked.',
    );
    expect(() => call('fare')).toThrow(
      'BusResolver.fare takes a parameter that is worked on before, and would get it as it came.',
    );
  });
});
