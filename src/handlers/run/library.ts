import { asExpr, constant, isExpr, nothing, type Expr, type Value } from '../ir.js';
import { libraryKind } from '../vocabulary/libraries.js';
import { gradeOf } from '../vocabulary/pure.js';
import { memberOf, objectOf, textOf } from './access.js';
import { callMethod } from './methods.js';
import { callAws, callClient, callResource, emitCall } from './sdk.js';
import type { Machine } from './state.js';

type Named = ReadonlyMap<string, Value>;

/** A function or method that no file of the handler defines. */
export function callLibrary(
  machine: Machine,
  callee: Value,
  args: readonly Value[],
  named: Named,
  isNew: boolean,
): Value {
  if (callee.k === 'method') return method(machine, callee.of, callee.name, args, named);
  if (callee.k === 'router') return resolveRoutes(machine, callee.id, args);
  if (callee.k !== 'library') return nothing;
  const split = callee.path.indexOf('#');
  const module = callee.path.slice(0, split).replace(/^node:/, '');
  const name = callee.path.slice(split + 1);
  if (module === 'global') return callGlobal(machine, name, args, named);
  const data = [...args, ...named.values()].filter(isExpr);
  if (/s3-request-presigner|s3-presigned-post|cloudfront-signer|rds-signer/.test(module)) {
    machine.obstacle('presigned', name);
    return { k: 'opaque', why: 'presigned' };
  }
  // An API of API Gateway is called with the role of whoever calls it; other signed services are not.
  if (/requests_auth|requests_aws4auth|requests_auth_aws_sigv4|httpx_auth_aws/.test(module)) {
    if (data.some((one) => one.k === 'const' && one.value === 'execute-api'))
      return { k: 'pure', fn: 'request', grade: 'path', args: [] };
    return effect(machine, 'cryptography', callee.path, args, undefined);
  }
  const closure = args.find((one) => one.k === 'closure');
  switch (libraryKind(module)) {
    case 'aws':
      return callAws(machine, module, name, args, named, isNew) ?? { k: 'library', path: `${callee.path}()`, args };
    case 'quiet':
      if (/capture/i.test(name)) {
        const traced = args.find((one) => one.k === 'client' || one.k === 'closure');
        if (traced !== undefined) return traced.k === 'closure' ? machine.call(traced, []) : traced;
      }
      return { k: 'library', path: callee.path, args };
    case 'wrapper': {
      if (name === 'wraps') return nothing;
      if (/event_handler|Resolver|Router$/.test(callee.path)) return machine.newRouter();
      const client = args.find((one) => one.k === 'client' || one.k === 'library');
      if (/capture|aws/i.test(name) && client !== undefined) return client;
      if (/retry|backoff|tenacity/.test(module) && closure !== undefined && machine.phase === 'handle') {
        machine.note('retry', module);
        return machine.call(closure, [nothing, nothing]);
      }
      const wrapped =
        closure ?? args.find((one) => one.k === 'library' && one.args?.some((inner) => inner.k === 'closure') === true);
      if (wrapped !== undefined && /step|run|invoke|runInChild|segment|map|parallel|useIdempotency/i.test(name))
        return machine.call(wrapped, [nothing]);
      return wrapped ?? { k: 'library', path: callee.path, args };
    }
    case 'router':
      return (
        closure ??
        args.find((one) => one.k === 'router') ??
        (/#(Request|Response|cors|json|urlencoded|raw|text|Blueprint)?$/.test(callee.path) &&
        /body-parser|cors/.test(module)
          ? callee
          : /\.(json|urlencoded|raw|text|static)$|#(json|jsonify|cors|CORS|urlencoded|Response|HTTPException)$/.test(
                callee.path,
              )
            ? { k: 'object', fields: [] }
            : machine.newRouter())
      );
    case 'http':
      return http(machine, module, name, args, named);
    case 'pure':
      return pure(machine, `${module}.${name}`, args, named);
    case 'cryptography':
      if (/randomUUID$/.test(name)) return { k: 'pure', fn: 'uuid', grade: 'path', args: [] };
      if (/random(Bytes|Int)/.test(name)) return { k: 'pure', fn: 'random', grade: 'mapping', args: data };
      return effect(machine, 'cryptography', callee.path, args, closure);
    case 'files':
      if (
        /#(join|resolve|basename|dirname|extname|sep|Path|PurePath|StringIO|BytesIO|promisify)/.test(callee.path) ||
        /^pathlib|^io$/.test(module)
      )
        return { k: 'pure', fn: 'bytes', grade: 'mapping', args: data };
      return effect(machine, 'files', callee.path, args, closure);
    case 'driver':
    case 'process':
    case 'streaming':
    case 'presigned':
    case 'credentials':
    case 'binary':
    case 'library':
      return effect(machine, libraryKind(module) as 'driver', callee.path, args, closure);
    default:
      return effect(machine, 'unresolved', callee.path, args, closure);
  }
}

