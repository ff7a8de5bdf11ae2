export { AnnotationPanel, type AnnotationPanelProps } from './AnnotationPanel.tsx';
export { AnnotationsPage } from './page/AnnotationsPage.tsx';
