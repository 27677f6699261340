/**
 * EventBridge Scheduler and custom event buses refuse to call what only reads, by the first words of its name:
 * https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-targets-universal.html
 */
const prefixes = [
  ...['get', 'describe', 'list', 'poll', 'receive', 'search', 'scan', 'query', 'select', 'read', 'lookup', 'discover'],
  ...['validate', 'batchGet', 'batchDescribe', 'batchRead', 'transactGet', 'adminGet', 'adminList', 'testMigration'],
  ...['retrieve', 'testConnection', 'translateDocument', 'isAuthorized', 'invokeModel'],
];

/** Whether a schedule or a custom event bus refuses an action because it only reads. */
export const isReadOnly = (action: string): boolean => prefixes.some((prefix) => action.startsWith(prefix));
