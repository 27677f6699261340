import { useEffect, useRef, useState } from 'react';
import { isMap } from '../../../cfn/check.js';
import type { Json } from '../../../model/design.js';
import type { JsonField } from '../../../model/fields.js';
import { studio, useTranslate } from '../../studio/studio.js';
import { CodeEditor } from '../../ui/code-editor.js';
import type { ControlProps } from '../fields/control.js';
import { readProperties, writeProperties } from './yaml-text.js';

const textOf = (value: Json | undefined): string => (isMap(value) ? writeProperties(value) : '');

/** The properties as YAML, with the short forms of functions such as `!Ref`. */
export function YamlValue({ id, field, given, describedBy, onChange, onProblem }: ControlProps<JsonField>) {
  const t = useTranslate();
  const [text, setText] = useState(() => textOf(given));
  const committed = useRef(given);
  useEffect(() => {
    if (JSON.stringify(given) === JSON.stringify(committed.current)) return;
    committed.current = given;
    setText(textOf(given));
    onProblem(undefined);
  }, [given, onProblem]);
  const change = (typed: string): void => {
    setText(typed);
    const read = readProperties(typed);
    if ('problem' in read) {
      onProblem(
        t(
          {
            en: 'This is no map of properties in YAML: {detail}',
            ja: 'YAML のプロパティのマップではありません: {detail}',
          },
          { detail: read.problem },
        ),
      );
      return;
    }
    onProblem(undefined);
    committed.current = read.value;
    onChange(read.value);
  };
  return (
    <div className="code-field">
      <CodeEditor
        id={id}
        label={t(field.label)}
        describedBy={describedBy}
        text={text}
        kind="yaml"
        placeholder="Name: value"
        small
        onChange={change}
        onBlur={() => {
          studio.getState().editor.endGesture();
        }}
      />
    </div>
  );
}
