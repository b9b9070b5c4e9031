import * as v from 'valibot';

/** The person's choices, remembered on this device. */
export const Settings = v.object({
  /** The small button at the selection. */
  button: v.optional(v.boolean(), true),
  /** Sites (hosts) where the button is off. */
  buttonOffSites: v.optional(v.array(v.string()), []),
  /** Mark one's clips on pages that one returns to. */
  highlights: v.optional(v.boolean(), true),
  /** Note how one comes to pages, so that a clip can say it. */
  trail: v.optional(v.boolean(), false),
  /** The tab of the popup that was last open. */
  lastView: v.optional(v.picklist(['page', 'mine', 'community']), 'page'),
  /** The name that was last given to a community. */
  memberName: v.optional(v.string(), ''),
  /** Searches that led somewhere, the last one first. */
  recentSearches: v.optional(v.array(v.string()), []),
  /** Searches that the person keeps, in the order of keeping. */
  savedSearches: v.optional(v.array(v.string()), []),
});
export type Settings = v.InferOutput<typeof Settings>;
export const DEFAULT_SETTINGS: Settings = v.parse(Settings, {});
