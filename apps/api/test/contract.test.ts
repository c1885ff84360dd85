import {
  BODY_KINDS,
  CHOICES,
  CONSULTATION_ACTS,
  CONTACT_WAYS,
  CONTRIBUTION_STATUSES,
  OFFICE_NAMES,
  OUTCOMES,
  PHASES,
  REFUSAL_REASONS,
  STANDINGS,
  TEMPLATE_NAMES,
  VERDICTS,
} from '@clarion/deliberation';
import { describe, expect, test } from '@jest/globals';
import {
  buildSchema,
  type GraphQLEnumType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { readContract } from '../src/graphql/contract.js';

const schema = buildSchema(readContract());
const types = Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith('__'));
const builtIn = new Set(['String', 'Boolean', 'Int', 'Float', 'ID', 'Query', 'Mutation']);

describe('The contract', () => {
  test('describes every type, field and value', () => {
    const silent: string[] = [];
    for (const type of types) {
      if (!builtIn.has(type.name) && !type.description) silent.push(type.name);
      if (isObjectType(type) || isInputObjectType(type) || isInterfaceType(type)) {
        for (const field of Object.values(type.getFields())) {
          if (!field.description) silent.push(`${type.name}.${field.name}`);
        }
      }
      if (isEnumType(type)) {
        for (const value of type.getValues()) {
          if (!value.description) silent.push(`${type.name}.${value.name}`);
        }
      }
    }
    expect(silent).toEqual([]);
  });

  test('answers every mutation that can be refused with a refusal, not with an error', () => {
    const fields = Object.values(schema.getMutationType()?.getFields() ?? {});
    const plain = fields.filter(
      (field) => !['signOut', 'ping', 'offerPasskeySignIn'].includes(field.name),
    );
    expect(plain.length).toBeGreaterThan(20);
    for (const field of plain) {
      const type = schema.getType(String(field.type).replace('!', ''));
      const names = isUnionType(type) ? type.getTypes().map((member) => member.name) : [];
      expect({ [field.name]: names }).toEqual({
        [field.name]: expect.arrayContaining(['Refusal']),
      });
    }
  });

  test.each([
    ['RefusalReason', REFUSAL_REASONS],
    ['Phase', PHASES],
    ['Act', CONSULTATION_ACTS],
    ['Choice', CHOICES],
    ['Outcome', OUTCOMES],
    ['Verdict', VERDICTS],
    ['Standing', STANDINGS],
    ['ContactWay', CONTACT_WAYS],
    ['BodyKind', BODY_KINDS],
    ['OfficeName', OFFICE_NAMES],
    ['ContributionStatus', CONTRIBUTION_STATUSES],
    ['RuleTemplateName', TEMPLATE_NAMES],
  ] as const)('spells %s as the rules do', (name, words) => {
    const type = schema.getType(name) as GraphQLEnumType;
    const spelled = type.getValues().map((value) => value.name);
    expect(spelled.sort()).toEqual([...words].sort());
  });
});
