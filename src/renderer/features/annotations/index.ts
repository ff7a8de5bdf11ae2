export { AnnotationPanel, type PanelHandlers } from './AnnotationPanel.tsx';
export { AnnotationsPage } from './page/AnnotationsPage.tsx';
