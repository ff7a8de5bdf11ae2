import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** Returns what axe finds serious or critical on the present page: each rule, and the elements that break it. */
export async function seriousViolations(page: Page): Promise<readonly [string, string[]][]> {
  // A window cannot open the blank page that the newer mode of axe needs.
  const builder = new AxeBuilder({ page }).setLegacyMode();
  // axe then describes only what breaks a rule, and not every element that keeps it.
  const { violations } = await builder.options({ resultTypes: ['violations'] }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}
