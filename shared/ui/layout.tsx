/** The parts pages are made of. */
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useId } from 'preact/hooks';
import { cx } from './cx.ts';

/** A page: its one first-level heading, what can be done here, and the content. Sets the window's title. */
export function Page(props: {
  title: string;
  lead?: ComponentChildren;
  actions?: ComponentChildren;
  narrow?: boolean;
  /** A place to work in: room for two columns side by side, and the heading with its actions stays in sight. */
  wide?: boolean;
  children: ComponentChildren;
}): JSX.Element {
  useEffect(() => {
    document.title = `${props.title} · Foothold`;
  }, [props.title]);
  return (
    <div
      class={cx('mx-auto px-4 py-6 md:px-8', props.narrow ? 'max-w-3xl' : props.wide ? 'max-w-[104rem]' : 'max-w-6xl')}
    >
      <header
        class={cx(
          'flex flex-wrap items-end justify-between gap-x-3 gap-y-2',
          props.wide ? 'sticky top-12 z-20 -mx-4 -mt-3 mb-3 bg-canvas px-4 py-3 md:top-0 md:-mx-8 md:px-8' : 'mb-5',
        )}
      >
        <div class="min-w-0">
          <h1 class="text-xl font-semibold tracking-tight">{props.title}</h1>
          {props.lead && <p class="mt-0.5 text-muted">{props.lead}</p>}
        </div>
        {props.actions && <div class="flex flex-wrap items-center gap-2">{props.actions}</div>}
      </header>
      {props.children}
    </div>
  );
}

/** A titled part of a page. */
export function Section(props: {
  title: string;
  lead?: ComponentChildren;
  actions?: ComponentChildren;
  children: ComponentChildren;
}): JSX.Element {
  const id = useId();
  return (
    <section aria-labelledby={id} class="mb-8">
      <div class="mb-3 flex flex-wrap items-end justify-between gap-2">
        <div class="min-w-0">
          <h2 id={id} class="text-lg font-semibold">
            {props.title}
          </h2>
          {props.lead && <p class="text-muted">{props.lead}</p>}
        </div>
        {props.actions && <div class="flex flex-wrap gap-2">{props.actions}</div>}
      </div>
      {props.children}
    </section>
  );
}

export const Card = ({ class: extra, children }: { class?: string; children: ComponentChildren }): JSX.Element => (
  <div class={cx('rounded-lg border border-line bg-surface p-4', extra)}>{children}</div>
);
