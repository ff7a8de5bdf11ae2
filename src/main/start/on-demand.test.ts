import { describe, expect, it } from 'vitest';
import { onDemand } from './on-demand.ts';

describe('a part on demand', () => {
  it('is made at the first request, and only once', async () => {
    let times = 0;
    const part = onDemand(() => Promise.resolve(++times));
    expect(times).toBe(0);

    expect(await Promise.all([part(), part()])).toEqual([1, 1]);
    expect(await part()).toBe(1);
  });

  it('is tried again when it could not be made', async () => {
    let times = 0;
    const part = onDemand(() =>
      ++times === 1 ? Promise.reject(new Error('not there')) : Promise.resolve(times),
    );

    await expect(part()).rejects.toThrow('not there');
    expect(await part()).toBe(2);
  });
});
