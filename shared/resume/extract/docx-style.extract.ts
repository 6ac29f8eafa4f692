/** The styles of a Word document, and what its text looks like under them. */
import { walkXml } from './xml.extract.ts';

export type Style = {
  bold?: boolean;
  italic?: boolean;
  /** Points. */
  size?: number;
  /** `#rrggbb`. */
  color?: string;
  font?: string;
  vanish?: boolean;
  /** Painted below the text. */
  shaded?: boolean;
  bullet?: boolean;
  /** Level in the outline, 0 for the highest. */
  outline?: number;
  basedOn?: string;
};
export type Styles = ReadonlyMap<string, Style>;
type Attributes = Readonly<Record<string, string>>;

const on = (attributes: Attributes): boolean => !/^(?:0|false|off|none)$/iu.test(attributes['w:val'] ?? '1');

/** Whether a `w:shd` or `w:highlight` paints anything but white. */
export const isShade = (attributes: Attributes): boolean => {
  const fill = attributes['w:fill'] ?? attributes['w:val'] ?? '';
  return fill !== '' && !/^(?:auto|none|clear|nil|white|f[a-f0-9]f[a-f0-9]f[a-f0-9])$/iu.test(fill);
};

/** Notes what an element inside `w:rPr` (or a style) says. */
export function applyRunProperty(style: Style, name: string, attributes: Attributes): void {
  switch (name) {
    case 'w:b':
      style.bold = on(attributes);
      break;
    case 'w:i':
      style.italic = on(attributes);
      break;
    case 'w:vanish':
    case 'w:webHidden':
      style.vanish = on(attributes);
      break;
    case 'w:sz': {
      const half = Number(attributes['w:val']);
      if (half > 0 && half < 400) style.size = half / 2;
      break;
    }
    case 'w:color': {
      const value = attributes['w:val'] ?? '';
      if (/^[0-9a-f]{6}$/iu.test(value)) style.color = `#${value.toLowerCase()}`;
      else if (value === 'auto') style.color = '#000000';
      break;
    }
    case 'w:rFonts': {
      const font = attributes['w:ascii'] ?? attributes['w:hAnsi'];
      if (font !== undefined) style.font = font;
      break;
    }
    case 'w:highlight':
    case 'w:shd':
      style.shaded = isShade(attributes);
      break;
  }
}

/** Sizes of headings that say nothing of their size, by level. */
const HEADING_SIZES = [16, 14, 12];

export function readStyles(data: Uint8Array | undefined): Styles {
  const styles = new Map<string, Style>();
  if (data === undefined) return styles;
  let id: string | undefined;
  let current: Style = {};
  let defaults = false;
  walkXml(data, {
    open(name, attributes) {
      if (name === 'w:docDefaults') {
        defaults = true;
        current = {};
      }
      if (name === 'w:style') {
        id = attributes['w:styleId'];
        current = {};
      }
      if (id === undefined && !defaults) return;
      if (name === 'w:basedOn' && attributes['w:val'] !== undefined) current.basedOn = attributes['w:val'];
      if (name === 'w:numPr') current.bullet = true;
      if (name === 'w:outlineLvl') {
        const level = Number(attributes['w:val']);
        if (level >= 0 && level < 9) current.outline = level;
      }
      applyRunProperty(current, name, attributes);
    },
    close(name) {
      if (name === 'w:docDefaults') {
        styles.set('', current);
        defaults = false;
      }
      if (name === 'w:style' && id !== undefined) {
        styles.set(id, current);
        id = undefined;
      }
    },
  });
  return styles;
}

/** A style with all it is based on; a heading that does not say how it looks is bold and larger. */
export function resolveStyle(styles: Styles, id: string | undefined): Style {
  const chain: Style[] = [];
  let next = id;
  while (next !== undefined && chain.length < 12) {
    const style = styles.get(next);
    if (style === undefined) break;
    chain.unshift(style);
    next = style.basedOn;
  }
  const own: Style = Object.assign({}, ...chain);
  const level = own.outline ?? headingLevel(id);
  if (level !== undefined && level < HEADING_SIZES.length) {
    own.size ??= HEADING_SIZES[level] ?? 12;
    own.bold ??= true;
  }
  return { ...styles.get(''), ...own };
}

/** `Heading2`, `berschrift2`, `Titre2` → 1: built-in ids are cut down translations. */
function headingLevel(id: string | undefined): number | undefined {
  const match = /^(?:heading|berschrift|titre|ttulo|titolo|rubrik|kop|nagwek|balk)\s?([1-9])$/iu.exec(id ?? '');
  return match === null ? undefined : Number(match[1]) - 1;
}
