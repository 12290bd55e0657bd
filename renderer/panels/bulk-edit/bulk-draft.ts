import type { BulkOperation } from '#shared/api/bulk.ts';
import type { EditableField } from '#shared/api/common.ts';
import type { BulkKind } from '../../state/bulk-kind.ts';

/** What is filled in, for every kind of work: nothing typed is lost by looking at another kind. */
export interface BulkDraft {
  readonly kind: BulkKind;
  readonly set: EditableField;
  readonly to: string;
  readonly replace: TextField;
  readonly find: string;
  readonly with: string;
  readonly pattern: boolean;
  readonly anyCase: boolean;
  readonly toggle: Flag;
  readonly by: string;
  readonly within: string;
  readonly lower: TextField;
  /** The rule whose fix is meant. */
  readonly rule: string;
}

export const TEXT_FIELDS = ['name', 'value', 'domain', 'path'] as const;
export type TextField = (typeof TEXT_FIELDS)[number];
export const FLAGS = ['secureOnly', 'httpOnly', 'hostOnly'] as const;
export type Flag = (typeof FLAGS)[number];

export const EMPTY: Omit<BulkDraft, 'kind'> = {
  set: 'expires',
  to: '',
  replace: 'value',
  find: '',
  with: '',
  pattern: false,
  anyCase: false,
  toggle: 'secureOnly',
  by: '30d',
  within: '400d',
  lower: 'domain',
  rule: '',
};

/** The operation that a draft stands for; nothing until enough of it is filled in. */
export function operationOf(draft: BulkDraft): BulkOperation | undefined {
  switch (draft.kind) {
    case 'set':
      // An empty value is a value; an empty expiry is what nobody means who has not typed yet.
      return draft.to === '' && draft.set !== 'value'
        ? undefined
        : { do: 'set', field: draft.set, text: draft.to };
    case 'replace': {
      const { replace: field, find, with: put, pattern, anyCase } = draft;
      return find === '' ? undefined : { do: 'replace', field, find, with: put, pattern, anyCase };
    }
    case 'toggle':
      return { do: 'toggle', field: draft.toggle };
    case 'shift-expiry':
      return draft.by === '' ? undefined : { do: 'shift-expiry', by: draft.by };
    case 'cap-expiry':
      return draft.within === '' ? undefined : { do: 'cap-expiry', within: draft.within };
    case 'session':
      return { do: 'set', field: 'expires', text: 'session' };
    case 'lower-case':
      return { do: 'lower-case', field: draft.lower };
    case 'fix':
      return draft.rule === '' ? undefined : { do: 'fix', rule: draft.rule };
  }
}

/** A draft that stands for an operation. */
export function draftOfOperation(operation: BulkOperation): BulkDraft {
  switch (operation.do) {
    case 'set': {
      const { field: set, text: to } = operation;
      return { ...EMPTY, kind: set === 'expires' && to === 'session' ? 'session' : 'set', set, to };
    }
    case 'replace': {
      const { field: replace, find, with: put, pattern = false, anyCase = false } = operation;
      return { ...EMPTY, kind: 'replace', replace, find, with: put, pattern, anyCase };
    }
    case 'toggle':
      return { ...EMPTY, kind: 'toggle', toggle: operation.field };
    case 'shift-expiry':
      return { ...EMPTY, kind: 'shift-expiry', by: operation.by };
    case 'cap-expiry':
      return { ...EMPTY, kind: 'cap-expiry', within: operation.within };
    case 'lower-case':
      return { ...EMPTY, kind: 'lower-case', lower: operation.field };
    case 'fix':
      return { ...EMPTY, kind: 'fix', rule: operation.rule };
  }
}
