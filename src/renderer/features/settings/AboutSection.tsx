import { useAppInfo } from '#renderer/bridge/queries.ts';
import { translate } from '#shared/i18n/translate.ts';
import { Hint, Section } from './Section.tsx';
import styles from './SettingsPage.module.css';

/** Which app this is, and on what it runs. */
export function AboutSection() {
  const { data: info } = useAppInfo();
  if (!info) return null;
  const { version, electron, chromium, node } = info;
  return (
    <Section title={translate('settings.about')}>
      <dl className={styles.facts}>
        <dt>{translate('settings.version')}</dt>
        <dd>
          <bdi className="ltr">{version}</bdi>
        </dd>
      </dl>
      <Hint>{translate('settings.offline')}</Hint>
      <Hint>
        <bdi className="ltr" lang="en">
          {translate('settings.runtime', { electron, chromium, node })}
        </bdi>
      </Hint>
    </Section>
  );
}
