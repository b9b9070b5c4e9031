import { formatNumber } from '../format.ts';
import { cardFrame, drift } from './drift.ts';
import { query } from './query.ts';
import { ask, decision, facets, related, search } from './search.ts';
import { trail } from './trail.ts';
import { unread } from './unread.ts';

/** "1 member", "4 members". */
const many = (count: number, one: string, more: string): string => `${formatNumber(count)} ${count === 1 ? one : more}`;

/** The interface's words in English, by the place where they stand. */
export const app = {
  name: 'Whence',
  clipWithWhy: 'Clip with why',
  menu: {
    image: 'Clip this image with why',
    link: 'Clip this link with why',
    moment: 'Clip this moment with why',
    region: 'Clip a region with why',
    /** The browser puts what is selected into its place. */
    search: 'Search Whence for “%s”',
  },
  omnibox: { all: 'Search Whence for what you type', allMarked: 'Search Whence for “<match>%s</match>”' },
  kept: 'Kept on this device',
  deleted: 'Clip deleted',
  dismiss: 'Dismiss',
  cancel: 'Cancel',
  reload: 'Reload',
  openLibrary: 'Open the library in a tab',
  openPanel: 'Keep open beside the page',

  badge: {
    title: 'Whence',
    clipsHere: (clips: number) => `${many(clips, 'clip', 'clips')} on this page`,
    unseen: (posts: number) => `${many(posts, 'new post', 'new posts')} in your communities`,
  },

  why: {
    label: 'Why does this matter?',
    hint: 'Because…',
  },

  fields: {
    tags: 'Tags',
    tagsHint: 'comma between two',
    tagsKnown: 'Tags in use',
    decision: 'Decision',
    decisionHint: 'Find or create a question',
    decisionsKnown: 'Decisions',
    createDecision: (question: string) => `Create “${question}”`,
    stance: 'How it bears on the decision',
    shareTo: 'Share to',
    onlyMe: 'Only me. Stays on this device',
    audience: (name: string, members: number) => `${name}: ${many(members, 'member', 'members')} can read it`,
    audienceReadOnly: (name: string) => `${name}: you can read there, not post`,
    reviewFirst: 'You review exactly what goes out before it leaves.',
  },

  stance: { informs: 'Informs', supports: 'Supports', opposes: 'Opposes' },
  role: { reader: 'reader', observer: 'observer', member: 'member', moderator: 'moderator', leader: 'leader' },

  composer: {
    title: {
      passage: 'Clip this passage',
      page: 'Clip this page',
      image: 'Clip this image',
      region: 'Clip this region',
      link: 'Clip this link',
      moment: 'Clip this moment',
    },
    clipsHere: (clips: number) => `${many(clips, 'clip', 'clips')} here already`,
    noPosition: 'Without a position: this passage can’t be marked in its page again. Its text is kept with your why.',
    close: 'Close, keep the draft',
    keys: 'Enter keeps · Esc closes, the draft stays',
    keep: 'Keep',
    keepAndReview: 'Keep and review',
    copy: 'Copy what I wrote',
    gone: 'This draft is no longer here: it was kept or discarded elsewhere.',
    noPicture: {
      image: 'The picture itself couldn’t be kept. Its address and its words are.',
      region: 'The browser gave no picture of this region. The text in it is kept.',
      moment: 'No still could be kept of this moment. The time is.',
    },
    picture: { image: 'The image', region: 'The region of the screen', moment: 'The still of this moment' },
    passages: (count: number) => many(count, 'more passage', 'more passages'),
    added: 'Added to this clip. Keep both under one why?',
    separate: 'Make it a clip of its own',
    removePassage: 'Take this passage out',
  },

  toast: { undo: 'Undo', review: 'Review and share' },

  fold: { more: 'Show all', less: 'Show less' },

  card: {
    noWhy: 'No why yet',
    addWhy: 'Add why',
    /** Before a piece of what a card doesn't show otherwise. */
    foundIn: {
      paragraph: 'In the text around it:',
      replies: 'In a reply:',
      caption: 'Described as:',
      headings: 'Under the heading:',
      text: 'In the page’s text:',
    },
    open: 'Open at the passage',
    edit: 'Edit why and tags',
    share: 'Share',
    copyLink: 'Copy a link to this passage',
    linkCopied: 'Link copied',
    remove: 'Delete',
  },

  edit: { label: 'Edit this clip', save: 'Save' },

  media: {
    at: (time: string) => `At ${time}`,
    atOf: (time: string, duration: string) => `At ${time} of ${duration}`,
    leadsTo: 'Leads to',
    read: 'Read offline',
  },

  reader: {
    saved: 'Saved for offline reading',
    back: 'Back to the library',
    open: 'Open the page',
    source: 'Source',
    published: (date: string) => `Published ${date}`,
    clipped: (date: string) => `Clipped ${date}`,
    nothing: 'No text of this page was kept',
    nothingHint: 'The page showed none, or closed before it was read. Open it, and clip it again to keep its text.',
    gone: 'This clip is no longer here',
    goneHint: 'It may have been deleted.',
    cut: '(The page goes on: it is longer than what Whence keeps.)',
  },

  views: {
    label: 'What to show',
    page: 'This page',
    mine: 'Mine',
    community: 'Community',
    news: (posts: number) => many(posts, 'new post', 'new posts'),
  },

  empty: {
    page: 'Nothing kept from this page yet',
    pageHint: (shortcut: string) =>
      shortcut ? `Select a passage and press ${shortcut}, or clip the whole page.` : 'Select a passage, or clip the whole page.',
    clipPage: 'Clip this page',
    clipRegion: 'Clip a region',
    clipMoment: 'Clip this moment',
    unknownPage: 'Whence has not looked at this page',
    unknownPageHint: (shortcut: string) =>
      `It looks at a page when you call it: press ${shortcut || 'its button in the toolbar'} there, or allow it on all sites in the settings.`,
    closed: 'This page belongs to the browser',
    closedHint: 'No extension may run here. You can still keep what you copied from it, or a note with its address.',
    mine: 'No clips yet',
    mineHint: 'Select something worth keeping on any page, and say in a line why it matters.',
    community: 'No community yet',
    communityHint: 'Join one with an invite link, and what its members share is read here, offline too.',
    join: 'Join with a link',
    create: 'Create a community',
    feed: 'Nothing shared here yet',
    feedHint: 'Share a clip of yours to begin.',
  },

  site: {
    hint: 'Mark what you kept whenever you come back?',
    allow: (site: string) => `Always on ${site}`,
  },

  share: {
    title: (name: string) => `Share with ${name}`,
    titleAlone: 'Share',
    readers: (members: number, name: string) => `${many(members, 'member', 'members')} of ${name} can read this.`,
    copies: 'Members can copy what they read; removing it later can’t take copies back.',
    noCommunity: 'There is no community to share with yet.',
    also: 'Your name in the community and the time go with it. Nothing else does.',
    confirm: (name: string) => `Share with ${name}`,
    leftOut: 'Left out',
    why: 'Why',
    decision: 'Decision',
    quote: 'Quote',
    paragraph: 'Surrounding text',
    wordsAround: 'Some sentences before and after, to find it by',
    page: 'Page title',
    address: 'Address',
    about: 'About the page',
    headings: 'Under the heading',
    finding: 'Finding it',
    findingFolded: (ways: number) => `${many(ways, 'way', 'ways')} to find the passage again`,
    findByText: (before: string, after: string) =>
      before || after ? `By its text, after “${before}” and before “${after}”` : 'By its text alone',
    likeness: (percent: string, telling: string) =>
      `another passage of the page is like it by ${percent}%${telling ? `, but for “${telling}”` : ''}`,
    findByPosition: (start: string, end: string) => `By its place: characters ${start} to ${end}`,
    findByPath: (start: string, end: string) => `By its path in the page: ${start} to ${end}`,
    findByFragment: (fragment: string) => `By the page’s own anchor #${fragment}`,
    kind: 'Kind',
    kinds: {
      passage: 'A passage',
      page: 'The page',
      image: 'An image',
      region: 'A region of the screen',
      link: 'A link',
      moment: 'A moment in a video',
    },
    mediaAddress: { image: 'Image', link: 'Leads to', moment: 'Opens at', other: 'Address' },
    alt: 'Described as',
    caption: 'Caption',
    time: 'Time',
    passage: (position: number) => `Passage ${formatNumber(position)}`,
    stays: 'Not shared',
    staysHere: {
      picture: 'The picture itself stays on this device.',
      text: 'The page’s text that is kept for offline reading.',
    },
    dropped: (names: readonly string[]) =>
      `${names.length === 1 ? '1 part of the address was' : `${formatNumber(names.length)} parts of the address were`} taken off: ${names.join(', ')}`,
    sharedWith: (name: string) => `Shared with ${name}`,
    waitingFor: (name: string) => `Waiting to be sent to ${name}`,
    refusedBy: (name: string, reason: string) => `Not taken by ${name}${reason ? `: ${reason}` : ''}`,
  },

  feed: {
    label: (author: string, why: string) => `${author}: ${why}`,
    relied: 'I relied on this',
    reliedBy: (members: number) => `${many(members, 'member', 'members')} relied on this`,
    reply: 'Reply',
    replies: (count: number) => many(count, 'reply', 'replies'),
    remove: 'Remove from the community',
  },

  thread: {
    label: 'Replies',
    write: 'Write a reply',
    readers: (members: number, name: string) => `${many(members, 'member', 'members')} of ${name} can read it · Ctrl+Enter sends`,
    send: 'Reply',
    remove: 'Remove this reply',
    waiting: 'Waiting to be sent',
    refused: 'Not taken',
    readOnly: 'Your role in this community lets you read, not reply.',
  },

  outbox: {
    label: 'Outbox',
    waiting: (items: number) => `${formatNumber(items)} waiting.`,
    nextIn: (seconds: number) =>
      seconds < 90 ? `again in ${formatNumber(seconds)} s` : `again in ${formatNumber(Math.round(seconds / 60))} min`,
    sendNow: 'Try now',
    copy: 'Copy',
    discard: 'Discard',
  },

  join: {
    title: 'Join a community',
    link: 'Invite link',
    linkHint: 'The whole link, as it was sent to you.',
    look: 'Look at it',
    opens: 'What the invite opens',
    facts: (members: number, invitedBy: string, role: string) =>
      `${many(members, 'member', 'members')} · invited by ${invitedBy} · you join as ${role}`,
    name: 'Your name there',
    nameHint: 'Members see it beside what you share.',
    note: 'No account, no password. Your clips stay on this device until you share one.',
    join: (name: string) => `Join ${name}`,
  },

  create: {
    title: 'Create a community',
    server: 'Server',
    serverHint: 'The address of a Whence community server.',
    key: 'Creation key',
    keyHint: 'From whoever runs the server.',
    name: 'Name',
    purpose: 'Purpose',
    purposeHint: 'What its members want to understand together. Newcomers read it before they join.',
    memberName: 'Your name there',
    create: 'Create',
  },

  community: {
    members: (count: number) => many(count, 'member', 'members'),
    invite: 'Invite',
    leave: 'Leave',
    leaveSure: (name: string, unsent: number) =>
      `Leave ${name}? Its posts are removed from this device. Your own clips stay, and so does what you shared.${unsent > 0 ? ` ${many(unsent, 'thing', 'things')} that you wrote and that was not sent yet would be lost.` : ''}`,
    leaveConfirm: 'Leave the community',
    live: { live: 'Up to date', connecting: 'Connecting…', offline: 'Offline; showing what was synced' },
    revoked: 'This device is no longer a member. What was synced stays readable.',
  },

  invite: {
    title: 'Invite people',
    link: 'Invite link',
    once: 'Shown once: copy it now, and send it to whoever you want in.',
    facts: (uses: number, until: string) => `Lets ${many(uses, 'person', 'people')} in, until ${until}.`,
    copy: 'Copy the link',
    copied: 'Copied',
    done: 'Done',
  },

  drafts: {
    label: 'Unfinished',
    noWords: 'Nothing written yet',
    go: 'Continue',
    discard: 'Discard',
  },

  settings: {
    title: 'Settings',
    clipping: 'Clipping',
    button: 'Button at the selection',
    buttonHint: 'A small Whence button beside text that you select.',
    offSites: 'Off on these sites',
    siteOn: (site: string) => `Switch it on again on ${site}`,
    highlights: 'Mark what I kept',
    highlightsHint: 'Passages that you or your communities kept are marked when you come back to a page.',
    access: 'Work on all sites',
    accessOn: 'Marks and the button appear on every page you open. Pages are read on this device only.',
    accessOff:
      'Whence sees a page only when you press its button or its shortcut. Switch this on for marks and the button at the selection; the browser will ask you.',
    storage: 'Storage',
    persisted: 'The browser keeps your library until you delete it.',
    notPersisted: 'The browser may clear the library when the disk runs full.',
    persist: 'Ask the browser to keep it',
    usage: (used: string, quota: string) => `${used} of ${quota} used`,
    usageAlone: (used: string) => `${used} used`,
  },

  drift,
  cardFrame,
  search,
  ask,
  facets,
  decision,
  related,
  query,
  trail,
  unread,

  loading: 'Loading…',
};
