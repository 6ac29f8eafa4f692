import type { ComponentChildren, JSX } from 'preact';

/** One subject of the options, under its heading. */
export const Section = (props: {
  id: string;
  title: string;
  intro?: string;
  children: ComponentChildren;
}): JSX.Element => (
  <section aria-labelledby={props.id} class="flex flex-col gap-3 rounded-lg border border-line bg-surface p-4">
    <div>
      <h2 id={props.id} class="text-lg font-medium">
        {props.title}
      </h2>
      {props.intro !== undefined && <p class="text-sm text-muted">{props.intro}</p>}
    </div>
    {props.children}
  </section>
);
