import type { ParseArgsConfig } from 'node:util';
import type { DocumentService } from '../documents/document-service.ts';
import type { Connection } from '../api/dispatch.ts';
import type { ExitCode } from './exit-codes.ts';
import type { Io } from './io.ts';
import type { EachFile } from './many/each-file.ts';

/** An option as the help shows it. */
export interface CommandOption {
  readonly type: 'boolean' | 'string';
  readonly multiple?: boolean;
  /** The word that stands for the option's text in the help: "FILE". */
  readonly argument?: string;
  /** The words that it may be, or that its first word is, where they are known: for completion. */
  readonly choices?: readonly string[];
  readonly help: string;
}

/** What a command has to work with. */
export interface CommandContext {
  readonly io: Io;
  readonly files: readonly string[];
  readonly options: Options;
  readonly service: DocumentService;
  readonly connection: Connection;
  /** Every command there is, for those that are about them. */
  readonly commands: readonly Command[];
}

/** One thing that `crumbs` does. */
export interface Command {
  readonly name: string;
  /** What follows the name: "FILE… [--json]". */
  readonly usage: string;
  readonly summary: string;
  readonly options: Readonly<Record<string, CommandOption>>;
  /** What the help says below the options; made when it is asked for. */
  readonly details?: () => string;
  /** What it takes instead of files. */
  readonly words?: readonly string[];
  /** How many files the command takes. */
  readonly files: { readonly least: number; readonly most: number };
  /** A command that stays follows its files until it is interrupted; one that serves keeps unsaved edits too. */
  readonly stays?: 'serving' | 'looking';
  /** What it does for each of its files, where it takes them one by one; `run` then is `overFiles`. */
  readonly each?: EachFile;
  run(context: CommandContext): Promise<ExitCode>;
}

/** The options that were given. */
export class Options {
  readonly #values: Readonly<Record<string, unknown>>;

  constructor(values: Readonly<Record<string, unknown>>) {
    this.#values = values;
  }

  /** All of them as plain data. */
  get given(): Readonly<Record<string, unknown>> {
    return { ...this.#values };
  }

  has(name: string): boolean {
    return this.#values[name] === true;
  }

  text(name: string): string | undefined {
    const value = this.#values[name];
    return typeof value === 'string' ? value : undefined;
  }

  texts(name: string): readonly string[] {
    const value = this.#values[name];
    return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
  }
}

/** The command was not understood; the message says how. */
export class UsageError extends Error {
  /** Without a command the general help is the place to look. */
  readonly command: string | undefined;

  constructor(message: string, command?: string) {
    super(message);
    this.command = command;
  }
}

/** The option's text, which must be one of a few words. */
export function oneOf<Word extends string>(text: string, words: readonly Word[], name: string): Word {
  const word = words.find((known) => known === text);
  if (word === undefined) throw new UsageError(`--${name} takes ${words.join(', ')}.`);
  return word;
}

/** The options in the shape that `parseArgs` takes. */
export function parseConfig(options: Command['options']): NonNullable<ParseArgsConfig['options']> {
  return Object.fromEntries(
    Object.entries(options).map(([name, { type, multiple }]) => [
      name,
      multiple === true ? { type, multiple } : { type },
    ]),
  );
}
