import { Lightbulb } from 'lucide-react';
import { useTranslate } from '../../../studio/studio.js';
import { SourceLink } from '../../../ui/source-link.js';
import { useForm } from '../form-context.js';

/** What a run through a Task costs in the state machine itself; prices as they were seen, with the year. */
export function CostHint() {
  const t = useTranslate();
  const { workflow } = useForm();
  return (
    <aside className="cost-hint">
      <h3>
        <Lightbulb size={14} />
        {t({ en: 'Cost', ja: '料金の目安' })}
      </h3>
      <p>
        {workflow === 'STANDARD'
          ? t({
              en: 'Standard: $0.025 for 1,000 state transitions (US East, 2026). Retries count as transitions.',
              ja: 'Standard: 状態遷移 1,000 回で $0.025 (米国東部、2026 年)。再試行も状態遷移に含まれます。',
            })
          : t({
              en: 'Express: $1.00 for a million requests (US East, 2026), and for the duration.',
              ja: 'Express: リクエスト 100 万回で $1.00 (米国東部、2026 年)。実行時間の料金が加わります。',
            })}
      </p>
      <SourceLink url="https://aws.amazon.com/step-functions/pricing/" title={t({ en: 'Pricing', ja: '料金' })} />
    </aside>
  );
}
