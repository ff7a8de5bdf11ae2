import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseStartArguments } from '../../scripts/dev/arguments.mjs';

describe('the arguments of npm start', () => {
  it('are all off when none is given', () => {
    assert.deepEqual(parseStartArguments([]), {
      timing: false,
      official: false,
      smoke: false,
      screenshotPath: null,
      appArgs: [],
    });
  });

  it('keep our own switches from the app', () => {
    const { appArgs, timing, official } = parseStartArguments(['--timing', '--official']);

    assert.deepEqual({ appArgs, timing, official }, { appArgs: [], timing: true, official: true });
  });

  it('pass the self-test on to the app', () => {
    const { smoke, appArgs } = parseStartArguments(['--smoke', '--timing']);

    assert.deepEqual({ smoke, appArgs }, { smoke: true, appArgs: ['--smoke'] });
  });

  it('pass unknown ones on, in order', () => {
    const args = ['book.epub', '--lang=ar', '--timing', 'second file.md'];

    assert.deepEqual(parseStartArguments(args).appArgs, [
      'book.epub',
      '--lang=ar',
      'second file.md',
    ]);
  });

  it('name the picture to wait for', () => {
    assert.equal(parseStartArguments(['--screenshot=a=b.png']).screenshotPath, 'a=b.png');
  });
});
