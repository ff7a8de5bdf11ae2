export { ImportLayer } from './ImportLayer.tsx';
export { ImportStrip } from './ImportStrip.tsx';
export { openImport } from './open-import.ts';
