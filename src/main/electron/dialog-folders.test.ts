import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultFolder, openDialogFolders } from './dialog-folders.ts';

let dataFolder = '';
beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'hashiya-dialogs-'));
});
afterEach(() => rmSync(dataFolder, { recursive: true, force: true }));

describe('the folders of dialogs', () => {
  it('are remembered for each purpose, also after a restart', () => {
    openDialogFolders(dataFolder).remember('save', dataFolder);

    const again = openDialogFolders(dataFolder);

    expect(defaultFolder(again, 'save')).toEqual({ defaultPath: dataFolder });
    expect(defaultFolder(again, 'import')).toEqual({});
  });

  it.each(['', '{', 'null', '[]', '{"save":1}', '{"save":"../up"}'])(
    'are left to the system when %j is stored',
    (text) => {
      writeFileSync(join(dataFolder, 'dialogs.json'), text);

      expect(openDialogFolders(dataFolder).last('save')).toBeNull();
    },
  );

  it('are remembered until the app ends when nothing can be written', () => {
    rmSync(dataFolder, { recursive: true });
    writeFileSync(dataFolder, 'a file in the place of the folder');
    const folders = openDialogFolders(dataFolder);

    folders.remember('open', tmpdir());

    expect(folders.last('open')).toBe(tmpdir());
  });
});
