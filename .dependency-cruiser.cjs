/** What each folder may import; reads like the table in ARCHITECTURE.md. */
const rooms = [
  // folder, and the folders it may import beside itself
  ['^src/shared/domain/', ['^src/shared/domain/']],
  ['^src/shared/document/', ['^src/shared/domain/']],
  ['^src/main/picture/', ['^src/shared/domain/']],
  ['^src/shared/arabic/', ['^src/shared/domain/']],
  ['^src/shared/anchoring/', ['^src/shared/(domain|arabic)/']],
  ['^src/shared/i18n/', ['^src/shared/domain/']],
  ['^src/shared/commands/', ['^src/shared/i18n/']],
  ['^src/shared/contract/', ['^src/shared/(domain|commands)/']],
  ['^src/main/library/', ['^src/shared/', '^src/main/disk/', '^src/main/picture/']],
  ['^src/shared/citation/', ['^src/shared/(domain|document|i18n)/']],
  [
    '^src/main/import/',
    [
      '^src/shared/',
      '^src/main/library/',
      '^src/main/convert/document',
      '^src/main/disk/',
      '^src/main/picture/',
    ],
  ],
  ['^src/main/search/', ['^src/shared/', '^src/main/library/own-(file|paths)', '^src/main/disk/']],
  ['^src/main/store/', ['^src/shared/', '^src/main/disk/']],
  ['^src/main/convert/', ['^src/shared/', '^src/main/disk/', '^src/main/picture/']],
  ['^src/main/disk/', ['^src/shared/']],
  ['^src/main/settings/', ['^src/shared/']],
  [
    '^src/main/annotations/',
    [
      '^src/shared/',
      '^src/main/disk/',
      '^src/main/library/library',
      '^src/main/anchoring/finder',
      '^src/main/store/marks-store',
    ],
  ],
  ['^src/main/anchoring/', ['^src/shared/', '^src/main/disk/']],
  [
    '^src/main/marks-exchange/',
    [
      '^src/shared/',
      '^src/main/library/library',
      '^src/main/anchoring/finder',
      '^src/main/disk/',
      '^src/main/store/',
      '^src/main/settings/settings',
    ],
  ],
  [
    '^src/main/backup/',
    [
      '^src/shared/',
      '^src/main/store/',
      '^src/main/disk/',
      '^src/main/marks-exchange/files',
      '^src/main/library/(own-|pictures|testing/)',
      '^src/main/picture/',
      '^src/main/settings/settings',
    ],
  ],
  [
    '^src/main/electron/',
    ['^src/shared/(contract|domain|commands|i18n)/', '^src/main/(?!compose/)[^/]+/'],
  ],
  ['^src/main/compose/', ['^src/shared/domain/', '^src/main/[^/]+/']],
  [
    '^src/main/start/',
    ['^src/shared/(contract|domain)/', '^src/main/electron/app-(address|files|assets)'],
  ],
  [
    '^src/converter/',
    ['^src/shared/contract/converter-port', '^src/main/convert/process/(protocol|serve)'],
  ],
  ['^src/preload/', ['^src/shared/contract/(channels|converter-port)']],
  ['^src/renderer/view-state/', []],
  [
    '^src/renderer/ui/',
    ['^src/shared/(i18n|domain|arabic|commands)/', '^src/renderer/view-state/'],
  ],
  ['^src/renderer/start/', []],
  ['^src/renderer/bridge/', ['^src/shared/']],
  ['^src/renderer/commands/', ['^src/shared/(commands|i18n)/', '^src/renderer/ui/']],
  ['^src/renderer/routes/', ['^src/shared/(domain|commands|i18n)/', '^src/renderer/view-state/']],
  ['^src/renderer/undo/', ['^src/shared/', '^src/renderer/(ui|bridge|routes|view-state)/']],
  [
    '^src/renderer/features/([^/]+)/',
    [
      '^src/shared/',
      '^src/renderer/(ui|bridge|commands|routes|undo|styles|view-state)/',
      '^src/renderer/features/$1/',
      '^src/renderer/features/[^/]+/index',
    ],
  ],
  ['^src/renderer/app/', ['^src/shared/', '^src/renderer/']],
];

/** Names the types of its fields in the rooms above it, and imports nothing at run time. */
const TYPES_ONLY = '^src/renderer/view-state/';

const ownRules = rooms.map(([from, allowed]) => ({
  name: `room ${from.replace(/[\^\\]/g, '')}`,
  severity: 'error',
  // A test may build what it needs from another room.
  from: { path: from, pathNot: '\\.test\\.tsx?$' },
  to: {
    path: '^src/',
    pathNot: [from, ...allowed],
    ...(from === TYPES_ONLY && { dependencyTypesNot: ['type-only'] }),
  },
}));

module.exports = {
  forbidden: [
    ...ownRules,
    {
      name: 'electron stays in its room',
      comment:
        'Features of the main process know no Electron; the stores of two features are built on electron-store.',
      severity: 'error',
      from: {
        path: '^src/(shared|renderer|main/(library|search|annotations|anchoring|marks-exchange|backup))/',
      },
      to: { path: '^(electron|electron-store)$|node_modules/(electron|electron-store)/' },
    },
    {
      name: 'no node in the window',
      severity: 'error',
      from: { path: '^src/(shared|renderer|converter)/', pathNot: '\\.test\\.tsx?$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no node in the converters',
      comment: 'They run where there is none; only the side of the main process has it.',
      severity: 'error',
      from: {
        path: '^src/main/(convert|picture)/',
        pathNot: '^src/main/convert/process/client|\\.test\\.ts$',
      },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no schema library in the window',
      comment: 'Schemas are for what crosses a boundary; the window only needs their types.',
      severity: 'error',
      from: { path: '^src/renderer/', pathNot: '\\.test\\.tsx?$' },
      to: {
        path: '^src/shared/domain/(anchored-marks|annotation|article|backup|exchange|import|import-progress|import-report|parse|primitives|release|search|search-result|settings|span)[.]ts$|^src/shared/contract/(answers|contract)[.]ts$|^valibot$|node_modules/valibot/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'lunr only behind the search port',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(main/search|shared/arabic)/' },
      to: { path: 'node_modules/lunr' },
    },
    {
      name: 'src never imports tests',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^tests/' },
    },
    {
      name: 'no circles',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: { path: '^src/' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.js', '.json', '.css'],
    },
  },
};
