/** Drop a resume in, check what was read beside the file, complete the answers, save. */
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { AppError } from '#shared/kernel/errors.ts';
import { AnswersEditor } from '#shared/profile/answers.view.tsx';
import { type Draft, draftOf, problemsOf, toSave } from '#shared/profile/draft.rules.ts';
import { ResumeEditor } from '#shared/profile/editor.view.tsx';
import type { Editing } from '#shared/profile/entry.view.tsx';
import { textsIn, withValue } from '#shared/profile/path.rules.ts';
import { profileContract } from '#shared/profile/profile.contract.ts';
import { ResumeList } from '#shared/resume/list.view.tsx';
import { ReadPages } from '#shared/resume/pages.view.tsx';
import { resumeContract } from '#shared/resume/resume.contract.ts';
import { DOUBTFUL_BELOW, originsOf } from '#shared/resume/trace.rules.ts';
import { DropZone, uploadResume } from '#shared/resume/upload.view.tsx';
import { Button } from '#shared/ui/button.tsx';
import { Badge, ErrorNotice, Notice, Progress, Skeleton } from '#shared/ui/feedback.tsx';
import { count, formatAgo } from '#shared/ui/format.ts';
import { useHost } from '#shared/ui/host.tsx';
import { Page } from '#shared/ui/layout.tsx';
import { staleQueries, useAction, useQuery } from '#shared/ui/query.ts';
import { toast } from '#shared/ui/toast.tsx';
import { draft, keepDraft, openDraft } from '../draft.ts';
import { EarlierVersions } from '../earlier-versions.tsx';
import { NextStep } from '../next-step.tsx';
import { ToCheck } from '../to-check.tsx';
import { useReading } from '../use-reading.ts';

const QUIET: Record<string, string> = { awaiting_upload: 'Sending', queued: 'Waiting to be read', reading: 'Reading' };

