import { splitFileName } from '#shared/i18n/file-names.ts';

interface FileNameProps {
  readonly name: string;
  readonly className?: string | undefined;
  readonly title?: string | undefined;
}

/** The name of a file, its Latin parts and its numbers in their order. */
export function FileName({ name, ...rest }: FileNameProps) {
  return (
    <bdi {...rest}>
      {splitFileName(name).map(({ text, latin }, index) =>
        latin ? (
          // The pieces of one name never change places.
          <bdi key={index} className="ltr">
            {text}
          </bdi>
        ) : (
          text
        ),
      )}
    </bdi>
  );
}
