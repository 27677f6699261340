import { useEffect, useRef, useState, type ComponentType, type ReactNode } from 'react';

/** Components that the first picture does not need: each is a file of its own, loaded when it is shown or when idle. */

const loaders: (() => Promise<unknown>)[] = [];

/**
 * A component that is loaded when first shown; until then `standIn` is in its place, or nothing. Once loaded it is there
 * at once, unlike with Suspense, which holds back what it reveals.
 */
export const loadLater = <Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  standIn?: ReactNode,
): ComponentType<Props> => loadPicture(() => withTips(load), standIn);

async function withTips<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): Promise<ComponentType<Props>> {
  const [Component, { Tips }] = await Promise.all([load(), import('./tips.js')]);
  return function WithTips(props: Props) {
    return (
      <Tips>
        <Component {...props} />
      </Tips>
    );
  };
}

/** Like `loadLater`, for what is shown first: without tooltips, which would have to be loaded with it. */
export function loadPicture<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  standIn?: ReactNode,
): ComponentType<Props> {
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
    return Loaded === undefined ? standIn : <Loaded {...props} />;
  };
}

let pictureIsShown: () => void = () => undefined;
/** The screen with what it is about has been painted: the drawing, or the ways to begin. */
export const firstPicture = new Promise<void>((resolve) => {
  pictureIsShown = resolve;
});

/** Longer than any picture takes: where it fails, what comes after must come all the same. */
const longestMilliseconds = 2000;
setTimeout(pictureIsShown, longestMilliseconds);

/** For a screen: says when its first picture is painted, which is a frame after `isThere` has found it on the page. */
export function useFirstPicture(isThere: () => boolean): void {
  const look = useRef(isThere);
  useEffect(() => {
    let frame = 0;
    const next = (): void => {
      frame = requestAnimationFrame(look.current() ? pictureIsShown : next);
    };
    next();
    return () => {
      cancelAnimationFrame(frame);
    };
  }, []);
}

/** Like `loadLater`, for what stands on screen from the first but is not what one came for: the picture goes first. */
export const loadAfterPicture = <Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  standIn?: ReactNode,
): ComponentType<Props> =>
  loadPicture(async () => {
    await firstPicture;
    return withTips(load);
  }, standIn);

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
