/** What one application site is to us: where it lives and how its postings read; and, for the worker, which of its fields need a word. */
/** A posting as its page states it; everything not stated is absent. Texts are plain. */
export type Posting = {
  readonly title: string;
  readonly company: string;
  readonly location: string;
  readonly description: string;
  readonly url: string;
  /** ISO 3166-1 alpha-2 where the page says it in machine-readable form. */
  readonly country?: string;
  readonly employmentType?: string;
  readonly remote?: 'remote' | 'hybrid' | 'onsite';
  readonly salary?: string;
  readonly postedAt?: string;
};

export type PostingParts = Partial<Omit<Posting, 'url'>>;

export type Site = {
  readonly name: string;
  /** Host names; `*.` in front stands for any subdomain. */
  readonly hosts: readonly string[];
  /** Parts of the posting by this site's structure; used where the page carries no JobPosting data. */
  readonly readJob?: (document: Document, url: URL) => PostingParts;
};

/** What the worker knows of a site beside that; apart from it, so that it does not travel into pages. */
export type SiteQuirks = {
  /** Ids or names (whole, or as a pattern) that say on this site what a field is. */
  readonly fields?: readonly { readonly match: RegExp; readonly field: string }[];
  /** What a person should know before filling. */
  readonly note?: string;
  /** Addresses of the kind this site serves; each must be recognised by `siteFor`. */
  readonly testUrls: readonly string[];
};

/** First text of the selectors that is not empty. */
export function textAt(root: ParentNode, ...selectors: string[]): string | undefined {
  for (const selector of selectors) {
    for (const element of root.querySelectorAll(selector)) {
      const text = (element.textContent ?? '').replace(/[\s\u00a0]+/g, ' ').trim();
      if (text !== '') return text;
    }
  }
  return undefined;
}

/** Content of a meta element by property or name. */
export function metaAt(document: Document, ...names: string[]): string | undefined {
  for (const name of names) {
    const content = document
      .querySelector(`meta[property="${name}"],meta[name="${name}"]`)
      ?.getAttribute('content')
      ?.trim();
    if (content) return content;
  }
  return undefined;
}
