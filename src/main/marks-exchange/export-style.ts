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
h4, h5, h6 { font-size: 1em; }
blockquote { margin-inline: 0; padding-inline-start: 1rem; border-inline-start: 3px solid #8888; }
hr { inline-size: 6rem; border: 0; border-block-start: 1px solid #8888; margin-block: 1.5rem; }
em { font-style: normal; font-weight: 600; }
figure { margin: 1.5rem 0; padding: 0.6rem 1rem; border: 1px dashed #8888; text-align: center; }
figcaption { opacity: 0.75; }
li > p { margin-block: 0.3rem; }
.signed { list-style: none; padding-inline-start: 1rem; }
.table { overflow-x: auto; margin-block: 1rem; }
table { border-collapse: collapse; min-inline-size: 50%; line-height: 1.6; }
th, td { padding: 0.3rem 0.7rem; border: 1px solid #8888; text-align: start; vertical-align: top;
  font-variant-numeric: tabular-nums; }
th { background: #8882; }
pre { overflow-x: auto; padding: 0.7rem 1rem; background: #8881; line-height: 1.5; }
pre, code { font-family: ui-monospace, 'DejaVu Sans Mono', monospace; font-size: 0.95rem; }
.verse { margin-block: 1rem; }
.verse p { display: flex; flex-wrap: wrap; justify-content: center; column-gap: 3rem; margin-block: 0.2rem; }
.verse span { white-space: pre-wrap; }
.verse .sign { opacity: 0.5; }
.verse .gap { margin-block-start: 1.2rem; }
.footnote { font-size: 0.9rem; padding-inline-start: 1rem; border-inline-start: 1px solid #8888; }
.noteref { font-size: 0.75em; vertical-align: super; line-height: 1; text-decoration: none; }
sup .noteref { font-size: 1em; vertical-align: baseline; }
.page::before { content: '[' attr(data-label) ']'; margin-inline: 0.3em; font-size: 0.7rem; opacity: 0.7; }
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
