import { describe, expect, it } from 'vitest';
import { anArticle } from './an-article.test-builder.ts';
import { buildIndex, openEngine } from './build-index.ts';
import { createSearchEngine } from './lunr-engine.ts';
import { withAnalyzer } from './with-analyzer.test-builder.ts';

const articles = [
  anArticle('a', 'الخطة الأمنية', 'أعلنت الحكومة العراقية خطة في بغداد.'),
  anArticle('b', 'كاميرات حرارية', 'نُصبت كاميرات على الحدود قرب بغداد.'),
  anArticle('c', 'قوات مشتركة', 'انتشرت القوات المشتركة على حدود الإقليم.'),
];
const query = { text: 'بغداد حدود الحكومة', matching: 'close', typing: false } as const;

const flipped = (bytes: Uint8Array, at: number): Uint8Array =>
  bytes.map((byte, index) => (index === at ? byte ^ 1 : byte));

describe('the shipped index', () => {
  const index = buildIndex(articles);

  it('answers like the articles that it was made from', () => {
    const built = createSearchEngine();
    built.add(articles);
    const opened = openEngine(articles, index);

    expect(opened.built).toBe('shipped');
    expect(opened.engine.query(query)).toEqual(built.query(query));
    expect(opened.engine.parts()).toEqual([]);
  });

  it('is the same every time it is built', () => {
    expect(buildIndex(articles)).toEqual(index);
  });

  it.each([
    ['missing', null],
    ['empty', new Uint8Array()],
    ['not an index', Buffer.from('{"format":1}\n{}')],
    ['cut off', index.slice(0, -20)],
    ['changed at its beginning', flipped(index, 3)],
    ['changed in its middle', flipped(index, index.length >> 1)],
    ['changed at its end', flipped(index, index.length - 1)],
    ['of fewer articles', buildIndex(articles.slice(1))],
    ['of the same in another order', buildIndex(articles.toReversed())],
    ['of another title', buildIndex(articles.map((each) => ({ ...each, title: 'آخر' })))],
    ['of another analyzer', withAnalyzer(index, 'old')],
  ])('is built again when it is %s', (_, shipped) => {
    const opened = openEngine(articles, shipped);

    expect(opened.built).toBe('rebuilt');
    expect(opened.engine.query(query).hits).toHaveLength(3);
  });

  it('is called stale or damaged as appropriate', () => {
    const refused = (code: string) => ({ ok: false, error: { code } });

    expect(createSearchEngine().loadShipped(Buffer.from('x'), articles)).toEqual(
      refused('search/index-damaged'),
    );
    expect(createSearchEngine().loadShipped(buildIndex([]), articles)).toEqual(
      refused('search/index-stale'),
    );
    expect(createSearchEngine().loadShipped(withAnalyzer(index, 'old'), articles)).toEqual(
      refused('search/index-stale'),
    );
  });

  it('accepts more articles after it was opened', () => {
    const { engine } = openEngine(articles, index);

    engine.add([anArticle('d', 'خبر جديد', 'زلزال قرب بغداد.')]);

    expect(
      engine.query({ ...query, text: 'زلزال' }).hits.map(({ articleId }) => articleId),
    ).toEqual(['d']);
    expect(engine.query({ ...query, text: 'بغداد' }).hits).toHaveLength(3);
  });
});
