import type { JSX } from 'preact';

/** Our sign: steps with a foothold on top. */
export const Mark = ({ class: extra = 'size-6' }: { class?: string }): JSX.Element => (
  <svg aria-hidden="true" viewBox="0 0 128 128" class={`shrink-0 ${extra}`}>
    <rect x="4" y="4" width="120" height="120" rx="28" class="fill-accent" />
    <path
      d="M26 98h24V76h24V54h28"
      fill="none"
      class="stroke-on-accent"
      stroke-width="13"
      stroke-linecap="round"
      stroke-linejoin="round"
    />
    <circle cx="98" cy="31" r="9" class="fill-on-accent" />
  </svg>
);
