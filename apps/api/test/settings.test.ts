import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { readEnvironment, settings } from '../src/environment.js';

const example = readFileSync(new URL('../../../.env.example', import.meta.url), 'utf8');
const lines = Object.fromEntries(
  [...example.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value]),
);

describe('the settings', () => {
  test('are all in .env.example, and nothing else is', () => {
    expect(Object.keys(lines).sort()).toEqual(Object.keys(settings).sort());
  });

  test('have in .env.example the defaults that they have without it', () => {
    expect(readEnvironment(lines)).toEqual(readEnvironment({}));
  });

  test('are refused in words that name each wrong one', () => {
    const wrong = () => readEnvironment({ CLARION_PORT: 'seventy', CLARION_LOG: 'loud' });
    expect(wrong).toThrow(/CLARION_PORT/);
    expect(wrong).toThrow(/CLARION_LOG/);
  });
});
