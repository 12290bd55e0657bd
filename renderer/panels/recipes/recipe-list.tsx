import type { RecipeInfo } from '#shared/api/recipes.ts';
import { recipeMessages as words } from '../../ui/recipe-messages.ts';

interface RecipeListProps {
  readonly list: { readonly recipes: RecipeInfo[]; readonly unreadable: { file: string; message: string }[] };
  readonly chosen: string | undefined;
  readonly onChoose: (name: string) => void;
}

/** The recipes of the program and of the person, one of them chosen. */
export function RecipeList({ list: { recipes, unreadable }, chosen, onChoose }: RecipeListProps) {
  const own = recipes.filter(({ builtIn }) => !builtIn);
  const group = (title: string, ones: readonly RecipeInfo[]) => (
    <>
      <h3>{title}</h3>
      {ones.map(({ name }) => (
        <label key={name} className="recipe-choice">
          <input
            type="radio"
            name="recipe"
            checked={name === chosen}
            onChange={() => onChoose(name)}
            className="visually-hidden"
          />
          <span className="clip">{name}</span>
        </label>
      ))}
    </>
  );
  return (
    <div className="recipe-list" role="radiogroup" aria-label={words.list}>
      {group(
        words.builtIn,
        recipes.filter(({ builtIn }) => builtIn),
      )}
      {group(words.own, own)}
      {own.length === 0 && <p className="muted">{words.none}</p>}
      {unreadable.map(({ file, message }) => (
        <p key={file} className="severity-warning" role="alert">
          {words.unreadable(file, message)}
        </p>
      ))}
    </div>
  );
}
