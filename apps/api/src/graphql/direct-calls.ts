import type { ParamData } from '@nestjs/common';
import type { ParamsFactory } from '@nestjs/core/helpers/external-context-creator.js';

/** What Nest would put around a method, by the names of its metadata. */
const AROUND = ['__guards__', '__pipes__', '__interceptors__', '__exceptionFilters__'];

/** A parameter as its decorator left it, under `3:0`: the third kind, in the first place. */
interface Decorated {
  index: number;
  data?: ParamData;
  pipes?: readonly unknown[];
}

type Decorations = Readonly<Record<string, Decorated>>;

interface Parameter {
  index: number;
  kind: number;
  data: ParamData;
}

type Method = (...values: unknown[]) => unknown;

function parametersOf(decorated: Decorations, name: string): Parameter[] {
  return Object.entries(decorated).map(([key, { index, data = '', pipes = [] }]) => {
    const kind = Number(key.split(':')[0]);
    if (Number.isNaN(kind) || pipes.length > 0) {
      throw new Error(
        `${name} takes a parameter that is worked on before, and would get it as it came.`,
      );
    }
    return { index, kind, data };
  });
}

/**
 * Calls resolvers directly. Nest leads every call through guards, pipes and interceptors, a dozen promises
 * also where there are none, and a page calls hundreds of resolvers. What protects a field here is asked
 * around the contract (`access.ts`); a resolver with anything of Nest's around it is not taken.
 */
export const DIRECT_CALLS = {
  create(instance: object, method: Method, methodName: string, key: string, given: ParamsFactory) {
    const owner = instance.constructor;
    const name = `${owner.name}.${methodName}`;
    if (
      AROUND.some((each) => Reflect.hasMetadata(each, owner) || Reflect.hasMetadata(each, method))
    ) {
      throw new Error(`${name} has something around it that would not be asked.`);
    }
    const decorated = Reflect.getMetadata(key, owner, methodName) as Decorations | undefined;
    const parameters = parametersOf(decorated ?? {}, name);
    return (...values: unknown[]): unknown => {
      const taken: unknown[] = [];
      for (const { index, kind, data } of parameters) {
        taken[index] = given.exchangeKeyForValue(kind, data, values);
      }
      return method.apply(instance, taken);
    };
  },
};
