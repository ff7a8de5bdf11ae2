/** The library in its views, and actions on many articles, with books, news and a report. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ownArticle, putOwnArticles } from '../../../tests/support/own-library.ts';
import type { Own } from '../../../src/shared/domain/article.ts';
import type { Camera } from '../camera.ts';
import { look } from '../looks.ts';
import { PictureApp } from '../picture-app.ts';

const SCENES = [
  'library-compact',
  'library-covers',
  'library-chosen',
  'library-new',
  'library-reading',
] as const;

export async function takeShelves(camera: Camera): Promise<void> {
  if (!camera.wantsAny(SCENES)) return;
  const dataFolder = await mkdtemp(join(tmpdir(), 'hashiya-shelves-'));
  await fillShelves(dataFolder);
  const app = await PictureApp.start({ dataFolder });
  try {
    await beginSome(app);
    await camera.take(app, 'library-new', look('900x600 en'), showView('comfortable'));
    await app.invoke('settings/set', { newSeenUntil: new Date().toISOString() });
    await camera.take(app, 'library-reading', look('dark 900x600 en'), showView('comfortable'));
    for (const words of ['', 'dark 900x600 en'])
      await camera.take(app, 'library-compact', look(words), showView('compact'));
    for (const words of ['', 'dark 900x600 en'])
      await camera.take(app, 'library-covers', look(words), showView('covers'));
    await camera.take(app, 'library-chosen', look('sepia'), async () => {
      await showView('comfortable')(app);
      for (const at of [0, 2, 3])
        await app.page
          .locator('[data-list-item]')
          .nth(at)
          .click({ modifiers: ['Control'] });
    });
  } finally {
    await app.quit();
    await rm(dataFolder, { recursive: true, force: true });
  }
}

const showView = (libraryView: string) => async (app: PictureApp) => {
  await app.invoke('settings/set', { libraryView });
  await app.open('#/', 'main [data-list-item]');
};

/** Begins some articles, only opens one, finishes one, and saves one. */
async function beginSome(app: PictureApp): Promise<void> {
  const { articles } = JSON.parse(
    await app.page.evaluate(async () => {
      const answer = await window.bridge.read('library/list', { from: 0 });
      return JSON.stringify((JSON.parse(answer) as { value: unknown }).value);
    }),
  ) as { articles: readonly { id: string; title: string }[] };
  const [first, second, third, fourth] = articles.map(({ id }) => id);
  const opened = articles.find(({ title }) => title.includes('400 kV'));
  await app.invoke('reading/save', { articleId: opened?.id, offset: 0, progress: 0 });
  for (const articleId of [second, first])
    await app.invoke('reading/save', { articleId, offset: 20, progress: 0.4 });
  await app.invoke('shelf/put', {
    articleId: third,
    change: { finished: { is: true, at: new Date().toISOString() } },
  });
  for (const articleId of [third, fourth])
    await app.invoke('shelf/put', { articleId, change: { savedAt: new Date().toISOString() } });
}

/** Adds books, news and a report, all invented; the newest three are recently imported. */
async function fillShelves(dataFolder: string): Promise<void> {
  const day = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();
  const books = [
    ['رحلة الورق: من سمرقند إلى قرطبة', 'إيلينا مارشان', 'دار المرفأ', '2019', 118_000],
    ['خرائط الريح: ملّاحون في بحر العرب', 'يوسف الصوري', 'دار الشراع', '2018', 131_000],
    ['الماء والمدينة: سيرة القنوات في وادي الرافدين', 'سليم العاني', 'دار النخيل', '2016', 96_000],
    ['ديوان الطريق', 'هند الربيعي', 'منشورات الرواق', '2022', 24_000],
    ['بساتين الجبل: الزراعة والذاكرة', 'كريم البرزنجي', 'دار الجبل', '2020', 64_000],
    ['خبز وملح: تاريخ المائدة', 'مها الأيوبي', 'دار المرفأ', '2017', 105_000],
    [
      'الكتابة على الحافّة: تاريخ الهوامش في المخطوط العربي',
      'ليلى الحدّاد',
      'منشورات الرواق',
      '2021',
      82_000,
    ],
  ] as const;
  await putOwnArticles(dataFolder, [
    ...books.map(([title, author, outlet, date, wordCount], at) =>
      ownArticle(title, {
        author,
        outlet,
        date,
        wordCount,
        own: { addedAt: day(at === 6 ? 0.002 : 30 + at), tags: ['كتب'], ...original('epub') },
      }),
    ),
    ownArticle('حال المياه الجوفية في الهضبة الغربية: التقرير السنوي 2024', {
      author: 'المركز الإقليمي لدراسات المياه',
      date: '2024',
      wordCount: 27_000,
      own: { addedAt: day(0.001), ...original('pdf') },
    }),
    ownArticle('محضر جلسة لجنة المياه رقم 14', {
      date: '2023-03-11',
      wordCount: 3_100,
      own: { addedAt: day(21), collections: ['المياه'], ...original('docx') },
    }),
    ownArticle(
      'توقيع عقد لشبكة 400 kV ومحطة 132 kV وأخرى 400 kV ومحطة 132 kV وأخرى 400 kV ومحطة 132 kV في العراق',
      { outlet: 'صحيفة المرفأ', date: '2024-02-19', own: { addedAt: day(0.5) } },
    ),
  ]);
}

const original = (format: Own['original']['format']): Pick<Own, 'original'> => ({
  original: {
    sha256: Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) =>
      byte.toString(16).padStart(2, '0'),
    ).join(''),
    name: `ملف.${format}`,
    path: null,
    format,
    sizeBytes: 9,
  },
});
