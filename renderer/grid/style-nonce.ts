import { readStyleNonce } from '../ui/style-nonce.ts';

/** The nonce for the style elements that the grid makes; read once. */
export const styleNonce = readStyleNonce();
