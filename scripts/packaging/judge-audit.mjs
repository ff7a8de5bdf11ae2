/**
 * Sorts what `npm audit --json` found into holes in parts that are inside the app and holes in tools.
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

/** `GHSA-…`, the last part of an advisory's address. */
const idOf = (url) => url.split('/').at(-1) ?? url;
