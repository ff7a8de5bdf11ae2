/** A part of an article that every format can express in its own way. */
export type Part =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'quote'; readonly text: string }
  | { readonly kind: 'image'; readonly text: string }
  | { readonly kind: 'list'; readonly isOrdered: boolean; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }
  /** The text, which ends with the mark of the note, and the note. */
  | { readonly kind: 'noted'; readonly text: string; readonly note: string };

export interface SampleArticle {
  readonly name: string;
  readonly title: string;
  readonly author: string;
  readonly date: string;
  readonly parts: readonly Part[];
}

/** Three articles written for the tests: with tashkeel, with tables and lists, with notes and Latin words. */
export const SAMPLE_ARTICLES: readonly SampleArticle[] = [
  {
    name: 'tashkeel',
    title: 'حِكَايَةُ نَهْرٍ قَدِيمٍ فِي الجَنُوبِ',
    author: 'سُهى العامريّ',
    date: '2023-04-17',
    parts: [
      {
        kind: 'paragraph',
        text: 'كَانَ النَّهْرُ يَفِيضُ كُلَّ رَبِيعٍ، فَيَسْقِي الحُقُولَ وَيَتْرُكُ عَلَى ضِفَّتَيْهِ طِينًا خِصْبًا، وَكَانَ أَهْلُ القَرْيَةِ يَقُولُونَ إِنَّهُ يَعُودُ إِلَيْهِمْ كَمَا يَعُودُ المُسَافِرُ.',
      },
      { kind: 'heading', text: 'مَوْسِمُ الفَيَضَانِ' },
      {
        kind: 'paragraph',
        text: 'في آذار ١٩٥٤ بلغ الماءُ عتباتِ البيوت، فحمل الناسُ متاعهم إلى التلال؛ ولم يَنْسَ أحدٌ تلك الليلة. هل كان ذلك آخرَ فيضان؟',
      },
      { kind: 'quote', text: 'لا يُخاصَمُ النهرُ، بل يُنتظَرُ حتى يهدأ.' },
      {
        kind: 'paragraph',
        text: 'واليومَ صار المجرى ضيّقًا، ويحكي الشيوخُ للصغار عن مراكبَ كانت تمرّ من هنا محمّلةً بالتمر والحصير.',
      },
    ],
  },
  {
    name: 'tables-and-lists',
    title: 'مواعيد القطارات بين ثلاث مدن',
    author: 'قسم النقل',
    date: '2022-11-02',
    parts: [
      {
        kind: 'paragraph',
        text: 'أعلنت إدارة السكك جدولًا جديدًا للرحلات يبدأ العمل به في مطلع الشهر المقبل، ويشمل ثلاث مدن وخمس محطات.',
      },
      {
        kind: 'table',
        rows: [
          ['المدينة', 'الذهاب', 'الإياب'],
          ['البصرة', '06:30', '18:45'],
          ['الناصرية', '08:10', '17:05'],
        ],
      },
      { kind: 'heading', text: 'ما الذي تغيّر؟' },
      {
        kind: 'list',
        isOrdered: false,
        items: ['رحلة مسائية إضافية', 'خصم 25% للطلبة', 'عربة للدراجات'],
      },
      {
        kind: 'paragraph',
        text: 'وللحجز خطوات ثلاث يتبعها المسافر في المحطة، أو عبر الهاتف من أي مكان في المدينة قبل الموعد بساعة.',
      },
      {
        kind: 'list',
        isOrdered: true,
        items: ['اختيار الرحلة', 'دفع الأجرة', 'تسلّم التذكرة'],
      },
    ],
  },
  {
    name: 'notes-and-latin',
    title: 'كيف وصلت كلمة Algorithm إلى اللغات',
    author: 'Rami Haddad',
    date: '2024-01-30',
    parts: [
      {
        kind: 'noted',
        text: 'يعود أصل كلمة Algorithm إلى اسم الخوارزميّ، وقد انتقلت عبر اللاتينية في صورة Algoritmi خلال القرن الثاني عشر',
        note: 'تُرجم كتابه في طليطلة نحو سنة 1145، ترجمه Robert of Chester.',
      },
      { kind: 'image', text: 'صفحة من مخطوط قديم' },
      {
        kind: 'paragraph',
        text: 'وفي لغة Python مثلًا يكتب المبرمج sorted(x) فيحصل على قائمة مرتّبة، ولا يسأل عن الطريقة التي رُتّبت بها.',
      },
      {
        kind: 'noted',
        text: 'أما كلمة Algebra فمن «الجبر»، وهي في عنوان الكتاب نفسه، ثم صارت اسمًا لعلم كامل في كل اللغات',
        note: 'العنوان: «الكتاب المختصر في حساب الجبر والمقابلة».',
      },
      {
        kind: 'paragraph',
        text: 'هكذا تسافر الكلمات: تخرج من اسم رجل أو كتاب، وتعود إلى أهلها بعد قرون وقد لبست حروفًا أخرى.',
      },
    ],
  },
];
