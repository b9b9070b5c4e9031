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

/** An expression that does `work` in one transaction over some tables, and closes the database again. `transaction` is what it works with. */
const inTransaction = (tables: readonly string[], mode: 'readonly' | 'readwrite', work: string): string => `(async () => {
  const database = await new Promise((resolve, reject) => {
    const request = indexedDB.open(${JSON.stringify(DATABASE)});
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const answered = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  try {
    const transaction = database.transaction(${JSON.stringify(tables)}, '${mode}');
    const written = new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve(undefined);
      transaction.onabort = () => reject(transaction.error);
    });
    const answer = await (async () => { ${work} })();
    await written;
    return answer;
  } finally {
    database.close();
  }
})()`;

/** An expression that tells whether the extension has made its database; asked for by hand before that, it would be an empty one. */
export const IS_DATABASE_MADE = `indexedDB.databases().then((all) => all.some(({ name }) => name === ${JSON.stringify(DATABASE)}))`;

/**
 * An expression that puts rows into tables behind the extension's back, and takes the search index away: the journal of
 * what is to be indexed doesn't hear of them, so everything has to be indexed anew.
 */
export const putRowsExpression = (rows: Readonly<Record<string, readonly unknown[]>>): string =>
  inTransaction(
    [...Object.keys(rows), 'searchIndex'],
    'readwrite',
    `for (const [table, kept] of Object.entries(${JSON.stringify(rows)})) for (const row of kept) transaction.objectStore(table).put(row);
     transaction.objectStore('searchIndex').clear();`,
  );

/**
 * As `putRowsExpression`, for many clips: so many like `clip`, each a minute older than the one before it, with ids, pages and
 * reasons of their own; a reason ends with the clip's number. They are made where they are put.
 */
export const putManyClipsExpression = (clip: { readonly createdAt: number }, count: number): string =>
  inTransaction(
    ['clips', 'searchIndex'],
    'readwrite',
    `const like = ${JSON.stringify(clip)};
     const clips = transaction.objectStore('clips');
     for (let n = 1; n <= ${count}; n++) {
       const address = 'https://many.example/' + n;
       const at = like.createdAt - n * 60_000;
       clips.put({
         ...like,
         id: '01900000-0000-7003-8000-' + String(n).padStart(12, '0'),
         source: { ...like.source, address },
         pageKey: address,
         why: like.why + ' ' + n,
         createdAt: at,
         updatedAt: at,
       });
     }
     transaction.objectStore('searchIndex').clear();`,
  );

/** An expression that counts the rows of a table. */
export const countRowsExpression = (table: string): string =>
  inTransaction([table], 'readonly', `return answered(transaction.objectStore(${JSON.stringify(table)}).count());`);

/** What can happen to the stored search index. */
export const DAMAGES = {
  'one bit was flipped in it': `
    const bytes = (value) => value instanceof Uint8Array && value.length > 0 ? [value] : value && typeof value === 'object' && !ArrayBuffer.isView(value) ? Object.values(value).flatMap(bytes) : [];
    bytes(row.value)[0][0] ^= 1;
    index.put(row);`,
  'a part of it is missing': `delete row.value.parts; index.put(row);`,
  'it is of an older form': `row.value.form -= 1; index.put(row);`,
  'it is something else altogether': `index.put({ ...row, value: 'rubbish' });`,
  'it was deleted': `index.clear();`,
  'only its value was deleted': `index.delete('index');`,
  'only what is said of it was deleted': `index.delete('state');`,
} as const;

/** An expression that does a damage to the stored search index. */
export const damageExpression = (damage: keyof typeof DAMAGES): string =>
  inTransaction(
    ['searchIndex'],
    'readwrite',
    `const index = transaction.objectStore('searchIndex');
     const row = await answered(index.get('index'));
     ${DAMAGES[damage]}`,
  );
