import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { messages } from './build/messages.js';
import { served } from './build/served.js';
import { tongues } from './build/tongues.js';
import { LANGUAGES } from './language/chosen.js';

/** Where `npm start` answers, for `npm run dev:console`. */
const SERVER = process.env.OBELUS_SERVER ?? 'http://127.0.0.1:3000';

/** A file that several screens share is named after all of them. */
const shortened = (name: string): string => name.replace(/\.\w+$/, '').split('~')[0]!;

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), ...messages(), tongues(Object.keys(LANGUAGES)), served()],
  // The server puts a fresh one into each page that it sends.
  html: { cspNonce: 'CSP_NONCE' },
  build: {
    outDir: '../dist/web',
    // What the server keeps of its own below dist/ is beside it; what is in it is the build's.
    emptyOutDir: true,
    target: 'baseline-widely-available',
    // Bytes in scripts and styles would need "data:" in the policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // How large it may be as it is sent, a test says.
    chunkSizeWarningLimit: 1_000,
    // Where the time of a build goes is nothing to tell somebody who starts the server.
    rolldownOptions: {
      checks: { pluginTimings: false },
      output: {
        chunkFileNames: ({ name }) => `assets/${shortened(name)}-[hash].js`,
        assetFileNames: ({ names }) => `assets/${shortened(names[0] ?? '')}-[hash][extname]`,
        // What is needed at once comes in two files, not in twenty: six at a time are fetched over HTTP/1.1. Libraries
        // stay the same where only the console changed.
        codeSplitting: {
          groups: [
            { name: 'libraries', tags: ['$initial'], test: /node_modules/ },
            { name: 'console', tags: ['$initial'] },
            // Controls that no first view has: menus, dialogs, lists to choose from.
            { name: 'controls', test: /node_modules/, minShareCount: 2 },
            // What several screens share: a file for each of its modules would be fetched on its own.
            { name: 'shared', test: /\/web\/(?:api\/|parts\/(?!dialog|toggle|toast)[^/]+$)/, minShareCount: 2 },
            // Larger parts, which come with those that have them.
            { name: 'parts', test: /\/web\/parts\//, minShareCount: 2, entriesAware: true },
          ],
        },
      },
    },
  },
  server: {
    proxy: Object.fromEntries(
      ['/graphql', '/session', '/export', '/docs'].map((path) => [path, { target: SERVER, ws: true }]),
    ),
  },
});
