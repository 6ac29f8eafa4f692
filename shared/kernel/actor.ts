/** Who is acting. The first argument of every service method; never taken from ambient context. */

export type Role = 'seeker' | 'recruiter' | 'admin';

/** `portal`: everything; `extension`: only endpoints marked for the extension. */
export type Scope = 'portal' | 'extension';

export type UserActor = {
  readonly type: 'user';
  readonly userId: string;
  readonly role: Role;
  readonly scope: Scope;
  /** The session (refresh family) or extension token behind the request, for revocation and audit. */
  readonly credentialId: string;
};

/** Our own work on behalf of one person: tasks and schedules. */
export type SystemActor = {
  readonly type: 'system';
  readonly userId: string;
  readonly role: 'system';
  readonly scope: 'portal';
};

export type Actor = UserActor | SystemActor;

/** The actor of a task that works for `userId`. */
export const systemFor = (userId: string): SystemActor => ({ type: 'system', userId, role: 'system', scope: 'portal' });
