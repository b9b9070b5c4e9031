/** The extension's database, as storage/ names it. */
const DATABASE = 'whence';

/**
 * An expression that reads every row of a table in a page of the extension's origin. It looks first
 * whether the database is there: opening it by hand would make an empty one of version 1.
 */
export const readTableExpression = (table: string): string => `(async () => {
  const known = (await indexedDB.databases()).some(({ name }) => name === ${JSON.stringify(DATABASE)});
  if (!known) return [];
  const database = await new Promise((resolve, reject) => {
    const request = indexedDB.open(${JSON.stringify(DATABASE)});
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  try {
    if (!database.objectStoreNames.contains(${JSON.stringify(table)})) return [];
    return await new Promise((resolve, reject) => {
      const request = database.transaction(${JSON.stringify(table)}).objectStore(${JSON.stringify(table)}).getAll();
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  } finally {
    database.close();
  }
})()`;
