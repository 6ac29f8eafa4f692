/** “Wrong field”: the form around a field as a page without anything of the person. They save it; nothing is sent. */
import { type Fixture, fixtureOf, type Sketch, secretsOf } from '#shared/form/fixture.rules.ts';
import { AppError } from '#shared/kernel/errors.ts';
import { type Run, read, runItem, stored } from '../storage.ts';
import { sketchInFrame } from './ask-page.ts';

/** The redacted form around a field of the tab's last fill. Rejects where the field is gone. */
export async function fixtureFor(given: { tabId: number; frame: number; ref: string }): Promise<Fixture> {
  const { tabId, frame, ref } = given;
  const found = await sketchInFrame({ tabId, frameId: frame, ref });
  if (found === undefined)
    throw new AppError('extension.gone', {
      kind: 'not_found',
      message: 'This field is no longer on the page, so there is nothing to report.',
    });
  const line = (await read(runItem(tabId)))?.fields.find((one) => one.frame === frame && one.ref === ref);
  const [profile, account] = await Promise.all([read(stored.profile), read(stored.account)]);
  // Questions in the profile are the words of forms; the answers to them are not.
  const { custom, ...answers } = profile?.answers ?? {};
  const held = { resume: profile?.resume, answers, custom: custom?.map(({ answer }) => answer), account };
  return fixtureOf(marked(found.sketch, line), secretsOf(held, found.typed));
}

/** The field says what it was taken for. */
const marked = (sketch: Sketch, line: Run['fields'][number] | undefined): Sketch => {
  if (typeof sketch === 'string') return sketch;
  const { tag, attributes, children } = sketch;
  const said = { ...attributes };
  if ('data-reported' in said) said['data-reported'] = line?.field ?? 'unknown';
  return { tag, attributes: said, children: children.map((child) => marked(child, line)) };
};
