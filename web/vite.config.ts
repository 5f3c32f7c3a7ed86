import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { messages } from './build/messages.js';
import { served } from './build/served.js';

/** Where `npm start` answers, for `npm run dev:console`. */
const SERVER = process.env.OBELUS_SERVER ?? 'http://127.0.0.1:3000';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), ...messages(), served()],
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
        // What is needed at once comes in two files, not in twenty: six at a time are fetched over HTTP/1.1. Libraries
        // stay the same where only the console changed.
        codeSplitting: {
          groups: [
            { name: 'libraries', tags: ['$initial'], test: /node_modules/ },
            { name: 'console', tags: ['$initial'] },
            // What several screens share: a file for each of its modules would be fetched on its own.
            { name: 'shared', test: /\/web\/(?:api|parts)\//, minShareCount: 2 },
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
