import type { ParseArgsOptionDescriptor, parseArgs } from 'node:util';

type Options = Readonly<Record<string, ParseArgsOptionDescriptor & { readonly help?: string }>>;

export function helpOf(command: string, options?: Options, takes?: string): string;

export function readOptions<const Given extends Options>(
  command: string,
  options?: Given,
  takes?: string,
): ReturnType<typeof parseArgs<{ options: Given; args: string[]; allowPositionals: boolean }>>;
