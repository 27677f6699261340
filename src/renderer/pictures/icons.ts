import { serviceIcons } from 'virtual:service-icons';
import type { PictureIcons } from '../../pictures/index.js';

let loaded: Promise<PictureIcons> | undefined;

async function load(): Promise<PictureIcons> {
  const texts = await Promise.all(
    Object.entries(serviceIcons).map(async ([name, url]) => {
      const response = await fetch(url);
      if (!response.ok) throw new Error(`${name}: ${String(response.status)}`);
      return [name, await response.text()] as const;
    }),
  );
  return Object.fromEntries(texts);
}

/** The texts of all icons, fetched from the app's own files when a picture is first made. */
export function pictureIcons(): Promise<PictureIcons> {
  loaded ??= load().catch((error: unknown) => {
    loaded = undefined;
    throw error;
  });
  return loaded;
}
