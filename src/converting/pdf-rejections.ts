/** Where the code of pdf.js lies, as stacks name it. */
const PDF_JS = /[\\/]pdfjs-dist[\\/]/;

let isHeeded = false;

/**
 * pdf.js reads ahead, and nobody waits for some of that: what is broken in a file then rejects a promise which nobody
 * handles, although pdf.js itself goes on without that part. Node would end the process. From the first call on, such
 * rejections are let go; all others end the process as before, unless somebody else listens to them.
 */
export function letGoOfPdfRejections(): void {
  if (isHeeded) return;
  isHeeded = true;
  process.on('unhandledRejection', (reason) => {
    if (PDF_JS.test(String((reason as Partial<Error> | null)?.stack))) return;
    if (process.listenerCount('unhandledRejection') === 1) throw reason;
  });
}