function effect(
  machine: Machine,
  why: Parameters<Machine['obstacle']>[0],
  path: string,
  args: readonly Value[],
  closure: Value | undefined,
): Value {
  if (machine.phase === 'handle') {
    machine.obstacle(why, path.replace('#', '.'));
    return { k: 'library', path: `${path}()`, args };
  }
  return closure ?? { k: 'library', path, args };
}

function method(machine: Machine, of: Value, name: string, args: readonly Value[], named: Named): Value {
  if (isExpr(of)) return callMethod(machine, of, name, args).value;
  if (of.k === 'client') return callClient(machine, of, name, args, named);
  if (of.k === 'resource') return callResource(machine, of, name, args, named);
  if (of.k === 'paginator') {
    if (!of.waits) return emitCall(machine, of.service, of.operation, objectOf(named), nothing, false);
    machine.emit({ t: 'wait', seconds: constant(1) });
    return nothing;
  }
  if (of.k === 'command')
    return name === 'done' ? emitCall(machine, of.service, 'PutObject', of.input, nothing, false) : nothing;
  if (of.k === 'router') {
    const router = machine.router(of.id);
    const handler = args.filter((one) => one.k === 'closure').at(-1);
    if (
      /^(get|post|put|delete|patch|all|any|use|route|head|options|GET|POST|PUT|DELETE|add)$/.test(name) &&
      router !== undefined
    ) {
      const path = args[0]?.k === 'const' ? String(args[0].value) : '*';
      if (handler === undefined) return { k: 'method', of, name: `${name} ${path}` };
      if (name !== 'use') router.routes.push({ path: `${name} ${path}`, handler });
      const inner = args.find((one) => one.k === 'router');
      if (inner?.k === 'router') for (const route of machine.router(inner.id)?.routes ?? []) router.routes.push(route);
      return of;
    }
    if (name === 'use' || name === 'include_router') {
      const inner = args.find((one) => one.k === 'router');
      if (inner?.k === 'router' && router !== undefined)
        router.routes.push(...(machine.router(inner.id)?.routes ?? []));
      return of;
    }
    if (/^(resolve|handle|run|lambda_handler|handler|callback|fetch)$/.test(name))
      return resolveRoutes(machine, of.id, args);
    return of;
  }
  if (of.k === 'method') {
    // `client.exceptions.X`, `table.meta.client.put_item`: what it hangs on decides.
    if (of.of.k === 'resource' && of.name === 'meta')
      return callClient(
        machine,
        { k: 'client', service: of.of.service, sdk: 'boto3', options: nothing },
        name,
        args,
        named,
      );
    if (of.name === 'client')
      return method(
        machine,
        {
          k: 'client',
          service: of.of.k === 'method' && of.of.of.k === 'resource' ? of.of.of.service : 'unknown',
          sdk: 'boto3',
          options: nothing,
        },
        name,
        args,
        named,
      );
    if (of.of.k === 'resource') return callResource(machine, of.of, of.name, args, named);
    return { k: 'opaque', why: name };
  }
  if (of.k === 'closure') return of;
  return nothing;
}

function resolveRoutes(machine: Machine, id: number, args: readonly Value[]): Value {
  const routes = machine.router(id)?.routes ?? [];
  for (const route of routes.slice(0, 60)) {
    const body = machine.collect(() => {
      const request: Expr = {
        k: 'pure',
        fn: 'request',
        grade: 'path',
        args: [isExpr(args[0] ?? nothing) ? asExpr(args[0] ?? nothing) : { k: 'event' }],
      };
      machine.call(route.handler, [request, { k: 'object', fields: [] }, nothing]);
    });
    machine.emit({ t: 'route', path: route.path, body });
  }
  return { k: 'pure', fn: 'response', grade: 'path', args: [] };
}

