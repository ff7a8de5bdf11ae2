/** Packs the next version of the app as a deb, with one bundled article corrected, for the proof of the upgrade. */
import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheDir, outDir, readPackage, rootDir } from '../../../scripts/dev/paths.mjs';
import { ensureElectron } from '../../../scripts/dev/electron/electron.mjs';
import { packedNames, packedVersion } from '../../../scripts/build/packaging/packed-names.mjs';
import { prepareBuild } from '../../../scripts/build/packaging/pack.mjs';
import { makeProjectFolder, packDeb } from './pack-project.mjs';

export const CORRECTED = 'counter-terrorism-service-kurdistan';

/**
 * What the reader marked in the article, what the next version has instead (nothing means that it only moves), and how
 * the mark must be found there.
 */
export const CORRECTIONS = [
  {
    words: 'ينسّق تنسيقًا وثيقًا مع المنظومة الأمنية',
    becomes: 'ينسق تنسيقا وثيقا مع المنظومه الامنية',
    note: 'صُحّح إملاء موضعه',
    badge: 'مُستعاد',
    confidence: 'repaired',
  },
  {
    words: 'وأن الجهاز سيقوم في المرحلة المقبلة بعمليات نوعية',
    becomes: 'وأن الجهاز سينفّذ في المرحلة القريبة عمليات نوعية',
    note: 'تغيّرت كلمات فيه',
    badge: 'موضع تقريبي',
    confidence: 'approximate',
  },
  {
    words: 'رأى أنه لا إحصاء دقيقًا لهم، وأن طبيعة ما ينفذونه من عمليات تدل على مفارز صغيرة',
    becomes: 'امتنع عن الجواب',
    note: 'حُذف من النص',
    badge: 'بلا موضع',
    confidence: 'orphan',
  },
  {
    words: 'محور كرمسير ومحور قرة تبة',
    note: 'لم يمسّه التصحيح',
    badge: 'مطابق',
    confidence: 'exact',
  },
];

/** @returns `{ deb, version }` */
export async function packNextVersion() {
  await prepareBuild();
  const version = readPackage().version.replace(/\d+$/, (patch) => String(Number(patch) + 1));
  const out = await packDeb('next', makeProjectFolder('next', version, fillNext));
  const packed = packedVersion(await ensureElectron(), version);
  return { deb: join(out, packedNames(packed).deb), version: packed };
}

/** Makes the present build again, with a library from the corrected text. */
function fillNext(out) {
  cpSync(outDir, out, { recursive: true });
  const articles = join(cacheDir, 'packaging/next-articles');
  rmSync(articles, { recursive: true, force: true });
  cpSync(join(rootDir, 'resources/articles'), articles, { recursive: true });
  const file = join(articles, `${CORRECTED}.md`);
  writeFileSync(file, correct(readFileSync(file, 'utf8')));
  const build = join(rootDir, 'scripts/build/library.ts');
  const args = [build, '--from', articles, '--to', join(out, 'library')];
  execFileSync(process.execPath, args, { cwd: rootDir, stdio: ['ignore', 'ignore', 'inherit'] });
}

/** @throws when a passage is not exactly once in the text, because the proof would prove nothing */
export function correct(text) {
  return CORRECTIONS.reduce((corrected, { words, becomes }) => {
    if (corrected.split(words).length !== 2) throw new Error(`not once in the article: ${words}`);
    return becomes === undefined ? corrected : corrected.replace(words, becomes);
  }, text);
}
