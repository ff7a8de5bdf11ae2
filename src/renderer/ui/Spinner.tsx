import styles from './Spinner.module.css';

/** Shows that something is being done. The words beside it say what. */
export const Spinner = () => <span className={styles.spinner} aria-hidden="true" />;
