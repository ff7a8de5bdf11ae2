import { describe, expect, it } from 'vitest';
import { anArticle } from './an-article.test-builder.ts';
import { buildIndex, openEngine } from './build-index.ts';
import { createSearchEngine } from './lunr-engine.ts';

const articles = [
  anArticle('a', 'الخطة الأمنية', 'أعلنت الحكومة العراقية خطة في بغداد.'),
  anArticle('b', 'كاميرات حرارية', 'نُصبت كاميرات على الحدود قرب بغداد.'),
  anArticle('c', 'قوات مشتركة', 'انتشرت القوات المشتركة على حدود الإقليم.'),
];
const query = { text: 'بغداد حدود الحكومة', dial: 'close', typing: false } as const;

describe('a prebuilt index', () => {
  it('answers as the index that it was made from', () => {
    const built = createSearchEngine();
    built.add(articles);
    const opened = openEngine(articles, buildIndex(articles));

    expect(opened.built).toBe('shipped');
    expect(opened.engine.query(query)).toEqual(built.query(query));
  });

  it('survives being exported again', () => {
    const index = buildIndex(articles);

    expect(openEngine(articles, index).engine.exportIndex()).toBe(index);
  });

  it.each([
    ['missing', null],
    ['empty', ''],
    ['not an index', '{"format":1}\n{}'],
    ['cut off', buildIndex(articles).slice(0, -20)],
    ['changed', buildIndex(articles).replace(/\d(?=\D*$)/u, '7')],
    ['of other articles', buildIndex(articles.slice(1))],
    [
      'of another analyzer',
      buildIndex(articles).replace(/"analyzerVersion":"[^"]+"/u, '"analyzerVersion":"old"'),
    ],
  ])('is built again when it is %s', (_, index) => {
    const opened = openEngine(articles, index);

    expect(opened.built).toBe('rebuilt');
    expect(opened.engine.query(query).hits).toHaveLength(3);
  });

  it('tells stale from damaged', () => {
    const engine = createSearchEngine();

    expect(engine.importIndex('x', articles)).toEqual({
      ok: false,
      error: { code: 'search/index-damaged' },
    });
    expect(engine.importIndex(buildIndex([]), articles)).toEqual({
      ok: false,
      error: { code: 'search/index-stale' },
    });
  });

  it('takes further articles after it was opened', () => {
    const { engine } = openEngine(articles, buildIndex(articles));

    engine.add([anArticle('d', 'خبر جديد', 'زلزال قرب بغداد.')]);

    expect(
      engine.query({ ...query, text: 'زلزال' }).hits.map(({ articleId }) => articleId),
    ).toEqual(['d']);
    expect(engine.query({ ...query, text: 'بغداد' }).hits).toHaveLength(3);
  });
});
