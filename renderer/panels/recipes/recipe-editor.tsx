import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import type { StepKindInfo } from '#shared/api/recipes.ts';
import { saveRecipe } from '../../state/recipe-actions.ts';
import { useSettledAnswer } from '../../state/use-settled-answer.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { messages } from '../../ui/messages.ts';
import { recipeMessages as words } from '../../ui/recipe-messages.ts';
import { operationOf } from '../bulk-edit/bulk-draft.ts';
import { BulkStep } from './bulk-step.tsx';
import { type Draft, type DraftStep, moved, newStep, textOf } from './recipe-draft.ts';
import '../../ui/field.css';

interface RecipeEditorProps {
  readonly document: string;
  readonly draft: Draft;
  readonly kinds: readonly StepKindInfo[];
  readonly onChange: (draft: Draft) => void;
  readonly onSaved: (name: string) => void;
  readonly onBack: () => void;
  readonly onClose: () => void;
}

/** A recipe while it is written: its name and its steps, with what is wrong beside each. */
export function RecipeEditor(props: RecipeEditorProps) {
  const { document, draft, kinds, onChange, onSaved, onBack, onClose } = props;
  const text = textOf(draft, kinds);
  const { answer } = useSettledAnswer('recipe.check', { params: { text }, version: '', troubles: [] });
  const save = async (): Promise<void> => {
    const saved = await saveRecipe(text);
    if (saved !== undefined) onSaved(saved.name);
  };
  const put = (steps: readonly DraftStep[]): void => onChange({ ...draft, steps });
  const trouble = answer?.error;
  return (
    <Dialog
      size="large"
      title={words.editing(draft.name)}
      description={words.editingText}
      onClose={onClose}
      footer={
        <EditorFooter
          ready={answer !== undefined && trouble === undefined}
          onAdd={() => put([...draft.steps, newStep('drop-expired')])}
          onBack={onBack}
          onSave={save}
        />
      }
    >
      <label className="recipe-name">
        <span className="muted">{words.name}</span>
        <input
          className="input"
          value={draft.name}
          autoFocus
          onChange={({ currentTarget }) => onChange({ ...draft, name: currentTarget.value })}
        />
      </label>
      {trouble !== undefined && answer?.step === undefined && (
        <p className="severity-error" role="alert">
          {trouble}
        </p>
      )}
      <ol className="recipe-draft" aria-label={words.steps}>
        {draft.steps.map((step, at) => (
          <StepEditor
            key={step.key}
            document={document}
            at={at}
            count={draft.steps.length}
            step={step}
            kinds={kinds}
            trouble={answer?.step === at ? trouble : undefined}
            onChange={(next) => put(draft.steps.with(at, next))}
            onMove={(by) => put(moved(draft.steps, at, by))}
            onRemove={() => put(draft.steps.toSpliced(at, 1))}
          />
        ))}
      </ol>
    </Dialog>
  );
}

interface EditorFooterProps {
  readonly ready: boolean;
  readonly onAdd: () => void;
  readonly onBack: () => void;
  readonly onSave: () => Promise<void>;
}

function EditorFooter({ ready, onAdd, onBack, onSave }: EditorFooterProps) {
  return (
    <>
      <Button look="quiet" className="dialog-start" icon={<Plus size={14} />} onClick={onAdd}>
        {words.addStep}
      </Button>
      <Button onClick={onBack}>{messages.cancel}</Button>
      <Button look="primary" disabled={!ready} onClick={() => void onSave()}>
        {messages.save}
      </Button>
    </>
  );
}

interface StepEditorProps {
  readonly document: string;
  readonly at: number;
  readonly count: number;
  readonly step: DraftStep;
  readonly kinds: readonly StepKindInfo[];
  readonly trouble: string | undefined;
  readonly onChange: (step: DraftStep) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

/** One step: what it does, the field that this asks for, and its place. */
function StepEditor(props: StepEditorProps) {
  const { document, at, count, step, kinds, trouble, onChange, onMove, onRemove } = props;
  const field = kinds.find(({ id }) => id === step.do)?.field;
  return (
    <li className="recipe-edit">
      <div className="recipe-edit-line">
        <span className="recipe-number numeric muted">{at + 1}</span>
        <select
          className="select"
          aria-label={words.kind(at + 1)}
          value={step.do}
          onChange={({ currentTarget }) => onChange({ ...newStep(currentTarget.value), key: step.key })}
        >
          {kinds.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
        {field === undefined ? (
          <span className="recipe-field" />
        ) : (
          <input
            className="input recipe-field"
            aria-label={`${words.kind(at + 1)}: ${field.label}`}
            aria-invalid={trouble !== undefined}
            placeholder={field.empty ?? field.hint}
            spellCheck={false}
            value={step.typed}
            onChange={({ currentTarget }) => onChange({ ...step, typed: currentTarget.value })}
          />
        )}
        <IconButton small label={words.up(at + 1)} disabled={at === 0} onClick={() => onMove(-1)}>
          <ArrowUp size={13} />
        </IconButton>
        <IconButton small label={words.down(at + 1)} disabled={at === count - 1} onClick={() => onMove(1)}>
          <ArrowDown size={13} />
        </IconButton>
        <IconButton small label={words.drop(at + 1)} disabled={count === 1} onClick={onRemove}>
          <X size={13} />
        </IconButton>
      </div>
      {step.bulk !== undefined && (
        <BulkStep document={document} draft={step.bulk} onChange={(bulk) => onChange({ ...step, bulk })} />
      )}
      {trouble !== undefined && (
        <p className="severity-error recipe-trouble" role="alert">
          {isOpen(step) ? words.changesNothing(at + 1) : trouble}
        </p>
      )}
    </li>
  );
}

/** Has the step that changes a field not been filled in yet? */
function isOpen({ bulk }: DraftStep): boolean {
  return bulk !== undefined && operationOf(bulk) === undefined;
}
