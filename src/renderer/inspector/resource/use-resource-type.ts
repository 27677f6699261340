import { useEffect, useState } from 'react';
import { findResourceType, learnResourceTypes, type FoundType } from '../../../cfn/known-types.js';

/** What is known of a CloudFormation type; it is read when a form first asks. Undefined: being read. */
export function useResourceType(name: string): FoundType | undefined {
  const [read, setRead] = useState<string>();
  const found = findResourceType(name);
  useEffect(() => {
    let isShown = true;
    // What cannot be read leaves the form without what only the schema knows.
    void learnResourceTypes([name])
      .catch(() => undefined)
      .then(() => {
        if (isShown) setRead(name);
      });
    return () => {
      isShown = false;
    };
  }, [name]);
  return found.status === 'known' || read === name ? found : undefined;
}
