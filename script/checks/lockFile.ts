import { readFileSync } from 'node:fs';

// where a package comes from is each machine's own setting; a lock file that names a registry would overrule it
const addresses = readFileSync('package-lock.json', 'utf8').match(/"resolved": "https?:[^"]*"/g) ?? [];
if (addresses.length > 0) {
  console.error(
    `package-lock.json names ${addresses.length} addresses, the first: ${addresses[0]}\nRun npm install with the .npmrc of this repository.`,
  );
  process.exitCode = 1;
}
