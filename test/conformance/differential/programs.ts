import { realCurl } from './curl.ts';
import type { RealProgram } from './program.ts';
import { realWget } from './wget.ts';

/** Every real program that random files are compared with. */
export const REAL_PROGRAMS: readonly RealProgram[] = [realCurl, realWget];
