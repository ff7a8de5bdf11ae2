/** `npm run help`: prints every command with its line of help, by folder. */
import { COMMANDS } from './commands.mjs';
import { readOptions } from './options.mjs';

readOptions('help');
for (const [folder, commands] of Object.entries(COMMANDS)) {
  console.log(`\n${folder}`);
  for (const [name, line] of Object.entries(commands)) console.log(`  ${name.padEnd(19)} ${line}`);
}
console.log('\nnpm run NAME -- --help prints the options of a command.');
