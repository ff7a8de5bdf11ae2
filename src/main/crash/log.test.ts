import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from './log.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hashiya-log-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = () => new Date('2026-01-02T03:04:05Z');
const read = (path: string) => readFileSync(path, 'utf8');

describe('the local log', () => {
  it('records the kind of a bug and where it happened, but nothing that the reader wrote', () => {
    const log = createLog(join(folder, 'logs', 'hashiya.log'), at);

    log.write({ code: 'crash/bug', detail: new TypeError('ملاحظة سرّيّة') });

    const text = read(log.path);
    expect(JSON.parse(text)).toMatchObject({ at: '2026-01-02T03:04:05.000Z', code: 'crash/bug' });
    expect(text).toContain('TypeError');
    expect(text).toContain('log.test.ts');
    expect(text).not.toContain('سرّيّة');
  });

  it('records no text of a thrown value that is not an error, or that looks like a stack frame', () => {
    const log = createLog(join(folder, 'logs', 'hashiya.log'), at);
    const named = Object.assign(new Error('x'), { name: 'سرّ\n    at a (b:1:1)' });

    for (const detail of [
      'سرّيّة',
      { text: 'سرّيّة', reason: 'سرّيّة' },
      ['سرّيّة'],
      new Error('أول\n    at سرّيّة (file:1:1)\n    at سرّيّة:2:2'),
      named,
    ])
      log.write({ code: 'crash/bug', detail });
    log.write({ code: 'crash/window-gone', detail: { reason: 'crashed', exitCode: 139 } });

    const text = read(log.path);
    expect(text).not.toContain('سرّ');
    expect(text.trim().split('\n')).toHaveLength(6);
    expect(text).toContain('log.test.ts');
    expect(text).toContain('"reason":"crashed","exitCode":139');
  });

  it('identifies an unreadable article by its id', () => {
    const log = createLog(join(folder, 'article.log'), at);

    log.write({ code: 'search/unreadable', detail: { articleId: 'own-0123456789abcdef0123' } });

    expect(read(log.path)).toContain('"articleId":"own-0123456789abcdef0123"');
  });

  it('is readable by its owner only', () => {
    const log = createLog(join(folder, 'hashiya.log'), at);

    log.write({ code: 'crash/window-gone', detail: { reason: 'crashed', exitCode: 139 } });

    expect(statSync(log.path).mode & 0o777).toBe(0o600);
  });

  it('is rotated at its size limit and keeps one older file', () => {
    const path = join(folder, 'hashiya.log');
    writeFileSync(path, 'x'.repeat(300_000));

    createLog(path, at).write({ code: 'crash/window-gone' });

    expect(statSync(`${path}.1`).size).toBe(300_000);
    expect(read(path).trim().split('\n')).toHaveLength(1);
  });

  it('does not throw when the disk refuses to write', () => {
    writeFileSync(join(folder, 'file'), '');

    expect(() =>
      createLog(join(folder, 'file', 'hashiya.log'), at).write({ code: 'crash/bug' }),
    ).not.toThrow();
  });
});
