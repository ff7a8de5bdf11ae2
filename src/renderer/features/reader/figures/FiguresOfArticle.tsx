import { type ReactNode, useMemo, useState } from 'react';
import { useReader } from '../open-reader.ts';
import { Viewer } from './Viewer.tsx';
import { FiguresContext, figuresOf } from './pictures.ts';

/** Tells the text which pictures it shows, and opens them in the viewer. */
export function FiguresOfArticle({ children }: { readonly children: ReactNode }) {
  const { article, jumpTo } = useReader();
  const [opened, setOpened] = useState<string | null>(null);
  const figures = useMemo(() => ({ ...figuresOf(article), open: setOpened }), [article]);
  return (
    <FiguresContext value={figures}>
      {children}
      {opened !== null && (
        <Viewer
          figures={figures.inOrder}
          first={opened}
          onClose={(goTo) => {
            setOpened(null);
            const figure = goTo === null ? undefined : figures.byBlock.get(goTo);
            if (figure) jumpTo(figure.start);
          }}
        />
      )}
    </FiguresContext>
  );
}
