/** Starts the portal: the routes, each page loaded when it is first opened. */
import './styles.css';
import { render } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { ErrorBoundary, LocationProvider, lazy, Route, Router, useLocation } from 'preact-iso';
import { ErrorNotice, Skeleton } from '#shared/ui/feedback.tsx';
import { HostProvider, saveFile } from '#shared/ui/host.tsx';
import { Page } from '#shared/ui/layout.tsx';
import { Toasts } from '#shared/ui/toast.tsx';
import { call, restore, user } from './session.ts';
import { PublicFrame, Shell } from './shell.tsx';
import './theme.ts';

const Landing = lazy(() => import('./pages/landing.page.tsx'));
const Register = lazy(() => import('./pages/register.page.tsx'));
const Login = lazy(() => import('./pages/login.page.tsx'));
const Reset = lazy(() => import('./pages/reset.page.tsx'));
const NewPassword = lazy(() => import('./pages/new-password.page.tsx'));
const Unsubscribe = lazy(() => import('./pages/unsubscribe.page.tsx'));
const Terms = lazy(() => import('./pages/terms.page.tsx'));
const Profile = lazy(() => import('./pages/profile.page.tsx'));
const Advice = lazy(() => import('./pages/advice.page.tsx'));
const Link = lazy(() => import('./pages/link.page.tsx'));
const Account = lazy(() => import('./pages/account.page.tsx'));
const Matches = lazy(() => import('./pages/matches.page.tsx'));
const Jobs = lazy(() => import('./pages/jobs.page.tsx'));
const Companies = lazy(() => import('./pages/companies.page.tsx'));
const Sources = lazy(() => import('./pages/sources.page.tsx'));
const Job = lazy(() => import('./pages/job.page.tsx'));
const Applications = lazy(() => import('./pages/applications.page.tsx'));
const Documents = lazy(() => import('./pages/documents.page.tsx'));
const Generation = lazy(() => import('./pages/generation.page.tsx'));

/** Addresses the server answers itself are left to the browser. */
const OURS = /^\/(?!(demo|dev|docs|oauth|api)(\/|$))/;
const PUBLIC = /^\/($|register$|login$|reset($|\/)|terms$|unsubscribe$)/;

function NotFound() {
  return (
    <Page title="Not found">
      <p class="text-muted">There is no page at this address.</p>
      <p class="mt-3">
        <a href="/" class="text-accent underline">
          Go to the start
        </a>
      </p>
    </Page>
  );
}

function Pages() {
  return (
    <ErrorBoundary>
      <Router onRouteChange={() => window.scrollTo(0, 0)}>
        <Route path="/" component={Landing} />
        <Route path="/register" component={Register} />
        <Route path="/login" component={Login} />
        <Route path="/reset" component={Reset} />
        <Route path="/reset/confirm" component={NewPassword} />
        <Route path="/unsubscribe" component={Unsubscribe} />
        <Route path="/terms" component={Terms} />
        <Route path="/profile" component={Profile} />
        <Route path="/resumes/:id/advice" component={Advice} />
        <Route path="/link" component={Link} />
        <Route path="/account" component={Account} />
        <Route path="/matches" component={Matches} />
        <Route path="/jobs" component={Jobs} />
        <Route path="/jobs/:id" component={Job} />
        <Route path="/companies" component={Companies} />
        <Route path="/admin/sources" component={Sources} />
        <Route path="/applications" component={Applications} />
        <Route path="/documents" component={Documents} />
        <Route path="/documents/generations/:id" component={Generation} />
        <Route default component={NotFound} />
      </Router>
    </ErrorBoundary>
  );
}

/** Shows public pages to anyone and the others to who is signed in; everybody else is asked to sign in first. */
function Gate() {
  const { path, url, route } = useLocation();
  const host = useMemo(() => ({ call, navigate: (to: string) => route(to), download: saveFile }), [route]);
  const [failed, setFailed] = useState<unknown>();
  const ask = (): void => {
    setFailed(undefined);
    restore().catch(setFailed);
  };
  useEffect(ask, []);

  const open = PUBLIC.test(path);
  const signedIn = user.value;
  useEffect(() => {
    if (signedIn === null && !open) route(`/login?next=${encodeURIComponent(url)}`, true);
  }, [signedIn, open, url, route]);

  if (open)
    return (
      <HostProvider value={host}>
        <PublicFrame>
          <Pages />
        </PublicFrame>
      </HostProvider>
    );
  if (signedIn)
    return (
      <HostProvider value={host}>
        <Shell user={signedIn} path={path}>
          <Pages />
        </Shell>
      </HostProvider>
    );
  return (
    <main class="mx-auto max-w-lg p-8">
      {failed ? <ErrorNotice error={failed} onRetry={ask} /> : <Skeleton label="Opening Foothold" />}
    </main>
  );
}

// A page of an older build asks for files that a newer build has replaced: load the newer one, once.
addEventListener('vite:preloadError', (event) => {
  const last = Number(sessionStorage.getItem('foothold.reloaded') ?? 0);
  if (Date.now() - last < 10_000) return;
  event.preventDefault();
  sessionStorage.setItem('foothold.reloaded', String(Date.now()));
  location.reload();
});

const root = document.getElementById('app');
if (root)
  render(
    <LocationProvider scope={OURS}>
      <Gate />
      <Toasts />
    </LocationProvider>,
    root,
  );
