export { DataSection } from './DataSection.tsx';
export { ExportDialog } from './ExportDialog.tsx';
export { ExchangeMenu } from './ExchangeMenu.tsx';
export { OpenedBackup } from './OpenedBackup.tsx';
