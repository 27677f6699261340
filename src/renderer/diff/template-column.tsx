import { useMemo } from 'react';
import { serviceOf } from '../../catalog/index.js';
import { grantText } from '../../codegen/difference/report.js';
import { ownersIn, withoutHash } from '../../codegen/difference/resource-names.js';
import {
  broaderText,
  broaderWords,
  consequenceOf,
  decisionWords,
  goneStackText,
  goneWords,
  impactWords,
  narrowerWords,
  newWords,
} from '../../codegen/difference/risk-words.js';
import {
  isRisky,
  risksOf,
  type PermissionDifference,
  type ResourceDifference,
  type Risk,
  type TemplateDifference,
} from '../../codegen/difference/template-difference.js';
import type { Design } from '../../model/design.js';
import { useTranslate } from '../studio/studio.js';
import { ServiceIcon } from '../ui/service-icon.js';
import { Mark } from './design-column.js';
import type { TemplateState } from './use-review.js';

interface TemplateColumnProps {
  readonly state: TemplateState;
  readonly designs: readonly Design[];
  readonly accepted: ReadonlySet<string>;
  readonly onAccept: (key: string, accepted: boolean) => void;
}

/** What deploying the export changes: what can hurt first, each with a decision. */
export function TemplateColumn({ state, designs, accepted, onAccept }: TemplateColumnProps) {
  const difference = state.status === 'compared' ? state.difference : undefined;
  return (
    <section className="diff-column" aria-labelledby="diff-templates">
      <header>
        <h3 id="diff-templates">CloudFormation</h3>
        {difference === undefined ? null : <Summary difference={difference} />}
      </header>
      <div className="diff-scroll" tabIndex={0} role="group" aria-labelledby="diff-templates">
        {state.status === 'compared' ? (
          <Changes difference={state.difference} designs={designs} accepted={accepted} onAccept={onAccept} />
        ) : (
          <Missing state={state} />
        )}
      </div>
    </section>
  );
}

function Summary({ difference }: { readonly difference: TemplateDifference }) {
  const t = useTranslate();
  const risks = risksOf(difference);
  const broader = risks.filter(({ kind }) => kind === 'permission').length;
  const others = difference.resources.length + difference.permissions.length + difference.goneStacks.length;
  return (
    <>
      <span className="count">{others}</span>
      <span className="diff-summary">
        {risks.length === broader ? null : (
          <span className="chip" data-tone="danger">
            {t(
              {
                en: { one: '{count} replacement or loss', other: '{count} replacements or losses' },
                ja: '置換または削除 {count} 件',
              },
              { count: risks.length - broader },
            )}
          </span>
        )}
        {broader === 0 ? null : (
          <span className="chip" data-tone="danger">
            {t(
              {
                en: { one: '{count} broader permission', other: '{count} broader permissions' },
                ja: 'アクセス許可の拡大 {count} 件',
              },
              { count: broader },
            )}
          </span>
        )}
      </span>
    </>
  );
}

function Missing({ state }: { readonly state: Exclude<TemplateState, { readonly status: 'compared' }> }) {
  const t = useTranslate();
  switch (state.status) {
    case 'running':
      return (
        <p className="hint diff-empty" role="status">
          {t({ en: 'Comparing the templates…', ja: 'テンプレートを比較しています…' })}
        </p>
      );
    case 'failed':
      return (
        <p className="diff-empty diff-failed" role="alert">
          {state.which === 'before'
            ? t(
                {
                  en: 'The last exported design cannot be synthesised any more: {detail}',
                  ja: '前回エクスポートした設計を合成できませんでした: {detail}',
                },
                state,
              )
            : t(
                {
                  en: 'The templates cannot be compared: {detail}',
                  ja: 'テンプレートを比較できませんでした: {detail}',
                },
                state,
              )}
        </p>
      );
    case 'first':
      return (
        <p className="hint diff-empty">
          {t({
            en: 'There is no earlier export to compare the templates with.',
            ja: 'テンプレートを比較できる以前のエクスポートがありません。',
          })}
        </p>
      );
    case 'absent':
      return (
        <div className="hint diff-empty">
          <p>
            {t({
              en: 'The AWS CDK is not part of this app. To see what changes, export and run in the folder:',
              ja: 'このアプリには AWS CDK が含まれていません。変更を確認するには、エクスポート後にそのフォルダで次を実行してください:',
            })}
          </p>
          <pre>
            <code>npx cdk diff</code>
          </pre>
          <p>
            {t({
              en: 'Or compare two versions of the design before you export:',
              ja: 'エクスポートの前に設計の 2 つのバージョンを比較することもできます:',
            })}
          </p>
          <pre>
            <code>servicefull diff before.yaml after.yaml</code>
          </pre>
        </div>
      );
  }
}

