import type { PaperSize } from '../../pictures/index.js';

/** An SVG file as pixels, in the fonts of this machine. */
export async function pngOf(svg: string, { width, height }: PaperSize, scale: number): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => {
      canvas.toBlob(resolve, 'image/png');
    });
    if (blob === null) throw new Error('no memory for a picture of this size');
    return blob;
  } finally {
    URL.revokeObjectURL(url);
  }
}
