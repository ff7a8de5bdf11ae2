import { describe, expect, it } from 'vitest';
import { takeTurns } from './take-turns.ts';

describe('changes that take turns', () => {
  it('begin at once when none is running', () => {
    const begun: string[] = [];

    void takeTurns()(async () => void begun.push('first'));

    expect(begun).toEqual(['first']);
  });

  it('begin when the change before has ended, even if it failed', async () => {
    const steps: string[] = [];
    const takeTurn = takeTurns();
    let fail: (error: Error) => void = () => undefined;

    const first = takeTurn(async () => {
      steps.push('first');
      await new Promise<void>((_resolve, reject) => (fail = reject));
    });
    const second = takeTurn(async () => void steps.push('second'));
    await Promise.resolve();
    expect(steps).toEqual(['first']);

    fail(new Error('the disk is full'));
    await expect(first).rejects.toThrow('the disk is full');
    await second;
    expect(steps).toEqual(['first', 'second']);
  });
});
