/** The narrow column of the pages around signing in. */
import type { ComponentChildren, JSX } from 'preact';
import { useEffect } from 'preact/hooks';

export function SignInCard(props: {
  title: string;
  lead?: ComponentChildren;
  foot?: ComponentChildren;
  children: ComponentChildren;
}): JSX.Element {
  useEffect(() => {
    document.title = `${props.title} · Foothold`;
  }, [props.title]);
  return (
    <div class="mx-auto w-full max-w-sm px-4 py-8 md:py-16">
      <h1 class="text-xl font-semibold tracking-tight">{props.title}</h1>
      {props.lead && <p class="mt-1 text-muted">{props.lead}</p>}
      <div class="mt-5">{props.children}</div>
      {props.foot && <p class="mt-5 text-muted">{props.foot}</p>}
    </div>
  );
}
