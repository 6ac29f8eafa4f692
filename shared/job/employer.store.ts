/**
 * Who wrote which posting: `USER#r → POSTED#p` the posting by its id at our own source, `POSTEDNAME#h → p` what it is
 * known by, so that sending it twice makes one. Its text is kept with every other source's words.
 */
import { createHash } from 'node:crypto';
import type { Platform } from '#shared/platform/platform.ts';
import { key, prefixOf, type Row, type Write } from '#shared/platform/table.ts';
import { aliveCheck } from '#shared/platform/tombstone.ts';

export type Posted = {
  /** Its id at our own source. */
  readonly sourceId: string;
  readonly title: string;
  readonly company: string;
  readonly name: string;
  readonly createdAt: string;
  readonly closedAt?: string | undefined;
};

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 40);

export function createEmployerStore({ table }: Pick<Platform, 'table'>) {
  const postedKey = (owner: string, sourceId: string) => key(['USER', owner], ['POSTED', sourceId]);
  const nameKey = (owner: string, name: string) => key(['USER', owner], ['POSTEDNAME', name]);
  const fromRow = ({ sourceId, title, company, name, createdAt, closedAt }: Row & Posted): Posted => ({
    sourceId,
    title,
    company,
    name,
    createdAt,
    ...(closedAt !== undefined && { closedAt }),
  });

  return {
    /** The short form of a natural key, which stands in rows. */
    nameOf: digest,

    async posted(owner: string, sourceId: string): Promise<Posted | undefined> {
      const row = await table.get<Row & Posted>(postedKey(owner, sourceId));
      return row && fromRow(row);
    },
    async named(owner: string, name: string): Promise<Posted | undefined> {
      const row = await table.get<Row & { sourceId: string }>(nameKey(owner, name));
      return row && this.posted(owner, row.sourceId);
    },
    async all(owner: string): Promise<Posted[]> {
      const { pk } = postedKey(owner, 'x');
      return (await table.query<Row & Posted>({ pk, prefix: prefixOf(['POSTED']) })).map(fromRow);
    },

    /** Writes a posting; `before` is how it was. Its name must be free or its own. */
    save: (owner: string, posted: Posted, before?: Posted): Write[] => [
      {
        put: { ...postedKey(owner, posted.sourceId), ...posted },
        when: before === undefined ? { exists: false } : { exists: true },
      },
      ...(before?.name === posted.name
        ? []
        : [{ put: { ...nameKey(owner, posted.name), sourceId: posted.sourceId }, when: { exists: false } }]),
      ...(before === undefined || before.name === posted.name ? [] : [{ remove: nameKey(owner, before.name) }]),
      aliveCheck(owner),
    ],

    async exportUser(owner: string): Promise<unknown> {
      return (await this.all(owner)).map(({ name: _name, ...posted }) => posted);
    },
    async eraseUser(owner: string): Promise<void> {
      const { pk } = postedKey(owner, 'x');
      for (const kind of ['POSTED', 'POSTEDNAME'])
        for (const row of await table.query({ pk, prefix: prefixOf([kind]) }))
          await table.write({ remove: { pk: row.pk, sk: row.sk } });
    },
  };
}
