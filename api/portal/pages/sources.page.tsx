/** How the sources of postings do. For admins; the server refuses everybody else. */
import { SourcesHealth } from '#shared/feed/health.view.tsx';
import { Page } from '#shared/ui/layout.tsx';

export default function SourcesPage() {
  return (
    <Page title="Sources" lead="Where postings come from, and how reading them goes">
      <SourcesHealth />
    </Page>
  );
}
