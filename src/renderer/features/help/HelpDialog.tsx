import { Dialog } from '#renderer/ui/Dialog.tsx';
import { KeyCaps } from '#renderer/ui/KeyCaps.tsx';
import { areSingleKeysOn, workingShortcuts } from '#renderer/ui/shortcuts.ts';
import { arabicLetter } from '#shared/commands/shortcut.ts';
import { COMMAND_GROUPS, type CommandGroup } from '#shared/commands/row.ts';
import { COMMANDS } from '#shared/commands/table.ts';
import { translate } from '#shared/i18n/translate.ts';
import styles from './HelpDialog.module.css';

/** Lists all shortcuts of the table of commands, with the cap of each key and its Arabic letter. */
export function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog wide textOnly title={translate('shortcuts.title')} onClose={onClose}>
      <p className={styles.hint}>{translate('shortcuts.hint')}</p>
      {!areSingleKeysOn() && <p className={styles.hint}>{translate('shortcuts.singleOff')}</p>}
      <div className={styles.groups}>
        {COMMAND_GROUPS.map((group) => (
          <Group key={group} group={group} />
        ))}
      </div>
    </Dialog>
  );
}

function Group({ group }: { readonly group: CommandGroup }) {
  const rows = COMMANDS.filter(
    (command) => command.group === group && workingShortcuts(command.id).length > 0,
  );
  if (rows.length === 0) return null;
  return (
    <section className={styles.group} aria-labelledby={`help-${group}`}>
      <h3 id={`help-${group}`}>{translate(`shortcuts.group.${group}`)}</h3>
      <dl>
        {rows.map(({ id, title }) => (
          <div key={id} className={styles.row}>
            <dt>{translate(title)}</dt>
            <dd>
              {workingShortcuts(id).map((shortcut, index) => (
                <span key={index} className={styles.shortcut}>
                  <KeyCaps shortcut={shortcut} />
                  <ArabicLetter letter={arabicLetter(shortcut)} />
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** The Arabic letter of a key. The cell is there even without a letter, so that the caps of all rows are aligned. */
function ArabicLetter({ letter }: { readonly letter: string | null }) {
  return <span className={styles.letter}>{letter}</span>;
}
