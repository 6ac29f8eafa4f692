import { describe, expect, it } from 'vitest';
import { extractText } from '../extract/text.extract.ts';
import { readExtracted } from './read.rules.ts';

/** The one highlight of a resume whose job has this bullet, the other lines standing in its summary. */
function highlight(bullet: string, elsewhere = ''): string | undefined {
  const text = `Mira Hollander
mira@hollander.example

Summary
Harbour pilot with twelve years at sea. ${elsewhere}

Experience
Pilot, Port of Elsby
May 2019 - Present
- ${bullet}
`;
  const { reading } = readExtracted(extractText(new TextEncoder().encode(text)));
  return reading.resume.work?.[0]?.highlights?.[0];
}

describe('words cut at the end of a line', () => {
  it('are joined where the next line goes on in small letters', () =>
    expect(highlight('Moved ships of twenty en-\n  terprises safely')).toBe(
      'Moved ships of twenty enterprises safely',
    ));

  it('keep the hyphen of a compound, known by its first part or by standing elsewhere in the document', () => {
    expect(highlight('Gave training as a self-\n  taught teacher')).toBe('Gave training as a self-taught teacher');
    expect(highlight('Moved ships in deep-\n  water basins', 'At home in deep-water ports.')).toBe(
      'Moved ships in deep-water basins',
    );
  });

  it('are one word where the document has it as one word, whatever its first part', () =>
    expect(highlight('Showed the data-\n  base of berths', 'Keeper of the database.')).toBe(
      'Showed the database of berths',
    ));

  it('leave a hyphen that stands for a part that comes later', () =>
    expect(highlight('Hafen-\n  und Seelotse auf der Elbe')).toBe('Hafen- und Seelotse auf der Elbe'));
});
