import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import type { Matching } from '#shared/domain/search.ts';
import type { SearchResult } from '#shared/domain/search-result.ts';
import { searchResultSchema } from '#shared/domain/search-result.ts';
import { canonicalText } from '#shared/domain/text.ts';
import { anArticle } from './an-article.test-builder.ts';
import type { SearchEngine, SearchableArticle } from './engine.ts';
import { createSearchEngine } from './lunr-engine.ts';

function engineWith(...articles: SearchableArticle[]): SearchEngine {
  const engine = createSearchEngine();
  engine.add(articles);
  return engine;
}

function search(
  engine: SearchEngine,
  text: string,
  matching: Matching = 'close',
  typing = false,
): SearchResult {
  return engine.query({ text, matching, typing });
}

const ids = (result: SearchResult): string[] => result.hits.map((hit) => hit.articleId);

describe('the matching', () => {
  const engine = engineWith(
    anArticle('exact', 'خبر', 'قرأ كتاب اليوم'),
    anArticle('clitic', 'خبر', 'قرأ الكتاب اليوم'),
    anArticle('family', 'خبر', 'قرأ كتب اليوم'),
  );

  it('returns what each setting allows', () => {
    expect(ids(search(engine, 'كتاب', 'exact'))).toEqual(['exact']);
    expect(ids(search(engine, 'كتاب', 'close'))).toEqual(['exact', 'clitic']);
    expect(ids(search(engine, 'كتاب', 'family'))).toEqual(['exact', 'clitic', 'family']);
  });

  it('counts and offers what only the word family finds', () => {
    expect(search(engine, 'كتاب', 'close').familyOnly).toBe(1);
    expect(search(engine, 'كتاب', 'family').familyOnly).toBe(0);
  });

  it('ranks a name as written above its other spelling', () => {
    const names = engineWith(
      anArticle('b', 'خبر', 'وقف على الجبل'),
      anArticle('a', 'خبر', 'وقف علي الجبل'),
    );

    expect(ids(search(names, 'علي'))).toEqual(['a', 'b']);
  });
});

describe('a query', () => {
  const engine = engineWith(
    anArticle(
      'plan',
      'الخطة الأمنية في بغداد',
      '> اتفاق بين الحكومة وأربيل',
      'أعلنت الحكومة العراقية خطة.',
      '# عنوان',
      'والعراقية حكومة أخرى في بغداد.',
    ),
    anArticle('camera', 'كاميرات حرارية', 'نُصبت كاميرات على الحدود في بغداد.'),
  );

  it('ranks articles with all words above those with some', () => {
    const { hits } = search(engine, 'كاميرات الحدود الحكومة');

    expect(hits.map(({ articleId, complete }) => [articleId, complete])).toEqual([
      ['camera', false],
      ['plan', false],
    ]);
    expect(search(engine, 'بغداد الحدود').hits.map(({ complete }) => complete)).toEqual([
      true,
      false,
    ]);
  });

  it('finds a phrase word by word', () => {
    const [hit, ...others] = search(engine, '"الحكومة العراقية"').hits;

    expect(others).toEqual([]);
    expect(hit?.matches.map(({ text }) => text)).toEqual(['الحكومة العراقية']);
    expect(search(engine, '«حكومة عراقية»').hits).toHaveLength(1);
    expect(search(engine, '«عراقية بغداد»').hits).toEqual([]);
  });

  it('matches stop words inside a phrase', () => {
    expect(ids(search(engine, '“أخرى في بغداد”'))).toEqual(['plan']);
  });

  it('excludes the word after a minus', () => {
    expect(ids(search(engine, 'بغداد -كاميرا'))).toEqual(['plan']);
    expect(ids(search(engine, 'بغداد -"الحكومة العراقية"'))).toEqual(['camera']);
  });

  it('treats a minus as text when everything would be excluded', () => {
    expect(ids(search(engine, '-كاميرات'))).toEqual(['camera']);
  });

  it('answers a query that contains only stop words', () => {
    expect(ids(search(engine, 'في')).sort()).toEqual(['camera', 'plan']);
  });

  it('does not mark stop words beside other words', () => {
    const [hit] = search(engine, 'كاميرات في').hits;

    expect(new Set(hit?.matches.map(({ text }) => text))).toEqual(new Set(['كاميرات']));
  });

  it('completes the last word during typing', () => {
    expect(ids(search(engine, 'الحدو', 'close', true))).toEqual(['camera']);
    expect(ids(search(engine, 'حدو', 'close', true))).toEqual(['camera']);
    expect(search(engine, 'الحدو', 'close', false).hits).toEqual([]);
    expect(search(engine, 'الحدو ', 'close', true).hits).toEqual([]);
  });

  it('ignores the first letter of a further word until more is typed', () => {
    const typed = (text: string) => {
      const { hits, words } = search(engine, text, 'close', true);
      return { hits, words: words.map((word) => word.text) };
    };
    const before = typed('كاميرات ');
    const withLetter = typed('كاميرات ب');

    expect(before.hits).toHaveLength(1);
    expect(withLetter).toEqual(before);
    expect(typed('كاميرات بغ').words).toEqual(['كاميرات', 'بغ']);
    expect(typed('كاميرات ب ').words).toEqual(['كاميرات', 'ب']);
    expect(typed('كاميرات 5').words).toEqual(['كاميرات', '5']);
    expect(typed('ب').words).toEqual(['ب']);
    expect(search(engine, 'كاميرات ب').words).toHaveLength(2);
  });

  it('reports a word that occurs nowhere, and suggests a similar one', () => {
    expect(search(engine, 'كاميراث بغداد زلزال').words).toEqual([
      { text: 'كاميراث', articles: 0, suggestion: 'كاميرات' },
      { text: 'بغداد', articles: 2, suggestion: null },
      { text: 'زلزال', articles: 0, suggestion: null },
    ]);
  });

  it('has no words when it contains none', () => {
    expect(search(engine, ' … « » ')).toEqual({
      text: '… « »',
      words: [],
      total: 0,
      hits: [],
      familyOnly: 0,
    });
  });

  it('ranks the title above the text', () => {
    const titles = engineWith(
      anArticle('text', 'خبر عاجل اليوم', 'زلزال في الجبل ثم هدوء'),
      anArticle('title', 'زلزال في الجبل ثم هدوء', 'خبر عاجل اليوم'),
    );

    expect(ids(search(titles, 'زلزال'))[0]).toBe('title');
  });

  it('ranks words that stand together above separated words', () => {
    const near = engineWith(
      anArticle('apart', 'خبر', 'خطة جديدة قالت الوزارة إنها تهم أمن بغداد'),
      anArticle('near', 'خبر', 'خطة أمن جديدة قالت الوزارة إنها تهم بغداد'),
    );

    expect(ids(search(near, 'خطة أمن'))[0]).toBe('near');
  });
});

