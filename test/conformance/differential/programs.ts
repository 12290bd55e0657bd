import { realAria2 } from './aria2.ts';
import { realCurl } from './curl.ts';
import { realLynx } from './lynx.ts';
import { realPerl } from './perl.ts';
import type { RealProgram } from './program.ts';
import { REAL_PYTHONS } from './python.ts';
import { realWget } from './wget.ts';
import { realWget2 } from './wget2.ts';

/** Every real program that random files are compared with. */
export const REAL_PROGRAMS: readonly RealProgram[] = [
  realCurl,
  realWget,
  realWget2,
  ...REAL_PYTHONS,
  realAria2,
  realPerl,
  realLynx,
];
