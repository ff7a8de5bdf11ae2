/** The kinds of highlights in an exported page. Generated from tokens.css by scripts/build/highlights.mjs. */
export const HIGHLIGHTS = `mark.important { background: #fce8a2; border-block-end: 2px solid #8f6400; }
mark.fact { background: #cbe6cc; border-block-end: 2px dashed #23732f; }
mark.statement { background: #cee2f5; border-block-end: 2px dotted #175fa8; }
mark.question { background: #f9d6e0; border-block-end: 4px double #b3245f; }
mark.followup { background: #e3d9f3; border-block-end: 3px solid #6238b5; }`;

/** The same where the reader's system is dark. */
export const DARK_HIGHLIGHTS = `mark.important { background: #594815; border-color: #e8c14b; }
  mark.fact { background: #2a492d; border-color: #85cf8c; }
  mark.statement { background: #25405d; border-color: #86bdf5; }
  mark.question { background: #5a293b; border-color: #f59ac0; }
  mark.followup { background: #443563; border-color: #c3a8fb; }`;
