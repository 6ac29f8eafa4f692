/** Why a posting fits: the score in parts, reasons with their evidence, what is missing. */
import type { JSX } from 'preact';
import { cx } from '#shared/ui/cx.ts';
import { Badge, Meter, Notice } from '#shared/ui/feedback.tsx';
import { Icon, type IconName } from '#shared/ui/icon.tsx';
import { Evidence, type Pointing } from './evidence.view.tsx';
import type { MatchView, StoredScore } from './match.contract.ts';

const PARTS: readonly [keyof MatchView['breakdown'], string][] = [
  ['skills', 'Skills'],
  ['experience', 'Experience'],
  ['education', 'Education'],
  ['location', 'Place'],
  ['preferences', 'Preferences'],
  ['semantic', 'Wording'],
  ['recency', 'Freshness'],
];

/** The score as a number with its words for those who do not see it; `≈` where the posting says too little. */
export const Score = (props: { match: Pick<StoredScore, 'score' | 'provisional'>; large?: boolean }): JSX.Element => (
  <span
    class={cx('font-semibold whitespace-nowrap tabular-nums', props.large && 'text-xl')}
    title={props.match.provisional ? 'The posting says too little for a firm score' : undefined}
  >
    {props.match.provisional && (
      <>
        <span class="sr-only">about </span>
        <span aria-hidden="true" class="font-normal text-muted">
          ≈
        </span>
      </>
    )}
    {props.match.score}
    <span class="sr-only"> of 100</span>
  </span>
);

/** The whole fit of one posting; `pointing` leads from a reason to the words it rests on. */
export function MatchDetails({ match, pointing }: { match: MatchView; pointing?: Pointing }): JSX.Element {
  const { gate, gains = [] } = match;
  return (
    <div class="space-y-4">
      <div class="flex items-baseline justify-between">
        <span class="font-semibold">Match</span>
        <Score match={match} large />
      </div>
      {match.provisional && (
        <p class="text-sm text-muted">
          The posting says little, so the score is a guess. It is firm once there is more text.
        </p>
      )}
      {gate && <Gate text={gate.text} />}
      {STANCES.map((stance) => (
        <Reasons key={stance.title} {...stance} reasons={match.reasons.filter(stance.holds)} pointing={pointing} />
      ))}
      <SkillRow title="You have" tone="ok" skills={match.matchedSkills} />
      {gains.length > 0 ? (
        <Gains gains={gains} />
      ) : (
        <SkillRow title="Not in your profile" tone="neutral" skills={match.missingSkills} />
      )}
      <div>
        <p class="mb-1 font-medium">The points</p>
        <dl class="space-y-1.5">
          {PARTS.map(([key, label]) => (
            <div key={key} class="grid grid-cols-[6rem_1fr] items-center gap-2">
              <dt class="text-sm text-muted">{label}</dt>
              <dd>
                <Meter value={match.breakdown[key]} label={`${label}, of 100`} />
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </div>
  );
}

/** What holds the score down whatever else fits, apart from the points. */
export const Gate = ({ text }: { text: string }): JSX.Element => (
  <Notice tone="warn">
    <span class="font-medium">Held down: </span>
    {text}
  </Notice>
);

type Gain = NonNullable<MatchView['gains']>[number];

const GAIN_KINDS: readonly { kind: Gain['kind']; title: string }[] = [
  { kind: 'prove', title: 'Show it: you seem to have it under another name' },
  { kind: 'learn', title: 'Learn it' },
  { kind: 'later', title: 'Not soon' },
];

/** What is missing, by what closing it would gain. */
const Gains = ({ gains }: { gains: readonly Gain[] }): JSX.Element => (
  <div>
    <p class="mb-1 font-medium">What would raise it</p>
    {GAIN_KINDS.map(({ kind, title }) => {
      const here = gains.filter((gain) => gain.kind === kind);
      return here.length === 0 ? null : (
        <div key={kind} class="mb-2 last:mb-0">
          <p class="text-xs text-muted">{title}</p>
          <ul>
            {here.map(({ skill, points }) => (
              <li key={skill} class="flex items-baseline justify-between gap-3">
                <span class="min-w-0 wrap-anywhere">{skill}</span>
                <span class="text-sm whitespace-nowrap text-muted tabular-nums">{gained(points)}</span>
              </li>
            ))}
          </ul>
        </div>
      );
    })}
  </div>
);

/** `+6 points`; what would gain less than one is said so. */
export const gained = (points: number): string =>
  Math.round(points) < 1 ? 'under a point' : `+${Math.round(points)} ${Math.round(points) === 1 ? 'point' : 'points'}`;

type Brief = Pick<MatchView, 'reasons' | 'missingSkills' | 'gains'> & { gate?: string | undefined };

/** As many skills as say what is missing without saying it all. */
const MISSING_SHOWN = 6;
const GAINS_SHOWN = 3;

/** The fit in a few lines, for where room is short: what decides it, with the words it rests on, and what is missing. */
export function MatchBrief({ fit }: { fit: Brief }): JSX.Element {
  const chosen = STANCES.flatMap(({ holds }, i) => fit.reasons.filter(holds).slice(0, i === 0 ? 2 : 1)).slice(0, 3);
  return (
    <div class="space-y-2 text-sm">
      {fit.gate !== undefined && <Gate text={fit.gate} />}
      {STANCES.map((stance) => (
        <Reasons key={stance.title} {...stance} reasons={chosen.filter(stance.holds)} />
      ))}
      {fit.gains && fit.gains.length > 0 ? (
        <Gains gains={fit.gains.slice(0, GAINS_SHOWN)} />
      ) : (
        <SkillRow title="Not in your profile" tone="neutral" skills={fit.missingSkills.slice(0, MISSING_SHOWN)} />
      )}
    </div>
  );
}

type Reason = MatchView['reasons'][number];
export type Stance = { title: string; icon: IconName; mark: string; holds: (reason: Reason) => boolean };

export const STANCES: readonly Stance[] = [
  { title: 'What fits', icon: 'check', mark: 'text-ok', holds: ({ stance = 'for' }) => stance === 'for' },
  { title: 'What does not', icon: 'close', mark: 'text-warn', holds: ({ stance }) => stance === 'against' },
  { title: 'Not known', icon: 'dot', mark: 'text-muted', holds: ({ stance }) => stance === 'unknown' },
];

/** Reasons of one kind under its own name: the mark alone would say it by colour and shape only. */
const Reasons = (
  props: Omit<Stance, 'holds'> & { reasons: readonly Reason[]; pointing?: Pointing | undefined },
): JSX.Element | null =>
  props.reasons.length === 0 ? null : (
    <div>
      <p class="mb-1 font-medium">{props.title}</p>
      <ul class="space-y-1.5">
        {props.reasons.map(({ text, evidence }) => (
          <li key={text} class="flex gap-2">
            <Icon name={props.icon} class={`mt-0.5 size-4 ${props.mark}`} />
            <span class="min-w-0">
              {text}
              <Evidence pieces={evidence} pointing={props.pointing} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  );

const SkillRow = (props: { title: string; tone: 'ok' | 'neutral'; skills: readonly string[] }): JSX.Element | null =>
  props.skills.length === 0 ? null : (
    <div>
      <p class="mb-1 font-medium">{props.title}</p>
      <ul class="flex flex-wrap gap-1">
        {props.skills.map((skill) => (
          <li key={skill}>
            <Badge tone={props.tone}>{skill}</Badge>
          </li>
        ))}
      </ul>
    </div>
  );
