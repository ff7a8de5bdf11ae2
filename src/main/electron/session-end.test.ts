import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { describe, expect, it } from 'vitest';
import { followSessionEnd } from './session-end.ts';

describe('the end of a session of Windows', () => {
  it('saves notes when it is announced, and releases the folder during the event itself', () => {
    const window = new EventEmitter();
    const done: string[] = [];
    followSessionEnd(window as BrowserWindow, {
      saveDrafts: () => done.push('saved'),
      endNow: () => done.push('ended'),
    });

    window.emit('query-session-end');
    expect(done).toEqual(['saved']);
    window.emit('session-end');
    expect(done).toEqual(['saved', 'ended']);
  });
});
