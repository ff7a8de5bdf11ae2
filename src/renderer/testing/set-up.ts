/** Runs before each file of browser tests: the page gets the styles, language and direction that the app's window has. */
import '../styles/global.css';
import { afterEach, beforeEach } from 'vitest';
import { installBridge } from './bridge.ts';
import { unmountAll } from './mount.tsx';

document.documentElement.lang = 'ar';
document.documentElement.dir = 'rtl';

// A module may make a call as soon as it is loaded.
installBridge({ 'drafts/list': () => [] });

beforeEach(() => {
  installBridge({});
});
afterEach(unmountAll);