export default function ProfilePage() {
  openDraft();
  const { call } = useHost();
  const profile = useQuery('profile', (signal) => call(profileContract.get, { signal }));
  const resumes = useQuery('resumes', (signal) => call(resumeContract.list, { signal }));
  const [watched, setWatched] = useState<string>();
  const [shown, setShown] = useState<string>();
  const [sent, setSent] = useState<number>();
  const [pointed, setPointed] = useState<string>();
  const [accepted, setAccepted] = useState<ReadonlySet<string>>(new Set());

  const items = resumes.data?.items ?? [];
  const underway = watched ?? items.find(({ status }) => status === 'queued' || status === 'reading')?.id;
  const shownId =
    shown ??
    (items.find(({ active, status }) => active && status === 'read') ?? items.find(({ status }) => status === 'read'))
      ?.id;
  const reading = useQuery(`reading:${shownId ?? ''}`, async (signal) =>
    shownId ? call(resumeContract.data, { params: { id: shownId }, signal }) : undefined,
  );

  const state = useReading(underway, (end) => {
    setWatched(undefined);
    if (end.status === 'read') {
      staleQueries('reading:');
      setShown(underway);
      setAccepted(new Set());
      void profile.reload();
      toast('Your resume is read. Check what was found.');
    }
    void resumes.reload();
  });

  const upload = useAction(async (file: File) => {
    setSent(0);
    try {
      setWatched(await uploadResume(call, { file, onPart: setSent }));
      void resumes.reload();
    } finally {
      setSent(undefined);
    }
  });

  const current: Draft | undefined = draft.value ?? (profile.data && draftOf(profile.data));
  const problems = useMemo(() => (current ? problemsOf(current) : {}), [current]);
  const origin = useMemo(() => (reading.data ? originsOf(reading.data) : () => undefined), [reading.data]);
  const isDoubtful = useCallback(
    (path: string, value: string) =>
      (origin(path, value)?.confidence ?? 1) < DOUBTFUL_BELOW && !accepted.has(`${path}=${value}`),
    [origin, accepted],
  );

  const texts = current ? textsIn(current.resume) : [];
  const doubtful = texts.filter(({ path, text }) => isDoubtful(path, text));
  const accept = (path: string): void => {
    const value = texts.find((item) => item.path === path)?.text;
    if (value !== undefined) setAccepted(new Set([...accepted, `${path}=${value}`]));
  };

  const save = useAction(async () => {
    if (!current || Object.keys(problems).length > 0) return;
    const saved = await call(profileContract.put, { body: toSave(current) });
    keepDraft(undefined);
    profile.set(saved);
    staleQueries('versions');
    setAccepted(new Set([...accepted, ...doubtful.map(({ path, text }) => `${path}=${text}`)]));
    toast('Profile saved');
  });
  const conflict = save.error instanceof AppError && save.error.code === 'profile.version_conflict';
  const keepMine = async (): Promise<void> => {
    const theirs = await call(profileContract.get);
    profile.set(theirs);
    if (draft.value) keepDraft({ ...draft.value, version: theirs.version });
    save.clear();
  };
  const takeTheirs = (): void => {
    keepDraft(undefined);
    save.clear();
    void profile.reload();
  };

  const editing: Editing | undefined = current && {
    resume: current.resume,
    set: (path, value) =>
      keepDraft({ ...(draft.value ?? current), resume: withValue((draft.value ?? current).resume, path, value) }),
    markOf: (path, value) => ({ doubtful: isDoubtful(path, value), note: noteOf(origin(path, value), value) }),
    onPoint: setPointed,
    accept,
    problems,
  };
  const marked = useMemo(() => {
    if (!pointed) return [];
    return texts
      .filter(({ path }) => path === pointed || path.startsWith(`${pointed}.`) || path.startsWith(`${pointed}[`))
      .flatMap(({ path, text }) => origin(path, text)?.path ?? []);
  }, [pointed, current, origin]);

  // A place stays in sight for a moment when the pointer leaves a field, so that moving between fields does not flicker.
  const [held, setHeld] = useState<readonly string[]>([]);
  useEffect(() => {
    const timer = setTimeout(() => setHeld(marked), marked.length === 0 ? 120 : 0);
    return () => clearTimeout(timer);
  }, [marked]);

  const fresh = profile.data?.version === 0 && items.length === 0;
  const wrong = Object.keys(problems).length;
  const busyReading = sent !== undefined || underway !== undefined;

  return (
    <Page
      title="Profile"
      lead={
        profile.data && profile.data.version > 0
          ? `Version ${profile.data.version}, changed ${formatAgo(profile.data.updatedAt)}`
          : 'What Foothold knows about you. It is used for matching, documents and forms.'
      }
      actions={
        <>
          {draft.value && <Badge tone="warn">Not saved</Badge>}
          <Button look="primary" busy={save.busy} disabled={!current || wrong > 0} onClick={() => void save.run()}>
            Save profile
          </Button>
        </>
      }
    >
      <div class="space-y-3">
        {conflict ? (
          <Notice
            tone="warn"
            role="alert"
            action={
              <>
                <Button size="sm" onClick={() => void keepMine()}>
                  Keep my changes
                </Button>
                <Button size="sm" onClick={takeTheirs}>
                  Load the other version
                </Button>
              </>
            }
          >
            The profile was changed elsewhere, for example by a resume that was just read. Nothing is lost: choose which
            to go on with.
          </Notice>
        ) : (
          save.error !== undefined && <ErrorNotice error={save.error} />
        )}
        {wrong > 0 && <Notice tone="danger">{count(wrong, 'field')} to correct before saving.</Notice>}
        {upload.error !== undefined && <ErrorNotice error={upload.error} />}
        {profile.error !== undefined && <ErrorNotice error={profile.error} onRetry={() => void profile.reload()} />}
        {resumes.error !== undefined && <ErrorNotice error={resumes.error} onRetry={() => void resumes.reload()} />}

        <DropZone onFile={(file) => void upload.run(file)} compact={!fresh} />
        {busyReading && (
          <Progress
            label={sent === undefined ? (QUIET[state?.status ?? 'queued'] ?? 'Reading') : 'Sending'}
            value={sent === undefined ? state?.progress : sent}
          />
        )}
        {items.length > 0 && (
          <ResumeList
            resumes={items}
            shownId={shownId}
            onShow={setShown}
            onChanged={() => {
              void resumes.reload();
            }}
          />
        )}
      </div>

      {!current || !editing ? (
        profile.loading && <Skeleton rows={8} label="Loading your profile" />
      ) : (
        <div class={reading.data ? 'mt-6 grid gap-6 xl:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]' : 'mt-6'}>
          {reading.data && (
            <div class="hidden xl:block">
              <section
                aria-label="The file as it was read"
                // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by keyboard
                tabIndex={0}
                class="sticky top-4 max-h-[calc(100dvh-2rem)] overflow-y-auto"
              >
                <p class="mb-2 text-sm text-muted">
                  What a machine reads in your file{reading.data.ocr ? ' (recognised from an image)' : ''}. Point at a
                  field to see its place.
                </p>
                <ReadPages reading={reading.data} pointed={held} />
              </section>
            </div>
          )}
          <div class="min-w-0">
            {reading.data?.warnings.map((warning) => (
              <div key={warning.code} class="mb-3">
                <Notice tone="warn">{warning.text}</Notice>
              </div>
            ))}
            <ToCheck items={doubtful} editing={editing} />
            {reading.data && doubtful.length === 0 && profile.data?.version !== 0 && <NextStep />}
            <ResumeEditor editing={editing} />
            <AnswersEditor
              answers={current.answers}
              problems={problems}
              onAnswers={(answers) => keepDraft({ ...(draft.value ?? current), answers })}
            />
            <EarlierVersions
              current={current}
              onRestore={(earlier) =>
                keepDraft({ resume: earlier.resume, answers: earlier.answers, version: current.version })
              }
            />
          </div>
        </div>
      )}
    </Page>
  );
}

const noteOf = (origin: ReturnType<ReturnType<typeof originsOf>>, value: string): string | undefined => {
  const span = origin?.spans[0];
  if (!span) return undefined;
  return span.text === value ? `page ${span.page}` : `read from “${span.text.slice(0, 80)}”, page ${span.page}`;
};
