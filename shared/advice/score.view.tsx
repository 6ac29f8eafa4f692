/** The score of a file: one number, the areas it is made of, and every check behind them. */
import type { JSX } from 'preact';
import { cx } from '#shared/ui/cx.ts';
import { count, formatDate } from '#shared/ui/format.ts';
import { Icon } from '#shared/ui/icon.tsx';
import { Card } from '#shared/ui/layout.tsx';
import type { Advice, Area, Part } from './advice.schema.ts';

export const AREA_NAMES: Readonly<Record<Area, string>> = {
  machine: 'How a machine reads it',
  contact: 'Contact',
  structure: 'Structure',
  dates: 'Dates',
  content: 'Content',
  targeting: 'What postings ask',
};

const points = (n: number): string => n.toLocaleString(undefined, { maximumFractionDigits: 1 });

/** The number, a bar for each area, and what comes next. */
export function ScoreCard({ advice }: { advice: Advice }): JSX.Element {
  const { score, findings, parts } = advice;
  const first = findings.filter(({ points: lost }) => lost > 0).slice(0, 3);
  const outOf = parts.reduce((sum, part) => sum + part.outOf, 0);
  const gain = outOf === 0 ? 0 : (100 * first.reduce((sum, { points: lost }) => sum + lost, 0)) / outOf;
  return (
    <Card class="p-5">
      <div class="grid gap-x-8 gap-y-5 sm:grid-cols-[11rem_minmax(0,1fr)]">
        <div>
          <p class="flex items-baseline gap-1.5">
            <span class="text-[2.75rem] leading-none font-semibold tracking-tight tabular-nums">{score}</span>
            <span class="text-muted">of 100</span>
          </p>
          <p class="mt-2 text-muted">
            {first.length === 0
              ? 'No check found anything to mend.'
              : `${first.length === 1 ? 'The first finding is' : `The first ${first.length} findings are`} worth ${points(Math.round(gain))} more.`}
          </p>
        </div>
        <dl class="space-y-2">
          {parts
            .filter(({ outOf: possible }) => possible > 0)
            .map((part) => (
              <div
                key={part.area}
                class="grid grid-cols-[minmax(0,1fr)_5.5rem] items-center gap-x-3 sm:grid-cols-[10rem_minmax(0,1fr)_5.5rem]"
              >
                <dt class="text-sm">{AREA_NAMES[part.area]}</dt>
                <Bar part={part} />
                <dd class="text-right text-sm whitespace-nowrap text-muted tabular-nums">
                  <span class="text-text">{points(part.score)}</span> of {points(part.outOf)}
                </dd>
              </div>
            ))}
        </dl>
      </div>
      <Checks advice={advice} />
    </Card>
  );
}

const Bar = ({ part: { score, outOf } }: { part: Part }): JSX.Element => (
  <dd
    aria-hidden="true"
    class="order-last col-span-2 h-1.5 overflow-hidden rounded-full bg-sunken sm:order-none sm:col-span-1"
  >
    <div class="h-full rounded-full bg-accent" style={{ width: `${(100 * score) / outOf}%` }} />
  </dd>
);

