import { themeQuartz } from 'ag-grid-community';
import { gridParameters } from '../ui/tokens.ts';

/** The grid in the window's own colours; light and dark come through the tokens' CSS variables. */
export const gridTheme = themeQuartz.withParams(gridParameters);
