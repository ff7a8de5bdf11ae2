import { spawnSync } from 'node:child_process';
import { resolveElectron } from '../../scripts/dev/electron/electron.mjs';
import { STEPS, runJourney } from '../offline/journey.mjs';
import { expect, test } from '../support/app.ts';

const electron = process.env['HASHIYA_ELECTRON'] ?? resolveElectron().path;
const canTrace = process.platform === 'linux' && spawnSync('strace', ['-V']).status === 0;

/** Returns the processes that tried to reach the internet. */
const tries = ({ connections }: Awaited<ReturnType<typeof runJourney>>) =>
  connections.filter(({ inet, inet6 }) => inet + inet6 > 0);

if (canTrace) {
  test('no process of the app tries to use the network on a whole journey', async () => {
    test.setTimeout(600_000);

    const journey = await runJourney({ electron, under: 'strace' });

    expect(journey).toMatchObject({ done: STEPS, code: 0 });
    expect(journey.connections.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['main', 'renderer', 'utility node.mojom.NodeService']),
    );
    expect(tries(journey)).toEqual([]);
  });

  test('a request that a worker made would be seen', async () => {
    test.setTimeout(600_000);

    expect(tries(await runJourney({ electron, under: 'strace', plant: 'worker' }))).toHaveLength(1);
  });
} else {
  console.warn(
    'NOT TESTED HERE: that no process reaches for the network. That needs Linux and strace.',
  );
}
