/**
 * What the script injected into a page offers to the background, frame by frame. The background calls it through
 * `chrome.scripting.executeScript` in our isolated world, which the page can neither see nor call; everything that
 * crosses is plain JSON.
 */

import type { Sketch } from '#shared/form/fixture.rules.ts';
import type { FieldReport, FillStep, FormButton, FormField } from '#shared/form/form.schema.ts';
import type { HandOver } from '../fill/hand-over.ts';
import type { Posting } from '../sites/site.ts';

/** A document to attach, whole. */
export type Attachment = { name: string; type: string; base64: string };

/** What one frame shows right now. */
export type FrameView = {
  origin: string;
  url: string;
  fields: FormField[];
  /** Buttons a person sees. */
  buttons: FormButton[];
  /** Name of the step a wizard shows, e.g. `2 of 5 · My Experience`; absent where there are no steps. */
  step?: string;
  /** Addresses of frames of other origins that a person sees in it. */
  embedded: string[];
  posting?: Posting;
};

export type FillOrder = {
  runId: string;
  /** The frame's origin when its fields were collected; anywhere else nothing is written. */
  origin: string;
  steps: FillStep[];
  /** By the `value` of `file` steps. */
  attachments: Record<string, Attachment>;
  /** Outline what was done. */
  outlines: boolean;
};

/** Questions of a finished fill to look at again; only of `wanted` ones the answer itself. */
export type RememberOrder = { runId: string; questions: { ref: string; wanted: boolean }[] };

/** The form around a field, and what its boxes hold, so that it can be taken out of the words beside them. */
export type FieldSketch = { sketch: Sketch; typed: string[] };

export type PageTools = {
  /** Reads the posting and every question of this frame; changes nothing. */
  look(): FrameView;
  /** Carries out the steps once per `runId`: a second call with the same id waits for the first and gives its reports. */
  fill(order: FillOrder): Promise<FieldReport[]>;
  /** Asks a fill under way to stop before its next step. */
  stop(given: { runId: string }): void;
  /** What the last fill left to the page's own code, and what came of that once it was done. */
  handOvers(): HandOver[];
  settle(given: { refs: string[] }): Promise<FieldReport[]>;
  /** Puts back what the last fill changed; gives the number of fields restored. */
  undo(): Promise<number>;
  /** Presses a button that adds a row and waits until the page has answered; false where it may not be pressed. */
  press(given: { ref: string }): Promise<boolean>;
  /** Tells the background when this frame shows questions beside those in `known`; a later call replaces it. */
  watch(given: { known: string[] }): void;
  /** Scrolls to a field and outlines it. */
  reveal(given: { ref: string }): boolean;
  /** Remembers these answers, and from now on tells what the person made of them as they leave the form. */
  remember(order: RememberOrder): void;
  /** What they made of them so far. */
  changed(): { ref: string; value: string }[];
  /** What a person can read here. */
  words(): string;
  /** The control behind a ref and what a person sees of it, for other scripts of ours in the same frame. */
  find(given: { ref: string }): { control: Element; shown: Element } | undefined;
};

/** Where the tools lie in the isolated world of a frame. */
export type PageGlobal = {
  footholdPage?: PageTools;
  /** The structure around a field, without values; null where it is gone. */
  footholdSketch?: (given: { ref: string }) => FieldSketch | null;
};
