/** The contents of the library in the pictures: marks in a bundled article, and files to import. */
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PictureApp } from '../../scripts/pictures/picture-app.ts';

export const ARTICLE = 'iraq-syria-border-fences';

/** The first occurrence of each text is marked with this meaning, note and tags. */
const MARKS = [
  ['رئيس الحكومة مصطفى الكاظمي', 'important', '', ['الحدود']],
  [
    'أسيجة وكاميرات حرارية عند الحدود',
    'fact',
    'يُقارَن مع التصريح اللاحق عن الكاميرات.',
    ['الحدود', 'للتحقّق'],
  ],
  ['حرارية عند الحدود مع سوريا', 'statement', '', []],
  ['التحالف الدولي', 'question', 'من يمثّل التحالف في هذا الإطار؟', ['للتحقّق']],
] as const;

const OTHER_MARKS = [
  ['guide', 'الحاشية هي ما يكتبه القارئ', 'followup', 'أصل الاسم.'],
  ['joint-operations-asayish', 'العمليات المشتركة', 'fact', ''],
] as const;

/** Every kind of foreign run inside Arabic, and Arabic inside a Latin title. */
const MIXED = `---
title: "توقيع مذكرة مع GE Vernova (GEV) بقيمة $2.5 مليار لشبكة 400 kV في العراق"
outlet: "مجلة Energy الفصلية"
date: "2026-03-08"
---

وقّعت وزارة الكهرباء مذكرة تفاهم مع شركة GE Vernova (GEV) بقيمة $2.5 مليار، ومعها عقد صيانة قيمته €340 مليون، على أن تُنجز المرحلة الأولى خلال 12-15 شهرًا.

ارتفع الإنتاج إلى 27.5 GW في الصيف، وانخفض الفاقد من 38% إلى 31.4%، بينما بلغ التغيّر في كانون الثاني −1.2% على أساس سنوي، وسُجّلت درجة حرارة −4 في السليمانية.

قالت الناطقة باسم Siemens Energy AG، وهي شركة تعمل في مشروع Baiji 2، إنّ الشبكة ستعمل بجهد 400 kV وبتردّد 50 Hz. وأضافت: «نلتزم معيار IEC 61850 كاملًا».

التفاصيل في https://example.org/ar/news?id=42&lang=ar#p3، وللمراسلة press@example.org أو الهاتف +964 770 123 4567، وعلى @example_iq والوسم #كهرباء_العراق.

وكتب المراسل Jean-Luc O'Neill عن مدينة Şirnex وعن نهر دجلة (Tigris)، وعن رواية «The Sun Also Rises» التي تُرجمت إلى العربية بعنوان «ثم تشرق الشمس» سنة 1926.
`;

/** A page with a misprinted year: nothing is guessed, and the date is marked as uncertain. */
const MISPRINTED = `إعادة فتح سوق الصفّارين بعد ترميمه

نشر في: 25/9/20219

أعلنت أمانة العاصمة إعادة فتح سوق الصفّارين في بغداد بعد ترميم سقوفه القديمة، وقالت إنّ الحرفيين عادوا إلى دكاكينهم منذ الأسبوع الماضي.

ويضمّ السوق ستّين دكانًا، بقي منها أربعون تعمل في النحاس، وتحوّلت البقية إلى بيع الأقمشة والتذكارات.
`;

const PLAIN = `مزارعو السهل يعودون إلى حقولهم بعد موسم الأمطار

عاد مزارعو السهل إلى حقولهم هذا الأسبوع بعد موسم أمطار طويل، وقالوا إن الزنجبيل سيُزرع لأول مرة.

وتوقّع المشرفون على المشروع أن يزيد المحصول عن العام الماضي إذا استقرّ الطقس.
`;

