/** Gives a worker's entry the port that Electron gives a utility process, over the channel of a child process. */
const { EventEmitter } = require('node:events');

const port = new EventEmitter();
port.postMessage = (message) => process.send(message);
process.parentPort = port;
process.on('message', (data) => port.emit('message', { data }));
process.on('disconnect', () => process.exit(0));
require(process.argv[2]);
