import { useState } from 'react';
import type { Params } from '#shared/api/api.ts';
import type { ExportPreview, ExportTargetInfo } from '#shared/api/export.ts';
import type { ViewInfo } from '#shared/api/view.ts';
import { activeDocument, useApp } from '../../state/app-store.ts';
import { useSettledAnswer } from '../../state/use-settled-answer.ts';
import { type Choosing, type ExportChoice, requestFor } from './export-choice.ts';

/** What is proposed at first. */
const USUAL = 'curl';

/** What is told beside the fields. */
const TROUBLES = ['address-unusable', 'export-refused'] as const;

/** An export while it is being chosen. */
export interface Exporting extends Choosing {
  readonly target: ExportTargetInfo | undefined;
  readonly preview: ExportPreview | undefined;
  /** What is wrong with what was typed, in words. */
  readonly trouble: string | undefined;
  /** What is to be exported, just as the preview shows it; absent while it cannot be. */
  readonly request: Params<'export.bytes'> | undefined;
}

/** The choices of the export dialog, and what the engine says of them. */
export function useExport(view: ViewInfo, targets: readonly ExportTargetInfo[]): Exporting {
  const version = useApp((state) => activeDocument(state)?.version);
  const shell = useApp(({ preferences }) => preferences.exportShell);
  const [choice, onChoose] = useState<ExportChoice>({
    scope: view.selected > 0 ? 'selection' : 'all',
    site: '',
    inline: false,
  });
  const target = targets.find(({ id }) => id === (choice.to ?? USUAL)) ?? targets[0];
  const params = target && requestFor({ view, target, shell }, choice);
  const asked = { params, version: String(version), troubles: TROUBLES };
  const { answer: preview, trouble } = useSettledAnswer('export.preview', asked);
  const isReady = preview !== undefined && preview.refused === undefined && trouble === undefined;
  const request =
    params && isReady ? { ...params, ...(preview.url !== undefined && { url: preview.url }) } : undefined;
  return { choice, onChoose, target, preview, trouble, request };
}
