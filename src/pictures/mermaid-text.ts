/** Texts of a design inside Mermaid's quotes: whatever could mean something there becomes a numeric code. */

const longest = 200;

/** One line that Mermaid shows as it is. */
export function mermaidText(text: string): string {
  return text
    .slice(0, longest)
    .replace(/[\s\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .replace(/[\u0021-\u007e]/g, (sign) =>
      /[A-Za-z0-9._,/()+-]/.test(sign) ? sign : `#${String(sign.charCodeAt(0))};`,
    );
}
