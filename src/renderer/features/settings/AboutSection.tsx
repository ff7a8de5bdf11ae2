import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { call } from '#renderer/bridge/bridge.ts';
import { useAppInfo } from '#renderer/bridge/queries.ts';
import { OutwardLink } from '#renderer/features/links/index.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { describeDate } from '#shared/i18n/dates.ts';
import { translate } from '#shared/i18n/translate.ts';
import { PartsDialog } from './PartsDialog.tsx';
import { Hint, Section } from './Section.tsx';
import styles from './SettingsPage.module.css';

/** The version of the app, a link to its releases, the licences of its parts, and what it runs on. */
export function AboutSection() {
  const [isListing, setListing] = useState(false);
  const { data: info } = useAppInfo();
  const { data: release } = useQuery({
    queryKey: ['app/release'],
    queryFn: () => call('app/release', {}),
  });
  if (!info) return null;
  const { version, electron, chromium, node } = info;
  return (
    <Section title={translate('settings.about')}>
      <dl className={styles.facts}>
        <dt>{translate('settings.version')}</dt>
        <dd>
          <bdi className="ltr">{version}</bdi>
        </dd>
        {release && (
          <>
            <dt>{translate('settings.builtOn')}</dt>
            <dd>{describeDate(release.builtOn).text}</dd>
            {release.address !== null && (
              <>
                <dt>{translate('settings.releases')}</dt>
                <dd>
                  <OutwardLink address={release.address} ofBuild>
                    <bdi className="ltr">{release.address}</bdi>
                  </OutwardLink>
                </dd>
              </>
            )}
          </>
        )}
      </dl>
      <Hint>{translate('settings.offline')}</Hint>
      <div>
        <Button kind="outline" onClick={() => setListing(true)}>
          {translate('parts.open')}
        </Button>
      </div>
      <Hint>
        <bdi className="ltr" lang="en">
          {translate('settings.runtime', { electron, chromium, node })}
        </bdi>
      </Hint>
      {isListing && <PartsDialog onClose={() => setListing(false)} />}
    </Section>
  );
}
