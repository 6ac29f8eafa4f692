/** What the worker knows of the application sites: which of their fields need a word, and what a person should know. */
import type { FormField } from '#shared/form/form.schema.ts';
import { ashbyQuirks } from './ashby.site.ts';
import { bamboohrQuirks } from './bamboohr.site.ts';
import { greenhouseQuirks } from './greenhouse.site.ts';
import { icimsQuirks } from './icims.site.ts';
import { jobviteQuirks } from './jobvite.site.ts';
import { leverQuirks } from './lever.site.ts';
import { personioQuirks } from './personio.site.ts';
import { recruiteeQuirks } from './recruitee.site.ts';
import { siteFor } from './registry.ts';
import type { SiteQuirks } from './site.ts';
import { smartrecruitersQuirks } from './smartrecruiters.site.ts';
import { successfactorsQuirks } from './successfactors.site.ts';
import { taleoQuirks } from './taleo.site.ts';
import { workableQuirks } from './workable.site.ts';
import { workdayQuirks } from './workday.site.ts';

/** By the site's name. */
export const QUIRKS: Readonly<Record<string, SiteQuirks>> = {
  ashby: ashbyQuirks,
  bamboohr: bamboohrQuirks,
  greenhouse: greenhouseQuirks,
  icims: icimsQuirks,
  jobvite: jobviteQuirks,
  lever: leverQuirks,
  personio: personioQuirks,
  recruitee: recruiteeQuirks,
  smartrecruiters: smartrecruitersQuirks,
  successfactors: successfactorsQuirks,
  taleo: taleoQuirks,
  workable: workableQuirks,
  workday: workdayQuirks,
};

/** The quirks of the site an address belongs to. */
export function quirksFor(url: string): SiteQuirks | undefined {
  const site = siteFor(url);
  return site && QUIRKS[site.name];
}

/** The site's corrections for the classifier, or undefined on unknown sites. */
export function siteHints(url: string): ((field: FormField) => string | undefined) | undefined {
  const fields = quirksFor(url)?.fields;
  if (!fields) return undefined;
  return (field) => fields.find(({ match }) => match.test(field.id) || match.test(field.name))?.field;
}
