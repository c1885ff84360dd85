import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  beginningOf,
  cleanLine,
  cleanText,
  isBlank,
  isWebAddress,
  lengthOf,
  refuseText,
  TEXT,
} from '../src/text.js';

describe('text', () => {
  test('The beginning of what Asha wrote ends with a whole word', () => {
    expect(beginningOf('Put a dentist’s chair\n in every clinic.', 40)).toBe(
      'Put a dentist’s chair in every clinic.',
    );
    expect(beginningOf('Put a dentist’s chair in every clinic.', 21)).toBe(
      'Put a dentist’s chair …',
    );
    expect(beginningOf('Put a dentist’s chair in every clinic.', 20)).toBe('Put a dentist’s …');
    expect(beginningOf('🙂'.repeat(30), 20)).toBe(`${'🙂'.repeat(20)} …`);
    expect(beginningOf('', 20)).toBe('');
  });

  test('Gwenllian’s circumflex counts as one character however it was typed', () => {
    expect(cleanText('Yny\u0302s Mo\u0302n')).toBe('Yn\u0177s Môn');
    expect(lengthOf('Mo\u0302n')).toBe(3);
  });

  test('A flag or a face outside the first plane counts once for each code point, not for each half', () => {
    expect(lengthOf('🙂')).toBe(1);
    const faces = '🙂'.repeat(180);
    expect(refuseText(faces, TEXT.statement)).toBeNull();
    expect(refuseText(`${faces}🙂`, TEXT.statement)?.reason).toBe('too_long');
  });

  test('Line ends become one kind, and what cannot be seen or turns text round is dropped', () => {
    expect(cleanText(' a\r\nb\rc\u2028d\u0000\u0007\u202Ee ')).toBe('a\nb\nc\nde');
    expect(cleanText('half \uD83D pair')).toBe('half \uFFFD pair');
    expect(cleanLine('  one\n\ttwo   three ')).toBe('one two three');
  });

  test.each(['', ' \n\t', '\u200B\u200D', '\u3164', '\u2800\u2800', '\uFEFF'])(
    'A text of nothing to be seen is empty: %j',
    (text) => {
      expect(isBlank(text)).toBe(true);
      expect(refuseText(text, TEXT.statement)?.message).toBe(
        'The statement is empty. Write something, then send it again.',
      );
      expect(refuseText(text, TEXT.heading)).toBeNull();
    },
  );

  test.each(['?', '42', '£', '中', '🙂', 'ŵ'])('%s can be seen', (text) => {
    expect(isBlank(text)).toBe(false);
  });

  test('Ten megabytes are refused', () => {
    expect(refuseText('a'.repeat(10_000_000), TEXT.argument)?.reason).toBe('too_long');
    expect(refuseText(`${' '.repeat(10_000_000)}a`, TEXT.argument)?.reason).toBe('too_long');
  });

  test('Cleaning twice is cleaning once, and leaves nothing that Postgres refuses', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const cleaned = cleanText(text);
        expect(cleanText(cleaned)).toBe(cleaned);
        expect(cleaned).not.toContain('\u0000');
        expect(lengthOf(text)).toBe([...cleaned].length);
      }),
    );
  });

  test('Addresses on the web are http or https', () => {
    expect(isWebAddress('https://www.gov.uk/a?b=c#d')).toBe(true);
    for (const other of [
      'javascript:alert(1)',
      'ftp://a.org',
      'https://',
      'www.gov.uk',
      'https://a b',
    ]) {
      expect(isWebAddress(other)).toBe(false);
    }
  });
});
