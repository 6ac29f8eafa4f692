/** What Foothold does and how it treats data, in one screen, with a picture of the thing itself. */
import { useEffect } from 'preact/hooks';
import { LinkButton } from '#shared/ui/button.tsx';
import { Badge } from '#shared/ui/feedback.tsx';
import { Icon } from '#shared/ui/icon.tsx';
import { user } from '../session.ts';

const STEPS = [
  ['Drop in your resume', 'It is read on your own machine or server; doubtful values are asked, not guessed.'],
  ['Open a real application', 'Foothold reads the posting and writes a resume and letter from your facts only.'],
  ['Press Fill form', 'Each field is set, read back and reported. You look it over and you submit.'],
] as const;

const FACTS = [
  [
    'What it reads',
    'PDF, Word, text, HTML, scans and LinkedIn exports. Every value keeps its place on the page, so you can check it there.',
  ],
  [
    'What it fills',
    'Fields, choices and file inputs on the application systems employers use, and any other page when you ask. What you typed stays.',
  ],
  [
    'What it proves',
    'A field counts as filled only after it was read back. A sentence without a fact behind it is left out and reported.',
  ],
  [
    'What happens to your data',
    'It works without any AI service. Export everything as JSON, or erase it with all files, whenever you like.',
  ],
] as const;

const REPORT = [
  ['First name', 'Ada', 'Filled'],
  ['Phone country', '+49 Germany', 'Filled'],
  ['Resume', 'Ada-Lovelace-Platform.pdf', 'Attached'],
  ['Sponsorship needed?', 'No', 'Filled'],
  ['Gender', 'You did not switch this on', 'Left'],
  ['Why us?', 'Only you can answer this', 'Yours'],
] as const;

export default function LandingPage() {
  useEffect(() => {
    document.title = 'Foothold: from resume to filled application';
  }, []);
  return (
    <div class="mx-auto flex w-full max-w-6xl flex-col px-4 md:px-8 lg:min-h-[calc(100dvh-8rem)]">
      <div class="grid flex-1 items-center gap-10 py-8 lg:grid-cols-2 lg:gap-16">
        <div>
          <h1 class="text-2xl font-semibold tracking-tight text-balance">
            The application form fills itself. With your facts, and nothing else.
          </h1>
          <p class="mt-4 max-w-prose text-lg text-muted">
            Foothold reads your resume, scores jobs against it, writes documents in which every sentence rests on
            something you said, and fills the form field by field. It never submits for you.
          </p>
          <div class="mt-6 flex flex-wrap gap-2">
            <LinkButton href={user.value ? '/profile' : '/register'} look="primary">
              {user.value ? 'Go on with your profile' : 'Start with your resume'}
            </LinkButton>
            <LinkButton href="/demo/">See the demo postings</LinkButton>
          </div>
          <ol class="mt-8 space-y-3">
            {STEPS.map(([title, text], i) => (
              <li key={title} class="flex gap-3">
                <span class="grid size-6 shrink-0 place-items-center rounded-full bg-accent-soft text-sm font-medium text-accent tabular-nums">
                  {i + 1}
                </span>
                <span>
                  <strong class="font-medium">{title}.</strong> <span class="text-muted">{text}</span>
                </span>
              </li>
            ))}
          </ol>
        </div>
        <Picture />
      </div>
      <dl class="grid gap-x-8 gap-y-6 border-t border-line py-8 sm:grid-cols-2 lg:grid-cols-4">
        {FACTS.map(([title, text]) => (
          <div key={title}>
            <dt class="font-semibold">{title}</dt>
            <dd class="mt-1 text-muted">{text}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** The extension's report beside a form, drawn with the product's own parts. */
const Picture = () => (
  <figure class="min-w-0">
    <div class="overflow-hidden rounded-lg border border-line bg-surface shadow-float">
      <div class="flex h-9 items-center gap-1.5 border-b border-line bg-sunken px-3" aria-hidden="true">
        <span class="size-2.5 rounded-full bg-line" />
        <span class="size-2.5 rounded-full bg-line" />
        <span class="size-2.5 rounded-full bg-line" />
        <span class="ml-3 truncate text-xs text-muted">careers.example.com/platform-engineer/apply</span>
      </div>
      <div class="p-4">
        <div class="flex items-center justify-between gap-3">
          <div class="min-w-0">
            <p class="truncate font-semibold">Platform Engineer</p>
            <p class="text-sm text-muted">Northlight Energy · Berlin, hybrid</p>
          </div>
          <p class="text-right">
            <span class="block text-xl font-semibold tabular-nums">82</span>
            <span class="text-xs text-muted">match</span>
          </p>
        </div>
        <p class="mt-3 flex items-center gap-2 rounded-md bg-ok-soft px-3 py-2 font-medium">
          <Icon name="check" class="size-4 text-ok" /> Filled 26 of 28 fields
        </p>
        <ul class="mt-3 divide-y divide-line">
          {REPORT.map(([label, value, outcome]) => (
            <li key={label} class="flex items-center gap-3 py-1.5">
              <span class="w-28 shrink-0 text-sm text-muted sm:w-36">{label}</span>
              <span class="min-w-0 flex-1 truncate">{value}</span>
              <Badge tone={outcome === 'Yours' ? 'warn' : outcome === 'Left' ? 'neutral' : 'ok'}>{outcome}</Badge>
            </li>
          ))}
        </ul>
      </div>
    </div>
    <figcaption class="mt-2 text-center text-sm text-muted">The report after a fill, on made-up data.</figcaption>
  </figure>
);
