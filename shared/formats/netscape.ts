import type { LineFormat } from './format.ts';

/** The Netscape cookie file, `cookies.txt`. */
export const netscape: LineFormat = {
  kind: 'lines',
  id: 'netscape',
  name: 'Netscape cookies.txt',
  extensions: ['txt'],
  carries: ['name', 'value', 'domain', 'hostOnly', 'path', 'secureOnly', 'httpOnly', 'expiryTime'],
  detect: () => true,
  misfit: () => undefined,
  write: () => {
    throw new Error('pending');
  },
};
