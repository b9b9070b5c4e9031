/** The welcome page. */
export const welcome = {
  title: 'Welcome to Whence',
  lead: 'Keep the why beside the what.',
  intro:
    'You read something that matters. In a month you will remember that it mattered, and why, but not where it was. Whence keeps both, and finds it again by the why.',
  tryTitle: 'Try it here',
  trySteps: (shortcut: string) => [
    'Select a sentence in the passage below.',
    `${shortcut ? `Press ${shortcut}, or` : 'Press'} the small button that appears, or choose “Clip with why” from the context menu.`,
    'Say in a line why it matters, and press Enter.',
  ],
  passageTitle: 'On keeping reasons',
  passage: [
    'A decision outlives the reasons that led to it. The code stays, the rule stays, the habit stays; the conversation in which they made sense is over before the week is out. Whoever comes later sees only what was chosen, and has to guess what it was chosen over.',
    'Writing the reasons down afterwards is a chore, and chores of that kind are not done. The cheapest moment to keep a reason is the moment one still has it in mind: while reading the page that changed it.',
  ],
  tried: (why: string) => `Kept on this device: “${why}”`,
  triedNoWhy: 'Kept on this device, still without a why.',
  triedNext:
    'The passage is marked now, and will be whenever you come back to it. Press the Whence button in the toolbar and type a word of your reason.',
  accessTitle: 'Let Whence be there when you read',
  accessText:
    'Without any further permission, Whence looks at a page only when you call it. If you let it run on all sites, a small button appears at what you select, and your clips are marked on pages that you come back to. It looks them up on this device: no address that you visit is sent anywhere.',
  accessAllow: 'Allow on all sites',
  accessAllowed: 'Whence may run on all sites. You can take that back in the settings.',
  accessDenied: 'Nothing was changed. Everything works by shortcut, menu and toolbar button; you can allow it later in the settings.',
  communityTitle: 'Share with a community',
  communityText:
    'Whence works alone, without an account. If somebody sent you an invite link, join their community; what you share there is sent only after you saw exactly what goes out.',
  communityJoin: 'Join or start a community',
  library: 'Open the library',
  settings: 'Settings',
} as const;
