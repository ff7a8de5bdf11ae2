import { CONVERTER_VERSION } from '#main/convert/document.ts';
import { anOwnArticle } from '#main/library/testing/an-own-article.ts';
import type { Article } from '#shared/domain/article.ts';
import type { Block, Inline } from '#shared/domain/block.ts';

type Written = Omit<Block, 'id'>;

/** The sentences of the plain paragraphs. Each chapter begins at another one. */
const SENTENCES = [
  'يجري النهر بين بساتين لا يعرف أحد متى غُرست، ويعود إليها كل ربيع بما حمله من طمي الجبال.',
  'وكان أهل القرية يقيسون الماء بعصا من خشب التوت، ويكتبون ما تبلغه في دفتر عند شيخ السواقي.',
  'ولم يبق من تلك الدفاتر إلا ثلاثة، أقدمها بلا غلاف، وفي هوامشها حساب البيدر وأسماء الذين حضروا القسمة.',
  'فإذا اختلف جاران رجعا إلى الدفتر قبل أن يرجعا إلى القاضي، وكان الدفتر في الغالب أرحم الاثنين.',
];

const CHAPTERS = ['السواقي الأولى', 'دفتر الماء', 'الطاحونة', 'جسر الخشب', 'ما بقي من النهر'];

/** A place in a block's words, such as a word in bold. */
function part(text: string, words: string, rest: Omit<Inline, 'start' | 'end'>): Inline {
  const start = text.indexOf(words);
  if (start === -1) throw new Error(`not in the text: ${words}`);
  return { start, end: start + words.length, ...rest };
}

const paragraphs = (chapter: number, count: number): Written[] =>
  Array.from({ length: count }, (_, number) => ({
    kind: 'paragraph',
    text: [0, 1, 2].map((next) => SENTENCES[(chapter + number + next) % 4]).join(' '),
  }));

const RICH =
  'قال الشيخ: الماء أمانة، وزاد في الهامش H2O لمن يقرأ. انظر دفتر الماء أو صفحة المشروع.';

/** What a chapter can hold beside paragraphs. */
function richBlocks(leadsTo: number): Written[] {
  const item = (text: string, list: NonNullable<Block['list']>): Written => ({
    kind: 'item',
    text,
    list,
  });
  return [
    {
      kind: 'paragraph',
      text: RICH,
      inline: [
        part(RICH, 'الماء أمانة', { kind: 'strong' }),
        part(RICH, 'الهامش', { kind: 'emphasis' }),
        { start: RICH.indexOf('2O'), end: RICH.indexOf('2O') + 1, kind: 'sub' },
        part(RICH, 'دفتر الماء', { kind: 'reference', to: leadsTo }),
        part(RICH, 'صفحة المشروع', { kind: 'link', href: 'https://example.org/river' }),
      ],
    },
    { kind: 'heading', text: 'حقوق السقاية', level: 2 },
    item('1. للأعلى قبل الأسفل، حتى يبلغ الماء كعبي الساقي، ثم يرسله إلى من يليه في القسمة.', {
      depth: 0,
      marker: 3,
      isOrdered: true,
      begins: true,
    }),
    item('2. للبئر حريمها من كل جانب.', { depth: 0, marker: 3, isOrdered: true }),
    item('بئر العطن أربعون ذراعًا', { depth: 1, marker: 0, begins: true }),
    item('بئر الناضح ستون ذراعًا', { depth: 1, marker: 0 }),
    item('12. للعين خمسمئة ذراع.', { depth: 0, marker: 4, isOrdered: true }),
    { kind: 'heading', text: 'القسمة بالليل والنهار', level: 3 },
    { kind: 'paragraph', text: 'كانت الليلة تُعدّ نصف يوم.', isQuoted: true },
    { kind: 'paragraph', text: 'وبعد الصيف جاء من يقيس النهر بآلة.', isSeparated: true },
  ];
}

/** Builds a book with contents, printed pages, headings of three levels, lists and inline parts. */
export function structuredBook(paragraphsPerChapter = 8): Article {
  const written: Written[] = [];
  const outline: { level: number; title: string; at: number }[] = [];
  let at = 0;
  const push = (...blocks: readonly Written[]): void => {
    for (const block of blocks) {
      if (block.kind === 'heading')
        outline.push({ level: block.level ?? 1, title: block.text, at });
      written.push(block);
      at += block.text.length + 1;
    }
  };
  CHAPTERS.forEach((title, chapter) => {
    push({ kind: 'heading', text: title, level: 1 }, ...paragraphs(chapter, paragraphsPerChapter));
    if (chapter === 1) push(...richBlocks(0), ...paragraphs(chapter, paragraphsPerChapter));
  });
  const blocks = written.map((block, index): Block => ({ ...block, id: `b${index}` }));
  const pages = [{ label: 'ز', at: 0 }];
  for (let label = 9; label * 900 < at + 7200; label++)
    pages.push({ label: String(label), at: (label - 8) * 900 });
  const book = anOwnArticle(
    written.map(({ text }) => text),
    { title: 'حكاية نهر وقريته', blocks, structure: { outline, pages, assets: [] } },
  );
  return { ...book, own: book.own && { ...book.own, convertedBy: CONVERTER_VERSION } };
}