type ChangesProps = Pick<TemplateColumnProps, 'designs' | 'accepted' | 'onAccept'> & {
  readonly difference: TemplateDifference;
};

function Changes({ difference, designs, accepted, onAccept }: ChangesProps) {
  const t = useTranslate();
  const ownerOf = useMemo(() => ownersIn(designs), [designs]);
  const risks = risksOf(difference);
  const resources = difference.resources.filter((one) => !isRisky(one));
  const permissions = difference.permissions.filter(({ broader }) => !broader);
  if (risks.length + resources.length + permissions.length === 0)
    return <p className="hint diff-empty">{t({ en: 'No resource changes.', ja: 'リソースの変更はありません。' })}</p>;
  return (
    <>
      <ul className="diff-risks">
        {risks.map((risk) => (
          <RiskCard
            key={risk.key}
            risk={risk}
            ownerOf={ownerOf}
            isAccepted={accepted.has(risk.key)}
            onAccept={(value) => {
              onAccept(risk.key, value);
            }}
          />
        ))}
      </ul>
      <ul className="diff-changes">
        {resources.map((one) => (
          <ResourceRow key={`${one.stack} ${one.logicalId}`} resource={one} ownerOf={ownerOf} />
        ))}
        {permissions.map((one) => (
          <PermissionRow key={`permission ${one.stack} ${one.logicalId}`} permission={one} ownerOf={ownerOf} />
        ))}
      </ul>
    </>
  );
}

type OwnerOf = ReturnType<typeof ownersIn>;

/** A resource by its node; one of several of a node by its logical id as well. */
function Title({ logicalId, type, ownerOf }: { logicalId: string; type: string; ownerOf: OwnerOf }) {
  const t = useTranslate();
  const owner = ownerOf(logicalId);
  const service = owner === undefined ? undefined : serviceOf(owner.node.service);
  const label = owner?.node.label.trim();
  return (
    <p className="diff-title" title={logicalId}>
      <strong>
        {label === undefined
          ? withoutHash(logicalId)
          : label === '' && service !== undefined
            ? t(service.label)
            : label}
      </strong>{' '}
      <span className="secondary">{type === '' ? 'AWS::IAM' : type}</span>
    </p>
  );
}

function OwnerIcon({ logicalId, ownerOf }: { readonly logicalId: string; readonly ownerOf: OwnerOf }) {
  const owner = ownerOf(logicalId);
  return <ServiceIcon icon={owner === undefined ? undefined : serviceOf(owner.node.service)?.icon} size={20} />;
}

const mostLines = 12;

function Code({ lines }: { readonly lines: readonly { readonly mark: '+' | '-'; readonly text: string }[] }) {
  const t = useTranslate();
  if (lines.length === 0) return null;
  return (
    <pre className="diff-code">
      {lines.slice(0, mostLines).map(({ mark, text }, index) => (
        <div key={index} data-kind={mark === '+' ? 'added' : 'removed'}>
          {mark === '+' ? '+' : '−'} {text}
        </div>
      ))}
      {lines.length > mostLines ? (
        <div className="diff-gap">
          {t({ en: 'and {count} more', ja: 'ほか {count} 件' }, { count: lines.length - mostLines })}
        </div>
      ) : null}
    </pre>
  );
}

