/** What both languages are read into before anything is understood: few kinds, each with its line. Plain data. */

export type Tree = { readonly line: number } & TreeKind;

export type TreeKind =
  | { readonly k: 'const'; readonly value: string | number | boolean | null }
  | { readonly k: 'name'; readonly name: string }
  | { readonly k: 'member'; readonly of: Tree; readonly key: Tree }
  /** Python's `a[1:2]`. */
  | { readonly k: 'slice'; readonly of: Tree; readonly bounds: readonly (Tree | undefined)[] }
  | { readonly k: 'call'; readonly callee: Tree; readonly args: readonly Argument[]; readonly isNew?: true }
  | { readonly k: 'object'; readonly fields: readonly Field[] }
  | { readonly k: 'array'; readonly items: readonly Argument[] }
  | { readonly k: 'template'; readonly parts: readonly Tree[] }
  | { readonly k: 'op'; readonly op: string; readonly args: readonly Tree[] }
  | { readonly k: 'choose'; readonly test: Tree; readonly then: Tree; readonly else: Tree }
  | {
      readonly k: 'function';
      readonly name?: string;
      readonly params: readonly Param[];
      readonly body: readonly Statement[];
    }
  | { readonly k: 'assign'; readonly to: Pattern; readonly op: string; readonly value: Tree }
  | {
      readonly k: 'comprehension';
      readonly item: Tree;
      readonly clauses: readonly Clause[];
      readonly into: 'array' | 'object';
    }
  | { readonly k: 'class'; readonly definition: ClassTree }
  | { readonly k: 'regex'; readonly source: string }
  | { readonly k: 'bytes' }
  | { readonly k: 'this' }
  | { readonly k: 'sequence'; readonly items: readonly Tree[] }
  | { readonly k: 'unknown'; readonly what: string };

export type Argument = { readonly value: Tree; readonly spread?: true; readonly name?: string };
/** `key` undefined: a spread. */
export type Field = { readonly key: Tree | undefined; readonly value: Tree };
export type Clause = { readonly bind: Pattern; readonly over: Tree; readonly tests: readonly Tree[] };
export type Param = { readonly bind: Pattern; readonly default?: Tree; readonly rest?: 'array' | 'object' };

export type Pattern =
  | { readonly p: 'name'; readonly name: string }
  | { readonly p: 'member'; readonly target: Tree }
  | {
      readonly p: 'object';
      readonly fields: readonly { readonly key: Tree; readonly bind: Pattern; readonly default?: Tree }[];
      readonly rest?: Pattern;
    }
  | {
      readonly p: 'array';
      readonly items: readonly ({ readonly bind: Pattern; readonly default?: Tree } | undefined)[];
      readonly rest?: Pattern;
    };

export interface ClassTree {
  readonly name: string;
  readonly base?: Tree;
  readonly decorators: readonly Tree[];
  readonly methods: readonly { readonly name: string; readonly fn: Tree; readonly decorators: readonly Tree[] }[];
  readonly fields: readonly { readonly name: string; readonly value: Tree }[];
}

export type Statement = { readonly line: number } & StatementKind;

export type StatementKind =
  | { readonly s: 'expression'; readonly value: Tree }
  | { readonly s: 'declare'; readonly bind: Pattern; readonly value: Tree | undefined }
  | { readonly s: 'function'; readonly name: string; readonly fn: Tree; readonly decorators: readonly Tree[] }
  | { readonly s: 'class'; readonly definition: ClassTree }
  /** `what`: the exported name, `*` for the whole module, `default` for its default. */
  | {
      readonly s: 'import';
      readonly from: string;
      readonly names: readonly { readonly what: string; readonly as: string }[];
    }
  | {
      readonly s: 'export';
      readonly names: readonly { readonly local: string; readonly as: string }[];
      readonly from?: string;
    }
  | { readonly s: 'if'; readonly test: Tree; readonly then: readonly Statement[]; readonly else: readonly Statement[] }
  | {
      readonly s: 'each';
      readonly bind: Pattern;
      readonly over: Tree;
      readonly keys: boolean;
      readonly body: readonly Statement[];
    }
  | {
      readonly s: 'while';
      readonly test: Tree;
      readonly body: readonly Statement[];
      readonly step?: Tree;
    }
  | {
      readonly s: 'try';
      readonly body: readonly Statement[];
      readonly catches: readonly {
        readonly matches: readonly Tree[];
        readonly name?: Pattern;
        readonly body: readonly Statement[];
      }[];
      readonly last: readonly Statement[];
    }
  | { readonly s: 'throw'; readonly value: Tree | undefined }
  | { readonly s: 'return'; readonly value: Tree | undefined }
  | { readonly s: 'leave'; readonly how: 'break' | 'continue' }
  | { readonly s: 'block'; readonly body: readonly Statement[] };

/** A file as it was read. `broken`: where its text is no program; what stands elsewhere is read all the same. */
export interface Program {
  readonly body: readonly Statement[];
  readonly broken: readonly { readonly line: number; readonly message: string }[];
}
