/** Sections of the file that no field holds: kept as they stand, to be taken in as something or left. */
import type { JSX } from 'preact';
import { TAKES } from '#shared/profile/take.rules.ts';
import type { OtherSection, Span } from '#shared/resume/resume.schema.ts';
import { decisionKey } from '#shared/resume/review.rules.ts';
import { Button } from '#shared/ui/button.tsx';
import { Section } from '#shared/ui/layout.tsx';
import type { ReviewState } from './use-review.ts';

type Props = {
  others: readonly OtherSection[];
  review: ReviewState;
  onTake: (section: OtherSection, as: (typeof TAKES)[number]['as']) => () => void;
  onPoint: (places: readonly Span[] | undefined) => void;
};

const keyOf = ({ heading, text }: OtherSection, i: number): string =>
  decisionKey(`others[${i}]`, `${heading}\n${text.join('\n')}`);

/** Nothing where each was decided. `onTake` changes the draft and gives what undoes that. */
export function OtherSections({ others, review, onTake, onPoint }: Props): JSX.Element | null {
  if (!review.known) return null;
  const open = others
    .map((section, i) => ({ section, key: keyOf(section, i) }))
    .filter(({ key }) => review.decisions[key] === undefined);
  if (open.length === 0) return null;
  return (
    <Section
      title="Also in your file"
      lead="Parts no section of the profile holds. They are kept with the file in any case."
    >
      <ul class="divide-y divide-line rounded-lg border border-line bg-surface">
        {open.map(({ section, key }) => (
          <li
            key={key}
            class="p-3"
            onMouseEnter={() => onPoint(section.spans)}
            onMouseLeave={() => onPoint(undefined)}
            onFocusCapture={() => onPoint(section.spans)}
            onBlurCapture={() => onPoint(undefined)}
          >
            <p class="font-medium break-words">{section.heading || 'Without a heading'}</p>
            <p class="mt-0.5 line-clamp-4 text-sm break-words whitespace-pre-line text-muted">
              {section.text.join('\n')}
            </p>
            <div class="mt-2 flex flex-wrap gap-1">
              {TAKES.map(({ as, label }) => (
                <Button
                  key={as}
                  size="sm"
                  aria-label={`Add as ${label}: ${section.heading}`}
                  onClick={() =>
                    review.decide(
                      { [key]: 'accepted' },
                      { label: `“${section.heading}” added`, also: onTake(section, as) },
                    )
                  }
                >
                  Add as {label}
                </Button>
              ))}
              <Button
                size="sm"
                look="quiet"
                aria-label={`Leave: ${section.heading}`}
                onClick={() => review.decide({ [key]: 'kept' }, { label: `“${section.heading}” left` })}
              >
                Leave
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {review.last !== undefined && (
        <Button size="sm" look="quiet" class="mt-2" onClick={review.undo}>
          Undo: {review.last}
        </Button>
      )}
    </Section>
  );
}
