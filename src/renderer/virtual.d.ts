/** Made by scripts/service-icons.ts: icon name of a service definition -> URL of AWS's SVG file. */
declare module 'virtual:service-icons' {
  export const serviceIcons: Readonly<Record<string, string>>;
}
