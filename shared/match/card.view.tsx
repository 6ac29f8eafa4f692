/** A match as one looks it over in the morning: the score, why, the gap that matters, what the form costs. */
import type { ComponentChildren, JSX } from 'preact';
import { ageOf, ClosesSoon, effortOf, JobName, Liveness, payOf, StatusBadge } from '#shared/job/job.view.tsx';
import { AlsoIn } from '#shared/job/row.view.tsx';
import { evidenceInWords, isFieldPath } from '#shared/profile/path.rules.ts';
import { Icon } from '#shared/ui/icon.tsx';
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
    .map(evidenceInWords)
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

/** One match in a list. `actions` stand under it; it is moved through by the keys of `useListKeys`. */
export function MatchCard({ match, actions }: { match: MatchView; actions: ComponentChildren }): JSX.Element {
  const { job } = match;
  const facts = [payOf(job), ageOf(job), effortOf(job)].filter(Boolean);
  return (
    <li data-row={job.id} class="border-b border-line px-3 py-3 last:border-0 focus-within:bg-sunken sm:px-4">
      <div class="flex gap-3 sm:gap-4">
        <div class="w-10 shrink-0 text-right">
          <Score match={match} large />
        </div>
        <div class="min-w-0 flex-1 space-y-2">
          <div>
            <JobName job={job} />
            {facts.length > 0 && <p class="text-sm text-muted tabular-nums">{facts.join(' · ')}</p>}
            <div class="mt-1 flex flex-wrap gap-1 empty:hidden">
              <Liveness job={job} />
              <ClosesSoon job={job} />
              <StatusBadge status={match.status === 'bookmarked' ? null : match.status} />
              <AlsoIn job={job} />
            </div>
          </div>
          {match.gate && <Gate text={match.gate.text} />}
          <WhyAndGap match={match} />
          <div class="-ml-2 flex flex-wrap items-center gap-x-1 gap-y-2">{actions}</div>
        </div>
      </div>
    </li>
  );
}
