/** Checks what must hold before a release, and finds its notes. */

/** Names that nobody owns, which are allowed in a checkout but not in a release. */
const UNOWNED = /\.example(\/|$)/;

/** Tells whether an address is only a placeholder, at which nobody can be reached. */
export const isUnowned = (address) => UNOWNED.test(address);

/** @returns what prevents the release of this version, in plain words */
export function releaseProblems(manifest, changelog, tag) {
  const { version, homepage = '', author = {} } = manifest;
  const problems = [];
  if (tag !== `v${version}`) problems.push(`the tag is ${tag}, package.json says ${version}`);
  if (!sectionOf(changelog, version)) problems.push(`CHANGELOG.md has no section "## ${version}"`);
  if (isUnowned(homepage)) problems.push(`the homepage is still ${homepage}`);
  if (isUnowned(author.email ?? '.example'))
    problems.push(`the author's address is ${author.email}`);
  return problems;
}

/** Returns the text under `## version` of the changelog, or an empty string. */
export function sectionOf(changelog, version) {
  const lines = changelog.split(/\r?\n/);
  const start = lines.findIndex((line) => line.replace(/ \(.*\)$/, '') === `## ${version}`);
  if (start < 0) return '';
  const end = lines.findIndex((line, at) => at > start && line.startsWith('## '));
  return lines
    .slice(start + 1, end < 0 ? undefined : end)
    .join('\n')
    .trim();
}
