/** The text of a file as a machine takes it in: line by line in reading order, under the sections it was cut into. */
import type { Reading, Span } from './resume.schema.ts';

export type MachineLine = { text: string; spans: readonly Span[] };
export type MachineSection = { kind: string | undefined; heading: string | undefined; lines: MachineLine[] };

/** The sections of a reading with their lines; pieces that stand on one line of the page are joined. */
export function machineText(reading: Reading): MachineSection[] {
  const lines = reading.lines ?? [];
  const sections = (reading.sections ?? []).toSorted((a, b) => a.lines[0] - b.lines[0]);
  const out: MachineSection[] = [];
  let done = 0;
  const take = (end: number, section: Pick<MachineSection, 'kind' | 'heading'>): void => {
    if (end > done) out.push({ ...section, lines: joined(lines.slice(done, end)) });
    done = Math.max(done, end);
  };
  for (const { kind, heading, lines: range } of sections) {
    take(Math.min(range[0], lines.length), { kind: undefined, heading: undefined });
    take(Math.min(range[1], lines.length), { kind, heading });
  }
  take(lines.length, { kind: undefined, heading: undefined });
  return out;
}

/** The same as plain text, to be copied. */
export const machinePlain = (sections: readonly MachineSection[]): string =>
  sections.map(({ lines }) => lines.map(({ text }) => text).join('\n')).join('\n\n');

/** Whether a line shows one of the places. */
export const showsPlace = (line: MachineLine, places: readonly Span[]): boolean =>
  line.spans.some((piece) =>
    places.some((place) => {
      if (place.page !== piece.page) return false;
      if (!place.box || !piece.box) return place.text !== '' && piece.text.includes(place.text);
      const [x, y, width, height] = place.box;
      const middle = { x: x + width / 2, y: y + height / 2 };
      const [left, top, wide, high] = piece.box;
      return middle.x >= left - 2 && middle.x <= left + wide + 2 && middle.y >= top - 2 && middle.y <= top + high + 2;
    }),
  );

function joined(pieces: readonly Span[]): MachineLine[] {
  const out: { text: string; spans: Span[] }[] = [];
  for (const piece of pieces) {
    const last = out.at(-1);
    const before = last?.spans.at(-1);
    if (last && before && onOneLine(before, piece)) {
      last.text += `   ${piece.text}`;
      last.spans.push(piece);
    } else out.push({ text: piece.text, spans: [piece] });
  }
  return out;
}

function onOneLine(a: Span, b: Span): boolean {
  if (a.page !== b.page || !a.box || !b.box) return false;
  const [left, right] = [a.box[0] + a.box[2], b.box[0]];
  return (
    right >= left - 1 && Math.abs(a.box[1] + a.box[3] / 2 - b.box[1] - b.box[3] / 2) < Math.min(a.box[3], b.box[3]) / 2
  );
}
