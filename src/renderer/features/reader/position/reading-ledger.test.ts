import { describe, expect, it } from 'vitest';
import { FASTEST_UTF16_PER_S, openLedger } from './reading-ledger.ts';

const span = (start: number, end: number) => ({ start, end });
const PER_TICK = FASTEST_UTF16_PER_S;

describe('the ledger of what was read', () => {
  it('counts nothing of a passage that was only jumped to', () => {
    const ledger = openLedger([]);
    ledger.tick(span(0, 1000), 1000);
    ledger.tick(span(50_000, 51_000), 1000);
    ledger.tick(span(90_000, 91_000), 1000);

    expect(ledger.hasFresh).toBe(false);
  });

  it('counts what stays visible from its top on, no faster than a reader reads', () => {
    const ledger = openLedger([]);
    for (let second = 0; second <= 5; second += 1) ledger.tick(span(200, 1200), 1000);

    expect(ledger.takeFresh()).toEqual([span(200, 200 + 5 * PER_TICK)]);
    expect(ledger.takeFresh()).toEqual([]);
  });

  it('counts a whole page that was visible long enough, and then no more', () => {
    const ledger = openLedger([]);
    for (let second = 0; second <= 60; second += 1) ledger.tick(span(0, 1000), 1000);

    expect(ledger.takeFresh()).toEqual([span(0, 1000)]);
  });

  it('continues with unread text, and skips read text', () => {
    const ledger = openLedger([span(0, 500)]);
    ledger.tick(span(400, 900), 1000);
    ledger.tick(span(400, 900), 1000);

    expect(ledger.takeFresh()).toEqual([span(500, 500 + PER_TICK)]);
  });

  it('counts only what was visible both times during scrolling', () => {
    const ledger = openLedger([]);
    ledger.tick(span(0, 1000), 1000);
    ledger.tick(span(980, 1980), 1000);

    expect(ledger.takeFresh()).toEqual([span(980, 1000)]);
  });
});
