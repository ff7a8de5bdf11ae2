import { join, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type DropQuestion, createDropJudge } from './dropped-paths.ts';

const at = (...parts: string[]): string => sep + join(...parts);

function aJudge(answer = false) {
  const asked: DropQuestion[] = [];
  const mayRead = createDropJudge({
    knownFolders: () => [at('home', 'reader', 'news')],
    ask: async (question) => {
      asked.push(question);
      return answer;
    },
    isFolder: (path) => path.endsWith('folder'),
  });
  return { mayRead, asked };
}

describe('paths that the window says were dropped', () => {
  it('are read from a folder from which the reader has imported before', async () => {
    const { mayRead, asked } = aJudge();

    expect(await mayRead([at('home', 'reader', 'news', 'a.txt')])).toBe(true);
    expect(asked).toEqual([]);
  });

  it.each([
    ['from another folder', [at('home', 'reader', 'keys', 'id_rsa')]],
    ['that are hidden', [at('home', 'reader', 'news', '.netrc')]],
    ['in a hidden folder', [at('home', 'reader', '.ssh', 'id_rsa')]],
    ['that are a folder', [at('home', 'reader', 'news', 'folder')]],
    ['when one of many is elsewhere', [at('home', 'reader', 'news', 'a.txt'), at('etc', 'passwd')]],
    [
      'more than a hundred',
      Array.from({ length: 101 }, (_, number) => at('home', 'reader', 'news', `${number}.txt`)),
    ],
  ])('are not read without a yes %s', async (_name, paths) => {
    const { mayRead, asked } = aJudge();

    expect(await mayRead(paths)).toBe(false);
    expect(asked).toHaveLength(1);
    expect(asked[0]?.count).toBe(paths.length);
  });

  it('need one confirmation for each folder, but hidden files always need one', async () => {
    const { mayRead, asked } = aJudge(true);

    expect(await mayRead([at('media', 'stick', 'a.txt')])).toBe(true);
    expect(await mayRead([at('media', 'stick', 'b.txt')])).toBe(true);
    expect(asked).toHaveLength(1);
    await mayRead([at('media', 'stick', '.b')]);
    await mayRead([at('media', 'stick', '.b')]);
    expect(asked).toHaveLength(3);
  });
});
