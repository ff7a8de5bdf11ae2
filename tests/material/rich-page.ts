/** A page with a table, verse, code, quotations and footnotes, as a reader pastes it. */

const PARAGRAPHS = [
  'كان الورّاق في السوق القديم يترك ثلث الصفحة بياضًا، ويقول لمن سأله: هذا حقّ من يأتي بعدنا.',
  'وبقي من دكّانه دفتر واحد، في أوّله حساب الحبر والقصب، وفي آخره أسماء الذين استعاروا ولم يردّوا.',
  'فلمّا رُمّم السوق وجدوا تحت الرفّ الأسفل صندوقًا فيه أوراق مقصوصة، كل ورقة منها هامش بلا متن.',
];

const filler = (count: number): string =>
  Array.from(
    { length: count },
    (_, at) => `<p>${PARAGRAPHS[at % 3]} ${PARAGRAPHS[(at + 1) % 3]}</p>`,
  ).join('');

const SIGNS = [
  ['قف', 'دعوة إلى التأمّل', 'بإزاء السطر', '412', '31%'],
  ['صح', 'لفظ سقط ثم أُلحق', 'فوق السطر وفي الهامش', '388', '29%'],
  ['ن', 'نسخة أخرى تخالف', 'فوق الكلمة', '207', '16%'],
  ['بلغ', 'انتهاء المقابلة عند هذا الموضع', 'الهامش الخارجي', '164', '12%'],
  ['ظ', 'في اللفظ نظر', 'فوق الكلمة', '98', '7%'],
  ['انتهى', 'آخر كلام المعلِّق', 'آخر التعليق', '64', '5%'],
] as const;

const TABLE = `<table><thead><tr><th>العلامة</th><th>معناها</th><th>موضعها</th><th>المواضع</th><th>النسبة</th></tr></thead>
<tbody>${SIGNS.map(
  ([sign, ...cells]) =>
    `<tr><th>${sign}</th>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`,
).join('')}<tr><th colspan="3">المجموع</th><td>1333</td><td>100%</td></tr></tbody></table>`;

const MONTHS = ['كانون الثاني', 'شباط', 'آذار', 'نيسان', 'أيار', 'حزيران', 'تموز', 'آب', 'أيلول'];

/** A table that is wider than any text, and higher than a window. */
const WIDE_TABLE = `<table><thead><tr><th>المحطّة</th>${MONTHS.map((month) => `<th>${month}</th>`).join('')}</tr></thead>
<tbody>${Array.from(
  { length: 24 },
  (_, row) =>
    `<tr><th>المحطّة ${row + 1}</th>${MONTHS.map((_month, column) => `<td>${(row + 3) * 1217 + column * 31},5</td>`).join('')}</tr>`,
).join('')}</tbody></table>`;

const POEM = `<p>سرنا وكان الليل يحمل نجمه … والرمل يكتب خطونا ويعيد<br>
والماء في القرب القديمة صامت … وحديثنا عند الغروب نشيد<br>
إن ضاق درب بالركاب فخلفه … أفق ودرب للقلوب جديد<br>
ثم سكتنا</p>`;

const CODE = `<pre><code>&lt;!-- hand 2, red ink, outer margin --&gt;
&lt;note place="margin" hand="#h2" target="#w118-4" resp="the reader of the second copy, before the binding"&gt;
    قف: جرّبت هذا القصب
&lt;/note&gt;</code></pre>`;

const NOTE_WORDS =
  'وجدت الأبيات على ظهر نسخة من كتاب في المنازل، بلا اسم ولا تاريخ، والخطّ خطّ مسافر مستعجل سقطت منه نقط أكثر الحروف.';

export const RICH_PAGE = `<!doctype html><html lang="ar" dir="rtl"><head><title>دفتر الورّاق</title></head><body><article>
<h1>دفتر الورّاق</h1>
<p>عدّ أحد الفهارس القديمة ستّ علامات يميّز بها القارئ نوع تعليقه، وبعضها شعر خالص.<sup><a href="#fn1" id="ref1">1</a></sup></p>
${TABLE}
<p>ولا تدلّ كثرة «قف» على كثرة الإعجاب.<sup><a href="#fn2" id="ref2">2</a></sup></p>
${POEM}
<blockquote><p>أن يكون بخطّ غير خطّ الناسخ، أو بقلم غير قلمه.</p><p>وأن يتعلّق بموضع من المتن معلوم.</p></blockquote>
<p>ويُكتب الوسم في ملف XML على هذه الصورة:</p>
${CODE}
<hr>
${filler(3)}
<h2>ما قاسته المحطّات</h2>
${WIDE_TABLE}
${filler(6)}
<section role="doc-endnotes"><ol>
<li id="fn1" role="doc-footnote"><p>${NOTE_WORDS} <a href="#ref1" role="doc-backlink">↩</a></p></li>
<li id="fn2" role="doc-footnote"><p>وأكثرها بخطّ واحد في نسخة واحدة. انظر <a href="https://example.org/marks">قائمة العلامات</a>.</p></li>
</ol></section></article></body></html>`;
