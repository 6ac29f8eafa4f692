/**
 * A resume read after the profile was saved changes nothing that was written: what it says beyond the profile stands here
 * to be added, replaced or left. The gaps it filled by itself are told too, and can be taken out.
 */
import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import {
  countsOf,
  type Diff,
  diffResumes,
  type EntryDiff,
  type FieldDiff,
  keysOf,
  telling,
} from '#shared/profile/diff.rules.ts';
import { DiffView } from '#shared/profile/diff.view.tsx';
import { type Filled, filledBetween, withoutFilled } from '#shared/profile/filled.rules.ts';
import { valueAt } from '#shared/profile/path.rules.ts';
import { profileContract } from '#shared/profile/profile.contract.ts';
import type { Profile, Resume } from '#shared/profile/profile.schema.ts';
import { takeEntry, takeEverythingNew, takeField } from '#shared/profile/take.rules.ts';
import type { Reading } from '#shared/resume/resume.schema.ts';
import { decisionKey } from '#shared/resume/review.rules.ts';
import type { ReviewChange } from '#shared/resume/review.schema.ts';
import { Button } from '#shared/ui/button.tsx';
import { Notice } from '#shared/ui/feedback.tsx';
import { count } from '#shared/ui/format.ts';
import { useHost } from '#shared/ui/host.tsx';
import { Section } from '#shared/ui/layout.tsx';
import { useQuery } from '#shared/ui/query.ts';
import type { ReviewState } from './use-review.ts';

export type DifferencesState = {
  readonly diff: Diff;
  readonly left: { new: number; different: number };
  readonly filled: readonly Filled[];
  readonly isGone: (key: string) => boolean;
  /** Where the draft says otherwise than the file because the person changed it: not to be asked about once saved. */
  readonly ownWords: ReviewChange['decisions'];
};

/** Compares draft and saved profile with what was read; `undefined` until that is known. Before the first save nothing is asked. */
export function useDifferences(options: {
  mine: Resume | undefined;
  saved: Profile | undefined;
  reading: Reading | undefined;
  review: ReviewState;
}): DifferencesState | undefined {
  const { mine, saved, reading, review } = options;
  const lastSaved = useLastSaved(saved?.version ?? 0);
  return useMemo(() => {
    if (!mine || !saved || !reading || !review.known || lastSaved === undefined) return undefined;
    const diff = diffResumes({ mine, theirs: reading.resume });
    const before = new Set(keysOf(diffResumes({ mine: saved.resume, theirs: reading.resume })));
    const own = keysOf(diff).filter((key) => !before.has(key));
    const ownWords = Object.fromEntries(own.map((key) => [keyOf(key), 'kept' as const]));
    if (lastSaved === null) return { diff: EMPTY, left: NONE, filled: [], isGone: () => true, ownWords };
    const isGone = (key: string): boolean => !before.has(key) || review.decisions[keyOf(key)] === 'kept';
    const filled = filledBetween({ before: lastSaved, now: saved.resume }).filter(
      ({ path }) => JSON.stringify(valueAt(mine, path)) === JSON.stringify(valueAt(saved.resume, path)),
    );
    return { diff, left: countsOf(telling(diff, isGone)), filled, isGone, ownWords };
  }, [mine, saved, reading, review.known, review.decisions, lastSaved]);
}

const EMPTY: Diff = { basics: [], entries: [] };
const NONE = { new: 0, different: 0 };

type Props = {
  state: DifferencesState;
  mine: Resume;
  reading: Reading;
  fileName: string;
  review: ReviewState;
  /** Changes the draft and gives what undoes that. */
  onTake: (resume: Resume) => () => void;
  onPoint: (readPath: string | undefined) => void;
};

/** The section; nothing where there is nothing to choose. */
export function Differences(props: Props): JSX.Element | null {
  const { state, mine, reading, fileName, review, onTake } = props;
  const { diff, left, filled, isGone } = state;
  const [open, setOpen] = useState<boolean>();
  const total = left.new + left.different;
  if (total === 0 && filled.length === 0) return null;

  /** Changes the draft as one step that can be undone. */
  const take = (next: Resume, label: string): void => {
    review.decide({}, { label, also: onTake(next) });
  };
  const actions = {
    takeField: (field: FieldDiff) => take(takeField(mine, field), `${field.label} taken over`),
    takeEntry: (entry: EntryDiff) => take(takeEntry(mine, { theirs: reading.resume, entry }), `${entry.title} added`),
    keep: (key: string, label: string) => review.decide({ [keyOf(key)]: 'kept' }, { label: `${label}: yours stays` }),
    isGone,
  };
  const shown = open ?? total > 0;
  return (
    <Section
      title={`${fileName} and your profile`}
      lead={
        total === 0
          ? 'The profile says all this file says.'
          : `${count(left.new, 'new thing')}, ${count(left.different, 'difference')}. Nothing changes until you choose, and nothing is kept until you save.`
      }
      actions={
        <>
          {review.last !== undefined && (
            <Button size="sm" look="quiet" onClick={review.undo}>
              Undo
            </Button>
          )}
          {left.new > 0 && (
            <Button
              size="sm"
              look="primary"
              onClick={() =>
                take(
                  takeEverythingNew({ mine, theirs: reading.resume, except: isGone }),
                  `${count(left.new, 'thing')} added`,
                )
              }
            >
              Add everything new
            </Button>
          )}
          {total > 0 && (
            <Button size="sm" aria-expanded={shown} onClick={() => setOpen(!shown)}>
              {shown ? 'Hide' : 'Show'}
            </Button>
          )}
        </>
      }
    >
      {filled.length > 0 && (
        <FilledIn filled={filled} onTakeOut={(some) => take(withoutFilled(mine, some), 'taken out')} />
      )}
      {shown && total > 0 && (
        <DiffView
          diff={diff}
          names={{ mine: 'your profile', theirs: fileName }}
          actions={actions}
          onPoint={props.onPoint}
        />
      )}
    </Section>
  );
}

function FilledIn({
  filled,
  onTakeOut,
}: {
  filled: readonly Filled[];
  onTakeOut: (some: Filled[]) => void;
}): JSX.Element {
  return (
    <div class="mb-3">
      <Notice tone="accent">
        <p>Added to gaps of your profile by a resume that was read:</p>
        <ul class="mt-1 space-y-1">
          {filled.map((gap) => (
            <li key={gap.path} class="flex items-baseline gap-2">
              <span class="min-w-0 flex-1 truncate">
                <span class="font-medium">{gap.label}</span>: {gap.text}
              </span>
              <Button size="sm" look="quiet" aria-label={`Take out ${gap.label}`} onClick={() => onTakeOut([gap])}>
                Take out
              </Button>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}

/** The resume as the person saved it last; `null` where they never did, `undefined` while that is unknown. */
function useLastSaved(version: number): Resume | null | undefined {
  const { call } = useHost();
  const query = useQuery(`versions:saved:${version}`, async (signal) => {
    const { items } = await call(profileContract.versions, { signal });
    const saved = items.find(({ by }) => by === 'person');
    if (!saved) return null;
    return (await call(profileContract.version, { params: { version: saved.version }, signal })).resume;
  });
  return query.data;
}

/** Under the place in the reading, with the statement's fingerprint. */
const keyOf = (key: string): string => {
  const [path = '', ...value] = key.split('=');
  return decisionKey(`diff:${path}`, value.join('='));
};
