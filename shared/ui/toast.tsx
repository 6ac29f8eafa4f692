/** Short messages at the foot of the window, read out politely, with an undo where there is one. */
import { signal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Tone } from './feedback.tsx';
import { Icon } from './icon.tsx';

type Toast = { id: number; text: string; tone: Tone; action?: { label: string; run: () => void } };

const toasts = signal<readonly Toast[]>([]);
let lastId = 0;

const dismiss = (id: number): void => {
  toasts.value = toasts.value.filter((toast) => toast.id !== id);
};

/** Shows a message for 5 s, or 10 s where it offers an action. */
export function toast(text: string, options: { tone?: Tone; action?: Toast['action'] } = {}): void {
  const id = ++lastId;
  const { action } = options;
  toasts.value = [
    ...toasts.value.slice(-2),
    { id, text, tone: options.tone ?? 'neutral', ...(action ? { action } : {}) },
  ];
  setTimeout(() => dismiss(id), action ? 10_000 : 5_000);
}

/** Where the messages appear; once per window. */
export const Toasts = (): JSX.Element => (
  <div
    role="status"
    aria-live="polite"
    class="pointer-events-none fixed inset-x-0 bottom-0 z-40 flex flex-col items-center gap-2 p-4"
  >
    {toasts.value.map((item) => (
      <div
        key={item.id}
        class="pointer-events-auto flex max-w-full items-center gap-3 rounded-md bg-text py-1.5 pr-1.5 pl-3 text-canvas shadow-float"
      >
        <Icon name={item.tone === 'danger' || item.tone === 'warn' ? 'warn' : 'check'} />
        <span class="min-w-0">{item.text}</span>
        {item.action && (
          <button
            type="button"
            class="h-7 rounded-sm px-2 font-medium underline underline-offset-2"
            onClick={() => {
              item.action?.run();
              dismiss(item.id);
            }}
          >
            {item.action.label}
          </button>
        )}
        <button
          type="button"
          aria-label="Dismiss"
          class="grid size-7 place-items-center rounded-sm"
          onClick={() => dismiss(item.id)}
        >
          <Icon name="close" class="size-3.5" />
        </button>
      </div>
    ))}
  </div>
);
