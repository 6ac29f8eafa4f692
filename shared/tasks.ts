/** Every task there is: queues, dead-letter queues, functions, permissions and the local pump follow from this list. */

import { sendReset } from './auth/auth.tasks.ts';
import { generateDocuments } from './document/document.tasks.ts';
import { askQuestions, ingestSource, settleWants } from './feed/feed.tasks.ts';
import { scoreMatches, spreadJobs } from './match/match.tasks.ts';
import { deliverMail } from './notification/notification.tasks.ts';
import { eraseUser, sweepUnused } from './privacy/privacy.tasks.ts';
import { ocrResume, readResume } from './resume/resume.tasks.ts';
import { planAlerts, runAlert, spreadSearches } from './search/search.tasks.ts';

export const tasks = [
  readResume,
  ocrResume,
  ingestSource,
  askQuestions,
  settleWants,
  scoreMatches,
  spreadJobs,
  runAlert,
  spreadSearches,
  planAlerts,
  generateDocuments,
  sendReset,
  deliverMail,
  eraseUser,
  sweepUnused,
] as const;
