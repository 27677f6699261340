/** What the bare page draws: what the canvas of the app showed, at the same place and zoom. */
export interface Drawing {
  readonly nodes: readonly { readonly id: string; readonly x: number; readonly y: number; readonly label: string }[];
  readonly edges: readonly { readonly id: string; readonly from: string; readonly to: string }[];
  readonly pane: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    readonly viewport: { readonly x: number; readonly y: number; readonly zoom: number };
  };
}
