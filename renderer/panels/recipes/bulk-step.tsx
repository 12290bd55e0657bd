import type { BulkKind } from '../../state/bulk-kind.ts';
import type { BulkDraft } from '../bulk-edit/bulk-draft.ts';
import { BulkFields } from '../bulk-edit/bulk-fields.tsx';
import { KindChoice } from '../bulk-edit/kind-choice.tsx';
import '../bulk-edit/bulk-edit.css';

/** What comes to an end however often a recipe is run, and is no step of its own. */
const KINDS: readonly BulkKind[] = ['set', 'replace', 'session', 'lower-case'];

interface BulkStepProps {
  readonly document: string;
  readonly draft: BulkDraft;
  readonly onChange: (draft: BulkDraft) => void;
}

/** What a step changes in which field, asked for as it is for an edit of many cookies. */
export function BulkStep({ document, draft, onChange }: BulkStepProps) {
  // A step that was written by hand may do what is not offered.
  const among = KINDS.includes(draft.kind) ? KINDS : [...KINDS, draft.kind];
  return (
    <div className="recipe-bulk">
      <KindChoice among={among} value={draft.kind} onChoose={(kind) => onChange({ ...draft, kind })} />
      <BulkFields
        document={document}
        draft={draft}
        trouble={undefined}
        onChange={(part) => onChange({ ...draft, ...part })}
      />
    </div>
  );
}
