import { FileWarning, X } from 'lucide-react';
import { useApp } from '../../state/app-store.ts';
import { reviewReadable } from '../../state/readable-actions.ts';
import { leaveUnrepaired } from '../../state/repair-actions.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { messages } from '../../ui/messages.ts';

/** Says that a program refuses the file, and leads to what would have it read; nothing where none does. */
export function RefusalBar({ document }: { readonly document: string }) {
  const files = useApp(({ views }) => views[document]?.clients?.files);
  const dismissed = useApp(({ unrepaired }) => unrepaired.includes(document));
  const refusing = files?.filter(({ refusal }) => refusal !== undefined) ?? [];
  const [first] = refusing;
  if (dismissed || first?.refusal === undefined) return null;
  const { readable } = messages;
  const { line, text } = first.refusal;
  return (
    <div className="bar bar-warning" role="status">
      <FileWarning size={14} aria-hidden />
      <span className="bar-text clip">
        <strong>{readable.refusedBy(first.title, refusing.length - 1)}</strong>{' '}
        <span className="muted">
          {line !== undefined && !text.startsWith('line') && `${messages.problems.line(line)}: `}
          {text}
        </span>
      </span>
      <Button look="primary" className="button-small" onClick={() => reviewReadable(document)}>
        {readable.make}
      </Button>
      <IconButton small label={readable.leave} onClick={() => leaveUnrepaired(document)}>
        <X size={14} />
      </IconButton>
    </div>
  );
}