/** Adds highlights, notes, tags, a bookmark and reading positions. */
export async function markArticles(app: PictureApp): Promise<void> {
  for (const [text, meaning, note, tags] of MARKS)
    await highlight(app, ARTICLE, text, meaning, note, tags);
  for (const [articleId, text, meaning, note] of OTHER_MARKS)
    await highlight(app, articleId, text, meaning, note, []);
  await app.invoke('bookmarks/set', { articleId: ARTICLE, blockId: 'b2', present: true });
  for (const [articleId, words, progress] of [
    ['joint-operations-asayish', 'وكان المتحدث', 0.72],
    ['guide', '', 1],
    [ARTICLE, 'ونشرت «ناس» الخبر', 0.38],
  ] as const) {
    const text = await textOf(app, articleId);
    const seen = [{ start: 0, end: Math.round(text.length * progress) }];
    await app.invoke('reading/save', { articleId, offset: text.indexOf(words), progress, seen });
  }
}

async function textOf(app: PictureApp, articleId: string): Promise<string> {
  const { blocks } = await app.invoke<{ blocks: readonly { text: string }[] }>('library/get', {
    articleId,
  });
  return blocks.map((block) => block.text).join('\n');
}

/** Highlights the first occurrence of a text. */
export async function highlight(
  app: PictureApp,
  articleId: string,
  text: string,
  meaning: string,
  note = '',
  tags: readonly string[] = [],
): Promise<void> {
  const start = (await textOf(app, articleId)).indexOf(text);
  if (start < 0) throw new Error(`not in ${articleId}: ${text}`);
  const span = { start, end: start + text.length };
  await app.invoke('annotations/save', {
    id: crypto.randomUUID(),
    articleId,
    meaning,
    span,
    note,
    tags,
  });
}

/** Writes files as a reader may have them: two good ones, one of them twice, and others that cannot be read. */
export async function writeFiles(): Promise<{ folder: string; good: readonly string[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'hashiya-files-'));
  await mkdir(join(folder, 'أرشيف'));
  const file = (name: string) => join(folder, name);
  await writeFile(file('مذكرة GE Vernova (نسخة 2).md'), MIXED);
  await writeFile(file('سوق الصفّارين.txt'), MISPRINTED);
  await writeFile(file('مزارعو السهل.txt'), PLAIN);
  await writeFile(join(folder, 'أرشيف', 'السهل - نسخة.txt'), PLAIN);
  await writeFile(file('فارغ.txt'), '');
  await writeFile(file('report-final.pdf'), '%PDF-1.7\n1 0 obj <</Type/Catalog>> endobj\n%%EOF');
  await writeFile(file('صورة.bin'), new Uint8Array([0, 1, 2, 255, 0, 7]));
  return {
    folder,
    good: [file('مذكرة GE Vernova (نسخة 2).md'), file('سوق الصفّارين.txt')],
  };
}

/** Writes a folder whose import takes a while. */
export async function writeManyFiles(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'hashiya-files-'));
  for (let number = 1; number <= 400; number++)
    await writeFile(
      join(folder, `قصاصة ${number}.txt`),
      `قصاصة رقم ${number} من الأرشيف\n\n${PLAIN}`,
    );
  return folder;
}

/** Lets the app import files, and waits until it has finished. */
export async function importFiles(app: PictureApp, paths: readonly string[]): Promise<void> {
  await app.answerDialogs(paths);
  await app.invoke('import/choose', { what: 'files' });
  // The import has begun when the call is answered.
  for (;;) {
    const { state } = await app.invoke<{ state: string }>('import/state', {});
    if (state !== 'running' && state !== 'idle') return;
    await app.page.waitForTimeout(50);
  }
}

/** Returns the id of the article whose title contains these words. */
export async function idOf(app: PictureApp, words: string): Promise<string> {
  const { articles } = await app.invoke<{ articles: readonly { id: string; title: string }[] }>(
    'library/list',
    { from: 0 },
  );
  const found = articles.find(({ title }) => title.includes(words));
  if (!found) throw new Error(`no article: ${words}`);
  return found.id;
}
