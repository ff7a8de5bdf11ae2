export { DataSection } from './DataSection.tsx';
export { ExchangeMenu } from './ExchangeMenu.tsx';
export { OpenedBackup } from './OpenedBackup.tsx';
