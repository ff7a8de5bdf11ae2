export { AnnotationPanel, type PanelHandlers, type PanelTab } from './AnnotationPanel.tsx';
export { AnnotationsPage } from './page/AnnotationsPage.tsx';
export { goToTags } from './tags/tag-field-requests.ts';
export { HistoryDialog } from './history/HistoryDialog.tsx';
export { highlightItems } from './highlight-menu.ts';