const propertyLines = ({ properties }: ResourceDifference) =>
  properties.flatMap(({ path, before, after }) => [
    ...(before === undefined ? [] : [{ mark: '-' as const, text: `${path}: ${before}` }]),
    ...(after === undefined ? [] : [{ mark: '+' as const, text: `${path}: ${after}` }]),
  ]);

const grantLines = ({ added, removed }: PermissionDifference) => [
  ...removed.map((grant) => ({ mark: '-' as const, text: grantText(grant) })),
  ...added.map((grant) => ({ mark: '+' as const, text: grantText(grant) })),
];

interface RiskCardProps {
  readonly risk: Risk;
  readonly ownerOf: OwnerOf;
  readonly isAccepted: boolean;
  readonly onAccept: (accepted: boolean) => void;
}

function RiskCard({ risk, ownerOf, isAccepted, onAccept }: RiskCardProps) {
  const t = useTranslate();
  const consequence = risk.kind === 'resource' ? consequenceOf(risk.resource) : undefined;
  const [logicalId, type] =
    risk.kind === 'stack'
      ? [risk.stack, 'AWS::CloudFormation::Stack']
      : risk.kind === 'resource'
        ? [risk.resource.logicalId, risk.resource.type]
        : [risk.permission.logicalId, risk.permission.type];
  const badge =
    risk.kind === 'stack' ? goneWords : risk.kind === 'resource' ? impactWords[risk.resource.impact] : broaderWords;
  return (
    <li className="diff-risk" data-decided={isAccepted}>
      <div className="diff-risk-head">
        <OwnerIcon logicalId={logicalId} ownerOf={ownerOf} />
        <div>
          <Title logicalId={logicalId} type={type} ownerOf={ownerOf} />
          <p className="diff-consequence">
            {consequence === undefined
              ? t(risk.kind === 'stack' ? goneStackText : broaderText)
              : t(consequence.text, consequence.facts)}
          </p>
        </div>
        <span className="diff-badge">{t(badge)}</span>
      </div>
      <Code
        lines={
          risk.kind === 'resource'
            ? propertyLines(risk.resource)
            : risk.kind === 'permission'
              ? grantLines(risk.permission)
              : []
        }
      />
      <label className="checkbox diff-decision">
        <input
          type="checkbox"
          checked={isAccepted}
          onChange={(event) => {
            onAccept(event.target.checked);
          }}
        />
        {t(decisionWords(risk))}
      </label>
    </li>
  );
}

const markOf = ({ impact }: ResourceDifference): 'added' | 'removed' | 'changed' =>
  impact === 'create' ? 'added' : impact === 'delete' || impact === 'retain' ? 'removed' : 'changed';

function ResourceRow({ resource, ownerOf }: { readonly resource: ResourceDifference; readonly ownerOf: OwnerOf }) {
  const t = useTranslate();
  const { text, facts } = consequenceOf(resource);
  const isTold = resource.impact === 'create' || resource.impact === 'update' || resource.impact === 'delete';
  return (
    <li className="diff-change">
      <Mark mark={markOf(resource)} />
      <OwnerIcon logicalId={resource.logicalId} ownerOf={ownerOf} />
      <div>
        <Title logicalId={resource.logicalId} type={resource.type} ownerOf={ownerOf} />
        {isTold ? null : <p className="hint">{t(text, facts)}</p>}
        <Code lines={propertyLines(resource)} />
      </div>
      <span className="chip">{t(impactWords[resource.impact])}</span>
    </li>
  );
}

function PermissionRow({ permission, ownerOf }: { permission: PermissionDifference; ownerOf: OwnerOf }) {
  const t = useTranslate();
  const { isNew, added, logicalId, type } = permission;
  return (
    <li className="diff-change">
      <Mark mark={isNew ? 'added' : 'changed'} />
      <OwnerIcon logicalId={logicalId} ownerOf={ownerOf} />
      <div>
        <Title logicalId={logicalId} type={type} ownerOf={ownerOf} />
        <Code lines={grantLines(permission)} />
      </div>
      {isNew || added.length === 0 ? (
        <span className="chip" data-tone={isNew ? undefined : 'ok'}>
          {t(isNew ? newWords : narrowerWords)}
        </span>
      ) : null}
    </li>
  );
}
