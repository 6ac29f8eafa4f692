/** zod probes for `eval` to compile its checks, which the extension's content policy forbids and reports. Import first. */
import { z } from 'zod';

z.config({ jitless: true });
