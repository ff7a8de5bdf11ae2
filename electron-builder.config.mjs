/**
 * How the app is packed, for every system. `npm run package` uses it; nothing else decides what is inside.
 *
 * With HASHIYA_PACKAGE_DIST and HASHIYA_PACKAGE_ELECTRON the app is packed with the Electron in that
 * folder, of that version, instead of the official one: for tests, where the official one cannot be had. Such a package
 * says so in its version, in its launcher and in its window, and may be driven by a debugger.
 */
const { HASHIYA_PACKAGE_DIST, HASHIYA_PACKAGE_ELECTRON, HASHIYA_PACKAGE_VERSION } = process.env;
const { HASHIYA_PACKAGE_OUT, HASHIYA_PACKAGE_COMPRESSION, APPLE_API_KEY, APPLE_ID } = process.env;

const isForTests = Boolean(HASHIYA_PACKAGE_DIST);

/** Electron 25 cannot flip this one: the tool throws. */
const newerFuses = isForTests ? {} : { grantFileProtocolExtraPrivileges: false };

/**
 * Flipping fuses breaks the signature that Electron comes with, and a Mac with an Apple chip starts nothing without a
 * valid one. Without a certificate the app is therefore signed again with no name ("ad hoc"). The hardened runtime would
 * then refuse the app's own frameworks, because they have no team in common.
 */
/** The default of electron-builder would let other signers' libraries in. */
const MAC_ENTITLEMENTS = 'resources/packaging/entitlements.plist';
const hasMacCertificate = Boolean(process.env.CSC_LINK || process.env.CSC_NAME);
const macSignature = hasMacCertificate
  ? { hardenedRuntime: true }
  : { hardenedRuntime: false, identity: '-' };

/** Debian 13 and Ubuntu 24.04 renamed the packages that changed with 64-bit time. */
const debian = (name) => `${name} | ${name}t64`;

/** @type {import('electron-builder').Configuration} */
export default {
  appId: 'hashiya.reader',
  productName: 'Hashiya',
  copyright: 'Copyright © 2026 The Hashiya authors',
  directories: { output: HASHIYA_PACKAGE_OUT ?? 'dist', buildResources: 'resources/icons' },
  ...(HASHIYA_PACKAGE_DIST && {
    electronDist: HASHIYA_PACKAGE_DIST,
    electronVersion: HASHIYA_PACKAGE_ELECTRON,
  }),
  ...(isForTests && { extraMetadata: { version: HASHIYA_PACKAGE_VERSION, forTests: true } }),
  // Everything is bundled: no module is packed.
  files: [
    'out/**',
    '!out/**/.*',
    '!out/bundled-modules*.json',
    'resources/icons/png/256x256.png',
    'package.json',
    '!node_modules/**',
  ],
  extraFiles: [
    { from: 'LICENSE', to: 'LICENSE.hashiya.txt' },
    { from: 'out/THIRD-PARTY-LICENSES.txt', to: 'THIRD-PARTY-LICENSES.txt' },
  ],
  asar: true,
  npmRebuild: false,
  publish: null,
  electronLanguages: ['ar', 'en-US', 'fr', 'fa', 'tr'],
  // Not `strictlyRequireAllFuses`: the tool inside electron-builder names 8 fuses, newer Electrons have more.
  // `tests/packaging/proof/fuses.mjs` looks at every one of the packed program instead.
  electronFuses: {
    runAsNode: false,
    enableCookieEncryption: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    resetAdHocDarwinSignature: !hasMacCertificate,
    ...newerFuses,
  },
  fileAssociations: [
    {
      ext: 'hashiya',
      name: 'Hashiya backup',
      description: 'Hashiya backup · نسخة احتياطية من «حاشية»',
      mimeType: 'application/vnd.hashiya.backup',
      role: 'Editor',
      rank: 'Owner',
    },
  ],

  linux: {
    // No AppImage: its launcher adds --no-sandbox by itself where users may not make namespaces.
    target: ['deb', 'rpm', 'tar.gz'],
    executableName: 'hashiya',
    icon: 'resources/icons/png',
    category: 'Office;Viewer',
    synopsis: 'Offline reader for Arabic articles',
    syncDesktopName: true,
    executableArgs: ['%f'],
    extraFiles: [{ from: 'resources/packaging/READ-ME.txt', to: 'READ-ME.txt' }],
    desktop: {
      entry: {
        Name: isForTests ? 'Hashiya (test)' : 'Hashiya',
        'Name[ar]': isForTests ? 'حاشية (للاختبار)' : 'حاشية',
        GenericName: 'Article reader',
        'GenericName[ar]': 'قارئ مقالات',
        'Comment[ar]': 'قارئ نصوص عربية يعمل بلا اتصال: بحث وتمييز وملاحظات تبقى على جهازك.',
        Keywords: 'arabic;reader;articles;notes;highlights;',
        'Keywords[ar]': 'قراءة;مقالات;كتب;ملاحظات;تمييز;تظليل;حاشية;بحث;',
        StartupNotify: 'true',
      },
    },
  },
  deb: {
    afterInstall: 'resources/packaging/after-install.sh',
    afterRemove: 'resources/packaging/after-remove.sh',
    compression: HASHIYA_PACKAGE_COMPRESSION === 'quick' ? 'gz' : 'xz',
    packageCategory: 'text',
    fpm: ['LICENSE=/usr/share/doc/hashiya/copyright'],
    depends: [
      debian('libgtk-3-0'),
      debian('libasound2'),
      debian('libatk-bridge2.0-0'),
      debian('libcups2'),
      'libnss3',
      'libgbm1',
      'libdrm2',
    ],
    recommends: ['xdg-utils'],
  },
  rpm: {
    afterInstall: 'resources/packaging/after-install.sh',
    afterRemove: 'resources/packaging/after-remove.sh',
    compression: HASHIYA_PACKAGE_COMPRESSION === 'quick' ? 'gzip' : 'xz',
    packageCategory: 'Applications/Text',
    // Fedora's and openSUSE's names.
    depends: [
      'gtk3',
      '(nss or mozilla-nss)',
      '(alsa-lib or libasound2)',
      '(mesa-libgbm or libgbm1)',
      '(cups-libs or libcups2)',
    ],
  },

  win: {
    target: [{ target: 'nsis', arch: ['x64', 'arm64'] }],
    icon: 'resources/icons/icon.ico',
  },
  nsis: {
    oneClick: false,
    perMachine: false,
    allowElevation: false,
    allowToChangeInstallationDirectory: true,
    deleteAppDataOnUninstall: false,
    displayLanguageSelector: true,
    installerLanguages: ['ar_SA', 'en_US'],
    shortcutName: 'Hashiya',
  },

  mac: {
    target: [
      { target: 'dmg', arch: ['x64', 'arm64'] },
      { target: 'zip', arch: ['x64', 'arm64'] },
    ],
    icon: 'resources/icons/icon.icns',
    category: 'public.app-category.reference',
    ...macSignature,
    entitlements: MAC_ENTITLEMENTS,
    entitlementsInherit: MAC_ENTITLEMENTS,
    notarize: Boolean(APPLE_API_KEY ?? APPLE_ID),
    extendInfo: { CFBundleDevelopmentRegion: 'ar', CFBundleLocalizations: ['ar', 'en'] },
  },
};
