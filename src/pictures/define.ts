import type { Box, Point } from '../model/design.js';
import type { Language } from '../model/localized.js';

/** A drawing as plain data: what is on it and where, without a format. Coordinates are those of the design. */

export type PictureTheme = 'light' | 'dark';

/** What a badge on a card says: counts of the advisor and of the problems. */
export interface PictureMarks {
  readonly findings: number;
  readonly problems: number;
  /** A rule looked at it and says that it is right as it is. */
  readonly isKept: boolean;
}

/** The part of a design that is drawn. */
export interface PictureScope {
  readonly nodes: ReadonlySet<string>;
  /** With all of their members. */
  readonly contexts: ReadonlySet<string>;
  readonly notes: ReadonlySet<string>;
}

export interface PictureOptions {
  readonly language: Language;
  readonly theme: PictureTheme;
  /** Absent: everything. */
  readonly scope?: PictureScope | undefined;
  /** Badges by node id; absent: none, and functions that only transport are drawn like any other. */
  readonly marks?: ReadonlyMap<string, PictureMarks> | undefined;
}

export interface PictureArea {
  readonly id: string;
  readonly box: Box;
  readonly label: string;
  /** Words after the label; '' for none. */
  readonly team: string;
  /** Index into the seven hues. */
  readonly hue: number;
  /** How much is in it, of a collapsed one, which is drawn as a card in place of its members; else ''. */
  readonly members: string;
}

export interface PictureCard {
  readonly id: string;
  readonly kind: 'card' | 'bus';
  readonly box: Box;
  readonly context: string | undefined;
  readonly label: string;
  readonly subtitle: string;
  /** At the right of a bus. */
  readonly note: string;
  readonly icon: string;
  readonly serviceType: string;
  readonly serviceLabel: string;
  readonly isTransport: boolean;
  /** A word for a resource that exists already; else ''. */
  readonly existing: string;
  readonly marks: PictureMarks;
}

export interface PictureNote {
  readonly id: string;
  readonly box: Box;
  readonly context: string | undefined;
  readonly text: string;
}

/** One connection, or several between the same two nodes. */
export interface PictureLine {
  readonly id: string;
  /** Ids of cards, or of collapsed areas as `areaEnd` writes them. */
  readonly from: string;
  readonly to: string;
  readonly points: readonly Point[];
  readonly label: string;
  /** The words of each connection that it stands for. */
  readonly labels: readonly string[];
  readonly pill: Box | undefined;
  readonly delivery: 'sync' | 'async';
  /** From a field of a node: drawn thin. */
  readonly isReference: boolean;
}

export interface PictureScene {
  /** Of the design. */
  readonly name: string;
  readonly language: Language;
  readonly theme: PictureTheme;
  /** Everything that is drawn, with a margin. */
  readonly box: Box;
  readonly areas: readonly PictureArea[];
  readonly cards: readonly PictureCard[];
  readonly notes: readonly PictureNote[];
  readonly lines: readonly PictureLine[];
}

/** Texts of AWS's SVG files by the name that services give: `architecture-service/AWSLambda`. */
export type PictureIcons = Readonly<Record<string, string>>;

const areaPrefix = 'context:';

/** A collapsed area as the end of a line; ids of nodes have no colon. */
export const areaEnd = (area: string): string => areaPrefix + area;

/** The collapsed area that an end is; undefined: it is a card. */
export const areaOfEnd = (end: string): string | undefined =>
  end.startsWith(areaPrefix) ? end.slice(areaPrefix.length) : undefined;
