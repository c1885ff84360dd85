import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { markdownFromHtml } from '../src/decidim/html-to-markdown.js';
import { markdownFromText } from '../src/decidim/plain-markdown.js';

describe('HTML as Markdown', () => {
  test.each([
    ['paragraphs', '<p>One</p>\n\n<p>Two</p>', 'One\n\nTwo'],
    [
      'a web address without its scheme',
      'see www.a.org<br>now',
      'see [www.a.org](<http://www.a.org>)\\\nnow',
    ],
    ['line breaks', '<p>One\n<br />two<br>three</p>', 'One\\\ntwo\\\nthree'],
    ['white space', '<p>  One \n  two </p>', 'One two'],
    [
      'entities',
      '<p>Caf&eacute; &amp; th&#233; &#x1F600; &lt;b&gt; &nbsp;</p>',
      'Café & thé 😀 \\<b>',
    ],
    ['an entity that is meant as text', '<p>write &amp;amp; here</p>', 'write \\&amp; here'],
    ['a company name', '<p>B&amp;B</p>', 'B&B'],
    ['a bare link', '<a href="https://a.org/x_y">https://a.org/x_y</a>', '<https://a.org/x_y>'],
    [
      'a link with a name',
      'see <a href="https://a.org">this [page]</a>.',
      'see [this \\[page\\]](<https://a.org>).',
    ],
    ['a web address in the text', 'see https://a.org/x_(y)_z.', 'see <https://a.org/x_(y)_z>.'],
    [
      'a link behind an exclamation mark',
      'Wow!<a href="https://a.org">look</a>',
      'Wow\\![look](<https://a.org>)',
    ],
    ['a link to a script', '<a href="javascript:alert(1)">click</a>', 'click'],
    ['a link to a script, in entities', '<a href="&#106;avascript:alert(1)">click</a>', 'click'],
    [
      'a link that would break out',
      '<a href="https://a.org/>)<b>">x</a>',
      '[x](<https://a.org/%3E)%3Cb%3E>)',
    ],
    ['a script', '<p>a</p><script>alert("<p>")</script><p>b</p>', 'a\n\nb'],
    ['an image', 'a<img src=x onerror="alert(1)">b', 'ab'],
    ['a comment', 'a<!-- <p>no</p> -->b', 'ab'],
    ['emphasis', '<strong>Really</strong> now', 'Really now'],
    [
      'a list',
      '<ul><li><p>One</p></li><li>Two<br>2b</li></ul>after',
      '- One\n\n- Two\\\n2b\n\nafter',
    ],
    [
      'a list that is only text',
      '<p>1. a<br>- b<br># c<br>> d<br>---</p>',
      '1\\. a\\\n\\- b\\\n\\# c\\\n\\> d\\\n\\---',
    ],
    ['a list that hides in tags', '<b>1</b><i>.</i> a', '1\\. a'],
    [
      'marks of emphasis',
      'a *b* _c_ snake_case `d` ~e~',
      'a \\*b\\* \\_c\\_ snake_case \\`d\\` \\~e\\~',
    ],
    ['comparisons', '<p>1 < 2 and 3 <4', '1 \\< 2 and 3 \\<4'],
    ['a tag that never ends', 'a <b href="', 'a \\<b href="'],
    ['nothing', '<p> </p>', ''],
  ])('%s', (_, html, markdown) => {
    expect(markdownFromHtml(html)).toBe(markdown);
  });

  test('any text, escaped for HTML, keeps every letter and lets no tag through', () => {
    const unit = fc.constantFrom(
      'a',
      'b1',
      '<',
      '>',
      '&',
      ';',
      '"',
      '/',
      '*',
      '_',
      '[',
      '](',
      '!',
      '-',
      '#',
      '\\',
      ' ',
      '\n',
      'é',
    );
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        const html = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
        const markdown = markdownFromHtml(`<p>${html}</p>`);
        expect(withoutEscapes(markdown)).toBe(text.replace(/\s+/g, ' ').trim());
        expect(markdown).not.toMatch(/(?<!\\)(?:\\\\)*<[a-z/!]/);
      }),
    );
  });

  test('any HTML at all is read, and lets no tag through', () => {
    const unit = fc.constantFrom(
      '<',
      '>',
      '</',
      '<p>',
      '<a href="',
      '"',
      "'",
      '=',
      '<!--',
      '-->',
      '<li>',
      '<br',
      'a',
      ' ',
      '&lt;',
      '<script>',
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 60 }), (html) => {
        expect(markdownFromHtml(html)).not.toMatch(/(?<!\\)(?:\\\\)*<[a-z/!]/);
      }),
    );
  });

  test('200,000 opening tags take no time to speak of', () => {
    for (const tag of ['<a href="', '<p>', '<', '<!--', '&amp']) {
      const started = performance.now();
      markdownFromHtml(tag.repeat(200_000));
      expect(performance.now() - started).toBeLessThan(5000);
    }
  });
});

describe('plain text as Markdown', () => {
  test('keeps its line breaks and paragraphs', () => {
    expect(markdownFromText(' One\r\ntwo \n \n\n* three\n')).toBe('One\\\ntwo\n\n\\* three');
  });

  test('keeps every letter', () => {
    const unit = fc.constantFrom(
      'a',
      '1',
      '.',
      ')',
      '<',
      '&',
      ';',
      '*',
      '_',
      '[',
      '!',
      '-',
      '=',
      '#',
      '>',
      '+',
      '\\',
      ' ',
      '`',
      '~',
      '|',
    );
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        expect(withoutEscapes(markdownFromText(text))).toBe(text.replace(/ +/g, ' ').trim());
      }),
    );
  });
});

/** What a reader of the Markdown sees, for texts without line breaks and links. */
function withoutEscapes(markdown: string): string {
  return markdown.replace(/\\([!-/:-@[-`{-~])/g, '$1');
}
