import { useState } from 'react';
import type { RecipeInfo, StepKindInfo } from '#shared/api/recipes.ts';
import { useApp } from '../../state/app-store.ts';
import { exportRecipe, importRecipe, removeRecipe, runRecipe } from '../../state/recipe-actions.ts';
import { useAnswer } from '../../state/use-answer.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { messages } from '../../ui/messages.ts';
import { recipeMessages as words } from '../../ui/recipe-messages.ts';
import { type Draft, draftOf, newStep } from './recipe-draft.ts';
import { RecipeEditor } from './recipe-editor.tsx';
import { RecipeList } from './recipe-list.tsx';
import { RecipeSteps } from './recipe-steps.tsx';
import './recipes.css';

interface RecipesDialogProps {
  readonly document: string;
  readonly onClose: () => void;
}

/** The recipes, what the chosen one would do to the document, and the writing of one. */
export function RecipesDialog({ document, onClose }: RecipesDialogProps) {
  const [changed, setChanged] = useState(0);
  const [chosen, setChosen] = useState<string>();
  const [draft, setDraft] = useState<Draft>();
  const list = useAnswer('recipe.list', {}, changed);
  const kinds = useAnswer('recipe.kinds', {});
  if (list === undefined || kinds === undefined) return null;
  const recipe = list.recipes.find(({ name }) => name === chosen) ?? list.recipes[0];
  const show = (name: string | undefined): void => {
    setDraft(undefined);
    setChosen(name);
    setChanged((count) => count + 1);
  };
  if (draft !== undefined) {
    return (
      <RecipeEditor
        document={document}
        draft={draft}
        kinds={kinds}
        onChange={setDraft}
        onSaved={show}
        onBack={() => setDraft(undefined)}
        onClose={onClose}
      />
    );
  }
  return (
    <Recipes
      document={document}
      list={list}
      recipe={recipe}
      onShow={show}
      onEdit={(edited) => setDraft(edited === undefined ? EMPTY : editable(edited, kinds))}
      onClose={onClose}
    />
  );
}

const EMPTY: Draft = { name: words.newName, steps: [newStep('drop-expired')] };

/** A recipe of the program is copied under a name of its own. */
function editable(recipe: RecipeInfo, kinds: readonly StepKindInfo[]): Draft {
  const draft = draftOf(recipe, kinds);
  return recipe.builtIn ? { ...draft, name: words.copyName(draft.name) } : draft;
}

interface RecipesProps {
  readonly document: string;
  readonly list: { readonly recipes: RecipeInfo[]; readonly unreadable: { file: string; message: string }[] };
  readonly recipe: RecipeInfo | undefined;
  readonly onShow: (name: string | undefined) => void;
  readonly onEdit: (recipe: RecipeInfo | undefined) => void;
  readonly onClose: () => void;
}

function Recipes({ document, list, recipe, onShow, onEdit, onClose }: RecipesProps) {
  const info = useApp(({ documents }) => documents.find(({ id }) => id === document));
  const take = async (): Promise<void> => {
    const imported = await importRecipe();
    if (imported !== undefined) onShow(imported.name);
  };
  const run = (): void => {
    onClose();
    if (recipe !== undefined) void runRecipe(document, recipe);
  };
  const footer = (
    <>
      <Button look="quiet" onClick={() => onEdit(undefined)}>
        {words.create}
      </Button>
      <Button look="quiet" className="dialog-start" onClick={() => void take()}>
        {words.import}
      </Button>
      <Button onClick={onClose}>{messages.cancel}</Button>
      <Button look="primary" disabled={recipe === undefined || info?.readOnly === 'format'} onClick={run}>
        {words.run}
      </Button>
    </>
  );
  return (
    <Dialog
      size="large"
      title={words.title(info?.title ?? '')}
      description={words.text}
      onClose={onClose}
      footer={footer}
    >
      <div className="recipes">
        <RecipeList list={list} chosen={recipe?.name} onChoose={onShow} />
        {recipe !== undefined && (
          <ShownRecipe document={document} recipe={recipe} onShow={onShow} onEdit={onEdit} />
        )}
      </div>
    </Dialog>
  );
}

type ShownRecipeProps = Pick<RecipesProps, 'document' | 'onShow' | 'onEdit'> & {
  readonly recipe: RecipeInfo;
};

/** The chosen recipe: what it would do, and what can be done with it. */
function ShownRecipe({ document, recipe, onShow, onEdit }: ShownRecipeProps) {
  const remove = async (): Promise<void> => {
    await removeRecipe(recipe, () => onShow(recipe.name));
    onShow(undefined);
  };
  return (
    <section className="recipe">
      <h3>{recipe.name}</h3>
      {recipe.description !== undefined && <p className="muted">{recipe.description}</p>}
      <RecipeSteps document={document} recipe={recipe} />
      <div className="recipe-tools">
        <Button className="button-small" onClick={() => onEdit(recipe)}>
          {recipe.builtIn ? words.copy : words.edit}
        </Button>
        <Button className="button-small" onClick={() => void exportRecipe(recipe)}>
          {words.export}
        </Button>
        {!recipe.builtIn && (
          <Button className="button-small" onClick={() => void remove()}>
            {words.remove}
          </Button>
        )}
      </div>
    </section>
  );
}
