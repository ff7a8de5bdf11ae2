import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { ArticleMeta } from '#renderer/ui/ArticleMeta.tsx';
import { anArticle } from '#shared/domain/testing/an-article.ts';
import { withoutIsolates } from '#shared/i18n/translate.ts';
import { BookFacts } from './BookFacts.tsx';

const book = anArticle(['نص'], {
  author: 'سلمى النهر',
  outlet: 'دار المرفأ',
  date: '2019',
  wordCount: 129_600,
  publication: {
    people: [{ name: 'نوال الشامي', role: 'translator' }],
    publisher: 'دار المرفأ',
    edition: '2',
    place: 'بيروت',
    volume: null,
    identifier: null,
    cover: null,
    chapters: 26,
  },
});

const textOf = (markup: string): string =>
  withoutIsolates(markup.replace(/<\/(?:dt|dd|span)>/g, '|').replace(/<[^>]*>/g, ''))
    .replace(/\s*\|[\s|]*/g, '|')
    .trim();

it('the head of a book names its people, its publisher and its date', () => {
  expect(textOf(renderToStaticMarkup(<BookFacts article={book} detailed={false} />))).toBe(
    'تأليف|سلمى النهر|ترجمة|نوال الشامي|النشر|دار المرفأ،|بيروت،|ط 2،|2019|',
  );
});

it('a book says that it is one, how many chapters it has and how long it takes', () => {
  const meta = (withoutSource: boolean) =>
    textOf(renderToStaticMarkup(<ArticleMeta article={book} withoutSource={withoutSource} />));
  expect(meta(true)).toBe('كتاب|26 فصلًا|12 ساعة|');
  expect(meta(false)).toContain('سلمى النهر|دار المرفأ|2019|كتاب|26 فصلًا|12 ساعة|');
  const news = { ...book, publication: undefined };
  expect(textOf(renderToStaticMarkup(<ArticleMeta article={news} withoutSource />))).toBe(
    '12 ساعة|',
  );
});
