import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame, Page } from '@playwright/test';
import { CHANNELS, DROP_CHANNEL } from '#shared/contract/channels.ts';
import { type RunningApp, type StartOptions, expect, test } from '../support/app.ts';
import { TOO_MUCH, WRONG, goodInput, nearlyRightCalls } from '../support/hostile-calls.ts';

/** Files of Chromium in the data folder; everything else there is Hashiya's. */
const CHROMIUMS =
  /^(?:.*Cache|Crashpad|DevToolsActivePort|Dictionaries|Local Storage|Session Storage|blob_storage|Network.*|Preferences|Cookies.*|Trust.*|TransportSecurity|Shared.*|Singleton.*|\.org\..*)$/;

const LISTED = "[['list', 'library/list', () => [{ from: 0 }]]]";
const LISTS = { name: 'library/list: list', code: 'ok' };

/** How many calls are made at the same time, as a page could. */
const BURST = 10_000;

const channels = CHANNELS.filter((channel) => channel !== DROP_CHANNEL);

/** How the window calls, and how a page calls that has bypassed the bridge. */
const BRIDGE = 'window.bridge.invoke(channel, ...inputs)';
const RAW = "require('electron').ipcRenderer.invoke(channel, ...inputs)";

/** Values that cannot be cloned or are too deep never leave the page, nor do calls of the channel of dropped files. */
const NOT_SENT = /could not be cloned|depth exceeded|unknown channel: import\/dropped/;

/** A valid input that names something that does not exist. */
const NAMED = /"(?:articleId|token|name)"/;

/** Starts the app with pages that have Node and no policy, so that nothing in the window stops their calls. */
const pageWithNode = (pages: string): StartOptions => ({
  appFolder: 'tests/support/weakened-app',
  env: { HASHIYA_WEAKEN: 'preferences,policy,navigation', HASHIYA_TEST_PAGES: pages },
  expectsPageErrors: true,
});

/** Makes every call in the page, and returns each code or thrown error. */
function callAll(page: Page | Frame, how: string, calls: string): Promise<readonly Answer[]> {
  return page.evaluate(`(async () => {
    const send = (channel, ...inputs) => ${how};
    const answers = [];
    for (const [name, channel, makeInputs] of ${calls}) {
      const inputs = makeInputs();
      const answer = await Promise.resolve().then(() => send(channel, ...inputs)).catch((error) => ({ ok: false, error: { code: String(error) } }));
      answers.push({ name: channel + ': ' + name, code: answer.ok ? 'ok' : answer.error.code });
    }
    return answers;
  })()`);
}

interface Answer {
  readonly name: string;
  readonly code: string;
}

/** Returns a script that calls every channel with every wrong input and with other numbers of inputs. */
function wrongCalls(how: string): string {
  const wrong = [...sourcesOf(WRONG), ['no input', '[]']];
  // The bridge passes on only one input.
  if (how === RAW) wrong.push(['one input too many', '[{}, {}]']);
  const large = [...wrong, ...sourcesOf(TOO_MUCH)];
  const rows = channels.flatMap((channel, index) =>
    (index === 0 ? large : wrong).map(
      ([name, inputs]) => `[${JSON.stringify(name)}, ${JSON.stringify(channel)}, () => ${inputs}]`,
    ),
  );
  return `[${rows.join(',\n')}]`;
}

const sourcesOf = (payloads: typeof WRONG): [name: string, inputs: string][] =>
  Object.entries(payloads).map(([name, make]) => [name, `[(${make.toString()})()]`]);

/** Returns a script with inputs that only a schema can refuse. */
function spoiltCalls(): string {
  const rows = nearlyRightCalls().map(
    ({ channel, field, input }) => `['${field}', '${channel}', () => [${JSON.stringify(input)}]]`,
  );
  return `[${rows.join(',\n')}]`;
}

/** Returns names and hashes of everything that Hashiya has written. */
function writtenBy({ dataFolder }: RunningApp): readonly string[] {
  return readdirSync(dataFolder, { recursive: true, encoding: 'utf8' })
    .filter((name) => !CHROMIUMS.test(name.split(/[\\/]/)[0] ?? ''))
    .filter((name) => statSync(join(dataFolder, name)).isFile())
    .map((name) => {
      const hash = createHash('sha256').update(readFileSync(join(dataFolder, name)));
      return `${name} ${hash.digest('hex')}`;
    })
    .sort();
}

/** Waits until the window writes nothing by itself any more, because its bounds are saved. */
async function untilAtRest({ electron, dataFolder }: RunningApp): Promise<void> {
  await electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 20, y: 20, width: 1000, height: 700 }),
  );
  await expect.poll(() => existsSync(join(dataFolder, 'window.json'))).toBe(true);
}

