import { useId, useState } from 'react';
import type { OnCollision } from '#shared/api/bulk.ts';
import type { ViewInfo } from '#shared/api/view.ts';
import { activeView, useApp } from '../../state/app-store.ts';
import { bulkEdit } from '../../state/bulk-actions.ts';
import type { BulkKind } from '../../state/bulk-kind.ts';
import { useSettledAnswer } from '../../state/use-settled-answer.ts';
import { bulkMessages as words } from '../../ui/bulk-messages.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { messages } from '../../ui/messages.ts';
import { type BulkDraft, EMPTY, operationOf } from './bulk-draft.ts';
import { BulkFields } from './bulk-fields.tsx';
import { BulkPreviewList } from './bulk-preview.tsx';
import { KindChoice } from './kind-choice.tsx';
import './bulk-edit.css';

const SHOWN = 50;
const KINDS = Object.keys(words.kinds) as readonly BulkKind[];

interface BulkDialogProps {
  readonly document: string;
  readonly start: BulkKind;
  /** The rule that work of the kind `fix` begins with. */
  readonly rule?: string | undefined;
  readonly onClose: () => void;
}

/** One kind of work on many cookies, with what it would do to each. */
export function BulkDialog(props: BulkDialogProps) {
  const view = useApp((state) => activeView(state)?.info);
  return view?.document === props.document ? <OpenBulkDialog {...props} view={view} /> : null;
}

function OpenBulkDialog(props: BulkDialogProps & { readonly view: ViewInfo }) {
  const { document, start, rule = '', view, onClose } = props;
  const version = useApp(({ documents }) => documents.find(({ id }) => id === document)?.version);
  const [which, setWhich] = useState<'selection' | 'matches'>(view.selected > 0 ? 'selection' : 'matches');
  const [draft, setDraft] = useState({ ...EMPTY, kind: start, rule });
  const put = (part: Partial<BulkDraft>): void => setDraft({ ...draft, ...part });
  const [onCollision, setOnCollision] = useState<OnCollision>('skip');
  const form = useId();
  const operation = operationOf(draft);
  const request = operation && { document, target: { view: view.id, which }, operation, onCollision };
  const { answer, trouble } = useSettledAnswer('bulk.preview', {
    params: request && { ...request, most: SHOWN },
    version: `${version} ${view.matches} ${view.selected}`,
    troubles: ['edit-refused'],
  });
  const preview = operation === undefined || trouble !== undefined ? undefined : answer;
  const count = preview === undefined ? 0 : preview.counts.changed + preview.counts.removed;
  const apply = async (): Promise<void> => {
    if (request !== undefined && count > 0 && (await bulkEdit(request))) onClose();
  };
  return (
    <Dialog
      size="large"
      title={words.title(which === 'selection' ? view.selected : view.matches)}
      description={words.text}
      onClose={onClose}
      footer={
        <>
          <span className="muted dialog-start numeric" role="status">
            {preview && words.counts(preview.counts)}
          </span>
          <Button onClick={onClose}>{messages.cancel}</Button>
          <Button look="primary" type="submit" form={form} disabled={count === 0}>
            {words.apply(count)}
          </Button>
        </>
      }
    >
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault();
          void apply();
        }}
      >
        <div className="bulk-fields">
          <Scope view={view} which={which} onChoose={setWhich} />
          <KindChoice among={KINDS} autoFocus value={draft.kind} onChoose={(kind) => put({ kind })} />
        </div>
        <BulkFields
          document={document}
          draft={draft}
          trouble={operation === undefined ? undefined : trouble}
          onChange={put}
        />
      </form>
      {preview && <BulkPreviewList preview={preview} onCollision={onCollision} onChoose={setOnCollision} />}
    </Dialog>
  );
}

interface ScopeProps {
  readonly view: ViewInfo;
  readonly which: 'selection' | 'matches';
  readonly onChoose: (which: 'selection' | 'matches') => void;
}

/** Which cookies are worked on. */
function Scope({ view, which, onChoose }: ScopeProps) {
  return (
    <label className="bulk-field">
      {words.scope}
      <select
        className="select"
        value={which}
        onChange={({ currentTarget }) =>
          onChoose(currentTarget.value === 'matches' ? 'matches' : 'selection')
        }
      >
        <option value="selection" disabled={view.selected === 0}>
          {messages.exporting.selection(view.selected)}
        </option>
        <option value="matches">{messages.exporting.matches(view.matches)}</option>
      </select>
    </label>
  );
}
