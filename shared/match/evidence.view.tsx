/** What a reason rests on: words of the posting, and fields of the profile. */
import type { JSX } from 'preact';
import { evidenceInWords, isFieldPath } from '#shared/profile/path.rules.ts';
import { cx } from '#shared/ui/cx.ts';

/** How a reader gets from a piece of evidence to its place. */
export type Pointing = {
  /** Whether the words can be found in the text that is shown. */
  readonly canShow: (quote: string) => boolean;
  readonly onShow: (quote: string) => void;
  readonly shown: string | undefined;
};

/** Pieces shown beside one reason. */
const MOST = 3;

const isWish = (path: string): boolean => path.startsWith('preferences.');

/** Where a field of the person can be looked at and changed: the profile page focuses it, wishes stand under Account. */
const placeHref = (path: string): string =>
  isWish(path) ? '/account#looking-for' : `/profile?field=${encodeURIComponent(path)}`;

/** A piece of evidence in a few words: the posting's as a quotation, the person's by its place. */
export const pieceInWords = (piece: string): string => (isWish(piece) ? 'what you look for' : evidenceInWords(piece));

/** The evidence of one reason, the posting's words first. Without `pointing` it is only named. */
export const Evidence = (props: { pieces: readonly string[]; pointing?: Pointing | undefined }): JSX.Element => (
  <>
    {props.pieces
      .toSorted((a, b) => Number(isFieldPath(a)) - Number(isFieldPath(b)))
      .slice(0, MOST)
      .map((piece) => (
        <span key={piece} class="block text-xs wrap-anywhere text-muted">
          {isFieldPath(piece) ? (
            <Field path={piece} linked={props.pointing !== undefined} />
          ) : (
            <Quote quote={piece} pointing={props.pointing} />
          )}
        </span>
      ))}
  </>
);

const Field = ({ path, linked }: { path: string; linked: boolean }): JSX.Element => (
  <>
    {isWish(path) ? 'In ' : 'In your profile: '}
    {linked ? (
      <a href={placeHref(path)} class="underline decoration-line underline-offset-2 hover:text-text">
        {pieceInWords(path)}
      </a>
    ) : (
      pieceInWords(path)
    )}
  </>
);

const Quote = ({ quote, pointing }: { quote: string; pointing?: Pointing | undefined }): JSX.Element =>
  pointing?.canShow(quote) ? (
    <button
      type="button"
      aria-pressed={pointing.shown === quote}
      title="Show it in the posting"
      class={cx(
        'rounded-sm text-left underline decoration-line underline-offset-2 hover:text-text',
        pointing.shown === quote && 'bg-warn-soft text-text',
      )}
      onClick={() => pointing.onShow(quote)}
    >
      {evidenceInWords(quote)}
    </button>
  ) : (
    <span>{evidenceInWords(quote)}</span>
  );
