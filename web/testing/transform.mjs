// How Jest reads the console's sources: macros become messages as in the build, then types and JSX go.
import { transform as expand } from '@lingui/native-tools';
import { transform } from '@swc/core';

const MACRO = /@lingui\/(?:core|react)\/macro/;

export default {
  async processAsync(source, path) {
    const code = MACRO.test(source) ? (await expand(source, path, { sourceMaps: false })).code : source;
    // What was expanded is no TypeScript any more; reading it as such does no harm.
    const { code: read, map } = await transform(code, {
      filename: path,
      sourceMaps: true,
      jsc: {
        target: 'es2023',
        parser: { syntax: 'typescript', tsx: path.endsWith('x') },
        transform: { react: { runtime: 'automatic' } },
      },
      module: { type: 'es6' },
    });
    return { code: read, map };
  },
};
