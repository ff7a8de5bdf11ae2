/** A worker that does what none of the app's does: it connects. `worker.cjs HOST PORT` */
const { connect } = require('node:net');

const [host, port] = process.argv.slice(-2);
// Long enough to be named by whoever watches the processes, ms.
setTimeout(() => connect(Number(port), host).once('error', () => process.exit()), 500);
