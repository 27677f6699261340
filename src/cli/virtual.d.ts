/** Made by scripts/service-icons.ts: icon name of a service definition -> AWS's SVG file, as text. */
declare module 'virtual:service-icon-texts' {
  export const serviceIconTexts: Readonly<Record<string, string>>;
}
