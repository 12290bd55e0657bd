export { addEntry } from './add-entry.ts';
export type { EditableField } from './editable-fields.ts';
export { fixAll } from './fix-all.ts';
export { fixRule } from './fix-rule.ts';
export { duplicateLines, expireEntries, removeExpired, removeLines } from './line-edits.ts';
export { setField, validateField } from './set-field.ts';
