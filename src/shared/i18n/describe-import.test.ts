import { describe, expect, it } from 'vitest';
import { IMPORT_FAILURES, IMPORT_REMARKS } from '#shared/domain/import-codes.ts';
import { describeImport } from './describe-import.ts';

describe('describeImport', () => {
  it('has a sentence of its own for every code', () => {
    const params = { count: 3, encoding: 'windows-1256', text: '١٤٤٢' };
    const said = [...IMPORT_FAILURES, ...IMPORT_REMARKS].map((code) =>
      describeImport({ code, params }),
    );

    expect(new Set(said).size).toBe(IMPORT_FAILURES.length + IMPORT_REMARKS.length);
    expect(said).not.toContain(describeImport({ code: 'import/unheard-of' }));
  });

  it('declines what it counts', () => {
    const say = (count: number) =>
      describeImport({ code: 'import/images-left-out', params: { count } });

    expect(say(2)).toBe('لم تُستورد صورتان، وذُكرتا في موضعيهما.');
    expect(say(5)).toBe('لم تُستورد 5 صور، وذُكرت في مواضعها.');
  });
});
