/** The companies whose job boards are read for the person. */
import { WatchList } from '#shared/feed/watch.view.tsx';
import { Page } from '#shared/ui/layout.tsx';
import { addressWith } from '../address.ts';
import { JobSections } from '../jobs/sections.tsx';

export default function CompaniesPage() {
  return (
    <Page title="Companies" lead="Watch a company, and its open jobs come to you">
      <JobSections here="/companies" />
      <WatchList jobsHref={(company) => addressWith('/jobs', {}, { company })} />
    </Page>
  );
}
