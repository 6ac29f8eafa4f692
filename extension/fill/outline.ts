/**
 * Shows on the page what was done with each field: a frame and, because colour alone says nothing to many, a sign of its own
 * shape in the corner. Drawn in a closed shadow tree of one empty element beside the page's body: nothing of the fields is
 * touched, the page can read nothing in it, screen readers and clicks pass it by. It follows scrolling and redrawing.
 */
const STATES = {
  filled: { sign: 'M3 8.5 6.5 12 13 4.5', round: '50%' },
  review: { sign: 'M3.5 12.5 4.5 9.5 11 3 13 5 6.5 11.5ZM9.5 4.5 11.5 6.5', round: '3px' },
  needs_you: { sign: 'M8 3V9.5M8 12.4V12.6', round: '50% 50% 50% 0' },
  failed: { sign: 'M4 4 12 12M12 4 4 12', round: '0' },
} as const;
type State = keyof typeof STATES;

const SHEET = `
:host { all: initial !important; position: absolute !important; inset: 0 auto auto 0 !important; width: 0 !important;
  height: 0 !important; margin: 0 !important; padding: 0 !important; border: 0 !important; background: none !important;
  overflow: visible !important; pointer-events: none !important; z-index: 2147483646 !important; display: block !important; }
.mark { position: absolute; box-sizing: border-box; border: 2px solid; border-radius: 5px; pointer-events: none; }
.filled { --ink: #1f7a45; border-style: solid; } .review { --ink: #5b4bb7; border-style: double; border-width: 4px; }
.needs_you { --ink: #8a5a00; border-style: dashed; } .failed { --ink: #b3261e; border-style: dotted; border-width: 3px; }
.mark { border-color: var(--ink); box-shadow: 0 0 0 1px #ffffffb3; }
svg { position: absolute; top: -9px; right: -9px; width: 16px; height: 16px; padding: 1px; background: var(--ink);
  border: 1px solid #fff; fill: none; stroke: #fff; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
@media (forced-colors: active) { .mark { border-color: CanvasText; box-shadow: none; forced-color-adjust: none; }
  svg { background: Canvas; border-color: CanvasText; stroke: CanvasText; forced-color-adjust: none; } }
@media print { .mark { display: none; } }`;

type Mark = {
  readonly find: () => Element | undefined;
  readonly box: HTMLElement;
  readonly state: State;
  at?: Element | undefined;
};

const marks = new Map<string, Mark>();
let layer: { readonly host: HTMLElement; readonly root: ShadowRoot } | undefined;
let isDue = false;
let isWaiting = false;
/** Pause between two drawings while marks are added and the page changes, in ms. */
const AT_LEAST = 120;
/** How often a field that is gone is searched for, in ms. */
const SEARCH_EVERY = 500;
let lookedFor = 0;

/** Marks what a question came to; outcomes without a sign of their own leave it unmarked. `find` is asked at every drawing. */
export function outline(
  find: () => Element | undefined,
  line: { ref: string; outcome: string; review?: string | undefined },
): void {
  const state = line.outcome === 'filled' && line.review !== undefined ? 'review' : line.outcome;
  const present = marks.get(line.ref);
  if (present?.state === state) return;
  present?.box.remove();
  marks.delete(line.ref);
  if (!isState(state)) return;
  const box = drawn(state);
  marks.set(line.ref, { find, box, state });
  (layer ?? open()).root.append(box);
  soonDue();
}

const isState = (state: string): state is State => state in STATES;

function drawn(state: State): HTMLElement {
  const box = document.createElement('div');
  box.className = `mark ${state}`;
  box.hidden = true;
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.style.borderRadius = STATES[state].round;
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', STATES[state].sign);
  svg.append(path);
  box.append(svg);
  return box;
}

/** Takes every mark away again, and the element that held them. */
export function clearOutlines(): void {
  marks.clear();
  layer?.host.remove();
  layer = undefined;
  window.removeEventListener('scroll', due, true);
  window.removeEventListener('resize', due);
  redrawn.disconnect();
}

const redrawn = new MutationObserver(() => soonDue());

function open(): NonNullable<typeof layer> {
  const host = document.createElement('div');
  host.setAttribute('aria-hidden', 'true');
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(SHEET);
  root.adoptedStyleSheets = [sheet];
  document.documentElement.append(host);
  // In the layer of dialogs, so that fields in one are marked too.
  host.popover = 'manual';
  host.showPopover();
  window.addEventListener('scroll', due, { capture: true, passive: true });
  window.addEventListener('resize', due);
  redrawn.observe(document.body ?? document.documentElement, {
    childList: true,
    subtree: true,
    attributeFilter: ['class', 'style', 'hidden', 'open'],
  });
  layer = { host, root };
  return layer;
}

/** Draws once before the next frame, however often it is asked for. */
function due(): void {
  if (isDue) return;
  isDue = true;
  requestAnimationFrame(() => {
    isDue = false;
    place();
  });
}

/** While much changes, drawing again at every frame would take the page's time for nothing a person can see. */
function soonDue(): void {
  if (isWaiting) return;
  isWaiting = true;
  setTimeout(() => {
    isWaiting = false;
    due();
  }, AT_LEAST);
}

/** All boxes are read first and written after, so that the page is laid out once. */
function place(): void {
  if (!layer) return;
  const origin = layer.host.getBoundingClientRect();
  const looksAgain = performance.now() - lookedFor > SEARCH_EVERY;
  if (looksAgain) lookedFor = performance.now();
  const clips: Clips = new Map();
  const places = [...marks.values()].map((mark) => {
    // Frameworks replace what they draw; what is gone is searched for now and then, as that walks the page.
    if (!mark.at?.isConnected && (looksAgain || mark.at === undefined)) mark.at = mark.find();
    return { box: mark.box, at: boxOf(mark.at, clips) };
  });
  for (const { box, at } of places) {
    box.hidden = at === undefined;
    if (!at) continue;
    box.style.width = `${at.width + 6}px`;
    box.style.height = `${at.height + 6}px`;
    box.style.transform = `translate(${at.left - origin.left - 3}px, ${at.top - origin.top - 3}px)`;
  }
}

/** What ancestors cut off, found out once for all marks of a drawing. */
type Clips = Map<Element, DOMRect | undefined>;

/** The part of the window an element takes; none where it is hidden or scrolled away inside a box of the page. */
function boxOf(element: Element | undefined, clips: Clips): DOMRect | undefined {
  if (!element?.isConnected || !element.checkVisibility({ visibilityProperty: true })) return undefined;
  const box = element.getBoundingClientRect();
  if (box.width === 0 || box.height === 0) return undefined;
  const middle = box.top + box.height / 2;
  for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
    if (!clips.has(at)) clips.set(at, clipOf(at));
    const frame = clips.get(at);
    if (frame && (middle < frame.top || middle > frame.bottom)) return undefined;
  }
  return box;
}

const clipOf = (at: Element): DOMRect | undefined =>
  getComputedStyle(at).overflowY === 'visible' ? undefined : at.getBoundingClientRect();
