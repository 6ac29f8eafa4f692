/** The native dialog: it holds the focus, closes on Escape and gives the focus back by itself. */
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { Button } from './button.tsx';

/** A modal window, open as long as it is rendered. */
export function Dialog(props: { title: string; onClose: () => void; children: ComponentChildren }): JSX.Element {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = ref.current;
    if (dialog && !dialog.open) dialog.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={ref}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        props.onClose();
      }}
      class="m-auto w-[min(28rem,calc(100vw-2rem))] rounded-lg border border-line bg-surface p-5 text-text shadow-float backdrop:bg-black/40"
    >
      <h2 id={titleId} class="text-lg font-semibold">
        {props.title}
      </h2>
      <div class="mt-2 space-y-3">{props.children}</div>
    </dialog>
  );
}

/** Asks the second time before something is gone. The harmless answer has the focus. */
export function Confirm(props: {
  title: string;
  children: ComponentChildren;
  action: string;
  busy?: boolean;
  onConfirm: () => void;
  onClose: () => void;
}): JSX.Element {
  return (
    <Dialog title={props.title} onClose={props.onClose}>
      <div class="text-muted">{props.children}</div>
      <div class="flex justify-end gap-2 pt-2">
        <Button onClick={props.onClose}>Keep</Button>
        <Button look="danger" busy={props.busy ?? false} onClick={props.onConfirm}>
          {props.action}
        </Button>
      </div>
    </Dialog>
  );
}
