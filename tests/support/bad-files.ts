import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeFramed } from '../../src/main/disk/framed-json.ts';
import { marksFileName } from '../../src/main/store/paths.ts';
import type { ArticleId } from '../../src/shared/domain/article.ts';

/** One complete sentence in both languages. */
export interface Sentence {
  readonly ar: string;
  readonly en: string;
}

export interface BadFile {
  readonly name: string;
  readonly path: (folder: string, id: string) => string;
  /** Returns the damaged bytes; `null` removes the file. */
  readonly become: (good: Buffer) => Buffer | null;
  /** What the window says about it, with the folder as `{quarantine}`; nothing if no data of the reader is affected. */
  readonly says: readonly Sentence[];
  /** Highlights of the two articles. */
  readonly marks: readonly [number, number];
  /** Title and hint that the page of the first article shows instead of its text. */
  readonly opened?: { readonly title: Sentence; readonly hint: Sentence };
}

/** What the window says when nothing can be written. */
export const READ_ONLY: Sentence = {
  ar: 'يمكنك القراءة، ولا يمكن الحفظ الآن: تتعذّر الكتابة في مجلّد الملاحظات. ما تكتبه يبقى أمامك ولا يُحفظ.',
  en: 'You can read, but not save at the moment: the notes folder cannot be written to. What you write stays on the screen and is not saved.',
};

/** What the window says when another process writes. */
export const LOCKED: Sentence = {
  ar: 'يمكنك القراءة، ولا يمكن الحفظ: نافذة أخرى من التطبيق أو استيراد خارجه يكتب في مكتبتك الآن. أغلق النافذة أو انتظر نهاية الاستيراد، ثم أعد تشغيل هذه.',
  en: 'You can read, but not save: another window of the app, or an import outside it, is writing in your library. Close the window or let the import end, then start this one again.',
};

const lastOf = (folder: string, begins: string): string =>
  join(
    folder,
    readdirSync(folder)
      .filter((name) => name.startsWith(begins))
      .toSorted()
      .at(-1) ?? '',
  );

const cut = (good: Buffer): Buffer => good.subarray(0, Math.floor(good.length / 2));
const damaged = (good: Buffer): Buffer =>
  Buffer.concat([good.subarray(0, 3), Buffer.alloc(7, 0xff), good.subarray(10)]);

/** The same file as a newer version would write it. */
function newer(good: Buffer): Buffer {
  const { body } = JSON.parse(good.toString('utf8')) as { body: object };
  return Buffer.from(encodeFramed({ ...body, schemaVersion: 9 }), 'utf8');
}

