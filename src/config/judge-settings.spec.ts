import { ConfigError, readConfig } from './config.js';
import type { JudgeSettings } from './judge-settings.js';

const judge = (environment: Record<string, string>): JudgeSettings | null => readConfig(environment).judge;

function mistakes(environment: Record<string, string>): string[] {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.message.split('\n');
    throw error;
  }
  return [];
}

const LOCAL = { OBELUS_JUDGE_URL: 'http://127.0.0.1:11434/v1/', OBELUS_JUDGE_MODEL: 'llama3.2:3b' };

describe('the settings of the second judge', () => {
  it('have defaults beside an address and a model', () => {
    expect(judge(LOCAL)).toEqual({
      baseUrl: 'http://127.0.0.1:11434/v1',
      model: 'llama3.2:3b',
      key: null,
      timeoutMs: 60_000,
      prices: null,
      dailyLimit: 500,
      atOnce: 1,
      isAutomatic: true,
    });
  });

  it('take all that can be set', () => {
    const all = {
      OBELUS_JUDGE_URL: 'https://models.example/v1',
      OBELUS_JUDGE_MODEL: 'judge-1',
      OBELUS_JUDGE_KEY: 'sk-secret',
      OBELUS_JUDGE_TIMEOUT_MS: '5000',
      OBELUS_JUDGE_PRICE_INPUT: '0.15',
      OBELUS_JUDGE_PRICE_OUTPUT: '0',
      OBELUS_JUDGE_DAILY_LIMIT: '0',
      OBELUS_JUDGE_AT_ONCE: '4',
      OBELUS_JUDGE_AUTO: 'off',
    };
    expect(judge(all)).toMatchObject({
      key: 'sk-secret',
      prices: { input: 0.15, output: 0 },
      dailyLimit: 0,
      atOnce: 4,
      isAutomatic: false,
    });
  });

  it.each([
    'http://127.0.0.1:8000/v1',
    'http://localhost:8000',
    'http://[::1]:8000/v1',
    'http://10.1.2.3/v1',
    'http://172.20.0.5:8000/v1',
    'http://vllm:8000/v1',
    'http://models.internal/v1',
    'https://api.example.com/v1',
  ])('take %s', (url) => expect(mistakes({ ...LOCAL, OBELUS_JUDGE_URL: url })).toEqual([]));

  it.each([
    'http://api.example.com/v1',
    'http://8.8.8.8/v1',
    'http://172.32.0.1/v1',
    'https://user:password@api.example.com/v1',
    'https://api.example.com/v1?version=3',
    'https://api.example.com/v1#chat',
    'ftp://127.0.0.1/v1',
    'models',
  ])('refuse %s', (url) => {
    expect(mistakes({ ...LOCAL, OBELUS_JUDGE_URL: url })).toEqual([
      expect.stringMatching(/^OBELUS_JUDGE_URL=.*: must be an address with https/),
    ]);
  });

  it('tell what lacks or is too much beside others, and never show the key', () => {
    expect(mistakes({ OBELUS_JUDGE_KEY: 'sk-secret', OBELUS_JUDGE_PRICE_INPUT: '1' })).toEqual([
      'OBELUS_JUDGE_KEY=(hidden, 9 characters): must be absent, or stand beside OBELUS_JUDGE_URL',
      'OBELUS_JUDGE_PRICE_INPUT="1": must be absent, or stand beside OBELUS_JUDGE_URL',
    ]);
    expect(mistakes({ OBELUS_JUDGE_URL: LOCAL.OBELUS_JUDGE_URL, OBELUS_JUDGE_PRICE_OUTPUT: '1' })).toEqual([
      'OBELUS_JUDGE_MODEL="": must be given beside OBELUS_JUDGE_URL: which model is asked',
      'OBELUS_JUDGE_PRICE_INPUT="": must be given beside OBELUS_JUDGE_PRICE_OUTPUT, 0 where nothing is paid',
    ]);
    const [line] = mistakes({ ...LOCAL, OBELUS_JUDGE_KEY: 'sk secret' });
    expect(line).toBe('OBELUS_JUDGE_KEY=(hidden, 9 characters): must be at most 1000 characters, no white space');
  });

  it('refuse numbers out of bounds', () => {
    expect(
      mistakes({
        ...LOCAL,
        OBELUS_JUDGE_TIMEOUT_MS: '10',
        OBELUS_JUDGE_PRICE_INPUT: '-1',
        OBELUS_JUDGE_PRICE_OUTPUT: 'free',
        OBELUS_JUDGE_AT_ONCE: '0',
        OBELUS_JUDGE_AUTO: 'yes',
      }).map((line) => line.split('=')[0]),
    ).toEqual([
      'OBELUS_JUDGE_TIMEOUT_MS',
      'OBELUS_JUDGE_PRICE_INPUT',
      'OBELUS_JUDGE_PRICE_OUTPUT',
      'OBELUS_JUDGE_AT_ONCE',
      'OBELUS_JUDGE_AUTO',
    ]);
  });
});
