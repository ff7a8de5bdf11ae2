/** Imports a folder until it is done or killed: `torture-child.ts DATA FILES`. Converts in its own process. */
import { readDocument } from '#main/import/read-document.ts';
import { openLibrary } from './open-folder.ts';

const [dataFolder = '', files = ''] = process.argv.slice(2);
const { own, imports } = openLibrary(dataFolder, { convert: readDocument });
imports.resume();
if (imports.state().state === 'idle') imports.start([files]);
process.stdout.write('importing\n');
await imports.settled();
own.close();
process.stdout.write(`done ${JSON.stringify(imports.state())}\n`);
