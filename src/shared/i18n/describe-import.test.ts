import { afterEach, describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '#shared/domain/defaults.ts';
import {
  CONVERSION_FAILURES,
  IMPORT_REMARKS,
  IMPORT_FAILURES,
} from '#shared/domain/import-codes.ts';
import { setLocale } from './locale.ts';
import { describeImport } from './describe-import.ts';

afterEach(() => setLocale(DEFAULT_SETTINGS));

describe('describeImport', () => {
  it('has a different sentence for every code', () => {
    const params = { count: 3, encoding: 'windows-1256', text: '١٤٤٢' };
    const said = [...CONVERSION_FAILURES, ...IMPORT_FAILURES, ...IMPORT_REMARKS].map((code) =>
      describeImport({ code, params }),
    );

    expect(new Set(said).size).toBe(
      CONVERSION_FAILURES.length + IMPORT_FAILURES.length + IMPORT_REMARKS.length,
    );
    expect(said).not.toContain(describeImport({ code: 'import/unheard-of' }));
  });

  it('says why an article was not saved when that is something other than the disk', () => {
    const say = (reason: string) =>
      describeImport({ code: 'import/not-saved', params: { reason } });

    expect(say('locked')).toContain('برنامج آخر يكتب في مجلّد البيانات');
    expect(say('unread-journal')).toContain('تعذّرت قراءة أحدث تغييرات ملاحظاتك');
    expect(say('other')).toContain('القرص ممتلئ أو لا تمكن الكتابة عليه');
  });

  it('writes the limit of files in the digits of the interface', () => {
    setLocale({ ...DEFAULT_SETTINGS, digits: 'arab' });

    expect(describeImport({ code: 'import/too-many' })).toContain('(٢٠٠٠٠)');
  });

  it('declines the counted noun', () => {
    const say = (count: number) =>
      describeImport({ code: 'import/images-left-out', params: { count } });

    expect(say(2)).toBe('صورتان ليستا في الملف، وأُشير إلى موضعيهما.');
    expect(say(5)).toBe('5 صور ليست في الملف، وأُشير إلى مواضعها.');
  });
});
