/** Every route there is; a test holds this list and the contract together. */
import type { Core } from '#shared/core.ts';
import type { Route } from '../http/context.ts';
import { adviceRoutes } from './advice.routes.ts';
import { authRoutes } from './auth.routes.ts';
import { documentRoutes } from './document.routes.ts';
import { employerRoutes } from './employer.routes.ts';
import { feedRoutes } from './feed.routes.ts';
import { jobRoutes } from './job.routes.ts';
import { matchRoutes } from './match.routes.ts';
import { notificationRoutes } from './notification.routes.ts';
import { privacyRoutes } from './privacy.routes.ts';
import { profileRoutes } from './profile.routes.ts';
import { resumeRoutes } from './resume.routes.ts';
import { searchRoutes } from './search.routes.ts';

export const routes = (core: Core): Route[] => [
  ...authRoutes(core),
  ...privacyRoutes(core),
  ...profileRoutes(core),
  ...resumeRoutes(core),
  ...adviceRoutes(core),
  ...feedRoutes(core),
  ...jobRoutes(core),
  ...employerRoutes(core),
  ...matchRoutes(core),
  ...searchRoutes(core),
  ...documentRoutes(core),
  ...notificationRoutes(core),
];