function http(machine: Machine, module: string, name: string, args: readonly Value[], named: Named): Value {
  const last = name.slice(name.lastIndexOf('.') + 1);
  if (
    /^(create|extend|Session|Client|AsyncClient|PoolManager|ClientSession|defaults|Agent|HTTPConnection|HTTPSConnection|Timeout|Retry|disable_warnings|HTTPAdapter|instance|make_headers|Headers|AbortController|FormData)$/.test(
      last,
    )
  )
    return { k: 'library', path: `${module}#` };
  if (
    /^(urllib.*\.)?(quote|quote_plus|unquote|unquote_plus|urlencode|urlparse|parse_qs|urljoin|encode|parse)$/.test(last)
  )
    return pure(machine, last, args, named);
  if (
    /^(mount|close|use|isAxiosError|update|setHeader|end|write|raise_for_status|__enter__|AbortSignal|on)$/.test(last)
  )
    return nothing;
  if (last === 'Request' || name.endsWith('interceptors'))
    return {
      k: 'object',
      fields: [
        { key: constant('url'), value: args[0] ?? nothing },
        ...args.slice(1).map((value) => ({ key: undefined, value })),
        { key: undefined, value: objectOf(named) },
      ],
    };
  const first = args[0] === undefined ? objectOf(named) : asExpr(args[0]);
  const verb = /^(get|post|put|delete|patch|head|options)/i.exec(last)?.[1]?.toUpperCase();
  const hasVerb = (last === 'request' || last === 'open') && args.length > 1 && first.k === 'const';
  const url = hasVerb ? asExpr(args[1] ?? nothing) : first.k === 'object' ? asExpr(memberOf(first, 'url')) : first;
  const request: Expr = {
    k: 'array',
    items: [
      ...args
        .slice(hasVerb ? 2 : 1)
        .filter(isExpr)
        .map((value) => ({ value })),
      ...(named.size > 0 ? [{ value: objectOf(named) }] : []),
      ...(first.k === 'object' ? [{ value: first }] : []),
    ],
  };
  const id = machine.nextId();
  machine.emit({
    t: 'http',
    id,
    method: verb ?? (hasVerb ? String(first.value) : 'GET'),
    url,
    request,
  });
  const result: Expr = { k: 'result', call: id };
  const callback = args.find((one) => one.k === 'closure');
  if (callback !== undefined) machine.call(callback, [result]);
  return result;
}

function pure(machine: Machine, path: string, args: readonly Value[], named: Named): Value {
  const last = path.slice(path.lastIndexOf('.') + 1);
  if (last === 'sleep' || last === 'setTimeout') {
    machine.emit({ t: 'wait', seconds: asExpr(args.find(isExpr) ?? nothing) });
    return nothing;
  }
  if (/^os\.(getenv|environ\.get|environ)$/.test(path) && args[0]?.k === 'const')
    return { k: 'env', name: String(args[0].value) };
  if (/^os\.path\.(join|basename|dirname|splitext|sep)$/.test(path))
    return { k: 'pure', fn: last, grade: 'mapping', args: args.map(asExpr) };
  if (
    /^os\.(system|popen|listdir|remove|mkdir|makedirs|rename|walk|chmod|execv|unlink|path\.exists|path\.getsize|path\.isfile|stat)$/.test(
      path,
    )
  ) {
    machine.obstacle('files', path);
    return { k: 'opaque', why: path };
  }
  if (/uuid|nanoid|ulid|ksuid/.test(path)) return { k: 'pure', fn: 'uuid', grade: 'path', args: [] };
  if (/^math\.(exp|log|sin|cos|tan|atan|hypot|radians)/.test(path))
    return { k: 'pure', fn: path, grade: 'program', args: args.map(asExpr) };
  for (const one of args) if (one.k === 'closure') machine.call(one, [{ k: 'opaque', why: path }]);
  const found = gradeOf(last);
  const given = [...args, ...named.values()].filter(isExpr);
  return {
    k: 'pure',
    fn: path,
    grade:
      found === 'program' && /^(date|moment|day|luxon|time|calendar|math|random|lodash|dateutil|pytz)/.test(path)
        ? 'mapping'
        : found,
    args: given,
  };
}

