import { describe, expect, it } from 'vitest';
import { defaultDataFolder, readSettings } from '../../community/src/settings.ts';

describe('the settings', () => {
  it('come from the command line before the environment, and have a default each', () => {
    const environment = { WHENCE_DATA: '/from/environment', PORT: '1234' };
    expect(readSettings(['--data', '/from/flag'], environment)).toMatchObject({ dataFolder: '/from/flag', port: 1234 });
    expect(readSettings([], { HOME: '/home/ada' })).toMatchObject({
      host: '127.0.0.1',
      port: 8790,
      logLevel: 'info',
      demo: false,
      json: false,
      restored: false,
    });
    expect(readSettings(['--port', '0', '--engine', 'npm', '--demo', '--json'], environment)).toMatchObject({
      port: 0,
      engine: 'npm',
      demo: true,
      json: true,
    });
  });
  it('treat an empty variable as one that is not set', () => {
    expect(readSettings([], { DATABASE_URL: '', PORT: '', WHENCE_CREATION_KEY: '', WHENCE_DATA: '/d' })).toMatchObject({
      dataFolder: '/d',
      port: 8790,
    });
    expect(readSettings([], { DATABASE_URL: '' }).databaseUrl).toBeUndefined();
  });
  it('take a public address without its closing slash', () => {
    expect(readSettings(['--address', 'https://a.example/whence/'], {}).publicAddress).toBe('https://a.example/whence');
  });
  it.each([
    [['--port', '70000'], 'port'],
    [['--port', 'http'], 'port'],
    [['--engine', 'sqlite'], 'engine'],
    [['--address', 'ftp://a.example'], 'public address'],
    [['--colour'], '--colour'],
  ])('say what is wrong with %o', (flags, word) => {
    expect(() => readSettings(flags, {})).toThrow(word);
  });
  it('refuse a creation key that could be guessed', () => {
    expect(() => readSettings([], { WHENCE_CREATION_KEY: 'secret' })).toThrow('creationKey');
  });
  it('take a creation key only if it can stand in a request', () => {
    const key = 'c2VjcmV0+with/every~kind.of_sign-==';
    expect(readSettings([], { WHENCE_CREATION_KEY: key }).creationKey).toBe(key);
    for (const unsendable of ['a key with spaces in it', 'ein-schlüssel-mit-ü', 'equals=in-the-middle'])
      expect(() => readSettings([], { WHENCE_CREATION_KEY: unsendable })).toThrow('letters, digits');
  });

  it.each([
    ['linux', true, {}, '/var/lib/whence'],
    ['linux', false, { HOME: '/home/ada' }, '/home/ada/.local/share/whence'],
    ['linux', false, { HOME: '/home/ada', XDG_DATA_HOME: '/data' }, '/data/whence'],
    ['darwin', false, { HOME: '/Users/ada' }, '/Users/ada/Library/Application Support/Whence'],
  ] as const)('keep data on %s (root: %s) where that system has it', (platform, isRoot, environment, folder) => {
    expect(defaultDataFolder(environment, platform, isRoot)).toBe(folder);
  });
});
