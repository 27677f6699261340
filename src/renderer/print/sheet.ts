import './print.css';

/** What is on paper: shown to the printer alone, gone once it is printed. */

export interface Sheet {
  /** CSS of `@page`: its size and margin. */
  readonly page: string;
  readonly content: readonly Node[];
  readonly title: string;
  readonly language: string;
}

/** An SVG file of ours as an element: its parts stay lines and letters on paper. */
export function svgElement(svg: string): Element {
  return document.importNode(new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement, true);
}

/** Opens the browser's print with nothing but the sheet; in its dialog a person can choose a PDF as well. */
export function printSheet({ page, content, title, language }: Sheet): void {
  const sheet = document.createElement('div');
  sheet.className = 'print-sheet';
  sheet.lang = language;
  sheet.append(...content);
  const style = document.createElement('style');
  style.textContent = `@page{${page}}`;
  // The name that a PDF gets.
  const before = document.title;
  document.title = title;
  document.body.append(style, sheet);
  window.addEventListener(
    'afterprint',
    () => {
      sheet.remove();
      style.remove();
      document.title = before;
    },
    { once: true },
  );
  window.print();
}
