import { expect, it, vi, onTestFinished } from 'vitest';
import { startServer } from '../../script/communityServer.ts';
import { folderForTest } from './support/folder.ts';

it("a server that a script starts takes no setting that the shell has for the operator's own", async () => {
  const theirs = {
    DATABASE_URL: 'postgres://whence@127.0.0.1:1/x',
    HOST: '192.0.2.1',
    WHENCE_ADDRESS: 'https://guild.example',
    WHENCE_CREATION_KEY: 'the-key-of-the-operator',
  };
  for (const [name, value] of Object.entries(theirs)) vi.stubEnv(name, value);
  onTestFinished(() => void vi.unstubAllEnvs());
  const server = await startServer({ data: await folderForTest(), port: 0, args: ['--demo'] });
  onTestFinished(() => server.end());
  expect(server.address).toContain('http://127.0.0.1:');
  expect(server.invite).toContain(`${server.address}/join/`);
  expect(server.creationKey).not.toBe(theirs.WHENCE_CREATION_KEY);
});
