/** Accounts as the rest of the product sees them: one value of all use-cases, wired in `core.ts`. */
import type { Platform } from '#shared/platform/platform.ts';
import { createAccountService } from './account.service.ts';
import { createDeviceService } from './device.service.ts';
import { createLifecycleService } from './lifecycle.service.ts';
import { createMfaService } from './mfa.service.ts';
import { createOAuthService } from './oauth.service.ts';
import { type AuthNotifier, createParts } from './parts.service.ts';
import { createSessionService } from './session.service.ts';

export type { AuthNotifier } from './parts.service.ts';

export type Auth = ReturnType<typeof createAuth>;

export function createAuth(platform: Platform, { notifier }: { notifier: AuthNotifier }) {
  const parts = createParts(platform, notifier);
  const { useFactor, ...mfa } = createMfaService(parts);
  const sessions = createSessionService(parts);
  return {
    ...createAccountService(parts, useFactor),
    ...sessions,
    ...createDeviceService(parts),
    ...mfa,
    ...createLifecycleService(parts),
    oauth: createOAuthService(parts, sessions),
  };
}
