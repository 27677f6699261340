/** A generated definition: `count` states of every type, containers in each other four deep. */
export function generatedWorkflow(count: number): string {
  let made = 0;
  const name = (kind: string): string => `${kind} ${String(++made)}`;
  const chain = (states: readonly (readonly [string, Record<string, unknown>])[]): Record<string, unknown> => {
    const all: Record<string, unknown> = {};
    for (const [index, [key, state]] of states.entries()) {
      const next = states[index + 1]?.[0];
      const type = state['Type'];
      if (type === 'Choice')
        all[key] = {
          ...state,
          Choices: [{ Condition: '{% $states.input.ok = true %}', Next: next ?? states[0]?.[0] }],
          Default: next ?? states[0]?.[0],
        };
      else all[key] = { ...state, ...(next === undefined ? { End: true } : { Next: next }) };
    }
    return { StartAt: states[0]?.[0], States: all };
  };
  const machine = (depth: number, size: number): Record<string, unknown> => {
    const states: [string, Record<string, unknown>][] = [];
    const last = made + size;
    while (made < last) {
      const kind = made % 7;
      if (depth > 0 && kind === 3 && last - made > 6) {
        const own = name('Parallel');
        const part = Math.min(16, Math.floor((last - made) / 2));
        states.push([
          own,
          { Type: 'Parallel', Branches: [machine(depth - 1, part / 2), machine(depth - 1, part / 2)] },
        ]);
      } else if (depth > 0 && kind === 5 && last - made > 4) {
        const own = name('Map');
        const part = Math.min(10, Math.floor((last - made) / 2));
        states.push([
          own,
          { Type: 'Map', Items: '{% $states.input.items %}', ItemProcessor: machine(depth - 1, part) },
        ]);
      } else if (kind === 1) states.push([name('Wait'), { Type: 'Wait', Seconds: 5 }]);
      else if (kind === 2) states.push([name('Choice'), { Type: 'Choice' }]);
      else if (kind === 4) states.push([name('Pass'), { Type: 'Pass', Output: { at: '{% $now() %}' } }]);
      else states.push([name('Task'), task()]);
    }
    const [lastState] = states.slice(-1);
    if (lastState?.[1]['Type'] === 'Choice') states.push([name('Pass'), { Type: 'Pass' }]);
    return chain(states);
  };
  const task = (): Record<string, unknown> => ({
    Type: 'Task',
    Resource: 'arn:aws:states:::dynamodb:putItem',
    Arguments: { TableName: 'orders', Item: { id: { S: '{% $states.input.id %}' } } },
    Retry: [{ ErrorEquals: ['States.TaskFailed'], MaxAttempts: 3 }],
  });
  const whole = machine(4, count - 3);
  const states = whole['States'] as Record<string, Record<string, unknown>>;
  states['Recover'] = { Type: 'Pass', Next: 'Failed' };
  states['Failed'] = { Type: 'Fail', Error: 'Failed' };
  states['Done'] = { Type: 'Succeed' };
  for (const [index, state] of Object.values(states).entries()) {
    if (state['Type'] === 'Task' && index % 5 === 0)
      state['Catch'] = [{ ErrorEquals: ['States.ALL'], Next: 'Recover' }];
    if (state['End'] === true && state['Type'] !== 'Pass') {
      delete state['End'];
      state['Next'] = 'Done';
    }
  }
  return JSON.stringify({ QueryLanguage: 'JSONata', ...whole }, null, 2);
}
