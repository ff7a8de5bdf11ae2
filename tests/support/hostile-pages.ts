/** What a page could try that got past every parser. `{beacon}` is an address that must never be requested. */
export const HOSTILE_PAGES: Readonly<Record<string, string>> = {
  'inline-script': `<script>console.log('PWNED'); new Image().src = '{beacon}/a'</script>`,
  'remote-script': `<script src="{beacon}/a.js"></script>`,
  'data-script': `<script src="data:text/javascript,console.log('PWNED')"></script>`,
  'module-script': `<script type="module">console.log('PWNED'); fetch('{beacon}/m')</script>`,
  'image-error': `<img src="x" onerror="console.log('PWNED')">`,
  'svg-load': `<svg onload="console.log('PWNED')"><image href="{beacon}/i"/></svg>`,
  'svg-animate': `<svg><a><animate attributeName="href" values="javascript:console.log('PWNED')"/><text>x</text></a></svg>`,
  'frame-srcdoc': `<iframe srcdoc="<script>console.log('PWNED')</script>"></iframe>`,
  'frame-remote': `<iframe src="{beacon}/f"></iframe><iframe src="file:///etc/passwd"></iframe>`,
  'frame-script-address': `<iframe src="javascript:console.log('PWNED')"></iframe>`,
  objects: `<object data="{beacon}/o"></object><embed src="{beacon}/e">`,
  refresh: `<meta http-equiv="refresh" content="0;url={beacon}/r">`,
  base: `<base href="{beacon}/"><img src="b.png"><link rel="stylesheet" href="b.css">`,
  form: `<form id="f" action="{beacon}/form"><input name="a" autofocus onfocus="document.forms[0].submit()"></form>`,
  media: `<img src="{beacon}/1" srcset="{beacon}/2 2x"><video poster="{beacon}/3" src="{beacon}/4" autoplay></video><audio src="{beacon}/5" autoplay></audio>`,
  styles: `<link rel="stylesheet" href="{beacon}/c.css"><style>@import '{beacon}/d.css'; body{background:url({beacon}/g)} @font-face{font-family:x;src:url({beacon}/h)} p{font-family:x}</style><p style="background:url({beacon}/s)">x</p>`,
  hints: `<link rel="preload" as="image" href="{beacon}/p"><link rel="prefetch" href="{beacon}/q"><link rel="preconnect" href="{beacon}"><link rel="modulepreload" href="{beacon}/w.js">`,
  'policy-of-its-own': `<meta http-equiv="Content-Security-Policy" content="default-src * 'unsafe-inline'"><script>console.log('PWNED')</script>`,
};

/** Returns a whole page around one of them. */
export const hostilePage = (body: string, beacon: string): string =>
  `<!doctype html><html lang="ar" dir="rtl"><meta charset="utf-8"><p id="ok">نصّ سليم</p>${body.replaceAll('{beacon}', beacon)}</html>`;