describe('a hit', () => {
  const article = anArticle(
    'a',
    'كِتاب الجبل',
    '> مقدمة عن الكتاب',
    '# عنوان كتاب',
    'فقرة أولى بلا شيء.',
    `${'كلمة '.repeat(60)}كتاب ${'كلمة '.repeat(60)}وكتابه.`,
  );
  const result = search(engineWith(article), 'كتاب');
  const hit = result.hits[0]!;

  it('fits the contract', () => {
    expect(v.parse(searchResultSchema, result)).toEqual(result);
  });

  it('has matches whose text equals the text at their offsets', () => {
    const text = canonicalText(article.blocks);

    for (const match of hit.matches) {
      const source = match.field === 'title' ? article.title : text;
      expect(source.slice(match.start, match.end)).toBe(match.text);
    }
    expect(hit.matches.map((match) => match.text)).toEqual([
      'كِتاب',
      'الكتاب',
      'كتاب',
      'كتاب',
      'وكتابه',
    ]);
  });

  it('has snippets of whole words with paragraph numbers', () => {
    const text = canonicalText(article.blocks);

    expect(hit.snippets).toHaveLength(3);
    for (const snippet of hit.snippets) {
      expect(text.slice(snippet.start, snippet.start + snippet.text.length)).toBe(snippet.text);
      expect(snippet.text).toMatch(/^\S/u);
      for (const { start, end } of snippet.marks)
        expect(snippet.text.slice(start, end)).toContain('كتاب');
    }
    expect(hit.snippets[0]?.paragraph).toBe(0);
    expect(hit.snippets.at(-1)?.paragraph).toBe(2);
  });

  it('lists the forms with layer and count', () => {
    expect(hit.forms).toEqual([
      { text: 'كتاب', layer: 'exact', count: 3 },
      { text: 'الكتاب', layer: 'clitic', count: 1 },
      { text: 'وكتابه', layer: 'clitic', count: 1 },
    ]);
  });
});

