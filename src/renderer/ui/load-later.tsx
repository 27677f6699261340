import { useEffect, useState, type ComponentType } from 'react';

/** Components that the first picture does not need: each is a file of its own, loaded when it is shown or when idle. */

const loaders: (() => Promise<unknown>)[] = [];

/**
 * A component that is loaded when first shown; nothing stands in its place until then. Once loaded it is there at once,
 * unlike with Suspense, which holds back what it reveals.
 */
export function loadLater<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let known: ComponentType<Props> | undefined;
  const get = async (): Promise<ComponentType<Props>> => (known ??= await load());
  loaders.push(get);
  return function Later(props: Props) {
    const [Loaded, setLoaded] = useState(() => known);
    useEffect(() => {
      if (Loaded !== undefined) return undefined;
      let isShown = true;
      get().then(
        (component) => {
          if (isShown) setLoaded(() => component);
        },
        (error: unknown) => {
          // Thrown while rendering, so that the error boundary shows it.
          if (isShown)
            setLoaded(() => {
              throw error;
            });
        },
      );
      return () => {
        isShown = false;
      };
    }, [Loaded]);
    return Loaded === undefined ? null : <Loaded {...props} />;
  };
}

/** Loads what was left out, one file after the other whenever the page is idle, so that nothing is waited for later. */
export async function loadRest(): Promise<void> {
  for (const load of loaders) {
    await new Promise<void>((resolve) => {
      requestIdleCallback(
        () => {
          resolve();
        },
        { timeout: 2000 },
      );
    });
    // What cannot be loaded now is asked for again when it is shown, and says so there.
    await load().catch(() => undefined);
  }
}
