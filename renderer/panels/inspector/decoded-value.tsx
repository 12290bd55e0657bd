import { applyEdits, format } from 'jsonc-parser';
import { Pencil } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { EntryDetail } from '#shared/api/entry.ts';
import { readValue, writeValue } from '#shared/cookie/read-value.ts';
import type { TokenTime, ValueReading } from '#shared/cookie/read-value.ts';
import { useApp } from '../../state/app-store.ts';
import { useFieldEdit } from '../../state/use-field-edit.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { messages } from '../../ui/messages.ts';
import { showMoment } from '../../ui/times.ts';
import { Typing } from './field-editor.tsx';
import './decoded-value.css';

const words = messages.value;

interface DecodedValueProps {
  readonly document: string;
  readonly detail: EntryDetail;
}

/** What is inside a value that is shown, where that is more than the value itself. */
export function DecodedValue({ document, detail }: DecodedValueProps) {
  const [editing, setEditing] = useState(false);
  const { id, value } = detail;
  const reading = useMemo(() => (value === undefined ? undefined : readValue(value)), [value]);
  if (reading === undefined || (reading.steps.length === 0 && reading.shape.kind === 'text')) return null;
  const { steps, shape, exact } = reading;
  const names = [...steps.map(({ codec }) => words.steps[codec.id]), words.shapes[shape.kind]];
  const canEdit = exact && shape.kind !== 'jwt' && detail.editable.includes('value');
  return (
    <div className="decoded" role="group" aria-label={words.label}>
      <div className="decoded-head">
        <ol>
          {names.map((name, at) => (
            <li key={at}>{name}</li>
          ))}
        </ol>
        {canEdit && !editing && (
          <IconButton small label={words.edit} onClick={() => setEditing(true)}>
            <Pencil size={14} />
          </IconButton>
        )}
      </div>
      {editing ? (
        <DecodedEditor document={document} id={id} reading={reading} onLeave={() => setEditing(false)} />
      ) : (
        <Inside reading={reading} expiryTime={detail.expiryTime} />
      )}
      {!exact && <p className="field-note">{words.inexact}</p>}
    </div>
  );
}

const INDENT = { insertSpaces: true, tabSize: 2 } as const;

/** JSON with its lines broken; numbers and escapes stay as they are spelt. */
function broken(json: string): string {
  return applyEdits(json, format(json, undefined, INDENT));
}

interface InsideProps {
  readonly reading: ValueReading;
  readonly expiryTime: number | undefined;
}

function Inside({ reading: { text, shape }, expiryTime }: InsideProps) {
  const now = useApp((state) => state.now);
  switch (shape.kind) {
    case 'text':
      return <div className="value-box mono">{text}</div>;
    case 'json':
      return <div className="value-box mono">{broken(text)}</div>;
    case 'time':
      return <p className="decoded-time">{showMoment(shape.time, now)}</p>;
    case 'pairs':
      return (
        <dl className="decoded-pairs value-box mono">
          {shape.pairs.map(([name, value], at) => (
            <div key={at}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      );
    case 'jwt':
      return (
        <>
          <h4>{words.header}</h4>
          <div className="value-box mono">{broken(shape.header)}</div>
          <h4>{words.payload}</h4>
          <div className="value-box mono">{broken(shape.payload)}</div>
          <TokenTimes times={shape.times} expiryTime={expiryTime} />
        </>
      );
  }
}

function TokenTimes({
  times,
  expiryTime,
}: {
  readonly times: readonly TokenTime[];
  readonly expiryTime: number | undefined;
}) {
  const now = useApp((state) => state.now);
  const end = times.find(({ claim }) => claim === 'exp')?.time;
  const outlives = end !== undefined && expiryTime !== undefined && expiryTime > end;
  return (
    <>
      <dl className="decoded-times">
        {times.map(({ claim, time }) => (
          <div key={claim}>
            <dt>{words.claims[claim]}</dt>
            <dd>{showMoment(time, now)}</dd>
          </div>
        ))}
      </dl>
      {outlives && <p className="field-note">{words.outlives}</p>}
      <p className="decoded-time">{words.unverified}</p>
    </>
  );
}

interface DecodedEditorProps {
  readonly document: string;
  readonly id: number;
  readonly reading: ValueReading;
  readonly onLeave: () => void;
}

/** What is inside, as text; it is wrapped again as it was. */
function DecodedEditor({ document, id, reading, onLeave }: DecodedEditorProps) {
  const [inside, setInside] = useState(reading.text);
  const edit = useFieldEdit({ document, id, field: 'value' });
  const notJson = reading.shape.kind === 'json' && !isJson(inside);
  return (
    <Typing
      label={words.edit}
      className="value-edit mono selectable"
      tall
      text={edit.text === undefined ? undefined : inside}
      error={notJson ? words.notJson : edit.error}
      warning={edit.warnings[0]}
      onType={(text) => {
        setInside(text);
        edit.write(writeValue(reading, text));
      }}
      commit={async () => !notJson && (await edit.commit())}
      cancel={edit.cancel}
      onLeave={onLeave}
    />
  );
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
