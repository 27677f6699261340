import type { Plan } from '../../index.js';

const prepared: readonly string[] = [
  '      - uses: actions/checkout@v5',
  '      - uses: actions/setup-node@v5',
  '        with:',
  '          node-version: 22',
  '          cache: npm',
  '      - run: npm ci',
];

const job = (name: string, environment: string, stacks: string, needs: string): string[] => [
  `  ${name}:`,
  `    needs: ${needs}`,
  "    if: github.ref == 'refs/heads/main'",
  '    runs-on: ubuntu-latest',
  `    environment: ${environment}`,
  '    permissions:',
  '      contents: read',
  '      id-token: write',
  '    steps:',
  ...prepared,
  '      - uses: aws-actions/configure-aws-credentials@v5',
  '        with:',
  '          role-to-assume: ${{ vars.AWS_ROLE_ARN }}',
  '          aws-region: ${{ vars.AWS_REGION }}',
  `      - run: npx cdk deploy --require-approval never ${stacks}`,
];

/**
 * `.github/workflows/deploy.yml`: checks every change and deploys the main branch, stage by stage. The role is assumed by
 * OpenID Connect, so that the repository holds no secret.
 */
export function workflowFile({ stages }: Plan): string {
  return [
    'name: deploy',
    '',
    'on:',
    '  push:',
    '    branches: [main]',
    '  pull_request:',
    '',
    'permissions:',
    '  contents: read',
    '',
    'jobs:',
    '  test:',
    '    runs-on: ubuntu-latest',
    '    steps:',
    ...prepared,
    '      - run: npm run build',
    '      - run: npm test',
    ...(stages.length === 0
      ? job('deploy', 'production', '--all', 'test')
      : // A stage of the name of a job above would take its place.
        stages.flatMap((stage, index) =>
          job(`to-${stage}`, stage, `"${stage}/*"`, index === 0 ? 'test' : `to-${stages[index - 1] ?? ''}`),
        )),
    '',
  ].join('\n');
}
