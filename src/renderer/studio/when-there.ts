const patienceMilliseconds = 2000;

/** Asks on every frame until the page has drawn what is looked for, or it is too late to matter. */
export function whenThere<Found>(look: () => Found | undefined | null, act: (found: Found) => void): void {
  const start = performance.now();
  const ask = (): void => {
    const found = look();
    if (found !== undefined && found !== null) act(found);
    else if (performance.now() - start < patienceMilliseconds) requestAnimationFrame(ask);
  };
  requestAnimationFrame(ask);
}
