/** A text in every language of the app, as `Localized` of the model has it: this folder imports nothing. */
export interface Text {
  readonly en: string;
  readonly ja: string;
}
