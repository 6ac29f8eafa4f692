/** A match as one looks it over in the morning: the score, why, the gap that matters, what the form costs. */
import type { ComponentChildren, JSX } from 'preact';
import { ageOf, ClosesSoon, effortOf, JobName, Liveness, payOf, StatusBadge } from '#shared/job/job.view.tsx';
import { AlsoIn } from '#shared/job/row.view.tsx';
import { isFieldPath } from '#shared/profile/path.rules.ts';
import { Icon } from '#shared/ui/icon.tsx';
import { pieceInWords } from './evidence.view.tsx';
import type { MatchView } from './match.contract.ts';
import { Gate, gained, Score, STANCES } from './match.view.tsx';

type Match = Pick<MatchView, 'reasons' | 'missingSkills' | 'gains' | 'gate'>;
type Reason = Match['reasons'][number];

const holds = (title: 'for' | 'against') => STANCES[title === 'for' ? 0 : 1]?.holds ?? (() => false);

/** The reason to show first: one that quotes both sides, else one that quotes something. */
function telling(reasons: readonly Reason[]): Reason | undefined {
  const worth = ({ evidence }: Reason): number =>
    Number(evidence.some((piece) => !isFieldPath(piece))) + Number(evidence.some(isFieldPath));
  return reasons.toSorted((a, b) => worth(b) - worth(a))[0];
}

/** The posting's words and the profile's place a reason rests on, in one line. */
const bothSides = ({ evidence }: Reason): string =>
  [evidence.find((piece) => !isFieldPath(piece)), evidence.find(isFieldPath)]
    .filter((piece) => piece !== undefined)
    .map(pieceInWords)
    .join(' ↔ ');

/** What stands against it most: the worth of the best thing to close, else the first reason against. */
export function gapOf({ gains = [], reasons, missingSkills }: Match): { text: string; worth?: string } | undefined {
  const best = gains.find(({ kind }) => kind !== 'later') ?? gains[0];
  if (best) return { text: best.skill, worth: gained(best.points) };
  const against = reasons.find(holds('against'));
  if (against) return { text: against.text };
  return missingSkills[0] === undefined ? undefined : { text: `${missingSkills[0]} is not in your profile` };
}

const Line = (props: { icon: 'check' | 'warn'; mark: string; label: string; children: ComponentChildren }) => (
  <li class="flex gap-2">
    <Icon name={props.icon} class={`mt-0.5 size-4 ${props.mark}`} />
    <span class="min-w-0 wrap-anywhere">
      <span class="sr-only">{props.label}: </span>
      {props.children}
    </span>
  </li>
);

/** Why and what is missing, in two lines. */
export function WhyAndGap({ match }: { match: Match }): JSX.Element | null {
  const why = telling(match.reasons.filter(holds('for')));
  const gap = gapOf(match);
  const quoted = why ? bothSides(why) : '';
  return why === undefined && gap === undefined ? null : (
    <ul class="space-y-1 text-sm">
      {why && (
        <Line icon="check" mark="text-ok" label="Why">
          {why.text}
          {quoted !== '' && <span class="block text-xs text-muted">{quoted}</span>}
        </Line>
      )}
      {gap && (
        <Line icon="warn" mark="text-warn" label="Gap">
          {gap.text}
          {gap.worth !== undefined && <span class="text-muted"> · {gap.worth}</span>}
        </Line>
      )}
    </ul>
  );
}

/** Pay, age and what the form costs, at the right on wide windows. */
const Terms = ({ match: { job } }: { match: MatchView }): JSX.Element => (
  <div class="flex flex-wrap gap-x-3 text-sm text-muted tabular-nums md:flex-col md:items-end md:text-right">
    {payOf(job) !== '' && <span class="text-text">{payOf(job)}</span>}
    <span>{ageOf(job)}</span>
    {effortOf(job) !== '' && <span>Form: {effortOf(job)}</span>}
  </div>
);

const Marks = ({ match: { job, status } }: { match: MatchView }): JSX.Element => (
  <div class="mt-1 flex flex-wrap gap-1 empty:hidden">
    <Liveness job={job} />
    <ClosesSoon job={job} />
    <StatusBadge status={status === 'bookmarked' ? null : status} />
    <AlsoIn job={job} />
  </div>
);

/** One match in a list; `brief` leaves out why and gap. Moved through by the keys of `useListKeys`. */
export function MatchCard(props: { match: MatchView; brief?: boolean; actions: ComponentChildren }): JSX.Element {
  const { match, brief = false } = props;
  const { job, gate } = match;
  return (
    <li
      data-row={job.id}
      class="flex gap-3 border-b border-line px-3 py-3 last:border-0 focus-within:bg-sunken hover:bg-sunken sm:gap-4 sm:px-4"
    >
      <div class="w-9 shrink-0 text-right">
        <Score match={match} large={!brief} />
      </div>
      <div class="min-w-0 flex-1 space-y-2">
        <div class="grid gap-x-4 gap-y-1 md:grid-cols-[minmax(0,1fr)_auto]">
          <div class="min-w-0">
            <JobName job={job} />
            <Marks match={match} />
          </div>
          <Terms match={match} />
        </div>
        {gate && (brief ? <p class="text-sm text-warn">{gate.text}</p> : <Gate text={gate.text} />)}
        {!brief && <WhyAndGap match={match} />}
        <div class="-ml-2 flex flex-wrap items-center gap-x-1 gap-y-2">{props.actions}</div>
      </div>
    </li>
  );
}
