/** Why a posting fits: the score in parts, reasons with their evidence, what is missing. */
import type { JSX } from 'preact';
import { evidenceInWords } from '#shared/profile/path.rules.ts';
import { Badge, Meter, Notice } from '#shared/ui/feedback.tsx';
import { Icon } from '#shared/ui/icon.tsx';
import type { MatchView } from './match.contract.ts';

const PARTS: readonly [keyof MatchView['breakdown'], string][] = [
  ['skills', 'Skills'],
  ['experience', 'Experience'],
  ['education', 'Education'],
  ['location', 'Place'],
  ['preferences', 'Preferences'],
  ['semantic', 'Wording'],
  ['recency', 'Freshness'],
];

/** The score as a number with its words for those who do not see it. */
export const Score = ({ match, large = false }: { match: MatchView; large?: boolean }): JSX.Element => (
  <span class="inline-flex items-baseline gap-1 whitespace-nowrap">
    <span class={large ? 'text-2xl font-semibold tabular-nums' : 'font-semibold tabular-nums'}>{match.score}</span>
    <span class="sr-only">of 100</span>
    {match.provisional && (
      <span class="text-xs text-muted" title="The posting's text is too thin for a firm score">
        approx.
      </span>
    )}
  </span>
);

/** The whole fit of one posting. */
export function MatchDetails({ match }: { match: MatchView }): JSX.Element {
  return (
    <div class="space-y-4">
      <div class="flex items-baseline justify-between">
        <span class="font-semibold">Match</span>
        <Score match={match} large />
      </div>
      {match.gate && <Notice tone="warn">{match.gate.text}</Notice>}
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
      {match.reasons.length > 0 && (
        <div>
          <p class="mb-1 font-medium">Why</p>
          <ul class="space-y-1.5">
            {match.reasons.map((reason) => (
              <li key={reason.text} class="flex gap-2">
                <Icon name="check" class="mt-0.5 size-4 text-ok" />
                <span>
                  {reason.text}
                  {reason.evidence.length > 0 && (
                    <span class="block text-xs text-muted">From {reason.evidence.map(evidenceInWords).join('; ')}</span>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
      <SkillRow title="You have" tone="ok" skills={match.matchedSkills} />
      <SkillRow title="Not in your profile" tone="neutral" skills={match.missingSkills} />
    </div>
  );
}

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
