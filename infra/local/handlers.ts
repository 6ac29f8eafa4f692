/** Each task's real function, as deployed; a test holds this list and `shared/tasks.ts` together. */
import { handler as authReset } from '#functions/auth-reset.ts';
import type { Consumer } from '#functions/consume.ts';
import { handler as documentGenerate } from '#functions/document-generate.ts';
import { handler as feedWants } from '#functions/feed-wants.ts';
import { handler as jobIngest } from '#functions/job-ingest.ts';
import { handler as jobQuestions } from '#functions/job-questions.ts';
import { handler as matchScore } from '#functions/match-score.ts';
import { handler as matchSpread } from '#functions/match-spread.ts';
import { handler as notificationDeliver } from '#functions/notification-deliver.ts';
import { handler as privacyErase } from '#functions/privacy-erase.ts';
import { handler as privacySweep } from '#functions/privacy-sweep.ts';
import { handler as resumeOcr } from '#functions/resume-ocr.ts';
import { handler as resumeRead } from '#functions/resume-read.ts';
import { handler as searchAlert } from '#functions/search-alert.ts';
import { handler as searchPlan } from '#functions/search-plan.ts';
import { handler as searchSpread } from '#functions/search-spread.ts';
import type { Core } from '#shared/core.ts';

type Function = { with(core: Core): Consumer };

export const handlers: Readonly<Record<string, Function>> = {
  'resume.read': resumeRead,
  'resume.ocr': resumeOcr,
  'auth.reset': authReset,
  'notification.deliver': notificationDeliver,
  'privacy.erase': privacyErase,
  'privacy.sweep': privacySweep,
  'document.generate': documentGenerate,
  'job.ingest': jobIngest,
  'job.questions': jobQuestions,
  'feed.wants': feedWants,
  'match.score': matchScore,
  'match.spread': matchSpread,
  'search.alert': searchAlert,
  'search.spread': searchSpread,
  'search.plan': searchPlan,
};