/** Every check with its points, and those that could not be run with the reason. */
function Checks({ advice: { parts, notChecked } }: { advice: Advice }): JSX.Element {
  const run = parts.flatMap(({ checks }) => checks);
  return (
    <details class="group mt-4 border-t border-line pt-3">
      <summary class="flex w-fit list-none items-center gap-1 rounded-sm text-sm font-medium text-accent [&::-webkit-details-marker]:hidden">
        <Icon name="right" class="size-3.5 transition-transform duration-100 group-open:rotate-90" />
        How the score is made: {count(run.length, 'check')}
        {notChecked.length > 0 && `, ${notChecked.length} not run`}
      </summary>
      <div class="mt-3 grid gap-x-8 gap-y-4 text-sm md:grid-cols-2">
        {parts
          .filter(({ checks }) => checks.length > 0)
          .map(({ area, checks }) => (
            <div key={area}>
              <p class="mb-1 font-medium">{AREA_NAMES[area]}</p>
              <ul>
                {checks.map(({ code, title, score, outOf }) => (
                  <li key={code} class="flex items-start gap-2 py-0.5">
                    <Icon
                      name={score >= outOf ? 'check' : 'warn'}
                      class={cx('mt-0.5 size-4', score >= outOf ? 'text-ok' : 'text-warn')}
                    />
                    <span class="min-w-0 flex-1">{title}</span>
                    <span class="whitespace-nowrap text-muted tabular-nums">
                      {points(score)} of {points(outOf)}
                    </span>
                  </li>
                ))}
              </ul>
            </div>
          ))}
      </div>
      {notChecked.length > 0 && (
        <div class="mt-4 text-sm">
          <p class="mb-1 font-medium">Not checked, and not in the score</p>
          <ul class="space-y-0.5">
            {byReason(notChecked).map(({ why, titles }) => (
              <li key={why}>
                <span class="text-muted">{why}</span> {titles.join(' · ')}
              </li>
            ))}
          </ul>
        </div>
      )}
    </details>
  );
}

function byReason(notChecked: Advice['notChecked']): { why: string; titles: string[] }[] {
  const reasons = [...new Set(notChecked.map(({ why }) => why))];
  return reasons.map((why) => ({
    why,
    titles: notChecked.filter((check) => check.why === why).map(({ title }) => title),
  }));
}

/** Scores of the person's files over time; a single one is no history. */
export function History({ advice: { history, resumeId } }: { advice: Advice }): JSX.Element | null {
  if (history.length < 2) return null;
  return (
    <div class="rounded-lg border border-line bg-surface">
      {history.length > 2 && <Curve scores={history.map(({ score }) => score)} />}
      <table class="w-full border-collapse text-left">
        <caption class="sr-only">Score of each file, the latest first</caption>
        <thead>
          <tr class="border-b border-line text-xs text-muted">
            <th scope="col" class="h-8 px-3 font-medium">
              File
            </th>
            <th scope="col" class="h-8 px-3 font-medium">
              Uploaded
            </th>
            <th scope="col" class="h-8 px-3 text-right font-medium">
              Score
            </th>
          </tr>
        </thead>
        <tbody>
          {history.toReversed().map((item) => (
            <tr key={item.resumeId} class="border-b border-line last:border-0">
              <td class="max-w-0 px-3 py-2">
                <span class="block truncate">
                  {item.resumeId === resumeId ? (
                    <span class="font-medium">{item.fileName}</span>
                  ) : (
                    <a
                      href={`/resumes/${encodeURIComponent(item.resumeId)}/advice`}
                      class="text-accent underline-offset-2 hover:underline"
                    >
                      {item.fileName}
                    </a>
                  )}
                </span>
                {!item.comparable && (
                  <span class="text-xs text-muted">other checks were run, so compare with care</span>
                )}
              </td>
              <td class="w-px px-3 py-2 align-top whitespace-nowrap text-muted tabular-nums">{formatDate(item.at)}</td>
              <td class="w-px px-3 py-2 text-right align-top font-medium tabular-nums">{item.score}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The scores as a line, oldest at the left; the table says the same in numbers. */
function Curve({ scores }: { scores: readonly number[] }): JSX.Element {
  const [width, height, edge] = [320, 64, 8];
  const low = Math.max(0, Math.min(...scores) - 5);
  const high = Math.min(100, Math.max(...scores) + 5);
  const at = scores.map((score, i): [number, number] => [
    edge + (i * (width - 2 * edge)) / Math.max(1, scores.length - 1),
    height - edge - ((score - low) / Math.max(1, high - low)) * (height - 2 * edge),
  ]);
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${width} ${height}`}
      class="block h-16 w-full border-b border-line"
      preserveAspectRatio="none"
    >
      <polyline
        points={at.map((point) => point.join(',')).join(' ')}
        fill="none"
        class="stroke-accent"
        stroke-width="1.5"
        vector-effect="non-scaling-stroke"
      />
    </svg>
  );
}
