import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { parseDefinition, walkStates, type DefinitionTree } from '../../src/asl/definition.js';
import type { Format } from '../../src/asl/document.js';

export interface SampleDefinition {
  readonly name: string;
  readonly format: Format;
  readonly text: string;
  readonly tree: DefinitionTree;
}

const folder = [process.env['SERVICEFULL_SHARED'], join(process.cwd(), '..', 'shared')]
  .map((path) => path && join(path, 'corpus', 'asl'))
  .find((path) => path !== undefined && existsSync(path));

/** Published definitions, where they are at hand. */
export function publishedDefinitions(): readonly SampleDefinition[] {
  if (folder === undefined) return [];
  return readdirSync(folder)
    .filter((file) => /\.(?:json|ya?ml)$/.test(file))
    .sort()
    .flatMap((file) => sample(file, file.endsWith('json') ? 'json' : 'yaml', readFileSync(join(folder, file), 'utf8')));
}

function sample(name: string, format: Format, text: string): readonly SampleDefinition[] {
  const { tree } = parseDefinition(text, format);
  return tree === undefined || tree.states.size === 0 ? [] : [{ name, format, text, tree }];
}

type Own = Readonly<Record<string, unknown>>;

/** Definitions of our own: a way through every state type, `size` times, in both query languages. */
export function ownDefinition(language: 'JSONPath' | 'JSONata', size: number): Own {
  const isJsonata = language === 'JSONata';
  const call = () => ({ FunctionName: '${FunctionArn}', Payload: { n: 1.5 } });
  const States: Record<string, Own> = {};
  for (let index = 0; index < size; index++) {
    const at = (name: string) => `${name} ${String(index)}`;
    const inner = (name: string) => ({
      StartAt: at(name),
      States: { [at(name)]: { Type: 'Pass', Next: at(`${name} end`) }, [at(`${name} end`)]: { Type: 'Succeed' } },
    });
    States[at('Call')] = {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      [isJsonata ? 'Arguments' : 'Parameters']: call(),
      Retry: [{ ErrorEquals: ['States.Timeout'], MaxAttempts: 2 }],
      Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Failed' }],
      Next: at('Which'),
    };
    States[at('Which')] = {
      Type: 'Choice',
      Choices: [
        isJsonata
          ? { Condition: '{% $states.input.n > 1 %}', Next: at('Each') }
          : {
              And: [
                { Variable: '$.n', NumericGreaterThan: 1 },
                { Variable: '$.m', IsPresent: true },
              ],
              Next: at('Each'),
            },
      ],
      Default: at('All'),
    };
    States[at('Each')] = {
      Type: 'Map',
      ItemProcessor: { ProcessorConfig: { Mode: 'INLINE' }, ...inner('Item') },
      Next: at('Wait'),
    };
    States[at('All')] = { Type: 'Parallel', Branches: [inner('Left'), inner('Right')], Next: at('Wait') };
    States[at('Wait')] = { Type: 'Wait', Seconds: 1, Next: index + 1 === size ? 'Done' : `Call ${String(index + 1)}` };
  }
  return {
    ...(isJsonata ? { QueryLanguage: 'JSONata' } : {}),
    StartAt: 'Call 0',
    States: { ...States, Failed: { Type: 'Fail', Error: 'x' }, Done: { Type: 'Succeed' } },
  };
}

/** In several spellings: steps of 2, 4 and tabs, one line, YAML with comments. */
export function ownSamples(): readonly SampleDefinition[] {
  const spellings: readonly [string, Format, (value: Own) => string][] = [
    ['two', 'json', (value) => JSON.stringify(value, null, 2)],
    ['tabs', 'json', (value) => `${JSON.stringify(value, null, '\t')}\n`],
    ['line', 'json', (value) => JSON.stringify(value)],
    ['crlf', 'json', (value) => JSON.stringify(value, null, 4).replaceAll('\n', '\r\n')],
    [
      'block',
      'yaml',
      (value) => stringify(value, { lineWidth: 0 }).replaceAll(/^( *)Type: /gm, '$1# about this\n$1Type: '),
    ],
  ];
  return spellings.flatMap(([name, format, write]) =>
    (['JSONPath', 'JSONata'] as const).flatMap((language) =>
      sample(`${language} ${name}`, format, write(ownDefinition(language, 2))),
    ),
  );
}

const holds =
  (type: string) =>
  ({ tree }: SampleDefinition) =>
    [...walkStates(tree)].some((state) => state.type === type);

/** Up to 30 definitions, five of each kind, published ones before our own. */
export function definitionsOfEachKind(isFit: (definition: SampleDefinition) => boolean): readonly SampleDefinition[] {
  const published = publishedDefinitions().filter(isFit);
  const kinds: readonly ((definition: SampleDefinition) => boolean)[] = [
    ({ format }) => format === 'yaml',
    ({ tree }) => tree.queryLanguage === 'JSONata',
    holds('Map'),
    holds('Parallel'),
    holds('Choice'),
    () => true,
  ];
  const chosen = new Set<SampleDefinition>(ownSamples());
  for (const kind of kinds) {
    let count = 0;
    for (const definition of published)
      if (count < 5 && !chosen.has(definition) && kind(definition)) {
        chosen.add(definition);
        count++;
      }
  }
  return [...chosen];
}
