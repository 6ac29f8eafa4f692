/** A document as a UTF-8 text file; starts with a byte order mark so that old editors show accents right. */
import type { DocumentModel } from '../model.schema.ts';
import { textOf } from '../text.rules.ts';

export const renderText = (model: DocumentModel): Uint8Array => new TextEncoder().encode(`\uFEFF${textOf(model)}`);
