/** Being told to stop: by Ctrl-C, by another program, or by a terminal that closes. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** @returns a function that takes the handler away again */
export function onStop(handler) {
  for (const signal of SIGNALS) process.on(signal, handler);
  return () => {
    for (const signal of SIGNALS) process.off(signal, handler);
  };
}

/** Ends by way of the `exit` event, which takes a running step, the screen and half-fetched files along. */
export function exitOnStop() {
  return onStop(() => process.exit(130));
}
