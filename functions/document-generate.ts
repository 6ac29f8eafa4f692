import { generateDocuments } from '#shared/document/document.tasks.ts';
import { consume } from './consume.ts';

export const handler = consume(generateDocuments, {
  run: (core, payload) => core.documents.generate(payload),
  giveUp: (core, payload) => core.documents.giveUp(payload),
});
