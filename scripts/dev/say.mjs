/** Prints a message of a script on stderr, because stdout belongs to the app and to the test report. */
export function say(message) {
  process.stderr.write(`hashiya: ${message}\n`);
}

/** A failure that the user can fix, so its message is shown without a stack. */
export class SetupError extends Error {}

/** Ends the process with a readable message. Only a bug shows its stack. */
export function endWith(error) {
  say(error instanceof SetupError ? error.message : error.stack);
  process.exitCode = 1;
}
