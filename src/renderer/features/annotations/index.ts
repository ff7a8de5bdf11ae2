export { AnnotationPanel, type AnnotationPanelProps } from './AnnotationPanel.tsx';
