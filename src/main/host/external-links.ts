/** Where the app's links lead: documentation and sources of advice. Anything else is not opened. */
const hosts: ReadonlySet<string> = new Set([
  'aws.amazon.com',
  'docs.aws.amazon.com',
  'repost.aws',
  'serverlessland.com',
  'docs.jsonata.org',
  'jsonata.org',
  'states-language.net',
  'github.com',
]);

/** The address in its normal form when the app may open it; undefined: it may not. */
export function externalLink(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, hostname, port, username, password, href } = new URL(url);
  const isPlain = protocol === 'https:' && port === '' && username === '' && password === '';
  return isPlain && hosts.has(hostname) ? href : undefined;
}
