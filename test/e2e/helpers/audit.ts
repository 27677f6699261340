import type { Page } from 'playwright-core';

/** What is wrong with a screen as a picture: measured in the page, in words that name the element. */
export async function auditLayout(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const name = (element: Element): string => {
      const label = element.getAttribute('aria-label') ?? element.textContent.trim().slice(0, 40);
      return `${element.tagName.toLowerCase()}.${(element.getAttribute('class') ?? '').split(' ').join('.')} "${label}"`;
    };
    const shown = (element: Element): boolean =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      element.getBoundingClientRect().width > 0;

    const page = document.documentElement;
    if (page.scrollWidth > window.innerWidth || page.scrollHeight > window.innerHeight)
      found.push(`the page scrolls: ${String(page.scrollWidth)}×${String(page.scrollHeight)}`);

    // Text that is cut without an ellipsis, or that leaves its box.
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      const ownText = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '',
      );
      if (!ownText || !shown(element) || element.closest('.cm-editor, .visually-hidden, [data-clip]') !== null)
        continue;
      const style = getComputedStyle(element);
      // For screen readers only: nothing of it is seen.
      if (style.clipPath === 'inset(50%)') continue;
      const cut = element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0;
      const hides = style.overflowX !== 'visible';
      if (
        cut &&
        hides &&
        style.textOverflow !== 'ellipsis' &&
        style.overflowX !== 'auto' &&
        style.overflowX !== 'scroll'
      )
        found.push(`clipped text: ${name(element)}`);
      if (cut && !hides && style.display !== 'inline') found.push(`text leaves its box: ${name(element)}`);
      const tall = element.scrollHeight > element.clientHeight + 2 && element.clientHeight > 0;
      if (tall && style.overflowY === 'hidden' && style.webkitLineClamp === 'none')
        found.push(`text cut below: ${name(element)}`);
    }

    // Panels side by side never lie over each other.
    const panels = [...document.querySelectorAll<HTMLElement>('[data-panel]')].filter(shown);
    for (const [index, a] of panels.entries())
      for (const b of panels.slice(index + 1)) {
        if (a.contains(b) || b.contains(a)) continue;
        const [one, other] = [a.getBoundingClientRect(), b.getBoundingClientRect()];
        const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
        if (width > 1 && height > 1)
          found.push(`panels overlap: ${a.dataset['panel'] ?? ''} and ${b.dataset['panel'] ?? ''}`);
      }
    for (const panel of panels) {
      const box = panel.getBoundingClientRect();
      if (box.right > window.innerWidth + 1 || box.bottom > window.innerHeight + 1 || box.left < -1 || box.top < -1)
        found.push(`panel leaves the window: ${panel.dataset['panel'] ?? ''}`);
    }
    return [...new Set(found)];
  });
}

/** The part of the window that the canvas has, from 0 to 1. */
export async function canvasShare(page: Page): Promise<number> {
  return page.evaluate(() => {
    const box = document.querySelector('[data-panel="canvas"]')?.getBoundingClientRect();
    return box === undefined ? 0 : (box.width * box.height) / (window.innerWidth * window.innerHeight);
  });
}
