import { useEffect, useRef, useState } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog, DialogActions } from '#renderer/ui/Dialog.tsx';
import { LabelField } from '#renderer/ui/LabelField.tsx';
import { translate } from '#shared/i18n/translate.ts';
import { useKnownTags } from './use-known-tags.ts';

interface TagsDialogProps {
  readonly title: string;
  readonly tags: readonly string[];
  /** Called with the tags when the reader saves. */
  readonly onSave: (tags: string[]) => void;
  readonly onClose: () => void;
}

/** Asks for the tags of one highlight, or for tags to add to several. */
export function TagsDialog({ title, tags, onSave, onClose }: TagsDialogProps) {
  const [chosen, setChosen] = useState<readonly string[]>(tags);
  const known = useKnownTags();
  const field = useRef<HTMLInputElement>(null);
  // The effect runs after the dialog has focused its first button.
  useEffect(() => field.current?.focus(), []);
  return (
    <Dialog title={title} onClose={onClose}>
      <LabelField
        label={translate('tags.label')}
        values={chosen}
        known={known}
        describeNew={(label) => translate('tags.new', { label })}
        eager
        inputRef={field}
        onChange={setChosen}
      />
      <DialogActions>
        <Button
          kind="primary"
          onClick={() => {
            onSave([...chosen]);
            onClose();
          }}
        >
          {translate('common.done')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
