import type { Span } from '../judging/evidence.js';

/**
 * What writing assistants leave where their own page shows a citation, and nobody else's does: "【4†source】",
 * ":contentReference[oaicite:2]{index=2}", "citeturn0search1". After the collection of such residue in Wikipedia's
 * "Signs of AI writing". Each is a marker; what it named was never written down, so it dangles unless the number is listed.
 */
const MARKS = [
  /【(\d{1,4})(?::\d{1,4})?†[^】\n]{0,120}】/g,
  /\[(\d{1,4})†[^\]\n]{0,80}\]/g,
  /:contentReference\[(oaicite:\d{1,4})\](?:\{index=\d{1,4}\})?/g,
  // The first and last of them stand between characters for private use, which a copy may have lost.
  /\ue200?\bcite((?:\ue202?turn\d{1,3}[a-z]{2,10}\d{1,3}){1,20})\ue201?/g,
] as const;

export interface AssistantMark {
  readonly span: Span;
  /** "4", "oaicite:2", "turn0search1". */
  readonly labels: readonly string[];
}

/** @returns those of a text, in no order; positions in it */
export function findAssistantMarks(text: string): AssistantMark[] {
  return MARKS.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ index, 0: raw, 1: names = '' }) => ({
      span: { start: index, end: index + raw.length },
      labels: names.match(/turn\d+[a-z]+\d+/g) ?? [/^\d+$/.test(names) ? String(Number(names)) : names],
    })),
  );
}
