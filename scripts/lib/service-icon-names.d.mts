export function iconsNamedIn(folder: string): readonly string[];
export const iconTextsId: string;
export function iconTextsModule(folder: string): string;
