import { Plus } from 'lucide-react';
import { useMemo } from 'react';
import { lookup, type Json } from '../../../../model/design.js';
import { asText, isObject, machineAt, type JsonObject, type State } from '../../../../asl/definition.js';
import { definitionEdits } from '../../../../asl/edit/index.js';
import { catcherLabel } from '../../../../asl/flow-labels.js';
import { useTranslate, type Translate } from '../../../studio/studio.js';
import { Button } from '../../../ui/button.js';
import { editWorkflow } from '../../workflow.js';
import { errorOptions } from '../error-options.js';
import { useForm } from '../form-context.js';
import { ItemCard } from '../item-card.js';
import { taskInfoOf } from '../task-info.js';
import { Catcher } from './catcher.js';
import { Retrier } from './retrier.js';

const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? (value as readonly Json[]) : []);

/** What is tried again, and where errors lead that remain. */
export function ErrorHandling({ state }: { readonly state: State }) {
  const t = useTranslate();
  const { catalog, view } = useForm();
  const resource = asText(lookup(state.fields, 'Resource'));
  const info = useMemo(
    () => (state.type === 'Task' && resource !== undefined ? taskInfoOf(resource, catalog) : undefined),
    [state.type, resource, catalog],
  );
  const options = useMemo(
    () => ({ Retry: errorOptions(state, info, 'Retry'), Catch: errorOptions(state, info, 'Catch') }),
    [state, info],
  );
  const retriers = listOf(lookup(state.fields, 'Retry'));
  const catchers = listOf(lookup(state.fields, 'Catch'));
  const add = (list: 'Retry' | 'Catch'): void => {
    const item: JsonObject =
      list === 'Retry' ? newRetrier(retriers, info?.errors ?? []) : newCatcher(state, view.tree, catchers);
    editWorkflow(definitionEdits.addItem, { state: state.path, list, item });
  };
  return (
    <>
      <section className="inspector-section">
        <h3 className="inspector-section-title">
          {t({ en: 'Retry', ja: '再試行 (Retry)' })}
          <span className="hint">{t({ en: 'The first that fits counts', ja: '最初に一致した項目を適用' })}</span>
        </h3>
        <ul className="item-cards">
          {retriers.map((item, index) => (
            <ItemCard
              key={index}
              list="Retry"
              index={index}
              count={retriers.length}
              title={retrierWords(item, t)}
              openAtFirst={retriers.length === 1}
            >
              <Retrier path={['Retry', String(index)]} options={options.Retry} />
            </ItemCard>
          ))}
        </ul>
        <Button
          variant="link"
          className="inspector-action"
          onClick={() => {
            add('Retry');
          }}
        >
          <Plus size={14} />
          {t({ en: 'Add a retrier', ja: '再試行を追加' })}
        </Button>
      </section>
      <section className="inspector-section">
        <h3 className="inspector-section-title">{t({ en: 'Catch', ja: 'キャッチ (Catch)' })}</h3>
        <ul className="item-cards">
          {catchers.map((item, index) => (
            <ItemCard
              key={index}
              list="Catch"
              index={index}
              count={catchers.length}
              title={catcherWords(item, t)}
              openAtFirst={catchers.length === 1}
            >
              <Catcher state={state} path={['Catch', String(index)]} options={options.Catch} />
            </ItemCard>
          ))}
        </ul>
        <Button
          variant="link"
          className="inspector-action"
          onClick={() => {
            add('Catch');
          }}
        >
          <Plus size={14} />
          {t({ en: 'Add a catcher', ja: 'キャッチを追加' })}
        </Button>
      </section>
    </>
  );
}

/** What may pass by itself: throttling and faults of the service, where they are known. */
function newRetrier(before: readonly Json[], errors: readonly string[]): JsonObject {
  const passing = errors.filter((name) =>
    /Throttl|TooManyRequests|ServiceException|Unavailable|InternalServer/.test(name),
  );
  const taken = new Set(before.flatMap((item) => (isObject(item) ? listOf(lookup(item, 'ErrorEquals')) : [])));
  const names = passing.filter((name) => !taken.has(name));
  const first = names.length > 0 ? names : taken.has('States.ALL') ? ['States.Timeout'] : ['States.ALL'];
  return { ErrorEquals: first, IntervalSeconds: 2, MaxAttempts: 3, BackoffRate: 2, JitterStrategy: 'FULL' };
}

function newCatcher(state: State, tree: Parameters<typeof machineAt>[0], before: readonly Json[]): JsonObject {
  const states = [...(machineAt(tree, state.path.slice(0, -2))?.states.values() ?? [])];
  const target = states.find(({ type }) => type === 'Fail') ?? states.find(({ name }) => name !== state.name) ?? state;
  const hasAll = before.some((item) => isObject(item) && listOf(lookup(item, 'ErrorEquals')).includes('States.ALL'));
  return { ErrorEquals: [hasAll ? 'States.Timeout' : 'States.ALL'], Next: target.name };
}

function retrierWords(item: Json, t: Translate): string {
  if (!isObject(item)) return '';
  const number = (key: string, byDefault: number): number => {
    const value = lookup(item, key);
    return typeof value === 'number' ? value : byDefault;
  };
  return t(
    {
      en: { one: '{errors}: once', other: '{errors}: {count} times, each ×{rate}' },
      ja: '{errors}: {count} 回、間隔 {rate} 倍',
    },
    { errors: errorsIn(item, t), count: number('MaxAttempts', 3), rate: number('BackoffRate', 2) },
  );
}

const catcherWords = (item: Json, t: Translate): string =>
  isObject(item) ? `${errorsIn(item, t)} → ${asText(lookup(item, 'Next')) ?? ''}` : '';

function errorsIn(item: JsonObject, t: Translate): string {
  const label = catcherLabel(item);
  if (label === 'States.ALL') return t({ en: 'All errors', ja: 'すべてのエラー' });
  return label === '' ? t({ en: 'No error', ja: 'エラー未指定' }) : label;
}
