import { runCommand } from '#renderer/commands/registry.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Check } from '#renderer/ui/Check.tsx';
import { translate } from '#shared/i18n/translate.ts';
import { Section, type SectionProps } from './Section.tsx';

/** The setting for single keys, and a button that lists all shortcuts. */
export function ShortcutsSection({ settings, onChange }: SectionProps) {
  return (
    <Section title={translate('settings.shortcuts')}>
      <Check
        checked={settings.singleKeys}
        hint={translate('settings.singleKeysHint')}
        onChange={(singleKeys) => onChange({ singleKeys })}
      >
        {translate('settings.singleKeys')}
      </Check>
      <div>
        <Button kind="outline" icon="help" onClick={() => runCommand('help.open')}>
          {translate('settings.allShortcuts')}
        </Button>
      </div>
    </Section>
  );
}
