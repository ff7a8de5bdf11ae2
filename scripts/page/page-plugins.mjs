/** How the page of the window is built, so that its script runs as soon as it can. */

/** A CommonJS module as the bundler wraps it: `name=wrap((parameters=>{`, its function in parentheses. */
const WRAPPED_MODULE = /([\w$]+=[\w$]+\(\()(?:\(([\w$,]*)\)|([\w$]+))=>\{/g;
/** Modules of that kind are React's; fewer found means that the bundler has changed its ways. */
const FEWEST_WRAPPED = 5;
const SCRIPTS = /[ \t]*<script type="module"[^>]*><\/script>\n/g;
const CHARSET = /(<meta charset="utf-8" \/>\n)/;

/**
 * Makes functions of the arrow functions around CommonJS modules. V8 compiles a function in parentheses at once;
 * an arrow function it reads twice, first only to find its end, at every start.
 */
export function compileModulesAtOnce() {
  return {
    name: 'compile-modules-at-once',
    generateBundle(_options, bundle) {
      let found = 0;
      for (const chunk of Object.values(bundle).filter(({ type }) => type === 'chunk')) {
        const { code, count } = toFunctions(chunk.code);
        chunk.code = code;
        found += count;
      }
      if (found < FEWEST_WRAPPED) this.error(`${found} wrapped modules: is this still their form?`);
    },
  };
}

/**
 * Arrow functions that wrap CommonJS modules, as functions.
 *
 * @param source  a minified script
 * @returns `{ code, count }`: the script, and how many there were
 */
export function toFunctions(source) {
  let count = 0;
  const code = source.replace(WRAPPED_MODULE, (_head, before, list, single) => {
    count += 1;
    return `${before}function(${list ?? single}){`;
  });
  return { code, count };
}

/** Asks for the script before the fonts: files are sent in the order in which the page names them. */
export function askForScriptFirst() {
  return {
    name: 'ask-for-script-first',
    transformIndexHtml: { order: 'post', handler: scriptFirst },
  };
}

/** The page with its scripts before everything that it loads. @param page  built HTML */
export function scriptFirst(page) {
  const scripts = page.match(SCRIPTS) ?? [];
  // The last one is the page's own; the others are what it imports.
  return page
    .replace(SCRIPTS, '')
    .replace(CHARSET, (charset) => charset + scripts.toReversed().join(''));
}
