/** JSON as sources write it, which is not always JSON. */

/**
 * A text made parseable: raw line breaks and other control characters inside strings are escaped, and whole numbers of
 * 16 digits and more become strings, since a number would lose its last digits. One pass, linear.
 */
export function mendedJson(text: string): string {
  const out: string[] = [];
  let kept = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (inString) {
      if (code === BACKSLASH) at++;
      else if (code === QUOTE) inString = false;
      else if (code < 32) {
        out.push(text.slice(kept, at), `\\u${code.toString(16).padStart(4, '0')}`);
        kept = at + 1;
      }
    } else if (code === QUOTE) inString = true;
    else if (isDigit(code)) {
      const start = text.charCodeAt(at - 1) === MINUS ? at - 1 : at;
      while (isDigit(text.charCodeAt(at + 1))) at++;
      if (at - start < 15 || /[.eE]/.test(text.charAt(at + 1)) || /[.eE+]/.test(text.charAt(start - 1))) continue;
      out.push(text.slice(kept, start), `"${text.slice(start, at + 1)}"`);
      kept = at + 1;
    }
  }
  out.push(text.slice(kept));
  return out.join('');
}
const [QUOTE, BACKSLASH, MINUS] = [34, 92, 45];
const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** Parses JSON with or without a byte order mark, mending it where needed; `undefined` for what is none. */
export function parseJson(text: string): unknown {
  const body = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  // Texts hold long numbers too (`1234567890123456` in prose), so this only says that a look is worth it.
  const sound = /\d{16}/.test(body) ? mendedJson(body) : body;
  return parsed(sound) ?? parsed(mendedJson(body));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
