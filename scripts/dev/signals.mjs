/** Signals to stop: from Ctrl-C, from another program, or from a terminal that closes. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** @returns a function that removes the handler */
export function onStop(handler) {
  for (const signal of SIGNALS) process.on(signal, handler);
  return () => {
    for (const signal of SIGNALS) process.off(signal, handler);
  };
}

/** Ends the process through `exit`, which also ends a running step and the screen and removes incomplete files. */
export function exitOnStop() {
  return onStop(() => process.exit(130));
}
