import { useState } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog, DialogActions } from '#renderer/ui/Dialog.tsx';
import { translate } from '#shared/i18n/translate.ts';
import { TagsEditor } from './TagsEditor.tsx';

interface TagsDialogProps {
  readonly title: string;
  readonly tags: readonly string[];
  readonly known: readonly string[];
  /** Called with the tags when they are to be saved. */
  readonly onSave: (tags: string[]) => void;
  readonly onClose: () => void;
}

/** Asks for tags: of one highlight, or to be added to several. */
export function TagsDialog({ title, tags, known, onSave, onClose }: TagsDialogProps) {
  const [chosen, setChosen] = useState([...tags]);
  return (
    <Dialog title={title} onClose={onClose}>
      <TagsEditor tags={chosen} known={known} onChange={setChosen} />
      <DialogActions>
        <Button
          kind="primary"
          onClick={() => {
            onSave(chosen);
            onClose();
          }}
        >
          {translate('common.done')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
