import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const RENDERER = 'src/renderer';

const IMPORT = /import (\w+) from '([^']+\.module\.css)'/g;

/** Returns the classes that a component uses although its style sheet lacks them, so that they have no effect. */
function unwritten(source: string, readSheet: (path: string) => string): string[] {
  return [...source.matchAll(IMPORT)].flatMap(([, name = '', path = '']) => {
    const written = new Set([...readSheet(path).matchAll(/\.([a-zA-Z][\w-]*)/g)].map(([, c]) => c));
    const used = [...source.matchAll(new RegExp(`\\b${name}\\.(\\w+)`, 'g'))].map(([, c]) => c);
    return used.filter((c) => c !== undefined && !written.has(c)) as string[];
  });
}

const components = readdirSync(RENDERER, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.tsx'))
  .map((path) => join(RENDERER, path));

describe('class names', () => {
  it('finds a class that the style sheet lacks', () => {
    const source =
      "import styles from './A.module.css';\n<i className={styles.gone} id={styles.here} />";

    expect(unwritten(source, () => '.here { color: red; }')).toEqual(['gone']);
  });

  it('reads the style sheets of the window', () => {
    expect(components.length).toBeGreaterThan(80);
  });

  it.each(components)('%s uses only classes of its style sheet', (path) => {
    const readSheet = (sheet: string) =>
      readFileSync(
        sheet.startsWith('#renderer/')
          ? sheet.replace('#renderer', RENDERER)
          : join(dirname(path), sheet),
        'utf8',
      );

    expect(unwritten(readFileSync(path, 'utf8'), readSheet)).toEqual([]);
  });
});
