/** Gives a worker's entry the port that Electron gives a utility process, over the channel of a child process. */
const { EventEmitter } = require('node:events');
const { registerHooks } = require('node:module');

// A built file that workers share with the main process imports Electron; the workers themselves use nothing of it.
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: 'electron:none', format: 'json', shortCircuit: true }
      : next(specifier, context),
  load: (url, context, next) =>
    url === 'electron:none'
      ? { format: 'json', source: '{}', shortCircuit: true }
      : next(url, context),
});

const port = new EventEmitter();
// With a callback, a main process that has ended meanwhile is no exception here.
port.postMessage = (message) => process.send(message, () => undefined);
process.parentPort = port;
process.on('message', (data) => port.emit('message', { data }));
process.on('disconnect', () => process.exit(0));
require(process.argv[2]);
