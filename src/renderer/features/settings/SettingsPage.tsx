import { BridgeError } from '#renderer/bridge/bridge.ts';
import { useChangeSettings, useSettings } from '#renderer/bridge/queries.ts';
import { DataSection } from '#renderer/features/marks-exchange/index.ts';
import { useListPosition } from '#renderer/ui/use-list-position.ts';
import { translate } from '#shared/i18n/translate.ts';
import { AboutSection } from './AboutSection.tsx';
import { GeneralSection } from './GeneralSection.tsx';
import { MeaningsSection } from './MeaningsSection.tsx';
import { ReadingSection } from './ReadingSection.tsx';
import { Section } from './Section.tsx';
import { ShortcutsSection } from './ShortcutsSection.tsx';
import styles from './SettingsPage.module.css';

/** The page with all settings. Every change takes effect at once. */
export function SettingsPage() {
  const { data: settings } = useSettings();
  const { mutate: onChange, error } = useChangeSettings();
  const scroller = useListPosition('settings', settings !== undefined);
  if (!settings) return null;
  const section = { settings, onChange };
  return (
    <div ref={scroller} className={`${styles.page} scroll`}>
      <div className={styles.wrap}>
        <h1>{translate('settings.title')}</h1>
        {error && (
          <p className={styles.failed} role="alert">
            {translate('settings.notSaved', {
              code: error instanceof BridgeError ? error.failure.code : error.name,
            })}
          </p>
        )}
        <GeneralSection {...section} />
        <ReadingSection {...section} />
        <MeaningsSection {...section} />
        <ShortcutsSection {...section} />
        <Section title={translate('exchange.data')} name="data">
          <DataSection />
        </Section>
        <AboutSection />
      </div>
    </div>
  );
}
