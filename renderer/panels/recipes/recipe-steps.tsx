import { ChevronRight } from 'lucide-react';
import type { RecipeInfo, StepPreview } from '#shared/api/recipes.ts';
import { useApp } from '../../state/app-store.ts';
import { useAnswer } from '../../state/use-answer.ts';
import { recipeMessages as words } from '../../ui/recipe-messages.ts';
import { ChangeList } from '../changes/change-list.tsx';

const SHOWN = 20;

interface RecipeStepsProps {
  readonly document: string;
  readonly recipe: Pick<RecipeInfo, 'text' | 'steps'>;
}

/** The steps of a recipe, and what each would do to the document; values are masked by the engine. */
export function RecipeSteps({ document, recipe }: RecipeStepsProps) {
  const version = useApp(({ documents }) => documents.find(({ id }) => id === document)?.version);
  const { text, steps } = recipe;
  const answer = useAnswer('recipe.preview', { document, text, most: SHOWN }, version);
  // The answer before is of another recipe until the next one is there.
  const previews =
    answer?.map((preview) => preview.text).join('\n') === steps.join('\n') ? answer : undefined;
  const nothing = previews?.every(({ counts }) => total(counts) === 0) ?? false;
  return (
    <>
      <ol className="recipe-steps" aria-label={words.steps}>
        {steps.map((step, at) => (
          // A recipe may do the same twice: only the place tells such steps apart.
          // oxlint-disable-next-line react/no-array-index-key
          <StepItem key={`${at} ${step}`} at={at} step={step} preview={previews?.[at]} />
        ))}
      </ol>
      {nothing && (
        <p className="muted" role="status">
          {words.nothingAtAll}
        </p>
      )}
    </>
  );
}

interface StepItemProps {
  readonly at: number;
  readonly step: string;
  readonly preview: StepPreview | undefined;
}

function StepItem({ at, step, preview }: StepItemProps) {
  const head = (
    <>
      <span className="recipe-number numeric muted">{at + 1}</span>
      <span className="recipe-step-text">{step}</span>
      {preview !== undefined && <span className="muted numeric recipe-outcome">{outcomeOf(preview)}</span>}
    </>
  );
  if (preview === undefined || preview.changes.length === 0) return <li className="recipe-step">{head}</li>;
  const more = total(preview.counts) - preview.changes.length;
  return (
    <li>
      <details>
        <summary className="recipe-step">
          {head}
          <ChevronRight size={14} className="recipe-more" aria-hidden />
        </summary>
        <ChangeList changes={preview.changes} />
        {more > 0 && <p className="muted recipe-rest">{words.more(more)}</p>}
      </details>
    </li>
  );
}

function outcomeOf({ counts, passed }: StepPreview): string {
  return passed ?? (total(counts) === 0 ? words.nothing : words.changes(counts));
}

function total({ added, edited, removed, moved, properties }: StepPreview['counts']): number {
  return added + edited + removed + moved + properties;
}
