/** Who calls before they have signed in: where from, and by which program. */
import { z } from 'zod';

export const Visitor = z.object({ address: z.string(), agent: z.string() });
export type Visitor = Readonly<z.infer<typeof Visitor>>;
