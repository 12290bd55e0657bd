/** What stands for text that is not shown: always as many dots, so that no length leaks. */
export const MASK = '••••••';
