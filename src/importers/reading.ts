import { lookup, type Json } from '../model/design.js';
import { isMap } from '../model/json.js';
import { Evaluation } from './evaluation.js';
import { composedOf, followed, hasMark, keyOf, Names, unmarked } from './names.js';
import { joined, piecesOf, type Piece } from './pieces.js';
import type { NodeDraft, Reading, Target, TextPart } from './recognise/define.js';
import { Scopes } from './scopes.js';
import { functionName } from './sam.js';
import type { Place, SourceResource, SourceSystem, SourceTemplate } from './source.js';

/** What recognisers ask of a system that was read. */
export function createReading(system: SourceSystem): Reading {
  return new SystemReading(system);
}

const unknown: Target = { kind: 'unknown' };
const storedValue = /^\{\{resolve:ssm(?:-secure)?:([^{}]+?)(?::\d+)?\}\}$/;
const maxChoices = 20;

class SystemReading implements Reading {
  readonly #scopes: Scopes;
  readonly #evaluation: Evaluation;
  readonly #names: Names;
  readonly #byType = new Map<string, SourceResource[]>();
  readonly #existing = new Map<string, NodeDraft>();

  constructor(readonly system: SourceSystem) {
    this.#scopes = new Scopes(system);
    this.#evaluation = new Evaluation(this.#scopes, (pieces) => keyOf(joined(pieces), undefined));
    this.#names = new Names(this.#evaluation);
    for (const template of system.templates)
      for (const resource of template.resources.values()) {
        const known = this.#byType.get(resource.type);
        if (known === undefined) this.#byType.set(resource.type, [resource]);
        else known.push(resource);
      }
  }

  resources(type: string): readonly SourceResource[] {
    return this.#byType.get(type) ?? [];
  }

  templateOf(resource: SourceResource): SourceTemplate {
    const template = this.#scopes.template(resource.template);
    if (template === undefined) throw new Error(`No template ${resource.template}`);
    return template;
  }

  evaluate(template: SourceTemplate, value: Json): Json {
    return this.#evaluation.evaluate(template, value);
  }

  text(template: SourceTemplate, value: Json): readonly TextPart[] {
    return this.#pieces(template, value);
  }

  target(template: SourceTemplate, value: Json, service?: string): Target {
    const found = this.#target(template, value, service);
    if (found.kind !== 'unknown') return found;
    // A choice that the defaults do not decide leads where one of its branches leads.
    const branches = branchesOf(value);
    for (const branch of branches) {
      const target = this.target(template, branch, service);
      if (target.kind === 'resource') return target;
    }
    return found;
  }

  #target(template: SourceTemplate, value: Json, service: string | undefined): Target {
    const pieces = this.#pieces(template, value);
    const [only] = pieces;
    if (only === undefined) return unknown;
    if (pieces.length === 1 && typeof only === 'object') {
      if ('resource' in only) return { kind: 'resource', ...only };
      if (only.of === 'export' || only.of === 'ssm-parameter')
        return { kind: 'outside', service: service ?? '', by: only.of, value: only.unknown };
    }
    const composed = composedOf(pieces, template);
    const led = followed(composed, this.#names, service);
    switch (led.kind) {
      case 'resource':
        return { kind: 'resource', ...led.piece };
      case 'arn': {
        if (led.name === '*' || led.name === '') return unknown;
        const text = unmarked(composed);
        return { kind: 'outside', service: led.naming?.service ?? service ?? '', by: 'arn', value: text };
      }
      case 'name':
        return service === undefined || hasMark(led.name) || led.name === '*'
          ? unknown
          : { kind: 'outside', service, by: 'name', value: led.name };
      case 'nothing':
        return unknown;
    }
  }

  /** Pieces, with what a dynamic reference stores in their place. */
  #pieces(template: SourceTemplate, value: Json): readonly Piece[] {
    const pieces = piecesOf(this.#evaluation, template, value);
    const [only] = pieces;
    if (pieces.length === 0 || typeof only !== 'string' || !only.startsWith('{{resolve:ssm')) return pieces;
    const composed = composedOf(pieces, template);
    const name = storedValue.exec(composed.text)?.[1];
    if (name === undefined) return pieces;
    const found = this.#evaluation.stored([name]);
    if (found !== undefined) return piecesOf(this.#evaluation, found.template, found.value);
    return [{ unknown: unmarked({ ...composed, text: name }), of: 'ssm-parameter' }];
  }

  place(resource: SourceResource, ...path: readonly (string | number)[]): Place | undefined {
    return this.templateOf(resource).place('Resources', resource.logicalId, ...path);
  }

  existing(
    template: SourceTemplate,
    service: string,
    by: 'name' | 'arn' | 'ssm-parameter' | 'export',
    value: string,
  ): NodeDraft {
    const key = `${service}:${by}:${value}`;
    const known = this.#existing.get(key);
    if (known !== undefined) return known;
    const label = value.split(/[:/]/).findLast((part) => part !== '' && part !== '*') ?? value;
    const draft: NodeDraft = {
      key,
      node: { service, label: label.slice(0, 100), origin: 'existing', existing: { by, value }, props: {} },
      template,
    };
    this.#existing.set(key, draft);
    return draft;
  }
}

/** The branches of a choice, or of those around its value. */
function branchesOf(value: Json): readonly Json[] {
  if (functionName(value) !== 'Fn::If' || !isMap(value)) return [];
  const argument = lookup(value, 'Fn::If');
  return Array.isArray(argument) ? (argument as readonly Json[]).slice(1, maxChoices) : [];
}
