/** What the reader is asked for with the system's own dialogs: a path, or `null` when cancelled. */
export interface FileDialogs {
  chooseTarget(options: FileChoice & { readonly suggestedName: string }): Promise<string | null>;
  chooseSource(options: FileChoice): Promise<string | null>;
}

export interface FileChoice {
  readonly title: string;
  /** The kind of files in words, and its endings without the dot. */
  readonly kind: { readonly name: string; readonly extensions: readonly string[] };
}
