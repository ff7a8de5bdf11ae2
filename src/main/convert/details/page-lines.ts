/**
 * Lines of news pages that do not belong to the article, as patterns over plain letters in lower case (see
 * `plainLetters`). Each pattern must match a whole line, so a sentence that only mentions such words is kept.
 */

/** A line that leads to another article, whose title follows the colon. */
export const READ_ALSO =
  /^(?:للاطلاع علي (?:المزيد|الميزيد)|اقرا (?:ايضا|المزيد|كذلك)|اقراوا ايضا|شاهد ايضا|طالع ايضا|تابع ايضا|انظر ايضا|قد يهمك(?: ايضا)?|(?:ربما|قد) يعجبك(?: ايضا)?|شاهد|لقراءه المزيد|للمزيد|مواضيع ذات صله|اخبار ذات صله|مقالات ذات صله|موضوعات متعلقه|اخبار متعلقه|read also|related)\s*(?:[:：…|؛«"“]|\.{2,}|$).{0,160}$/u;

/** The heading of a list of other articles, with nothing after it. */
export const READ_ALSO_HEADING =
  /^(?:للاطلاع علي المزيد|اقرا (?:ايضا|المزيد|كذلك)|شاهد ايضا|طالع ايضا|قد يهمك(?: ايضا)?|(?:ربما|قد) يعجبك(?: ايضا)?|مواضيع ذات صله|اخبار ذات صله|مقالات ذات صله|موضوعات متعلقه|اخبار متعلقه|الاكثر قراءه|related)\s*[:：]?$/u;

/** A request to subscribe, follow or install something. */
const CALLS: readonly RegExp[] = [
  /^هل اعجبك المحتوي.{0,160}$/u,
  /^شكرا (?:لك )?(?:لقراءتك|علي قراءه|لقراءه).{0,60}اشترك.{0,80}$/u,
  /^(?:انضم|اشترك|اشتركوا|سجل|سجلوا|تابعونا|تابعنا|تابعوا|تابع|حمل|حملوا|لمتابعه|للاشتراك|احصل علي)(?=\s).{0,160}(?:نشرتنا|نشرتهم|النشره البريديه|القائمه البريديه|صندوق بريدك|بريدك الالكتروني|قناتنا|قناه .{2,30} علي|تيليجرام|تلغرام|تيليغرام|واتساب|يوتيوب|فيسبوك|تويتر|انستغرام|جوجل نيوز|google news|تطبيقنا|تطبيق ).{0,80}$/u,
];

/** Words of page furniture. A line of only such words is furniture. */
const FURNITURE = new Set(
  (
    'app store play google icon shadow facebook twitter whatsapp telegram messenger linkedin pinterest ' +
    'instagram youtube tiktok viber email print share tweet copy link rss x ' +
    'فيسبوك تويتر واتساب تلغرام تيليجرام تيلغرام ماسنجر انستغرام يوتيوب لينكدان بنترست ' +
    'شارك مشاركه شاركها طباعه اطبع تغريد غرد نسخ الرابط رابط حفظ ارسال بريد البريد الالكتروني'
  ).split(' '),
);

/** Labels that stand alone above or below an article. */
const LABELS =
  /^(?:كل الاخبار|الرئيسيه|الصفحه الرئيسيه|اخر الاخبار|احدث الاخبار|الاكثر (?:قراءه|مشاهده|تداولا)|اضف تعليقا?|التعليقات(?: \(\d+\))?|لا توجد تعليقات|اعلان|اعلانات|اعلان ممول|محتوي ممول|مساحه اعلانيه|(?:الوسوم|وسوم|تاجات|كلمات مفتاحيه) ?[:：].{1,160}|(?:نستخدم|يستخدم (?:هذا )?الموقع) ملفات تعريف الارتباط.{0,160}|كلمات (?:دلاليه|مفتاحيه|البحث)|الكلمات المفتاحيه|شارك (?:الخبر|المقال|هذا (?:الخبر|المقال))|طباعه الصفحه|تكبير الخط|تصغير الخط|حجم الخط|advertisement|skip to content|تخط الي المحتوي|عوده الي الاعلي|جميع الحقوق محفوظه.{0,80}|(?:©|copyright|حقوق النشر).{0,80})$/u;

/** The people in charge of a newspaper; the next line is a name. */
export const MASTHEAD =
  /^(?:رئيس (?:مجلس[اي]? )?(?:الاداره|التحرير)(?: و ?(?:رئيس )?التحرير)?|رئيس مجلسي الاداره والتحرير|مدير التحرير|المدير العام|مدير عام التحرير)$/u;

/** Tells whether a line of plain letters belongs to the page and not to its article. */
export function isPageLine(plain: string): boolean {
  if (plain.length > 250) return false;
  if (READ_ALSO.test(plain) || LABELS.test(plain) || CALLS.some((call) => call.test(plain)))
    return true;
  const words = plain.split(/[\s|•·,،/-]+/u).filter((word) => word !== '');
  return words.length > 1 && words.every((word) => FURNITURE.has(word));
}
