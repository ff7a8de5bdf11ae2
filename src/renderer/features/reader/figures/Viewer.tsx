import { type KeyboardEvent, useRef, useState } from 'react';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { useModal } from '#renderer/ui/Dialog.tsx';
import { formatNumber, interfaceDirection } from '#shared/i18n/locale.ts';
import { translate } from '#shared/i18n/translate.ts';
import type { ArticleFigure } from './pictures.ts';
import { copyPicture, savePicture } from './picture-actions.ts';
import { useDrag } from './use-drag.ts';
import { useZoom } from './use-zoom.ts';
import { neighbour } from './viewer-zoom.ts';
import styles from './Viewer.module.css';

interface ViewerProps {
  readonly figures: readonly ArticleFigure[];
  /** The block of the figure that is shown first. */
  readonly first: string;
  /** Called after the viewer was closed, with the block of the last figure if its place is wanted. */
  readonly onClose: (goTo: string | null) => void;
}

/** One picture in the whole window, which is dark in every theme. */
export function Viewer({ figures, first, onClose }: ViewerProps) {
  const dialog = useModal();
  const goTo = useRef<string | null>(null);
  const [index, setIndex] = useState(() =>
    Math.max(
      figures.findIndex(({ blockId }) => blockId === first),
      0,
    ),
  );
  const figure = figures[index];
  if (figure === undefined) return null;
  const step = (by: 1 | -1): void => setIndex(neighbour(index, by, figures.length));
  const showPlace = (): void => {
    goTo.current = figure.blockId;
    dialog.current?.close();
  };
  return (
    <dialog
      ref={dialog}
      className={styles.viewer}
      data-theme="dark"
      aria-label={translate('figure.viewer')}
      onClose={() => onClose(goTo.current)}
    >
      <Shown
        key={figure.blockId}
        figure={figure}
        position={{ index, count: figures.length }}
        onStep={step}
        onPlace={showPlace}
        onClose={() => dialog.current?.close()}
      />
    </dialog>
  );
}

interface ShownProps {
  readonly figure: ArticleFigure;
  readonly position: { readonly index: number; readonly count: number };
  readonly onStep: (by: 1 | -1) => void;
  readonly onPlace: () => void;
  readonly onClose: () => void;
}

function Shown({ figure, position, onStep, onPlace, onClose }: ShownProps) {
  const { picture } = figure;
  const stage = useRef<HTMLDivElement>(null);
  const zoom = useZoom(stage, picture);
  const drag = useDrag(stage);
  const towards = interfaceDirection() === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === '+' || event.key === '=') zoom.change('in');
    else if (event.key === '-') zoom.change('out');
    else if (event.key === '0') zoom.fit();
    else if (/^Arrow(?:Left|Right)$/u.test(event.key) && fitsInto(stage.current))
      onStep(event.key === towards ? 1 : -1);
    else return;
    event.preventDefault();
  }
  return (
    <div className={styles.frame} onKeyDown={onKeyDown}>
      <header className={styles.bar}>
        <IconButton autoFocus icon="x" label={translate('common.close')} onClick={onClose} />
        <span className={styles.position}>
          {translate('figure.position', { n: position.index + 1, of: position.count })}
        </span>
        <Tools figure={figure} zoom={zoom} onPlace={onPlace} />
      </header>
      <div
        ref={stage}
        className={`${styles.stage} scroll`}
        // A picture is scrolled from its left side in every language.
        dir="ltr"
        tabIndex={0}
        role="region"
        aria-label={figure.words}
        {...drag}
      >
        <img
          className={styles.picture}
          src={picture.address}
          alt={figure.alt}
          width={picture.width * zoom.zoom}
          height={picture.height * zoom.zoom}
          draggable={false}
        />
      </div>
      <Neighbours {...position} onStep={onStep} />
      <footer className={styles.foot}>
        {figure.isNamed && <p dir="auto">{figure.words}</p>}
        <small>
          {translate('figure.size', {
            w: formatNumber(picture.width),
            h: formatNumber(picture.height),
          })}
        </small>
      </footer>
    </div>
  );
}

interface ToolsProps extends Pick<ShownProps, 'figure' | 'onPlace'> {
  readonly zoom: ReturnType<typeof useZoom>;
}

function Tools({ figure, zoom, onPlace }: ToolsProps) {
  return (
    <div className={styles.tools}>
      <IconButton
        icon="zoom-out"
        label={translate('figure.zoomOut')}
        onClick={() => zoom.change('out')}
      />
      <output className={styles.zoom}>
        {translate('common.percent', { p: Math.round(zoom.zoom * 100) })}
      </output>
      <IconButton
        icon="zoom-in"
        label={translate('figure.zoomIn')}
        onClick={() => zoom.change('in')}
      />
      <IconButton icon="fit" label={translate('figure.fit')} onClick={zoom.fit} />
      <IconButton
        icon="copy"
        label={translate('figure.copy')}
        onClick={() => void copyPicture(figure.picture)}
      />
      <IconButton
        icon="export"
        label={translate('figure.save')}
        onClick={() => void savePicture(figure)}
      />
      <IconButton icon="place" label={translate('figure.place')} onClick={onPlace} />
    </div>
  );
}

function Neighbours({ index, count, onStep }: ShownProps['position'] & Pick<ShownProps, 'onStep'>) {
  return (
    <>
      <IconButton
        className={styles.previous}
        icon="back"
        label={translate('figure.previous')}
        disabled={index === 0}
        onClick={() => onStep(-1)}
      />
      <IconButton
        className={styles.next}
        icon="forward"
        label={translate('figure.next')}
        disabled={index === count - 1}
        onClick={() => onStep(1)}
      />
    </>
  );
}

/** True when the whole picture is in sight, so that arrows need not scroll it. */
const fitsInto = (stage: HTMLDivElement | null): boolean =>
  stage === null ||
  (stage.scrollWidth <= stage.clientWidth && stage.scrollHeight <= stage.clientHeight);
