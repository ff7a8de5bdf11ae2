import { DARK_HIGHLIGHTS, HIGHLIGHTS } from './highlight-style.ts';

/** The style of an exported page. It loads no fonts or pictures and is readable light, dark and on paper. */
export const EXPORT_STYLE = `:root { color-scheme: light dark; }
body { max-inline-size: 42rem; margin: 2rem auto; padding-inline: 1rem; line-height: 1.9;
  font-family: 'Noto Naskh Arabic', 'Amiri', 'Geeza Pro', 'Traditional Arabic', serif; font-size: 1.2rem; }
h1, h2 { line-height: 1.5; }
article + article { margin-block-start: 4rem; border-block-start: 1px solid #8888; }
.source, footer, .back, .tag { font-size: 0.85rem; }
.source { opacity: 0.75; }
.standfirst { font-weight: 600; }
.item { margin-inline-start: 1.2rem; }
.image { opacity: 0.75; }
.note { white-space: pre-wrap; overflow-wrap: anywhere; }
.tag { border: 1px solid #8888; border-radius: 0.4rem; padding-inline: 0.4rem; }
.orphans blockquote { margin: 0; }
sup { line-height: 1; }
mark { color: inherit; padding-inline: 0.1em; }
${HIGHLIGHTS}
@media (prefers-color-scheme: dark) {
  body { background: #181917; color: #e3e0d7; }
  a { color: #7fc9bf; }
  ${DARK_HIGHLIGHTS}
}
@media print { body { max-inline-size: none; margin: 0; } }`;
