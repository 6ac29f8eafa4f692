/** Findings by area, the most valuable first: what was seen, where, and what to do. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { pathInWords } from '#shared/profile/path.rules.ts';
import { Button } from '#shared/ui/button.tsx';
import { cx } from '#shared/ui/cx.ts';
import { Badge } from '#shared/ui/feedback.tsx';
import { Icon } from '#shared/ui/icon.tsx';
import type { Advice, Evidence, Finding } from './advice.schema.ts';
import { AREA_NAMES } from './score.view.tsx';

type Shows = {
  /** The place that is marked on the page now. */
  shown: Evidence | undefined;
  onShow: (evidence: Evidence) => void;
};

const SEVERITY = {
  high: { tone: 'danger', text: 'Costs a lot' },
  medium: { tone: 'warn', text: 'Worth mending' },
  low: { tone: 'neutral', text: 'Minor' },
} as const;

/** Costs nothing, and is asked for all the same. */
const ASKED = { tone: 'warn', text: 'Often asked' } as const;

const SHOWN_AT_FIRST = 3;

/** The areas that have findings, the one that costs most first. */
export function Findings({ advice, ...shows }: { advice: Advice } & Shows): JSX.Element {
  const scored = advice.findings.filter(({ area }) => area !== 'targeting');
  const areas = [...new Set(scored.map(({ area }) => area))]
    .map((area) => ({ area, found: scored.filter((finding) => finding.area === area) }))
    .sort((a, b) => lost(b.found) - lost(a.found));
  return (
    <>
      {areas.map(({ area, found }) => (
        <section key={area} aria-labelledby={`advice-${area}`} class="mb-8">
          <h2 id={`advice-${area}`} class="mb-2 text-lg font-semibold">
            {AREA_NAMES[area]}
          </h2>
          <FindingList findings={found} {...shows} />
        </section>
      ))}
    </>
  );
}

const lost = (findings: readonly Finding[]): number => findings.reduce((sum, { points }) => sum + points, 0);

/** The findings of one area, under whatever heading they stand. */
export const FindingList = ({ findings, ...shows }: { findings: readonly Finding[] } & Shows): JSX.Element => (
  <ul class="divide-y divide-line rounded-lg border border-line bg-surface">
    {findings.map((finding) => (
      <li key={finding.code} class="p-4">
        <OneFinding finding={finding} {...shows} />
      </li>
    ))}
  </ul>
);

function OneFinding({ finding, ...shows }: { finding: Finding } & Shows): JSX.Element {
  const { area, title, text, fix, severity, evidence, points } = finding;
  const [all, setAll] = useState(false);
  const { tone, text: weight } = area === 'targeting' && severity !== 'low' ? ASKED : SEVERITY[severity];
  const seen = all ? evidence : evidence.slice(0, SHOWN_AT_FIRST);
  return (
    <article>
      <div class="flex flex-wrap items-start justify-between gap-x-3 gap-y-1">
        <h3 class="min-w-0 flex-1 basis-56 font-semibold">{title}</h3>
        <span class="flex items-center gap-2">
          <Badge tone={tone}>{weight}</Badge>
          {points > 0 && (
            <span class="text-right text-sm whitespace-nowrap text-muted tabular-nums sm:w-16">
              {points.toLocaleString()} {points === 1 ? 'point' : 'points'}
            </span>
          )}
        </span>
      </div>
      <p class="mt-1 max-w-[68ch] text-muted">{text}</p>
      <ul class="mt-2 space-y-1.5">
        {seen.map((place, i) => (
          <Place key={`${i}|${place.path}|${place.text}`} place={place} {...shows} />
        ))}
      </ul>
      {evidence.length > SHOWN_AT_FIRST && (
        <Button size="sm" look="quiet" class="-ml-2 mt-1" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? 'Show fewer' : `Show ${evidence.length - SHOWN_AT_FIRST} more`}
        </Button>
      )}
      <p class="mt-2 flex max-w-[68ch] gap-2">
        <Icon name="right" class="mt-1 size-3.5 text-accent" />
        <span>
          <span class="sr-only">What to do: </span>
          {fix}
        </span>
      </p>
    </article>
  );
}

/** A quotation with its place; where the page is known it can be looked at. */
function Place({ place, shown, onShow }: { place: Evidence } & Shows): JSX.Element {
  const { text, path, page, box, instead } = place;
  const where = [page === undefined ? undefined : `page ${page}`, path === undefined ? undefined : pathInWords(path)]
    .filter(Boolean)
    .join(' · ');
  const marked = shown === place;
  return (
    <li class={cx('border-l-2 pl-3', marked ? 'border-accent' : 'border-line')}>
      <p class="[overflow-wrap:anywhere]">{page === undefined && path === undefined ? text : `“${text}”`}</p>
      {instead !== undefined && (
        <p class="mt-0.5 [overflow-wrap:anywhere]">
          <span class="text-muted">In your own words:</span> {instead}
        </p>
      )}
      <p class="flex flex-wrap items-center gap-x-2 text-xs text-muted">
        {where !== '' && <span class="first-letter:uppercase">{where}</span>}
        {page !== undefined && box !== undefined && (
          <button
            type="button"
            aria-pressed={marked}
            onClick={() => onShow(place)}
            class="rounded-sm py-1 font-medium text-accent underline-offset-2 hover:underline"
          >
            {marked ? 'Shown on the page' : 'Show on the page'}
          </button>
        )}
      </p>
    </li>
  );
}
