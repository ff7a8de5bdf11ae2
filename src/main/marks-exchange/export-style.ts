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
mark { color: inherit; padding-inline: 0.1em; border-block-end: 2px solid; }
mark.important { background: #fce8a2; border-color: #8f6400; }
mark.fact { background: #cbe6cc; border-color: #23732f; border-block-end-style: dashed; }
mark.statement { background: #cee2f5; border-color: #175fa8; border-block-end-style: dotted; }
mark.question { background: #f9d6e0; border-color: #b3245f; border-block-end-style: double; border-block-end-width: 4px; }
mark.followup { background: #e3d9f3; border-color: #6238b5; border-block-end-width: 3px; }
@media (prefers-color-scheme: dark) {
  body { background: #181917; color: #e3e0d7; }
  a { color: #7fc9bf; }
  mark.important { background: #594815; border-color: #e8c14b; }
  mark.fact { background: #2a492d; border-color: #85cf8c; }
  mark.statement { background: #25405d; border-color: #86bdf5; }
  mark.question { background: #5a293b; border-color: #f59ac0; }
  mark.followup { background: #443563; border-color: #c3a8fb; }
}
@media print { body { max-inline-size: none; margin: 0; } }`;
