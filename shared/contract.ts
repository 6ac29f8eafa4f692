/** Every endpoint there is, by concept: the source of the routes, of OpenAPI and of the typed client. */
import { adviceContract } from './advice/advice.contract.ts';
import { applicationContract } from './application/application.contract.ts';
import { authContract } from './auth/auth.contract.ts';
import { documentContract } from './document/document.contract.ts';
import { feedContract } from './feed/feed.contract.ts';
import { employerContract } from './job/employer.contract.ts';
import { jobContract } from './job/job.contract.ts';
import { matchContract } from './match/match.contract.ts';
import { notificationContract } from './notification/notification.contract.ts';
import { privacyContract } from './privacy/privacy.contract.ts';
import { profileContract } from './profile/profile.contract.ts';
import { resumeContract } from './resume/resume.contract.ts';
import { searchContract } from './search/search.contract.ts';

export const contract = {
  auth: authContract,
  privacy: privacyContract,
  profile: profileContract,
  resume: resumeContract,
  advice: adviceContract,
  feed: feedContract,
  job: jobContract,
  employer: employerContract,
  match: matchContract,
  search: searchContract,
  application: applicationContract,
  document: documentContract,
  notification: notificationContract,
};
