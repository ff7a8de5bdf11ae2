/** The targets of what a script in the converter tries. */
export interface Aims {
  /** The address of a listening server, such as `http://127.0.0.1:40123`. */
  readonly origin: string;
  /** An existing file that contains `secret`. */
  readonly file: string;
  readonly secret: string;
  /** A path that does not exist. */
  readonly target: string;
}

/** `done` when the attempt succeeded, otherwise what stopped it. */
export type Outcome = readonly [name: string, outcome: string];

interface Node {
  require?: (name: string) => {
    readFileSync(path: string, encoding: string): string;
    writeFileSync(path: string, text: string): void;
    execFileSync(program: string, args: readonly string[]): void;
    connect(port: number): void;
  };
  process?: { binding(name: string): unknown };
}

/** Runs in the converter's page, and makes all attempts at once. */
export async function attemptAll({ origin, file, secret, target }: Aims): Promise<Outcome[]> {
  /** How long one attempt may take, ms. */
  const WAIT_MS = 4000;
  const { require, process } = globalThis as unknown as Node;
  const node = (name: string) => {
    if (!require) throw new Error('there is no require');
    return require(name);
  };
  const event = (from: EventTarget, good: string, bad: string) => {
    const happened = new Promise((resolve, reject) => {
      from.addEventListener(good, resolve);
      from.addEventListener(bad, () => reject(new Error(`event ${bad}`)));
    });
    // The attempt may fail before anybody waits for it, and an unhandled rejection would end the converter.
    happened.catch(() => undefined);
    return happened;
  };
  const hold = (text: string): void => {
    if (!text.includes(secret)) throw new Error('nothing came');
  };
  const asked = (method: (request: XMLHttpRequest) => void) => {
    const request = new XMLHttpRequest();
    method(request);
    return event(request, 'load', 'error').then(() => hold(request.responseText));
  };
  const element = (name: 'iframe' | 'img' | 'script' | 'link', source: string) => {
    const made = Object.assign(document.createElement(name), { src: source, href: source });
    if (name === 'link') made.setAttribute('rel', 'stylesheet');
    document.documentElement.append(made);
    return event(made, 'load', 'error').then(() => {
      if (name === 'iframe') throw new Error('an empty frame');
    });
  };
  const attempts: Readonly<Record<string, () => unknown>> = {
    'read a file by Node': () => hold(node('fs').readFileSync(file, 'utf8')),
    'read a file by a binding': () => {
      if (!process) throw new Error('there is no process');
      process.binding('fs');
    },
    'read a file by fetch': async () => hold(await (await fetch(`file://${file}`)).text()),
    'read a file by a request': () =>
      asked((request) => {
        request.open('GET', `file://${file}`);
        request.send();
      }),
    'read a file by import': () => import(/* @vite-ignore */ `file://${file}`),
    'read a file as a script': () => element('script', `file://${file}`),
    "read the window's page": async () => {
      await fetch('app://hashiya/index.html');
    },
    'start a program': () => node('child_process').execFileSync('touch', [target]),
    'open a socket': () => node('net').connect(9),
    'fetch from a server': () => fetch(`${origin}/fetch`, { mode: 'no-cors' }),
    'ask a server': () =>
      asked((request) => {
        request.open('GET', `${origin}/request`);
        request.send();
      }),
    'open a web socket': () =>
      event(new WebSocket(`${origin.replace('http', 'ws')}/socket`), 'open', 'error'),
    'listen to a server': () => event(new EventSource(`${origin}/events`), 'open', 'error'),
    'send a beacon': () => {
      if (!navigator.sendBeacon(`${origin}/beacon`)) throw new Error('not taken');
      throw new Error('taken; the server says whether it came');
    },
    'load a picture': () => element('img', `${origin}/picture`),
    'load a style': () => element('link', `${origin}/style`),
    'load a frame': () => element('iframe', `${origin}/frame`),
    'import from a server': () => import(/* @vite-ignore */ `${origin}/module`),
    'start a worker': () =>
      event(new Worker(URL.createObjectURL(new Blob(['postMessage(1)']))), 'message', 'error'),
    'connect to a peer': async () => {
      const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:${origin.slice(7)}` }] });
      const found = event(
        peer,
        'icecandidate',
        'icecandidateerror',
      ) as Promise<RTCPeerConnectionIceEvent>;
      peer.createDataChannel('x');
      await peer.setLocalDescription(await peer.createOffer());
      if ((await found).candidate === null) throw new Error('no address of this machine');
    },
    'open a window': () => {
      if (window.open(`${origin}/window`) === null) throw new Error('no window');
    },
    'go elsewhere': () => {
      location.href = `${origin}/place`;
      throw new Error('asked; the server says whether it came');
    },
    'write a file by Node': () => node('fs').writeFileSync(target, 'x'),
    'write into storage': () => localStorage.setItem('x', 'x'),
    'write a cookie': () => {
      document.cookie = 'x=x';
      if (document.cookie === '') throw new Error('nothing is kept');
    },
    'write into a database': () => event(indexedDB.open('x'), 'success', 'error'),
    'write into the private files': () => navigator.storage.getDirectory(),
    'save a download': () => {
      const made = Object.assign(document.createElement('a'), {
        href: 'data:text/plain,x',
        download: target,
      });
      made.click();
      throw new Error('asked; the disk says whether it came');
    },
    'run a text as code': async () => {
      // The test's own call is allowed to do this until its first wait, so the attempt begins after one.
      await new Promise((resolve) => setTimeout(resolve));
      // oxlint-disable-next-line no-implied-eval -- what is tried
      new Function('return 1')();
    },
  };
  const late = (): Promise<string> =>
    new Promise((resolve) => setTimeout(() => resolve('nothing happened'), WAIT_MS));
  const outcome = async (attempt: () => unknown): Promise<string> => {
    try {
      await attempt();
      return 'done';
    } catch (error) {
      return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    }
  };
  return Promise.all(
    Object.entries(attempts).map(async ([name, attempt]): Promise<Outcome> => [
      name,
      await Promise.race([outcome(attempt), late()]),
    ]),
  );
}
