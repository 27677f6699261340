import { ArrowDown, ArrowUp, ChevronRight, Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { isWithin } from '../../../asl/definition.js';
import { definitionEdits } from '../../../asl/edit/index.js';
import type { ListField } from '../../../asl/edit/list-fields.js';
import { useTranslate } from '../../studio/studio.js';
import { IconButton } from '../../ui/button.js';
import { editWorkflow } from '../workflow.js';
import { useForm, useOwner } from './form-context.js';

interface ItemCardProps {
  readonly list: ListField;
  readonly index: number;
  readonly count: number;
  /** What it says, in short. */
  readonly title: string;
  readonly openAtFirst: boolean;
  readonly children: ReactNode;
}

/** An entry of an ordered list of a state: a rule, a retrier, a catcher. The first that fits counts, so order matters. */
export function ItemCard({ list, index, count, title, openAtFirst, children }: ItemCardProps) {
  const t = useTranslate();
  const { path } = useOwner();
  const { problems } = useForm();
  const [isOpen, setOpen] = useState(openAtFirst);
  const at = [...path, list, String(index)];
  const hasProblem = problems.some((problem) => isWithin(problem.path, at));
  const move = (to: number): void => {
    editWorkflow(definitionEdits.moveItem, { state: path, list, from: index, to });
  };
  const facts = { number: index + 1 };
  return (
    <li className="item-card" data-open={isOpen} data-item={`${list}.${String(index)}`}>
      <div className="item-card-head">
        <button
          type="button"
          className="item-card-title"
          aria-expanded={isOpen}
          onClick={() => {
            setOpen(!isOpen);
          }}
        >
          <ChevronRight size={14} />
          <span className="item-number">{index + 1}</span>
          <span className="ellipsis" title={title}>
            {title}
          </span>
          {hasProblem ? (
            <span className="tab-mark" role="img" aria-label={t({ en: 'has problems', ja: '問題あり' })} />
          ) : null}
        </button>
        <span className="item-card-actions">
          {index === 0 ? null : (
            <IconButton
              label={t({ en: 'Move entry {number} up', ja: '項目 {number} を上に移動' }, facts)}
              onClick={() => {
                move(index - 1);
              }}
            >
              <ArrowUp size={14} />
            </IconButton>
          )}
          {index === count - 1 ? null : (
            <IconButton
              label={t({ en: 'Move entry {number} down', ja: '項目 {number} を下に移動' }, facts)}
              onClick={() => {
                move(index + 1);
              }}
            >
              <ArrowDown size={14} />
            </IconButton>
          )}
          {list === 'Choices' && count === 1 ? null : (
            <IconButton
              label={t({ en: 'Remove entry {number}', ja: '項目 {number} を削除' }, facts)}
              onClick={() => {
                editWorkflow(definitionEdits.removeItem, { state: path, list, index });
              }}
            >
              <Trash2 size={14} />
            </IconButton>
          )}
        </span>
      </div>
      {isOpen ? <div className="item-card-body">{children}</div> : null}
    </li>
  );
}
