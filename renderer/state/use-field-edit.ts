import { useEffect, useRef, useState } from 'react';
import { AppError } from '#shared/api/app-error.ts';
import type { EditableField } from '#shared/api/common.ts';
import type { EntryDetail } from '#shared/api/entry.ts';
import { MASK } from '#shared/cookie/mask.ts';
import { setField } from './edit-actions.ts';
import { call } from './engine.ts';
import { reportFailure } from './notices.ts';

/** A field of an entry. */
export interface FieldOf {
  readonly document: string;
  readonly id: number;
  readonly field: EditableField;
}

/** One field being typed: its text, what the engine says of it, and the way to hand it in. */
export interface FieldEdit {
  /** Absent until the field's own text has come from the engine. */
  readonly text: string | undefined;
  readonly error: string | undefined;
  readonly warnings: readonly string[];
  write(text: string): void;
  /** True when the field is now as typed; false when it was refused, with `error` saying why. */
  commit(): Promise<boolean>;
  /** What was typed is given up; a field that loses the keyboard afterwards hands nothing in. */
  cancel(): void;
}

/** The text of a field as a person edits it. */
export function fieldText(detail: EntryDetail, field: EditableField): string {
  switch (field) {
    case 'expires':
      return detail.expiryText;
    case 'hostOnly':
    case 'secureOnly':
    case 'httpOnly':
      return String(detail[field]);
    case 'name':
    case 'value':
    case 'domain':
    case 'path':
    case 'sameSite':
      return detail[field] ?? '';
  }
}

/** Edits one field of one line. What may be a value is asked for only here, when the person opens it for editing. */
export function useFieldEdit({ document, id, field }: FieldOf): FieldEdit {
  const [text, setText] = useState<string>();
  const [judgement, setJudgement] = useState<{ error?: string | undefined; warnings: string[] }>({
    warnings: [],
  });
  const original = useRef<string>(undefined);
  const latest = useRef(0);
  const finished = useRef(false);
  useEffect(() => {
    void (async () => {
      const masked = field === 'value' ? MASK : fieldText(await call('entry.get', { document, id }), field);
      original.current = masked.includes(MASK)
        ? fieldText(await call('entry.get', { document, id, reveal: true }), field)
        : masked;
      setText(original.current);
    })().catch(fail);
  }, [document, id, field]);

  const write = (typed: string): void => {
    setText(typed);
    const mine = ++latest.current;
    call('edit.validate', { document, id, field, text: typed }).then(
      (answer) => (mine === latest.current ? setJudgement(answer) : undefined),
      fail,
    );
  };
  const commit = async (): Promise<boolean> => {
    if (finished.current || text === undefined || text === original.current) return true;
    try {
      finished.current = true;
      await setField(document, id, { field, text });
      return true;
    } catch (error) {
      finished.current = false;
      if (!(error instanceof AppError)) throw error;
      if (error.code === 'edit-refused')
        setJudgement({ error: String(error.data['message'] ?? ''), warnings: [] });
      else reportFailure(error);
      return false;
    }
  };
  const cancel = (): void => {
    finished.current = true;
  };
  return { text, error: judgement.error, warnings: judgement.warnings, write, commit, cancel };
}

function fail(error: unknown): void {
  if (!(error instanceof AppError)) throw error;
  reportFailure(error);
}
