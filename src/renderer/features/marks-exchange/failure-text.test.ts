import { expect, it } from 'vitest';
import { BridgeError } from '#renderer/bridge/bridge.ts';
import { failureText } from './failure-text.ts';

it('names the folder of the dated copies that cannot be read, its first slash at its beginning', () => {
  const folder = '/home/reader/backups';

  const text = failureText(new BridgeError({ code: 'backup/not-listed', params: { folder } }));

  expect(text).toContain(`\u2066${folder}\u2069`);
  expect(text).toContain('النسخ التلقائية');
});
