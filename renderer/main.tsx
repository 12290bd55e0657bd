import '@fontsource-variable/inter';
import '@fontsource-variable/jetbrains-mono';
import './ui/tokens.css';
import './ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { connect } from './client/connect.ts';
import { registerGridModules } from './grid/modules.ts';
import { Workbench } from './panels/workbench/workbench.tsx';
import { start } from './state/start.ts';

registerGridModules();
start(connect());

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');
createRoot(root).render(
  <StrictMode>
    <Workbench />
  </StrictMode>,
);
