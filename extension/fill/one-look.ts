/**
 * What a look at a page finds out about its elements holds until the look ends: a look is synchronous and changes nothing, so
 * labels, styles and counts asked for twice are worked out once. Between looks nothing is kept, because pages change.
 */
let depth = 0;
let looks = 0;

/** Runs `work`, which must be synchronous and must not change the page, as one look. Looks inside a look are part of it. */
export function inOneLook<T>(work: () => T): T {
  if (depth === 0) looks += 1;
  depth += 1;
  try {
    return work();
  } finally {
    depth -= 1;
  }
}

/** The same function, asked at most once per element and look; outside a look it is asked every time. */
export function perLook<K extends object, V>(find: (about: K) => V): (about: K) => V {
  let found = new WeakMap<K, { readonly value: V }>();
  let look = 0;
  return (about) => {
    if (depth === 0) return find(about);
    if (look !== looks) {
      found = new WeakMap();
      look = looks;
    }
    const known = found.get(about) ?? { value: find(about) };
    found.set(about, known);
    return known.value;
  };
}
