const READ = /^#\/read\/([\da-f-]{36})$/;

/** The address, within the extension, at which a clip's page is read. */
export const readAddress = (clipId: string): `/library.html#/read/${string}` => `/library.html#/read/${clipId}`;

/** The clip that the library's address names to be read. */
export const clipToRead = (hash: string): string | undefined => READ.exec(hash)?.[1];