/** Bad files in a library of `putMarkedLibrary`, one for each kind of file. */
export const BAD_FILES: readonly BadFile[] = [
  {
    name: 'the catalogue, damaged',
    path: (folder) => lastOf(join(folder, 'library'), 'catalogue-'),
    become: damaged,
    says: [],
    marks: [2, 1],
  },
  {
    name: 'the catalogue, gone',
    path: (folder) => lastOf(join(folder, 'library'), 'catalogue-'),
    become: () => null,
    says: [],
    marks: [2, 1],
  },
  {
    name: 'a file of marks, cut',
    path: (folder, id) => join(folder, 'marks', `${marksFileName(id as ArticleId)}.json`),
    become: cut,
    says: [
      {
        ar: 'استُعيدت ملاحظات مادة واحدة من نسختها الثانية.',
        en: 'The notes of one item were recovered from their second copy.',
      },
      {
        ar: 'نُقل جزء تالف من ملاحظاتك كما هو إلى مجلّد الملفات المعزولة ({quarantine})، ولم يُحذف.',
        en: 'A damaged part of your notes was moved as it is to the folder of damaged files ({quarantine}); it was not deleted.',
      },
    ],
    marks: [2, 1],
  },
  {
    name: 'a file of marks, newer',
    path: (folder, id) => join(folder, 'marks', `${marksFileName(id as ArticleId)}.json`),
    become: newer,
    says: [
      {
        ar: 'ملاحظات مادة واحدة مكتوبة بإصدار أحدث من إصدارك. يُعرض منها ما أمكنت قراءته، ولا يُغيَّر فيها شيء.',
        en: 'The notes of one item were written by a newer version of Hashiya than yours. What can be read of them is shown, and nothing in them is changed.',
      },
    ],
    marks: [2, 1],
  },
  {
    // A power cut leaves such a line. Its change was never acknowledged, so no loss is reported.
    name: 'the journal, cut in its last line',
    path: (folder) => lastOf(join(folder, 'journal'), 'journal-'),
    become: cut,
    says: [],
    marks: [1, 1],
  },
  {
    name: 'the version of the store, newer',
    path: (folder) => join(folder, 'store-version.json'),
    become: () => Buffer.from('{"schemaVersion":99}'),
    says: [
      {
        ar: 'هذه الملاحظات مكتوبة بإصدار أحدث من إصدارك. يُعرض منها ما أمكنت قراءته، ولا يُغيَّر فيها شيء.',
        en: 'These notes were written by a newer version of Hashiya than yours. What can be read of them is shown, and nothing in them is changed.',
      },
    ],
    marks: [2, 1],
  },
  {
    name: 'the settings, damaged',
    path: (folder) => join(folder, 'settings.json'),
    become: damaged,
    says: [],
    marks: [2, 1],
  },
  {
    name: 'a part of the search’s index, damaged',
    path: (folder) => lastOf(join(folder, 'library', 'index'), 'segment-'),
    become: damaged,
    says: [],
    marks: [2, 1],
  },
  {
    name: 'an article without an original, cut',
    path: (folder, id) => join(folder, 'library', id, 'article.json'),
    become: cut,
    says: [
      {
        ar: 'ملف «خبر القمح» تالف أو مفقود، وتعذّرت إعادة إنشاء المادة: الملف الأصلي مفقود. بقيت تمييزاتها وملاحظاتها محفوظة، وما تلف محفوظ في {quarantine}.',
        en: 'The file of “خبر القمح” is damaged or missing, and the item could not be made again: the original file is missing. Its highlights and notes are kept; what was damaged is kept in {quarantine}.',
      },
    ],
    marks: [2, 1],
    opened: {
      title: { ar: 'ملف هذه المادة تالف', en: 'The file of this item is damaged' },
      hint: {
        ar: 'تعذّرت إعادة إنشائها: الملف الأصلي مفقود. تمييزاتك وملاحظاتك فيها محفوظة. استورد ملف المادة مرة أخرى لتعود كما كانت.',
        en: 'It could not be made again: the original file is missing. Your highlights and notes in it are kept. Import the file of the item again to bring it back as it was.',
      },
    },
  },
];

const JOURNAL_UNREAD: Sentence = {
  ar: 'تعذّرت قراءة أحدث تغييرات ملاحظاتك كلها أو بعضها ({journal}). يمكنك القراءة من دونها، ولا يمكن الحفظ. لم يُحذف شيء: تحقّق من القرص ومن صلاحيات ذلك المجلّد وملفاته ثم أعد تشغيل التطبيق.',
  en: 'Some or all of the newest changes to your notes ({journal}) could not be read. You can read without them, but not save. Nothing was deleted: check the disk and the permissions of that folder and its files, then start the app again.',
};

/** Something that cannot be read in the place of a file or a folder of `putMarkedLibrary`. */
export interface Unreadable {
  readonly name: string;
  readonly path: (folder: string) => string;
  /** Puts something of another type there, which even root cannot read as what should be there. */
  readonly put: (path: string) => void;
  /** What the window says, with the folders as `{marks}` and `{journal}`. */
  readonly says: readonly Sentence[];
  /** Highlights of the two articles. */
  readonly marks: readonly [number, number];
}

export const UNREADABLE: readonly Unreadable[] = [
  {
    name: 'the folder of the marks',
    path: (folder) => join(folder, 'marks'),
    put: (path) => writeFileSync(path, ''),
    says: [
      {
        ar: 'تعذّرت قراءة مجلّد ملاحظاتك ({marks})، فلا يظهر ما فيه ولا يمكن تغييره. لم يُحذف شيء: تحقّق من القرص ومن صلاحيات المجلّد ثم أعد تشغيل التطبيق.',
        en: 'The folder of your notes ({marks}) could not be read, so what is in it is not shown and cannot be changed. Nothing was deleted: check the disk and the permissions of the folder, then start the app again.',
      },
    ],
    marks: [1, 0],
  },
  {
    name: 'a file of the journal',
    path: (folder) => lastOf(join(folder, 'journal'), 'journal-'),
    put: (path) => mkdirSync(path),
    says: [JOURNAL_UNREAD],
    marks: [1, 1],
  },
  {
    name: 'the folder of the journal',
    path: (folder) => join(folder, 'journal'),
    put: (path) => writeFileSync(path, ''),
    says: [JOURNAL_UNREAD],
    marks: [1, 1],
  },
];
