/** Watches a file and shows its content whenever that is another one; the result ends it. */
export type BadWatcher = (file: string, show: (content: string) => void) => Promise<() => Promise<void>>;
