/** The skills a file shows, by their usual names, with the years its dated entries bear out. Quiet: it is read, not edited. */
import type { JSX } from 'preact';
import { count } from '#shared/ui/format.ts';
import type { ReadSkill, Span } from './resume.schema.ts';

type Props = { skills: readonly ReadSkill[]; onPoint: (places: readonly Span[] | undefined) => void };

/** Nothing where the file shows none. Pointing at a skill shows its places. */
export function ReadSkills({ skills, onPoint }: Props): JSX.Element | null {
  if (skills.length === 0) return null;
  const sorted = skills.toSorted((a, b) => (b.years ?? -1) - (a.years ?? -1) || a.name.localeCompare(b.name));
  const mentioned = skills.filter(({ listed }) => !listed).length;
  return (
    <details class="mt-3">
      <summary class="w-fit rounded-sm text-sm text-muted">
        {count(skills.length, 'skill')} found in the file
        {mentioned > 0 && `, ${mentioned} only mentioned in sentences`}
      </summary>
      <ul class="mt-2 grid gap-x-6 sm:grid-cols-2">
        {sorted.map((skill) => (
          <li key={skill.name}>
            <button
              type="button"
              onMouseEnter={() => onPoint(skill.spans)}
              onMouseLeave={() => onPoint(undefined)}
              onFocus={() => onPoint(skill.spans)}
              onBlur={() => onPoint(undefined)}
              onClick={() => onPoint(skill.spans)}
              class="flex min-h-7 w-full items-baseline gap-2 rounded-sm border-b border-line px-1 text-left text-sm hover:bg-sunken"
            >
              <span class="min-w-0 truncate">{skill.name}</span>
              {!skill.listed && <span class="text-xs whitespace-nowrap text-muted">mentioned</span>}
              <span class="ml-auto text-right whitespace-nowrap text-muted tabular-nums">{yearsOf(skill)}</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

function yearsOf({ years, lastUsed }: ReadSkill): string {
  if (years === undefined) return '';
  const amount = years < 1 ? 'under a year' : count(Math.round(years), 'year');
  return lastUsed === undefined || lastUsed === 'present' ? amount : `${amount}, to ${lastUsed.slice(0, 4)}`;
}
