import { expect, test } from '@jest/globals';
import { nextPage } from './nextPage';

test('Asha comes back to the page she wanted to act on', () => {
  expect(nextPage('/consultations/dentistry/vote?x=1', '/')).toBe(
    '/consultations/dentistry/vote?x=1',
  );
});

test('nobody is sent to another site, nor round in a circle', () => {
  const elsewhere = ['//evil.test', '/\\evil.test', 'https://evil.test', '/\t/evil.test', '', null];
  for (const next of elsewhere) expect(nextPage(next, '/')).toBe('/');
  expect(nextPage('/sign-in?next=/', '/')).toBe('/');
});
