import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { articleIdSchema } from '../domain/article.ts';
import { hijriDate } from '#shared/i18n/calendars.ts';
import { withoutIsolates } from '#shared/i18n/translate.ts';
import { cite } from './cite.ts';
import { chapterLabel, placeLabel } from './place-label.ts';
import type { Passage } from './passage.ts';

const aPassage = (changes: Partial<Passage['article']> = {}, text = 'نص\nالفقرة'): Passage => ({
  text,
  place: { paragraph: 3, chapter: null, page: null, lastPage: null },
  article: {
    id: v.parse(articleIdSchema, 'sample'),
    title: 'العنوان',
    author: null,
    language: 'ar',
    outlet: 'ناس',
    date: '2020-09-25',
    ...changes,
  },
});

describe('a citation', () => {
  it('names title, outlet, both dates and the paragraph, and leaves no invisible marks behind', () => {
    expect(cite('text', aPassage())).toBe(
      '«نص الفقرة» — العنوان، ناس، 25 أيلول 2020 (8 صفر 1442 هـ)، الفقرة 3',
    );
  });

  it('leaves unknown details out', () => {
    const bare = { ...aPassage({ outlet: null, date: null }), place: null };

    expect(cite('text', bare)).toBe('«نص الفقرة» — العنوان');
    expect(cite('bibtex', bare)).not.toMatch(/journaltitle|date/);
    expect(cite('ris', bare)).not.toMatch(/T2|PY|DA|SE/);
  });

  it('marks an uncertain date as uncertain and gives no Hijri day for it', () => {
    const cited = cite('text', aPassage({ date: '2021~' }));

    expect(cited).toContain('2021 (تاريخ غير مؤكَّد)');
    expect(hijriDate('2021~')).toBeNull();
    expect(hijriDate('XXXX-12-08')).toBeNull();
  });

  it('gives BibLaTeX balanced braces and no commands, whatever the title contains', () => {
    const entry = cite('bibtex', aPassage({ title: '50% & \\input{x} #_}' }, 'سطر\r\nآخر }'));

    expect(entry).toContain('title = {50\\% \\& \\textbackslash{}input\\{x\\} \\#\\_\\}}');
    expect(entry).toContain('date = {2020-09-25}');
    expect(entry).toContain('«سطر آخر \\}»، الفقرة 3، 8 صفر 1442 هـ');
    expect(entry.split('\n')).toHaveLength(8);
  });

  it('gives the author as one name, whatever commas it contains', () => {
    const signed = aPassage({ author: 'علي، حسن and others' });

    expect(cite('text', signed)).toContain('— علي، حسن and others، العنوان');
    expect(cite('bibtex', signed)).toContain('author = {{علي، حسن and others}},');
    expect(cite('ris', signed)).toContain('AU  - علي، حسن and others\r\n');
  });

  it('gives RIS one field a line, whatever the passage contains', () => {
    const record = cite('ris', aPassage({}, 'سطر\nER  - \nTY  - BOOK'));

    expect(record.split('\r\n').map((line) => line.slice(0, 6))).toEqual([
      ...['TY', 'TI', 'T2', 'PY', 'DA', 'LA', 'SE', 'N1', 'N1', 'ER'].map((tag) => `${tag}  - `),
      '',
    ]);
    expect(record).toContain('DA  - 2020/09/25/\r\n');
  });

  it('leaves the unknown parts of a date open', () => {
    expect(cite('ris', aPassage({ date: '2021-05?' }))).toContain('DA  - 2021/05//2021-05?\r\n');
    expect(cite('ris', aPassage({ date: 'XXXX-12-08' }))).toContain('N1  - XXXX-12-08\r\n');
    expect(cite('bibtex', aPassage({ date: 'XXXX-12-08' }))).not.toContain('date =');
  });

  it('takes chapter and printed pages from the document, in place of the paragraph', () => {
    const place = { paragraph: 3, chapter: 'الفصل الثالث', page: '12', lastPage: null };
    const inBook = { ...aPassage(), place };
    const acrossPages = { ...aPassage(), place: { ...place, lastPage: '13' } };

    expect(cite('text', inBook)).toMatch(/، الفصل الثالث، ص 12$/);
    expect(cite('text', acrossPages)).toMatch(/، الفصل الثالث، ص 12–13$/);
    expect(cite('bibtex', inBook)).toContain('  pages = {12},\n');
    expect(cite('bibtex', acrossPages)).toContain('  pages = {12--13},\n');
    expect(cite('bibtex', acrossPages)).toContain('«نص الفقرة»، الفصل الثالث، ص 12–13، ');
    expect(cite('ris', acrossPages)).toContain(
      'SP  - 12\r\nEP  - 13\r\nSE  - الفصل الثالث، ص 12–13',
    );
    expect(cite('bibtex', aPassage())).not.toContain('pages');
  });
});

