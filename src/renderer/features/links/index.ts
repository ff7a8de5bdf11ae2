export { OutwardLink } from './OutwardLink.tsx';
