/** The tricks of the main process, which are measured on Electron. See `variants.mjs`. */
const INDEX = 'src/main/index.ts';
const PROTOCOL = 'src/main/start/serve-page.ts';
const HARDENING = 'src/main/electron/hardening.ts';

export const MAIN = [
  {
    id: 'page-as-buffers',
    what: 'registerBufferProtocol in place of protocol.handle',
    where: PROTOCOL,
    patches: [
      {
        file: PROTOCOL,
        from: "  to.protocol.registerBufferProtocol(APP_SCHEME, ({ url, method }, answer) => {\n    if (!url.startsWith(ASSET_ADDRESS)) return answer({ ...answerFile(root, url, method) });\n    // What reads pictures is loaded with the first one, because the start needs none.\n    void import('../electron/app-assets.ts')\n      .then(({ answerAsset }) => answerAsset(dataFolder, url, method))\n      .then((picture) => answer({ ...picture }));\n  });\n",
        to: "  to.protocol.handle(APP_SCHEME, async ({ url, method }) => {\n    const picture = (): Promise<ReturnType<typeof answerFile>> =>\n      import('../electron/app-assets.ts').then(({ answerAsset }) => answerAsset(dataFolder, url, method));\n    const { statusCode: status, headers, data } = url.startsWith(ASSET_ADDRESS) ? await picture() : answerFile(root, url, method);\n    return new Response(new Uint8Array(data), { status, headers: { ...headers } });\n  });\n",
      },
    ],
  },
  {
    id: 'page-before-parts',
    what: 'the page is sent before the parts are loaded',
    where: INDEX,
    patches: [
      {
        file: INDEX,
        from: '  await Promise.race([pageSent, pageRead]);\n',
        to: '  void [pageSent, pageRead];\n',
      },
    ],
  },
  {
    id: 'no-network-process',
    what: 'the network service in the main process',
    where: HARDENING,
    patches: [
      {
        file: HARDENING,
        from: "  enableFeature(app, 'NetworkServiceInProcess2');\n",
        to: '',
      },
    ],
  },
  {
    id: 'store-loaded-later',
    what: 'electron-store is loaded at the first write of a setting',
    where: 'src/main/settings',
    patches: [
      {
        file: 'src/main/settings/electron-settings-file.ts',
        from: "import type Store from 'electron-store';",
        to: "import Store from 'electron-store';",
      },
      {
        file: 'src/main/settings/electron-settings-file.ts',
        from: "new (await import('electron-store')).default(",
        to: 'new Store(',
      },
    ],
  },
].map((variant) => ({ engine: 'electron', ...variant }));
