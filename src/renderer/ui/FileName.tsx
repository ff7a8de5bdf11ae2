import { splitFileName } from '#shared/i18n/file-names.ts';

interface FileNameProps {
  readonly name: string;
  readonly className?: string | undefined;
  readonly title?: string | undefined;
}

/** The name of a file. Its Latin parts and numbers are isolated, so that they keep their order. */
export function FileName({ name, ...rest }: FileNameProps) {
  return (
    <bdi {...rest}>
      {splitFileName(name).map(({ text, latin }, index) =>
        latin ? (
          // The pieces of one name are never reordered, so the index can be the key.
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
