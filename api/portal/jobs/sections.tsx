/** The two halves of looking for jobs: the postings, and the companies whose boards are watched. */
import type { JSX } from 'preact';
import { cx } from '#shared/ui/cx.ts';

const SECTIONS = [
  { href: '/jobs', label: 'Postings' },
  { href: '/companies', label: 'Companies' },
] as const;

export const JobSections = ({ here }: { here: (typeof SECTIONS)[number]['href'] }): JSX.Element => (
  <nav aria-label="Jobs" class="mb-4 flex gap-4 border-b border-line">
    {SECTIONS.map(({ href, label }) => (
      <a
        key={href}
        href={href}
        aria-current={href === here ? 'page' : undefined}
        class={cx(
          '-mb-px border-b-2 px-0.5 pb-2 font-medium',
          href === here ? 'border-accent text-text' : 'border-transparent text-muted hover:text-text',
        )}
      >
        {label}
      </a>
    ))}
  </nav>
);
