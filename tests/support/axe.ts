import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** The rules of axe about colours that are on without being asked for. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/**
 * Returns what axe finds serious or critical on the present page: each rule, and the elements that break it.
 *
 * @param rules  `colours` leaves out the rules that another theme of the same page cannot break
 */
export async function seriousViolations(
  page: Page,
  rules: 'all' | 'colours' = 'all',
): Promise<readonly [string, string[]][]> {
  // A window cannot open the blank page that the newer mode of axe needs.
  const builder = new AxeBuilder({ page }).setLegacyMode();
  // axe then describes only what breaks a rule, and not every element that keeps it.
  const { violations } = await builder
    .options({
      resultTypes: ['violations'],
      ...(rules === 'colours' && { runOnly: { type: 'rule', values: COLOUR_RULES } }),
    })
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}
