import { describe, expect, it } from 'vitest';
import { JumpHistory } from './jump-history.ts';

describe('the history of jumps', () => {
  it('goes back and forward through the places that jumps left', () => {
    const history = new JumpHistory();
    expect(history.goBack(5)).toBeNull();
    history.leave(10, 'own');
    history.leave(200, 'own');
    expect(history.goBack(900)).toBe(200);
    expect(history.goBack(200)).toBe(10);
    expect(history.canGoBack).toBe(false);
    expect(history.goForward(10)).toBe(200);
    expect(history.goForward(200)).toBe(900);
    expect(history.canGoForward).toBe(false);
  });

  it('forgets the places ahead after another jump', () => {
    const history = new JumpHistory();
    history.leave(10, 'own');
    history.goBack(50);
    history.leave(10, 'own');
    expect(history.canGoForward).toBe(false);
  });

  it('takes back a series of steps at once, and a jump between them alone', () => {
    const history = new JumpHistory();
    for (const from of [10, 20, 30]) history.leave(from, 'step');
    history.leave(40, 'own');
    history.leave(50, 'step');
    expect([history.goBack(60), history.goBack(50), history.goBack(40)]).toEqual([50, 40, 10]);
    expect(history.canGoBack).toBe(false);
  });

  it('remembers the latest hundred places', () => {
    const history = new JumpHistory();
    for (let from = 0; from < 150; from++) history.leave(from, 'own');
    let last: number | null = null;
    for (let place = history.goBack(999); place !== null; place = history.goBack(0)) last = place;
    expect(last).toBe(50);
  });
});
