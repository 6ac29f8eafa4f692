/** How the sources of postings do, for admins: what is read, what fails and why, and reading one now. */
import type { JSX } from 'preact';
import { Button } from '#shared/ui/button.tsx';
import { Badge, ErrorNotice, Skeleton, type Tone } from '#shared/ui/feedback.tsx';
import { count, formatAgo } from '#shared/ui/format.ts';
import { useHost } from '#shared/ui/host.tsx';
import { useAction, useQuery } from '#shared/ui/query.ts';
import { Table } from '#shared/ui/table.tsx';
import { toast } from '#shared/ui/toast.tsx';
import { feedContract, type SourceHealth } from './feed.contract.ts';

/** The state of a source in a word. */
function stateOf(source: SourceHealth): { label: string; tone: Tone } {
  if (!source.enabled) return { label: 'Switched off', tone: 'neutral' };
  if (source.keys.some(({ present }) => !present)) return { label: 'Key missing', tone: 'warn' };
  if (source.feeds === 0) return { label: 'Nobody asks', tone: 'neutral' };
  if (source.failing === source.feeds) return { label: 'Down', tone: 'danger' };
  if (source.failing > 0) return { label: 'Partly down', tone: 'warn' };
  return source.lastGoodAt === undefined ? { label: 'Not read yet', tone: 'neutral' } : { label: 'Well', tone: 'ok' };
}

const Trouble = ({ source }: { source: SourceHealth }): JSX.Element => {
  const missing = source.keys.filter(({ present }) => !present).map(({ name }) => name);
  return (
    <ul class="space-y-1 text-sm">
      {missing.length > 0 && (
        <li>
          Set <span class="font-mono text-xs wrap-anywhere">{missing.join(', ')}</span>
        </li>
      )}
      {source.pausedUntil !== undefined && <li>Paused, goes on {formatAgo(source.pausedUntil)}</li>}
      {source.errors.map(({ code, text, feeds, lastAt }) => (
        <li key={code}>
          {text}{' '}
          <span class="text-xs text-muted">
            <span class="font-mono">{code}</span> · {count(feeds, 'feed')} · {formatAgo(lastAt)}
          </span>
        </li>
      ))}
    </ul>
  );
};

export function SourcesHealth(): JSX.Element {
  const { call } = useHost();
  const health = useQuery('sources', (signal) => call(feedContract.sources, { signal }));
  const ingest = useAction(async (source: string) => {
    const { feeds } = await call(feedContract.ingest, { params: { source } });
    toast(feeds === 0 ? 'Nobody asks anything of it' : `${count(feeds, 'feed')} are read now`);
    await health.reload();
  });
  return (
    <>
      {ingest.error !== undefined && <ErrorNotice error={ingest.error} />}
      {health.error !== undefined && <ErrorNotice error={health.error} onRetry={() => void health.reload()} />}
      {!health.data && health.loading && <Skeleton rows={10} label="Loading sources" />}
      {health.data && (
        <Table
          caption="Sources of postings"
          rows={health.data.items}
          keyOf={({ id }) => id}
          columns={[
            {
              key: 'source',
              head: 'Source',
              cell: (source) => (
                <>
                  <span class="block font-medium">{source.name}</span>
                  <Badge tone={stateOf(source).tone}>{stateOf(source).label}</Badge>
                  <div class="mt-1 md:hidden">
                    <Trouble source={source} />
                  </div>
                </>
              ),
            },
            { key: 'trouble', head: 'Trouble', wideOnly: true, cell: (source) => <Trouble source={source} /> },
            { key: 'feeds', head: 'Feeds', numeric: true, cell: ({ feeds }) => feeds.toLocaleString() },
            { key: 'failing', head: 'Failing', numeric: true, cell: ({ failing }) => failing || '' },
            {
              key: 'postings',
              head: 'Postings',
              numeric: true,
              wideOnly: true,
              cell: ({ postings }) => postings.toLocaleString(),
            },
            {
              key: 'good',
              head: 'Last good',
              numeric: true,
              wideOnly: true,
              class: 'whitespace-nowrap',
              cell: ({ lastGoodAt }) => (lastGoodAt === undefined ? '' : formatAgo(lastGoodAt)),
            },
            {
              key: 'left',
              head: 'Left today',
              numeric: true,
              wideOnly: true,
              cell: ({ leftToday }) => leftToday?.toLocaleString() ?? '',
            },
            {
              key: 'act',
              head: 'Read',
              class: 'text-right',
              cell: (source) =>
                source.ready && (
                  <Button
                    size="sm"
                    aria-label={`Read ${source.name} now`}
                    disabled={ingest.busy}
                    onClick={() => void ingest.run(source.id)}
                  >
                    Read now
                  </Button>
                ),
            },
          ]}
        />
      )}
    </>
  );
}
