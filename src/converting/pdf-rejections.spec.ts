import { spawnSync } from 'node:child_process';

/** How a process ends in which nobody handles that a promise was rejected. */
function endOf(reason: string): { readonly status: number | null; readonly stderr: string } {
  const script = `
    import { InvalidPDFException } from 'pdfjs-dist/legacy/build/pdf.mjs';
    import { letGoOfPdfRejections } from './src/converting/pdf-rejections.ts';
    letGoOfPdfRejections();
    letGoOfPdfRejections();
    void Promise.reject(${reason});`;
  const args = ['--import', './test/support/typescript.mjs', '--input-type=module', '--eval', script];
  return spawnSync(process.execPath, args, { encoding: 'utf8' });
}

describe('a rejection that nobody handles', () => {
  it('of pdf.js ends no process', () => {
    expect(endOf("new InvalidPDFException('Bad XRef entry')")).toMatchObject({ status: 0, stderr: '' });
  });

  it.each(["new Error('ours')", 'null', "'a text'"])('of others does: %s', (reason) => {
    expect(endOf(reason).status).toBe(1);
  });
});
