/** What must hold before a release, and what is said about it. */

/** Names that nobody owns: fine for a checkout, not for something that is handed out. */
const UNOWNED = /\.example(\/|$)/;

/** Whether nobody can be reached at an address: it stands for one that is not known yet. */
export const isUnowned = (address) => UNOWNED.test(address);

/** @returns what keeps this version from being released, in plain words */
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

/** The text under `## version` of the changelog, or an empty string. */
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
