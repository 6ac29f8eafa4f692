/** Changes to the settings, one after the other: two quick clicks in the options must both count. */
import { readSettings, type Settings, stored, write } from '../storage.ts';

let last: Promise<unknown> = Promise.resolve();

/** Changes what `change` names and gives the whole. */
export function saveSettings(change: Partial<Settings>): Promise<Settings> {
  const saving = last.then(async () => {
    const settings = { ...(await readSettings()), ...change };
    await write(stored.settings, settings);
    return settings;
  });
  last = saving.catch(() => undefined);
  return saving;
}
