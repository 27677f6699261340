import { useState } from 'react';
import type { State } from '../../../../asl/definition.js';
import { useTranslate } from '../../../studio/studio.js';
import { Segmented } from '../../../ui/segmented.js';
import { DynamicRow } from '../dynamic-row.js';
import { useChange } from '../form-context.js';
import { waitFields } from '../state-fields.js';

type Kind = 'Seconds' | 'Timestamp';
const paths = { Seconds: ['Seconds'], Timestamp: ['Timestamp'] } as const;

/** How long a Wait waits, or until when; each written down or given at run time. */
export function WaitSettings({ state }: { readonly state: State }) {
  const t = useTranslate();
  const change = useChange();
  const has = (kind: Kind): boolean => Object.hasOwn(state.fields, kind) || Object.hasOwn(state.fields, `${kind}Path`);
  const written: Kind | undefined = has('Timestamp') ? 'Timestamp' : has('Seconds') ? 'Seconds' : undefined;
  const [chosen, setChosen] = useState<Kind>();
  const kind = written ?? chosen ?? 'Seconds';
  const label = t({ en: 'Waits', ja: '待機の方法' });
  return (
    <div className="form">
      <div className="field">
        <span className="secondary">{label}</span>
        <Segmented<Kind>
          label={label}
          value={kind}
          options={[
            { value: 'Seconds', label: t({ en: 'For a time', ja: '一定時間' }) },
            { value: 'Timestamp', label: t({ en: 'Until a time', ja: '指定時刻まで' }) },
          ]}
          onChange={(next) => {
            setChosen(next);
            if (next === kind) return;
            // A state needs one of them: the first value is one that anybody sees to be a first one.
            const first =
              next === 'Seconds' ? 60 : new Date(Date.now() + dayMilliseconds).toISOString().slice(0, 11) + '00:00:00Z';
            change([
              [[kind], undefined],
              [[`${kind}Path`], undefined],
              [[next], first],
            ]);
          }}
        />
      </div>
      <DynamicRow key={kind} path={paths[kind]} field={waitFields[kind]} />
    </div>
  );
}

const dayMilliseconds = 86_400_000;
