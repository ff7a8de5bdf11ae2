/** Proves a double click on a backup: the system knows its type and starts the app, which asks the reader. */
import { chownSync, cpSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DESKTOP_FILE } from './installed.mjs';
import { adoptPackaged, endApp, freePort, processesOf } from './packaged-app.mjs';
import { marksOf, openArticle, until } from './reading.mjs';
import { show } from '../../support/show.mjs';
import { writeBackupOf } from './write-backup.ts';

const MIME_TYPE = 'application/vnd.hashiya.backup';
/** GNOME's file managers use gio, and so does xdg-open when it believes that it runs in GNOME. */
const AS_GNOME = { XDG_CURRENT_DESKTOP: 'GNOME' };

/**
 * @param app.article  an article with one highlight in the user's own data
 * @param app.picture  the path for a picture of the question
 */
export async function proveAssociation(app) {
  const { user, env, program } = app;
  const file = join(user.home, 'مكتبتي.hashiya');
  await writeBackupOf(join(user.home, '.config/Hashiya'), file);
  const owner = statSync(user.home);
  chownSync(file, owner.uid, owner.gid);
  showType(user, file);
  await showColdStart(app, ['gio', 'open', file], file);
  await showColdStart(app, ['xdg-open', file], file);
  const port = await freePort();
  addDebuggingPort(user, port);
  const first = user.start(['gio', 'open', file], env);
  const running = await adoptPackaged({ child: first, program, port });
  await proveQuestion({ ...app, page: running.page, file });
  await endApp(program);
}

function showType(user, file) {
  const info = user.run(['gio', 'info', '--attributes=standard::content-type', file]);
  const type = /content-type: (.*)/.exec(info)?.[1] ?? '';
  show(type === MIME_TYPE, 'a .hashiya file has our type', type);
  const handler = user.run(['gio', 'mime', MIME_TYPE]).trim();
  show(handler.includes('hashiya.desktop'), 'our launcher opens it', handler.split('\n')[0]);
  const chosen = user.run(['xdg-mime', 'query', 'default', MIME_TYPE]).trim();
  show(chosen === 'hashiya.desktop', 'xdg-mime says the same', chosen);
}

/** Shows that the installed launcher starts the app with the path, inside its sandbox. */
async function showColdStart({ user, env, program }, command, file) {
  const opened = user.start(command, { ...env, ...AS_GNOME });
  const closed = new Promise((resolve) => opened.once('close', resolve));
  const running = () => processesOf(program).flatMap(({ args }) => args);
  const name = command[0] === 'gio' ? 'gio open' : command[0];
  show(await until(() => running().includes(file)), `${name}: starts the app with its path`);
  show(!running().includes('--no-sandbox'), `${name}: and with its sandbox`);
  await endApp(program);
  await closed;
}

/** Makes the same launcher with a debugging port. */
function addDebuggingPort(user, port) {
  const folder = join(user.home, '.local/share/applications');
  mkdirSync(folder, { recursive: true });
  const launcher = readFileSync(DESKTOP_FILE, 'utf8');
  const doors = `--disable-gpu --remote-debugging-port=${port}`;
  writeFileSync(join(folder, 'hashiya.desktop'), launcher.replace(' %f', ` ${doors} %f`));
  cpSync('/usr/share/applications/mimeinfo.cache', join(folder, 'mimeinfo.cache'));
}

async function proveQuestion({ page, user, env, file, article, picture }) {
  const dialog = page.getByRole('dialog', { name: 'استعادة نسخة من المكتبة' });
  const asks = () => dialog.isVisible();
  show(await until(asks), 'the app asks whether to restore it');
  if (picture) await page.screenshot({ path: picture });
  await dialog.getByRole('button', { name: 'إلغاء' }).click();
  show(!(await asks()), 'and does nothing when told not to');
  await removeHighlights(page, article);
  user.start(['gio', 'open', file], env);
  show(await until(asks), 'a running app asks too, in the same window');
  await dialog.getByRole('button', { name: 'استعادة', exact: true }).click();
  const isBack = async () => (await marksOf(page, article)).annotations.length === 1;
  show(await until(isBack), 'the highlight that was removed meanwhile is back');
}

async function removeHighlights(page, article) {
  await openArticle(page, article);
  const { annotations } = await marksOf(page, article);
  for (const { id } of annotations) {
    await page.evaluate((request) => window.bridge.invoke('annotations/remove', request), {
      articleId: article,
      id,
    });
  }
  const left = (await marksOf(page, article)).annotations.length;
  show(annotations.length === 1 && left === 0, 'the highlight is removed');
}
