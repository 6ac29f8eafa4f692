/** The person's word on a match: a thumb, and where they like a reason. Tomorrow's ranking heeds it. */
import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '#shared/ui/button.tsx';
import { TextField } from '#shared/ui/field.tsx';
import { Icon } from '#shared/ui/icon.tsx';

export type Rating = 'up' | 'down';
/** Keeps a thumb (null takes it back) with a reason where one was given; resolves to whether it was kept. */
export type Rate = (rating: Rating | null, reason?: string) => Promise<boolean>;

const REASONS: Readonly<Record<Rating, readonly string[]>> = {
  up: ['The work', 'The company', 'The place', 'The pay', 'The level'],
  down: ['Not my field', 'Too senior', 'Too junior', 'The place', 'The pay', 'The company'],
};

/** The same button gives a thumb and takes it back; then a reason is asked for that nobody has to give. */
export function Thumbs(props: {
  title: string;
  rating: Rating | undefined;
  rate: Rate;
  /** Stands beside the thumbs, before the question for a reason. */
  after?: ComponentChildren;
}): JSX.Element {
  const { title, rating, rate } = props;
  const [asking, setAsking] = useState<Rating>();
  const [said, setSaid] = useState('');
  const press = async (pressed: Rating): Promise<void> => {
    const next = pressed === rating ? undefined : pressed;
    setSaid('');
    const kept = await rate(next ?? null);
    setAsking(kept ? next : undefined);
    if (!kept) setSaid('It could not be kept. Try again.');
  };
  const explain = async (reason: string): Promise<void> => {
    if (asking === undefined || reason.trim() === '') return;
    const kept = await rate(asking, reason.trim());
    setAsking(undefined);
    setSaid(kept ? 'Thank you. Your next ranking heeds it.' : 'The reason could not be kept. Try again.');
  };
  return (
    <>
      <span class="inline-flex">
        <Thumb way="up" title={title} pressed={rating === 'up'} onPress={() => void press('up')} />
        <Thumb way="down" title={title} pressed={rating === 'down'} onPress={() => void press('down')} />
      </span>
      {props.after}
      <span role="status" class="ml-2 basis-full text-sm text-muted empty:hidden">
        {said}
      </span>
      {asking !== undefined && <Why asking={asking} onReason={explain} onClose={() => setAsking(undefined)} />}
    </>
  );
}

const WORDS: Readonly<Record<Rating, string>> = { up: 'Fits well', down: 'Does not fit' };

const Thumb = (props: { way: Rating; title: string; pressed: boolean; onPress: () => void }): JSX.Element => (
  <Button
    size="sm"
    look="quiet"
    aria-pressed={props.pressed}
    aria-label={`${WORDS[props.way]}: ${props.title}`}
    title={WORDS[props.way]}
    onClick={props.onPress}
  >
    <Icon
      name={props.way === 'up' ? 'thumbUp' : 'thumbDown'}
      class={props.pressed ? 'size-4 fill-accent-soft text-accent' : 'size-4'}
    />
  </Button>
);

/** Asked after the thumb is kept; one press answers, and leaving it is an answer too. */
function Why(props: { asking: Rating; onReason: (reason: string) => Promise<void>; onClose: () => void }): JSX.Element {
  const [own, setOwn] = useState('');
  return (
    <form
      aria-label="Reason"
      class="mt-1 ml-2 w-full basis-full rounded-md border border-line bg-surface p-3"
      onSubmit={(event) => {
        event.preventDefault();
        void props.onReason(own);
      }}
    >
      <p class="mb-2 text-sm">
        {props.asking === 'up' ? 'Kept: more like this.' : 'Kept: fewer like this.'} What decides it?{' '}
        <span class="text-muted">You need not say.</span>
      </p>
      <div class="flex flex-wrap gap-1.5">
        {REASONS[props.asking].map((reason) => (
          <Button key={reason} size="sm" onClick={() => void props.onReason(reason)}>
            {reason}
          </Button>
        ))}
      </div>
      <div class="mt-2 flex items-end gap-2">
        <TextField
          class="flex-1"
          label="In your own words"
          hideLabel
          placeholder="In your own words"
          value={own}
          onValue={setOwn}
          maxLength={1000}
        />
        <Button type="submit" disabled={own.trim() === ''}>
          Send
        </Button>
        <Button look="quiet" onClick={props.onClose}>
          Close
        </Button>
      </div>
    </form>
  );
}
