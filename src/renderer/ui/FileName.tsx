import { splitFileName } from '#shared/i18n/file-names.ts';

/** The name of a file, its Latin parts and its numbers in their order. */
export function FileName({ name }: { readonly name: string }) {
  return (
    <bdi>
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