describe('a changing library', () => {
  it('forgets a removed article and replaces a known one', () => {
    const engine = createSearchEngine({ maxSegmentArticles: 2 });
    const first = anArticle('a', 'خبر', 'زلزال');
    engine.add([first, anArticle('b', 'خبر', 'زلزال'), anArticle('c', 'خبر', 'زلزال')]);

    engine.remove([first.id]);
    engine.add([anArticle('b', 'خبر', 'بركان')]);

    expect(ids(search(engine, 'زلزال'))).toEqual(['c']);
    expect(ids(search(engine, 'بركان'))).toEqual(['b']);
    expect(engine.locate(first.id, 'زلزال', 'close')).toEqual([]);
  });

  it('ranks after removals like a library that never had the removed articles', () => {
    const words = ['زلزال', 'بركان', 'فيضان', 'إعصار', 'حريق'];
    const articles = Array.from({ length: 24 }, (_, n) =>
      anArticle(
        `n${n}`,
        'خبر',
        [0, 1, 2].map((at) => words[(n * (at + 1) + at) % words.length]).join(' '),
      ),
    );
    const gone = articles.filter((_, n) => n % 3 === 0 || n < 5);
    const changed = createSearchEngine({ maxSegmentArticles: 4 });
    const fresh = createSearchEngine({ maxSegmentArticles: 4 });

    changed.add(articles);
    changed.remove(gone.map(({ id }) => id));
    fresh.add(articles.filter((article) => !gone.includes(article)));

    for (const text of [...words, 'زلزال بركان', 'حريق إعصار فيضان']) {
      const expected = new Map(search(fresh, text).hits.map((hit) => [hit.articleId, hit.score]));
      const { hits } = search(changed, text);

      expect(new Set(hits.map(({ articleId }) => articleId))).toEqual(new Set(expected.keys()));
      // Lunr rounds its weights to three decimals.
      for (const { articleId, score } of hits)
        expect(score / (expected.get(articleId) ?? 0)).toBeCloseTo(1, 1.7);
    }
  });
});

describe('books', () => {
  it('fill a segment by their words, so that a query rebuilds little of the index', () => {
    const book = (n: number) =>
      anArticle(`book-${n}`, `كتاب ${n}`, 'ماء هواء تراب '.repeat(45_000));
    const engine = createSearchEngine();
    for (let n = 0; n < 5; n += 1) engine.add([book(n)]);

    expect(engine.sealed().map(({ articles }) => articles.length)).toEqual([2, 2]);
    expect(search(engine, 'هواء').total).toBe(5);
    engine.tidy();
    expect(engine.sealed().map(({ articles }) => articles.length)).toEqual([2, 2, 1]);
  });
});

describe('nearness', () => {
  /** A text long enough that its paragraphs are unrelated. */
  const filler = Array.from(
    { length: 120 },
    (_, n) =>
      `مرّ اليوم ${n} هادئًا في القرية البعيدة وراء النهر الكبير، ولم يحدث شيء يستحقّ الذكر قبل المساء.`,
  );
  const scattered = anArticle(
    'book',
    'ديوان القرى',
    'ارتفع التضخم في تلك السنة.',
    ...filler,
    'كان العجز بيّنًا على وجهه.',
    ...filler,
    'بُني المركز التجاري قرب السوق.',
  );
  const near = 'بلغ التضخم عشرة في المئة، واتّسع العجز التجاري.';
  const others = Array.from({ length: 12 }, (_, n) =>
    anArticle(`other-${n}`, `خبر ${n}`, `وصل القطار رقم ${n} إلى المحطة بعد الظهر.`),
  );

  it('ranks words in one paragraph above the same words scattered in a book', () => {
    const sameBook = anArticle('near-book', 'ديوان المدن', ...filler, near, ...filler);
    const engine = engineWith(scattered, sameBook, ...others);

    expect(ids(search(engine, 'التضخم العجز التجاري'))).toEqual(['near-book', 'book']);
  });

  it('ranks a short text with most of the words above a book with all of them far apart', () => {
    const report = anArticle('report', 'عجز الميزان التجاري', 'اتّسع العجز التجاري هذا العام.');
    const engine = engineWith(scattered, report, ...others);

    expect(ids(search(engine, 'التضخم العجز التجاري'))).toEqual(['report', 'book']);
  });

  it('ranks a text with all words close together above one with most of them', () => {
    const engine = engineWith(
      anArticle('most', 'خبر', 'اتّسع العجز التجاري هذا العام.'),
      anArticle('all', 'خبر', near),
      ...others,
    );

    expect(ids(search(engine, 'التضخم العجز التجاري'))).toEqual(['all', 'most']);
  });
});