function callGlobal(machine: Machine, name: string, args: readonly Value[], named: Named): Value {
  const [first, second] = args;
  const given = [...args, ...named.values()].filter(isExpr);
  if (/^(console|print|logger|log|logging)\b/.test(name)) return nothing;
  switch (name) {
    case 'Promise':
      return promise(machine, first);
    case 'Promise.all':
    case 'Promise.allSettled':
    case 'Promise.resolve':
    case 'Promise.race':
    case 'Object.freeze':
      return first ?? nothing;
    case 'setTimeout':
      machine.emit({ t: 'wait', seconds: asExpr(args.filter(isExpr)[0] ?? nothing) });
      return first?.k === 'closure' ? machine.call(first, []) : nothing;
    case 'fetch':
      return http(machine, 'fetch', 'fetch', args, named);
    case 'open':
      // A file that is packed with the code is a constant.
      if (
        first?.k === 'const' &&
        !String(first.value).startsWith('/tmp') &&
        !(second?.k === 'const' && /[wax]/.test(String(second.value)))
      )
        return constant('');
      machine.obstacle('files', 'open');
      return { k: 'opaque', why: 'file' };
    case 'eval':
    case 'exec':
    case '__import__':
    case 'Function':
      machine.obstacle('unresolved', name);
      return { k: 'opaque', why: name };
    case 'awslambda.streamifyResponse':
      machine.note('streaming', name);
      return first ?? nothing;
    case 'crypto.randomUUID':
      return { k: 'pure', fn: 'uuid', grade: 'path', args: [] };
    case 'map':
    case 'filter':
      return first !== undefined && !isExpr(first) && second !== undefined && isExpr(second)
        ? callMethod(machine, second, name, [first]).value
        : { k: 'pure', fn: name, grade: 'mapping', args: given };
    case 'list':
    case 'tuple':
    case 'iter':
      return first !== undefined && isExpr(first) ? first : { k: 'array', items: [] };
    case 'dict':
      return first === undefined ? objectOf(named) : first;
    case 'String':
    case 'str':
      return first !== undefined && isExpr(first) ? textOf([first]) : nothing;
    case 'getattr':
      return second?.k === 'const' && first !== undefined && !isExpr(first)
        ? { k: 'method', of: first, name: String(second.value) }
        : { k: 'pure', fn: name, grade: 'mapping', args: given };
    case 'Object.assign':
      return { k: 'object', fields: given.map((value) => ({ key: undefined, value })) };
    case 'super':
      return { k: 'object', fields: [] };
    case 'callback':
      if (second !== undefined) machine.answer(second);
      return nothing;
    case 'resolve':
      return first ?? nothing;
    default:
      break;
  }
  if (/^crypto\.(subtle|createH|sign)/.test(name)) {
    machine.obstacle('cryptography', name);
    return { k: 'opaque', why: name };
  }
  if (name.startsWith('process.')) return { k: 'opaque', why: name };
  if (/^(Error|Exception|\w+Error|\w+Exception)$/.test(name))
    return { k: 'pure', fn: 'error', grade: 'path', args: given };
  if (
    /^(JSON|Math|Date|Object|Array|Number|Buffer|String|URL|URLSearchParams|Set|Map|WeakMap|RegExp|Intl|TextDecoder|TextEncoder|Symbol|BigInt|Boolean|Uint8Array|bytes|bytearray|set|frozenset|structuredClone|slice|AbortController|Headers|FormData|Blob|Response|Request|DOMParser|Proxy|Reflect|WeakSet|Event)\b/.test(
      name,
    )
  ) {
    if (/^(Buffer\.from|TextEncoder)$/.test(name) && given.length === 1)
      return { k: 'pure', fn: 'encode', grade: 'path', args: given };
    if (/^(Buffer|bytes|bytearray|Uint8Array|TextEncoder|TextDecoder)/.test(name))
      return { k: 'pure', fn: 'base64', grade: 'mapping', args: given };
    for (const one of args)
      if (one.k === 'closure') machine.call(one, [{ k: 'item', id: 0, over: given[0] ?? nothing }]);
    return { k: 'pure', fn: name, grade: name.startsWith('Intl') ? 'program' : gradeOf(name), args: given };
  }
  const grade = gradeOf(name);
  const keys = [...args, ...named.values()]
    .filter((one) => one.k === 'closure')
    .map((one) => asExpr(machine.call(one, [{ k: 'item', id: 0, over: given[0] ?? nothing }])));
  if (
    grade === 'program' &&
    !/^(clearTimeout|setInterval|clearInterval|vars|repr|hash|bin|hex|ord|chr|dir|super|help|input|object|property|staticmethod|classmethod|memoryview|complex|compile|globals|locals|log|alert|queueMicrotask|setImmediate|ascii|issubclass)$/.test(
      name,
    )
  )
    machine.obstacle('unresolved', name);
  return { k: 'pure', fn: name, grade, args: [...given, ...keys] };
}

/** `new Promise((resolve) => …)`: what is resolved with; with a timer, a wait. */
function promise(machine: Machine, executor: Value | undefined): Value {
  if (executor?.k !== 'closure') return nothing;
  const resolve: Value = { k: 'library', path: 'global#resolve' };
  machine.call(executor, [resolve, resolve]);
  return { k: 'pure', fn: 'promise', grade: 'path', args: [] };
}
