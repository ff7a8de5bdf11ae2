import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { scriptFirst, toFunctions } from '../../scripts/page/page-plugins.mjs';

describe('toFunctions', () => {
  it('makes functions of what wraps modules, and they say the same', () => {
    const wrap = 'var w=(make,m)=>()=>(m||make((m={exports:{}}).exports,m),m.exports);';
    const source = `${wrap}a=w((e=>{e.one=1})),b=w(((e,t)=>{t.exports={two:2}})),c=w((()=>{}));[a(),b(),c()]`;

    const { code, count } = toFunctions(source);

    expect(count).toBe(3);
    expect(code).toContain('b=w((function(e,t){t.exports');
    expect(JSON.stringify(runInNewContext(code))).toBe(JSON.stringify(runInNewContext(source)));
    expect(JSON.stringify(runInNewContext(code))).toBe('[{"one":1},{"two":2},{}]');
  });

  it('leaves every other arrow function as it is', () => {
    const source = 'const f=(a,b)=>{return a},g=h(a=>{k(a)}),i=j(((a,b)=>a+b));l.map((m=>m.n))';

    expect(toFunctions(source)).toEqual({ code: source, count: 0 });
  });
});

it('names the script of the page first, and what it imports after it', () => {
  const page = [
    '<head>',
    '    <meta charset="utf-8" />',
    '    <link rel="preload" href="./assets/font.woff2" />',
    '    <script type="module" crossorigin src="./assets/runtime.js"></script>',
    '    <script type="module" crossorigin src="./assets/first.js"></script>',
    '    <link rel="stylesheet" href="./assets/first.css">',
    '</head>',
    '',
  ].join('\n');

  const names = [...scriptFirst(page).matchAll(/assets\/([\w.]+)/g)].map(([, name]) => name);

  expect(names).toEqual(['first.js', 'runtime.js', 'font.woff2', 'first.css']);
});
