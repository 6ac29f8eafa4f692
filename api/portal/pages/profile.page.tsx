/** Drop a resume in, check what was read beside the file, complete the answers, save. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import { AnswersEditor } from '#shared/profile/answers.view.tsx';
import { ResumeEditor } from '#shared/profile/editor.view.tsx';
import type { Editing } from '#shared/profile/entry.view.tsx';
import { textsIn, withValue } from '#shared/profile/path.rules.ts';
import type { Resume } from '#shared/profile/profile.schema.ts';
import { putBack, takeSection } from '#shared/profile/take.rules.ts';
import { ResumeList } from '#shared/resume/list.view.tsx';
import { ReadingNotes } from '#shared/resume/notes.view.tsx';
import { withNarrowPlaces } from '#shared/resume/places.rules.ts';
import { type ResumeSummary, resumeContract } from '#shared/resume/resume.contract.ts';
import type { Reading, Span } from '#shared/resume/resume.schema.ts';
import { decisionKey, doubtsOf } from '#shared/resume/review.rules.ts';
import { ReadSkills } from '#shared/resume/skills.view.tsx';
import { type Origin, ofNearest } from '#shared/resume/trace.rules.ts';
import { DropZone, uploadResume } from '#shared/resume/upload.view.tsx';
import { Button } from '#shared/ui/button.tsx';
import { Badge, ErrorNotice, Notice, Progress, Skeleton } from '#shared/ui/feedback.tsx';
import { count, formatAgo } from '#shared/ui/format.ts';
import { useHost } from '#shared/ui/host.tsx';
import { Page } from '#shared/ui/layout.tsx';
import { staleQueries, useAction, useQuery } from '#shared/ui/query.ts';
import { toast } from '#shared/ui/toast.tsx';
import { EarlierVersions } from '../earlier-versions.tsx';
import { NextStep } from '../next-step.tsx';
import { CompareVersions } from '../review/compare.tsx';
import { Conflict } from '../review/conflict.tsx';
import { Differences, useDifferences } from '../review/differences.tsx';
import { FileColumn, FileDock, useWide } from '../review/file-beside.tsx';
import { OtherSections } from '../review/other-sections.tsx';
import { useReview } from '../review/use-review.ts';
import { focusField, useSpot } from '../review/use-spot.ts';
import { ToCheck } from '../to-check.tsx';
import { useProfile } from '../use-profile.ts';
import { readingWords, useReading } from '../use-reading.ts';

export default function ProfilePage() {
  const { call } = useHost();
  const wide = useWide();
  const profile = useProfile({ onSaved: () => acceptShown() });
  const resumes = useQuery('resumes', (signal) => call(resumeContract.list, { signal }));
  const [watched, setWatched] = useState<string>();
  const [shown, setShown] = useState<string>();
  const [sent, setSent] = useState<number>();
  const [locked, setLocked] = useState<string>();
  const [compared, setCompared] = useState<{ older: ResumeSummary; newer: ResumeSummary }>();
  const [docked, setDocked] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const [jump, setJump] = useState<{ path: string }>();

  const items = resumes.data?.items ?? [];
  const underway = watched ?? items.find(({ status }) => status === 'queued' || status === 'reading')?.id;
  const read = items.filter(({ status }) => status === 'read');
  const file = read.find(({ id }) => id === shown) ?? read.find(({ active }) => active) ?? read[0];
  const query = useQuery(`reading:${file?.id ?? ''}`, async (signal) =>
    file ? call(resumeContract.data, { params: { id: file.id }, signal }) : undefined,
  );
  const reading = useMemo(() => query.data && withNarrowPlaces(query.data), [query.data]);

  const state = useReading(underway, (end) => {
    setWatched(undefined);
    if (end.status === 'read') {
      staleQueries('reading:');
      setShown(underway);
      void profile.afterReading();
      toast('Your resume is read. Check what was found.');
    } else if (end.error?.code === 'resume.encrypted') setLocked(underway);
    void resumes.reload();
  });
  const upload = useAction(async (chosen: File) => {
    setSent(0);
    try {
      setWatched(await uploadResume(call, { file: chosen, onPart: setSent }));
      void resumes.reload();
    } finally {
      setSent(undefined);
    }
  });

  const { current, problems } = profile;
  // A match names the field a reason rests on and leads to it.
  const asked = useRoute().query.field;
  const loaded = current !== undefined;
  useEffect(() => {
    if (loaded && asked) focusField(asked);
  }, [loaded, asked]);
  const review = useReview(file?.id);
  const spot = useSpot({ resume: current?.resume, reading });
  const texts = useMemo(() => (current ? textsIn(current.resume) : []), [current?.resume]);
  const every = useMemo(() => doubtsOf({ texts, originOf: spot.originOf, decisions: {} }), [texts, spot.originOf]);
  const decisionOf = ({ origin, text }: { origin: Origin; text: string }) =>
    review.decisions[decisionKey(origin.path, text)];
  const doubts = review.known ? every.filter((doubt) => decisionOf(doubt) === undefined) : [];
  const skipped = every.filter((doubt) => decisionOf(doubt) === 'skipped');
  const inDoubt = doubts.map(({ origin }) => origin.path).join(' ');
  const doubtful = useMemo(() => new Set(inDoubt.split(' ')), [inDoubt]);
  const open = new Map(doubts.map((doubt) => [doubt.path, doubt]));
  const differences = useDifferences({ mine: current?.resume, saved: profile.saved.data, reading, review });
  const acceptShown = (): void => {
    const shown = every.map(({ origin, text }) => [decisionKey(origin.path, text), 'accepted' as const]);
    review.settle({ ...Object.fromEntries(shown), ...differences?.ownWords });
  };

  /** Changes the resume as one step; the result puts it back, but for what was changed since. */
  const take = (after: Resume): (() => void) => {
    const before = current?.resume ?? {};
    profile.change((draft) => ({ ...draft, resume: after }));
    return () => profile.change((draft) => ({ ...draft, resume: putBack({ now: draft.resume, before, after }) }));
  };
  const editing: Editing | undefined = current && {
    resume: current.resume,
    set: (path, value) => profile.change((draft) => ({ ...draft, resume: withValue(draft.resume, path, value) })),
    markOf: (path, value) => {
      const origin = spot.originOf(path, value);
      return {
        doubtful: open.get(path)?.text === value,
        note: noteOf(origin, value),
        byModel: origin !== undefined && (reading?.ai?.fields.includes(origin.path) ?? false),
      };
    },
    onPoint: spot.pointField,
    accept: (path) => {
      const doubt = open.get(path);
      if (doubt)
        review.decide(
          { [decisionKey(doubt.origin.path, doubt.text)]: 'accepted' },
          { label: `“${doubt.text}” is right` },
        );
    },
    lit: spot.field,
    jump,
    problems,
  };

  const fresh = profile.saved.data?.version === 0 && items.length === 0;
  const wrong = Object.keys(problems).length;
  const busyReading = sent !== undefined || underway !== undefined;
  const beside = reading &&
    file && {
      id: file.id,
      fileName: file.fileName,
      reading,
      lit: spot.lit,
      doubtful,
      onPoint: spot.pointBox,
      onPick: (readPath: string) => {
        const path = spot.fieldOf(readPath);
        if (!path) return toast('Your profile does not say this any more.');
        setJump({ path });
        focusField(path);
      },
    };

  return (
    <Page
      title="Profile"
      wide
      lead={
        profile.saved.data && profile.saved.data.version > 0
          ? `Version ${profile.saved.data.version}, changed ${formatAgo(profile.saved.data.updatedAt)}`
          : 'What Foothold knows about you. It is used for matching, documents and forms.'
      }
      actions={
        <>
          {profile.unsaved && <Badge tone="warn">Not saved</Badge>}
          <Button
            look="primary"
            busy={profile.save.busy}
            disabled={!current || wrong > 0}
            onClick={() => void profile.save.run()}
          >
            Save profile
          </Button>
        </>
      }
    >
      <div class="space-y-3">
        <Conflict profile={profile} />
        {wrong > 0 && <Notice tone="danger">{count(wrong, 'field')} to correct before saving.</Notice>}
        {upload.error !== undefined && <ErrorNotice error={upload.error} />}
        {profile.saved.error !== undefined && (
          <ErrorNotice error={profile.saved.error} onRetry={() => void profile.saved.reload()} />
        )}
        {resumes.error !== undefined && <ErrorNotice error={resumes.error} onRetry={() => void resumes.reload()} />}

        <DropZone onFile={(chosen) => void upload.run(chosen)} compact={!fresh} input={chooser} />
        {busyReading && (
          <Progress
            label={sent === undefined ? readingWords(state) : 'Sending'}
            value={sent === undefined ? state?.progress : sent}
          />
        )}
        {items.length > 0 && (
          <ResumeList
            resumes={items}
            shownId={file?.id}
            lockedId={locked}
            onShow={setShown}
            onCompare={setCompared}
            onAnother={() => chooser.current?.click()}
            onChanged={() => {
              void resumes.reload();
            }}
          />
        )}
      </div>

      {!current || !editing ? (
        profile.saved.loading && <Skeleton rows={8} label="Loading your profile" />
      ) : (
        <div class={beside && wide ? 'mt-6 grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)] gap-6' : 'mt-6'}>
          {beside && wide && (
            <div>
              <FileColumn {...beside} />
            </div>
          )}
          <div class="min-w-0">
            {compared && <CompareVersions {...compared} onClose={() => setCompared(undefined)} />}
            {reading && <ReadingNotes reading={reading} />}
            {differences && reading && file && (
              <Differences
                state={differences}
                mine={current.resume}
                reading={reading}
                fileName={file.fileName}
                review={review}
                onTake={take}
                onPoint={(path) => spot.pointPlaces(path === undefined ? undefined : placesBelow(reading, path))}
              />
            )}
            <ToCheck
              key={file?.id}
              doubts={doubts}
              skipped={skipped}
              editing={editing}
              review={review}
              onCurrent={spot.rest}
              {...(!wide && !docked && { onShowPlace: () => setDocked(true) })}
            />
            {reading && doubts.length === 0 && profile.saved.data?.version !== 0 && <NextStep resumeId={file?.id} />}
            <ResumeEditor
              editing={editing}
              after={{ skills: reading?.skills && <ReadSkills skills={reading.skills} onPoint={spot.pointPlaces} /> }}
            />
            {reading?.others && (
              <OtherSections
                others={reading.others}
                review={review}
                onPoint={spot.pointPlaces}
                onTake={({ heading, text }, as) => take(takeSection(current.resume, { heading, text, as }))}
              />
            )}
            <AnswersEditor
              answers={current.answers}
              problems={problems}
              onAnswers={(answers) => profile.change((draft) => ({ ...draft, answers }))}
            />
            <EarlierVersions
              current={current}
              onRestore={(earlier) =>
                profile.change(({ version }) => ({ resume: earlier.resume, answers: earlier.answers, version }))
              }
            />
          </div>
          {beside && !wide && <FileDock {...beside} open={docked} onOpen={setDocked} />}
        </div>
      )}
    </Page>
  );
}

/** Where a value, or all of an entry, stands in the file. */
const placesBelow = (reading: Reading, path: string): readonly Span[] =>
  ofNearest(reading.spans, path) ??
  Object.entries(reading.spans).flatMap(([at, spans]) => (at.startsWith(`${path}.`) ? spans : []));

const noteOf = (origin: Origin | undefined, value: string): string | undefined => {
  const span = origin?.spans[0];
  if (!span) return undefined;
  return span.text === value ? `page ${span.page}` : `read from “${span.text.slice(0, 80)}”, page ${span.page}`;
};
