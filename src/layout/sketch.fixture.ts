import { contextId, emptyDesign, nodeId, type Design } from '../model/design.js';
import { addConnection, addContext, addNode } from '../model/graph.js';

/**
 * A design for tests of layout and canvas. `nodes`: context (or '') -> names with their service; `lines`: one connection
 * each as `from > to: kind`.
 */
export function sketch(nodes: Readonly<Record<string, string>>, lines: readonly string[] = []): Design {
  let design = emptyDesign('Sketch');
  for (const [context, members] of Object.entries(nodes)) {
    const id = context === '' ? undefined : addContext(design, { label: context });
    if (id !== undefined) design = id.design;
    for (const member of members.split(',').map((text) => text.trim())) {
      const [label = '', service = ''] = member.split(':');
      design = addNode(design, {
        service,
        label,
        origin: 'created',
        props: {},
        ...(id === undefined ? {} : { context: contextId(id.id) }),
      }).design;
    }
  }
  for (const line of lines) {
    const [, from = '', to = '', kind = ''] = /^(.*?) > (.*?)(?:: (.*))?$/.exec(line) ?? [];
    design = addConnection(design, { kind: kind || 'uses', from: nodeId(from), to: nodeId(to), props: {} }).design;
  }
  return design;
}

/** Seven contexts around one bus: the size and the kinds of knots that a real system has. */
export const shop = (): Design =>
  sketch(
    {
      '': 'main:event-bus',
      Checkout:
        'checkout-api:http-api, list:lambda-function, clicks:sqs-queue, count:lambda-function, carts:dynamodb-table, open:state-machine',
      Media: 'camera:generic, films:s3-bucket, watch:state-machine',
      Cutting: 'cdn:generic, clips:s3-bucket, short:lambda-function, long:generic, cut:state-machine',
      Front: 'web:generic, topics:generic, push:lambda-function',
      Stock: 'stock-api:rest-api, items:dynamodb-table, keep:lambda-function, tell:lambda-function',
      Hooks: 'cycle:state-machine, hooks:dynamodb-table, done:lambda-function',
      Extras:
        'moderate:state-machine, checks:generic, transcribe:state-machine, text:transcribe, title:state-machine, model:bedrock-model, late:sqs-queue, clean:pipe, words:generic',
    },
    [
      'checkout-api > list',
      'checkout-api > clicks',
      'clicks > count',
      'list > carts',
      'open > carts',
      'count > camera',
      'camera > films',
      'camera > main',
      'cdn > clips',
      'short > clips',
      'long > clips',
      'cut > short',
      'cut > long',
      'cut > main',
      'web > topics',
      'push > topics',
      'main > open',
      'main > watch',
      'main > cut',
      'main > push',
      'main > keep',
      'keep > items',
      'items > tell',
      'tell > main',
      'stock-api > items',
      'main > cycle',
      'cycle > main',
      'cycle > hooks',
      'main > done',
      'done > cycle',
      'main > moderate',
      'main > transcribe',
      'main > title',
      'moderate > checks',
      'transcribe > text',
      'title > model',
      'late > clean',
      'clean > words',
    ],
  );
