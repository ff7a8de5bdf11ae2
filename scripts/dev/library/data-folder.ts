import { homedir } from 'node:os';
import { join } from 'node:path';

/** Returns the absolute path of the app's data on a system. */
export function defaultDataFolder(
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
  home = homedir(),
): string {
  if (platform === 'win32') return join(env['APPDATA'] ?? home, 'Hashiya');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Hashiya');
  return join(env['XDG_CONFIG_HOME'] ?? join(home, '.config'), 'Hashiya');
}
