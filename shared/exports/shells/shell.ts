/** The shells that commands are written for, by the word that names them. */
export const SHELL_IDS = ['posix', 'fish', 'powershell', 'cmd'] as const;
export type ShellId = (typeof SHELL_IDS)[number];

/** How a command is written for one family of shells. */
export interface Shell {
  readonly id: ShellId;
  readonly name: string;
  /** One argument that a program gets as it stands here; nothing for a text that this shell cannot be trusted with. */
  quote(text: string): string | undefined;
  /** What `quote` refuses besides texts that must stand in no command, and what to do instead; one plain sentence. */
  readonly limit: string;
  /** What names and values in a command may be made of. */
  readonly inline: { readonly allowed: RegExp; readonly reason: string };
  /** Programs that have another name there. */
  readonly programs: Readonly<Record<string, string>>;
}
