/**
 * Separates the findings of `npm audit --json` into holes in parts of the app and holes in tools.
 *
 * @param {{ vulnerabilities: Record<string, { name: string, severity: string, via: (string | { url: string })[] }> }} report
 * @param {readonly { name: string }[]} parts  of the app, from the build
 * @param {string} security  text of SECURITY.md, which answers a finding by naming its advisory
 */
export function judgeAudit(report, parts, security) {
  const bundled = new Set(parts.map(({ name }) => name));
  return Object.values(report.vulnerabilities).map(({ name, severity, via }) => {
    const advisories = via.flatMap((each) => (typeof each === 'string' ? [] : [idOf(each.url)]));
    const isInside = bundled.has(name);
    const isAnswered = advisories.every((id) => security.includes(id));
    return { name, severity, advisories, isInside, isAnswered };
  });
}

/** The exit codes of `npm run sbom`. An audit without an answer is neither a success nor a finding. */
export const AUDIT_CODES = { clean: 0, found: 1, noAnswer: 3 };

/**
 * Describes the result of `npm audit --json`, and decides the exit code.
 *
 * @param {string} stdout  what npm printed; not JSON, or without findings, when the registry has no such service
 * @param {readonly { name: string }[]} parts  of the app, from the build
 * @param {string} security  text of SECURITY.md
 * @returns {{ lines: string[], code: number }}
 */
export function sayAudit(stdout, parts, security) {
  const report = readJson(stdout);
  if (!report?.vulnerabilities) {
    const line =
      'npm audit: NO ANSWER from the registry; nothing is known, ask again where it answers';
    return { lines: [line], code: AUDIT_CODES.noAnswer };
  }
  const found = judgeAudit(report, parts, security);
  const lines = found.map(({ name, severity, advisories, isInside, isAnswered }) => {
    const where = isInside ? `INSIDE THE APP, ${isAnswered ? '' : 'not '}answered` : 'a tool';
    return `npm audit: ${name} (${severity}, ${advisories.join(' ')}), ${where}`;
  });
  const isOpen = found.some(({ isInside, isAnswered }) => isInside && !isAnswered);
  return {
    lines: [...lines, `npm audit: ${found.length} packages with known holes`],
    code: isOpen ? AUDIT_CODES.found : AUDIT_CODES.clean,
  };
}

function readJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null; // npm printed a message instead of a report.
  }
}

/** Returns `GHSA-…`, the last part of an advisory's address. */
const idOf = (url) => url.split('/').at(-1) ?? url;