/** Checks that the app is unharmed: intact prototypes, no bug in its log, and a working library. */
async function expectUnharmed(app: RunningApp, where: Page | Frame, how: string): Promise<void> {
  const polluted = await app.electron.evaluate(() => Reflect.get({}, 'polluted') !== undefined);
  expect(polluted).toBe(false);
  const logs = writtenBy(app).filter((name) => name.startsWith('logs'));
  expect(logs).toEqual([]);
  expect(await callAll(where, how, LISTED)).toEqual([LISTS]);
}

/** Makes all calls, and checks that each is refused with a code and that nothing is written or harmed. */
async function expectRefusals(app: RunningApp, where: Page | Frame, how: string): Promise<void> {
  const before = writtenBy(app);

  const wrong = await callAll(where, how, wrongCalls(how));
  const spoilt = await callAll(where, how, spoiltCalls());

  const arrived = [...wrong, ...spoilt].filter(({ code }) => !NOT_SENT.test(code));
  expect(arrived.length).toBeGreaterThan(channels.length * 30);
  expect(arrived.filter(({ code }) => !/^ipc\/(?:bad-input|too-large)$/.test(code))).toEqual([]);
  expect(writtenBy(app)).toEqual(before);
  await expectUnharmed(app, where, how);
}

test('no channel accepts a wrong input through the bridge', async ({ start }) => {
  const app = await start();
  await expect(app.page.getByRole('listitem').first()).toBeVisible();
  await untilAtRest(app);

  await expectRefusals(app, app.page, BRIDGE);
});

test('no channel accepts a wrong input from a page that has bypassed the bridge', async ({
  start,
}) => {
  const app = await start(pageWithNode(''));
  await expect.poll(() => callAll(app.page, RAW, LISTED)).toEqual([LISTS]);

  await expectRefusals(app, app.page, RAW);
  const burst = (await app.page.evaluate(`Promise.all(Array.from({ length: ${BURST} }, (_, index) =>
    require('electron').ipcRenderer.invoke('library/get', { articleId: 'no-such-' + index })))`)) as {
    readonly ok: boolean;
  }[];

  expect(burst.filter(({ ok }) => ok)).toEqual([]);
  await expectUnharmed(app, app.page, RAW);
});

test('ids such as `__proto__` and unknown tokens do nothing and break nothing', async ({
  start,
}) => {
  const app = await start();
  await expect(app.page.getByRole('listitem').first()).toBeVisible();
  await untilAtRest(app);
  const before = writtenBy(app);
  const named = channels.filter(
    (channel) => channel !== 'exchange/export' && NAMED.test(JSON.stringify(goodInput(channel))),
  );
  const rows = named.map((channel) => [channel, `() => [${JSON.stringify(goodInput(channel))}]`]);

  const answers = await callAll(
    app.page,
    BRIDGE,
    `[${rows.map(([channel, inputs]) => `['good', '${channel}', ${inputs}]`).join(',')}]`,
  );

  expect(answers).toHaveLength(named.length);
  // A read finds nothing, and any other call must return an error.
  expect(
    answers.filter(({ code }) => !/^(?:ok|(?:library|exchange|store|backup)\/.+)$/.test(code)),
  ).toEqual([]);
  expect(answers.filter(({ code }) => code !== 'ok').length).toBeGreaterThan(10);
  expect(writtenBy(app)).toEqual(before);
  await expectUnharmed(app, app.page, BRIDGE);
});

test('no other page and no frame can call anything', async ({ start }) => {
  const pages = mkdtempSync(join(tmpdir(), 'hashiya-frames-'));
  writeFileSync(
    join(pages, 'outer.html'),
    `<!doctype html>
    <iframe src="/test-page/inner.html"></iframe>
    <iframe src="/test-page/inner.html" sandbox="allow-scripts"></iframe>
    <iframe src="data:text/html,x"></iframe>`,
  );
  writeFileSync(join(pages, 'inner.html'), '<!doctype html>');
  const app = await start(pageWithNode(pages));
  await expect.poll(() => callAll(app.page, RAW, LISTED)).toEqual([LISTS]);
  const empty = `[${CHANNELS.map((channel) => `['empty', '${channel}', () => [{}]]`).join(',')}]`;

  await app.page.goto('app://hashiya/test-page/outer.html');
  expect(await callAll(app.page, RAW, LISTED)).toEqual([LISTS]);
  const inner = app.page.frames().filter((frame) => frame.parentFrame() !== null);
  expect(inner).toHaveLength(3);
  for (const frame of inner) {
    const answers = await callAll(frame, RAW, empty);
    expect(answers.filter(({ code }) => code !== 'ipc/refused')).toEqual([]);
  }

  await app.page.goto('data:text/html,<p>x');
  const answers = await callAll(app.page, RAW, empty);
  expect(answers).toHaveLength(CHANNELS.length);
  expect(answers.filter(({ code }) => code !== 'ipc/refused')).toEqual([]);
  await app.quit();
  rmSync(pages, { recursive: true });
});
