import { asExpr, constant, isExpr, nothing, type Code, type Expr, type Value } from '../ir.js';
import { documentOperation, operationName, serviceId } from '../vocabulary/services.js';
import { memberOf, objectOf } from './access.js';
import type { Machine } from './state.js';

type Named = ReadonlyMap<string, Value>;
type Client = Extract<Code, { k: 'client' }>;

/** What an AWS library's function gives: a client, a command, a paginator. Undefined: nothing that is known. */
export function callAws(
  machine: Machine,
  module: string,
  name: string,
  args: readonly Value[],
  named: Named,
  isNew: boolean,
): Value | undefined {
  const input = args[0] === undefined ? objectOf(named) : asExpr(args[0]);
  const last = name.slice(name.lastIndexOf('.') + 1);
  if (/boto3|boto/.test(module)) return boto(machine, module, last, args, named);
  const from = /^@aws-sdk\/(?:client|lib)-(.+)$/.exec(module)?.[1] ?? /^aws-sdk\/clients\/(.+)$/.exec(module)?.[1];
  if (module.startsWith('@aws-sdk/lib-storage')) {
    const params = isExpr(input) ? asExpr(memberOf(input, 'params')) : nothing;
    return { k: 'command', service: 's3', operation: 'Upload', input: params, document: false };
  }
  if (from !== undefined && module.startsWith('@aws-sdk/')) {
    const document = from === 'dynamodb' && module.includes('/lib-');
    const service = document ? 'dynamodb' : serviceId(from);
    if (/^(DynamoDBDocument(Client)?)\.from$/.test(name))
      return {
        k: 'client',
        service: 'dynamodb',
        sdk: 'document',
        options: args[0]?.k === 'client' ? args[0].options : nothing,
      };
    const command = /^(.+)Command$/.exec(last);
    if (command?.[1] !== undefined)
      return {
        k: 'command',
        service,
        operation: document ? documentOperation(command[1]) : command[1],
        input,
        document,
      };
    const pages = /^paginate(.+)$/.exec(last);
    if (pages?.[1] !== undefined)
      return emitCall(
        machine,
        service,
        document ? documentOperation(pages[1]) : pages[1],
        asExpr(args[1] ?? nothing),
        nothing,
        document,
      );
    if (last.startsWith('waitUntil') || last.startsWith('waitFor')) {
      machine.emit({ t: 'wait', seconds: constant(1) });
      return nothing;
    }
    if (isNew || /Client$/.test(last))
      return { k: 'client', service, sdk: document ? 'document' : 'v3', options: input };
    return undefined;
  }
  // SDK v2.
  if (name === 'config.update') {
    machine.defaults = input;
    return nothing;
  }
  if (/^(config|Config|HttpOptions|Endpoint)/.test(last)) return { k: 'library', path: `aws-sdk#${last}` };
  if (last === 'Credentials' || last.endsWith('Credentials')) return { k: 'opaque', why: 'credentials' };
  const options = withDefaults(machine.defaults, input);
  if (last === 'DocumentClient') return { k: 'client', service: 'dynamodb', sdk: 'document', options };
  if (/^(unmarshall|marshall|input|output|wrap)$/.test(last))
    return {
      k: 'pure',
      fn: last === 'output' ? 'unmarshall' : last === 'input' ? 'marshall' : last,
      grade: 'mapping',
      args: args.filter(isExpr),
    };
  const service = serviceId(from ?? last);
  return isNew || args.length < 2 ? { k: 'client', service, sdk: 'v2', options } : undefined;
}

/** Options with those of every client before them. */
const withDefaults = (defaults: Expr, options: Expr): Expr =>
  defaults.k === 'object'
    ? { k: 'object', fields: [{ key: undefined, value: defaults }, ...(options.k === 'object' ? options.fields : [])] }
    : options;

function boto(machine: Machine, module: string, last: string, args: readonly Value[], named: Named): Value | undefined {
  const first = args[0] ?? named.get('service_name');
  const options = objectOf(named);
  if (last === 'client' && first?.k === 'const')
    return { k: 'client', service: serviceId(String(first.value)), sdk: 'boto3', options };
  if (last === 'resource' && first?.k === 'const')
    return { k: 'resource', service: serviceId(String(first.value)), type: '', args: [] };
  if (last === 'client' || last === 'resource') return { k: 'client', service: 'unknown', sdk: 'boto3', options };
  if (last === 'Session' || last === 'get_session') return { k: 'library', path: 'boto3#' };
  if (last === 'get_credentials' || last === 'SigV4Auth') {
    machine.obstacle('cryptography', 'SigV4');
    return { k: 'opaque', why: 'credentials' };
  }
  if (module.startsWith('boto3.dynamodb')) return { k: 'pure', fn: last, grade: 'mapping', args: args.map(asExpr) };
  return last === 'Config' ? nothing : { k: 'pure', fn: last, grade: 'mapping', args: args.map(asExpr) };
}

