import a11y from 'eslint-plugin-jsx-a11y-x';
import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'coverage/', '.obelus/', 'bench/peers/built/'] },
  ...tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      eqeqeq: ['error', 'smart'],
      'no-console': 'error',
    },
  },
  // What runs in a terminal speaks to it.
  {
    files: [
      'src/cli.ts',
      'src/main.ts',
      'src/worker.ts',
      'src/recount.ts',
      'src/distribute.ts',
      'src/workspace.ts',
      'src/process.ts',
      'src/cli/**',
      'scripts/**',
      'bin/**',
      'bench/**',
      'train/**',
      'eval/run.ts',
      'eval/rules/draw.ts',
      'fuzz/**',
      'examples/**',
    ],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['web/**/*.{ts,tsx}'],
    extends: [hooks.configs.flat.recommended, a11y.configs.recommended],
    rules: {
      // A dialog's first field is where its user wants to be; React Aria sees to the rest.
      'jsx-a11y-x/no-autofocus': ['error', { ignoreNonDOM: true }],
      // What scrolls by itself is scrolled by keyboard, too.
      'jsx-a11y-x/no-noninteractive-tabindex': ['error', { tags: [], roles: ['region', 'tabpanel'] }],
      // Safari takes a list without bullets for none.
      'jsx-a11y-x/no-redundant-roles': ['error', { ul: ['list'], nav: [] }],
    },
  },
  // Nest needs classes as values for injection metadata; type-only imports would erase them.
  {
    files: ['src/**/*.{resolver,service,module,controller,loader,repository,guard}.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
);