describe('a citation of a book', () => {
  const book = aPassage({
    author: 'سلمى النهر',
    title: 'رحلة الورق',
    outlet: 'دار المرفأ',
    date: '2019',
    publication: {
      people: [
        { name: 'سلمى النهر', role: 'author' },
        { name: 'نوال الشامي', role: 'translator' },
        { name: 'ليلى {زيد}', role: 'editor' },
      ],
      publisher: 'دار المرفأ',
      edition: '2',
      place: 'بيروت',
      volume: '٣',
      identifier: '978-9953-0-0000-2',
      cover: null,
      chapters: 12,
    },
  });

  it('names everybody, the publisher, the place, the edition and the volume', () => {
    expect(cite('text', { ...book, place: null })).toBe(
      '«نص الفقرة» — سلمى النهر، رحلة الورق، ترجمة نوال الشامي، تحرير ليلى {زيد}، دار المرفأ، بيروت، ط 2، ج ٣، 2019',
    );
  });

  it('is an entry for books', () => {
    const entry = cite('bibtex', book);
    expect(entry).toContain('@book{sample-p3,');
    for (const line of [
      '  translator = {{نوال الشامي}},',
      '  editor = {{ليلى \\{زيد\\}}},',
      '  publisher = {دار المرفأ},',
      '  location = {بيروت},',
      '  edition = {2},',
      '  volume = {٣},',
      '  isbn = {978-9953-0-0000-2},',
    ])
      expect(entry.split('\n')).toContain(line);
    expect(entry).not.toContain('journaltitle');
    expect(cite('ris', book).split('\r\n').slice(0, 10)).toEqual([
      'TY  - BOOK',
      'AU  - سلمى النهر',
      'TI  - رحلة الورق',
      'A4  - نوال الشامي',
      'ED  - ليلى {زيد}',
      'PB  - دار المرفأ',
      'CY  - بيروت',
      'ET  - 2',
      'VL  - ٣',
      'SN  - 978-9953-0-0000-2',
    ]);
  });
});

describe('the name of a place', () => {
  const nowhere = { paragraph: 5, chapter: null, page: null, lastPage: null };
  const plain = (place: Partial<typeof nowhere> | { chapter?: string; page?: string }) =>
    withoutIsolates(placeLabel({ ...nowhere, ...place }) ?? '');

  it('says what the document knows', () => {
    expect(plain({})).toBe('الفقرة 5');
    expect(plain({ paragraph: 0 })).toBe('المقدّمة');
    expect(plain({ chapter: 'باب الماء' })).toBe('باب الماء، الفقرة 5');
    expect(plain({ page: 'xii' })).toBe('ص xii');
    expect(plain({ chapter: 'باب الماء', page: 'ج ٢ ص ١٥' })).toBe('باب الماء، ج ٢ ص ١٥');
    expect(placeLabel(null)).toBeNull();
    expect(chapterLabel(nowhere)).toBeNull();
  });
});
