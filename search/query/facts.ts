/** What the filters of a query ask for, beside a document's texts. What is absent is not the case, or not known. */
export interface Facts {
  /** The page's host, without `www.`. */
  readonly site?: string | undefined;
  /** The page's whole address. */
  readonly address?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  /** The author of what was clipped, and the member who shared it. */
  readonly by?: readonly string[] | undefined;
  /** Communities and initiatives, by name. */
  readonly in?: readonly string[] | undefined;
  /** passage, page, image, region, link, moment; decision, question, idea, note, answer */
  readonly kind?: string | undefined;
  readonly status?: string | undefined;
  /** mine, shared, orphan, unanswered, missing-why */
  readonly is?: readonly string[] | undefined;
  /** why, decision, picture, text, replies */
  readonly has?: readonly string[] | undefined;
}

/** A fact that a filter can ask for. */
export type FactName = keyof Facts;
