import { expect, it } from 'vitest';
import { BridgeError } from '#renderer/bridge/bridge.ts';
import { failureText } from './failure-text.ts';

const failed = (code: string, reason: string) =>
  failureText(new BridgeError({ code, params: { reason } }));

it('says why the library was not changed, and speaks of a chosen folder only when a file was written', () => {
  expect(failed('library/not-saved', 'read-only')).toContain('مجلّد البيانات');
  expect(failed('backup/not-restored', 'unread-journal')).toContain('تعذّرت قراءة أحدث تغييرات');
  expect(failed('backup/not-restored', 'other')).toContain('مكتبتك كما كانت');
  expect(failed('exchange/not-written', 'read-only')).toContain('اختر مجلّدًا آخر');
});

it('names the folder of the dated copies that cannot be read, its first slash at its beginning', () => {
  const folder = '/home/reader/backups';

  const text = failureText(new BridgeError({ code: 'backup/not-listed', params: { folder } }));

  expect(text).toContain(`\u2066${folder}\u2069`);
  expect(text).toContain('النسخ التلقائية');
});