/** Emits a call of an AWS API and gives its answer. */
export function emitCall(
  machine: Machine,
  service: string,
  operation: string,
  input: Expr,
  options: Expr,
  document: boolean,
): Expr {
  const id = machine.nextId();
  machine.emit({ t: 'call', id, service, operation, input, options, document });
  return { k: 'result', call: id };
}

const notOperations =
  /^(destroy|exceptions|meta|close|config|middlewareStack|setEndpoint|service|waitFor|can_paginate|use|add)$/;

/** A method of a client. */
export function callClient(
  machine: Machine,
  client: Client,
  name: string,
  args: readonly Value[],
  named: Named,
): Value {
  const [first] = args;
  for (const one of args)
    if (one.k === 'closure' && first !== one) machine.under(() => asExpr(machine.call(one, [{ k: 'error' }, nothing])));
  if (name === 'send' && first !== undefined) return sendCommand(machine, client, first);
  if (/presigned|getSignedUrl|createPresignedPost|generate_db_auth_token/i.test(name)) {
    machine.obstacle('presigned', name);
    return { k: 'opaque', why: 'presigned' };
  }
  if (/^(upload_file|download_file|upload_fileobj|download_fileobj)$/.test(name)) {
    machine.obstacle('files', name);
    return emitCall(
      machine,
      client.service,
      name.startsWith('up') ? 'PutObject' : 'GetObject',
      nothing,
      client.options,
      false,
    );
  }
  if (name === 'get_paginator' || name === 'get_waiter')
    return {
      k: 'paginator',
      service: client.service,
      operation: first?.k === 'const' ? operationName(String(first.value)) : 'Unknown',
      waits: name === 'get_waiter',
    };
  if (notOperations.test(name)) return { k: 'opaque', why: name };
  const document = client.sdk === 'document';
  const input = first === undefined || !isExpr(first) ? objectOf(named) : first;
  const operation = document
    ? documentOperation(name)
    : client.service === 's3' && name === 'upload'
      ? 'PutObject'
      : operationName(name);
  return emitCall(machine, client.service, operation, input, client.options, document);
}

/** `client.send(command)`. */
export function sendCommand(machine: Machine, client: Client, command: Value): Value {
  if (command.k === 'either')
    return machine.either(command.test, command.then, command.else, (one) => sendCommand(machine, client, one));
  if (command.k === 'command')
    return emitCall(machine, command.service, command.operation, command.input, client.options, command.document);
  return emitCall(machine, client.service, 'Unknown', asExpr(command), client.options, false);
}

const operations: Readonly<Record<string, string>> = {
  'Table.query': 'Query',
  'Table.scan': 'Scan',
  'Object.get': 'GetObject',
  'Object.put': 'PutObject',
  'Object.delete': 'DeleteObject',
  'Object.copy_from': 'CopyObject',
  'Bucket.put_object': 'PutObject',
  'Bucket.copy': 'CopyObject',
  'Bucket.objects': 'ListObjectsV2',
  'Bucket.delete_objects': 'DeleteObjects',
  'Topic.publish': 'Publish',
  'Queue.send_message': 'SendMessage',
  'Queue.send_messages': 'SendMessageBatch',
  'Queue.receive_messages': 'ReceiveMessage',
  'Message.delete': 'DeleteMessage',
};

/** A method of a boto3 resource. */
export function callResource(
  machine: Machine,
  of: Extract<Code, { k: 'resource' }>,
  name: string,
  args: readonly Value[],
  named: Named,
): Value {
  if (/^[A-Z]/.test(name))
    return { k: 'resource', service: of.service, type: name, args: [...of.args, ...args, ...named.values()] };
  if (name === 'get_queue_by_name') return { k: 'resource', service: 'sqs', type: 'Queue', args: [...named.values()] };
  if (name === 'batch_writer') return of;
  if (/^(upload|download)_file/.test(name)) machine.obstacle('files', name);
  const operation = operations[`${of.type}.${name}`] ?? operationName(name);
  const first = args[0];
  const input = objectOf(
    new Map<string, Value>([
      ...of.args.map((value, index): [string, Value] => [
        index === 0 && of.type === 'Table' ? 'TableName' : `(${of.type}) ${String(index)}`,
        value,
      ]),
      ...named,
    ]),
  );
  return emitCall(
    machine,
    of.service,
    operation,
    first === undefined || !isExpr(first) ? input : first,
    nothing,
    of.service === 'dynamodb',
  );
}
