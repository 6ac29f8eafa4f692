/**
 * Tesseract's WebAssembly core, run in the calling thread: decoding PNG and JPEG, which way up a page stands, and the
 * words on it. Files people send are decoded in here too, so a hostile one meets the sandbox and not the process.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { internalError } from '#shared/kernel/errors.ts';
import { type Grey, greyOf } from './raster.rules.ts';

/** What the bindings of tesseract.js-core give of leptonica's `Pix`. */
type Pix = {
  get_w(): number;
  get_h(): number;
  get_d(): number;
  get_spp(): number;
  get_wpl(): number;
  get_data(): number;
  get_colormap(): { get_n(): number; get_array(): number };
};
type Handle = { __destroy__?: () => void };
type TessApi = {
  Init(path: null, languages: string, mode: number): number;
  SetVariable(name: string, value: string): boolean;
  SetImageFile(exif: number, angle: number): number;
  Recognize(monitor: null): number;
  DetectOS(into: OsResults): boolean;
  GetJSONText(): string;
  Clear(): void;
  End(): void;
};
type OsResults = Handle & {
  best_result: { orientation_id: number; oconfidence: number; script_id: number; sconfidence: number };
  unicharset: { get_script_from_script_id(id: number): string };
};
type Core = {
  FS: { writeFile(path: string, bytes: Uint8Array): void; unlink(path: string): void };
  TessBaseAPI: new () => TessApi;
  OSResults: new () => OsResults;
  Pix: unknown;
  wrapPointer(pointer: number, type: unknown): Pix;
  _malloc(size: number): number;
  _free(pointer: number): void;
  _pixReadMem(pointer: number, size: number): number;
  _pixDestroy(pointerToPix: number): void;
};
type LoadCore = (options: {
  TesseractProgress: (percent: number) => void;
  instantiateWasm: (
    imports: WebAssembly.Imports,
    receive: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
  ) => object;
}) => Promise<Core>;

const Box = z.object({ x0: z.number(), y0: z.number(), x1: z.number(), y1: z.number() });
const RecognisedLine = z.object({
  baseline: Box,
  bbox: Box,
  rowAttributes: z.object({ rowHeight: z.number(), ascenders: z.number(), descenders: z.number() }).partial(),
  words: z.array(z.object({ text: z.string(), confidence: z.number(), bbox: Box })),
});
const Recognised = z.object({
  blocks: z
    .array(z.object({ paragraphs: z.array(z.object({ lines: z.array(RecognisedLine) })) }))
    .nullish()
    .transform((blocks) => blocks ?? []),
});

/** A line of words in pixels of the picture that was read. */
export type OcrLine = z.infer<typeof RecognisedLine>;

/** How a page stands: turning it by `turn` degrees clockwise sets it upright. `sure` below 1 or so says little. */
export type Orientation = { turn: 0 | 90 | 180 | 270; sure: number; script: string; scriptSure: number };

export type Part = { left: number; top: number; right: number; bottom: number };

export type OcrEngine = {
  /** A PNG or JPEG as grey values on white, undefined where it cannot be decoded. The EXIF orientation is not applied. */
  decode(bytes: Uint8Array): Grey | undefined;
  /** Undefined where there is too little text to tell. */
  orientation(picture: Grey): Orientation | undefined;
  /**
   * Takes one to three seconds a page. `part` limits it to a part of the page, in pixels; as a `block` that part is taken
   * for text as it stands, without looking for columns and drawings.
   */
  read(picture: Grey, options: { languages: readonly string[]; part?: Part; block?: boolean }): OcrLine[];
  /** Languages that {@link OcrEngine.read} can take. */
  has(language: string): boolean;
  close(): void;
};

const require = createRequire(import.meta.url);

/** The data of a language that is a dependency. Throws where the installation is not complete. */
function installed(language: string): Uint8Array {
  const folder = dirname(require.resolve(`@tesseract.js-data/${language}/package.json`));
  return readFileSync(join(folder, '4.0.0_best_int', `${language}.traineddata.gz`));
}

const INSTALLED: readonly string[] = ['eng', 'osd'];
/** `OEM_TESSERACT_ONLY` and `OEM_LSTM_ONLY`: the model that tells orientation exists only for the older engine. */
const LEGACY = 0;
const LSTM = 1;
/** Page segmentation modes. */
const ANY_PAGE = '3';
const ONE_BLOCK = '6';

/** What fails here is no fault of the file; `internal` tasks come back. */
function ours<T>(work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw internalError(cause);
  }
}

/** Compiled once a thread, so that the next file finds it optimised; every file gets memory of its own. */
let compiled: WebAssembly.Module | undefined;

/**
 * Loads the engine. `data` holds gzipped language data beyond the installed ones, by Tesseract's code. Throws `internal`
 * where the engine or its data are not in place.
 */
export async function openOcrEngine(data: Readonly<Record<string, Uint8Array>> = {}): Promise<OcrEngine> {
  // Loaded when a picture is read: most files are not, and the function that reads them has it not beside it.
  const load: LoadCore = ours(() => require('tesseract.js-core/tesseract-core-simd'));
  compiled ??= ours(
    () => new WebAssembly.Module(readFileSync(require.resolve('tesseract.js-core/tesseract-core-simd.wasm'))),
  );
  const wasm = compiled;
  let memory = new WebAssembly.Memory({ initial: 0 });
  const core = await load({
    TesseractProgress: () => undefined,
    // Instantiated here, because the glue code keeps the memory to itself and pixels are read from it.
    instantiateWasm: (imports, receive) => {
      const instance = new WebAssembly.Instance(wasm, imports);
      for (const value of Object.values(instance.exports)) if (value instanceof WebAssembly.Memory) memory = value;
      receive(instance, wasm);
      return {};
    },
  });
  const written = new Set<string>();
  const apis = new Map<string, TessApi>();

  function apiFor(languages: readonly string[], mode: number): TessApi {
    const name = languages.join('+');
    const known = apis.get(name);
    if (known !== undefined) return known;
    for (const language of languages) {
      if (written.has(language)) continue;
      core.FS.writeFile(
        `${language}.traineddata`,
        ours(() => gunzipSync(data[language] ?? installed(language))),
      );
      written.add(language);
    }
    const api = new core.TessBaseAPI();
    if (api.Init(null, name, mode) !== 0) throw internalError(new Error(`The OCR data of ${name} cannot be used.`));
    // Pictures come without a resolution; what it guesses instead goes to stderr.
    api.SetVariable('user_defined_dpi', '150');
    apis.set(name, api);
    return api;
  }

  function give(api: TessApi, picture: Grey): void {
    core.FS.writeFile('/input', toPgm(picture));
    const failed = api.SetImageFile(1, 0) === 1;
    core.FS.unlink('/input');
    if (failed) throw new Error('The OCR engine does not take the picture.');
  }

  return {
    decode(bytes) {
      const at = core._malloc(bytes.byteLength);
      new Uint8Array(memory.buffer).set(bytes, at);
      const pointer = core._pixReadMem(at, bytes.byteLength);
      core._free(at);
      if (pointer === 0) return undefined;
      const pix = core.wrapPointer(pointer, core.Pix);
      const [width, height, depth, wordsPerLine] = [pix.get_w(), pix.get_h(), pix.get_d(), pix.get_wpl()];
      const words = new Uint32Array(memory.buffer, pix.get_data(), wordsPerLine * height);
      const grey = greyOf({
        width,
        height,
        depth,
        wordsPerLine,
        words,
        alpha: pix.get_spp() === 4,
        palette: palette(pix),
      });
      const holder = core._malloc(4);
      new DataView(memory.buffer).setUint32(holder, pointer, true);
      core._pixDestroy(holder);
      core._free(holder);
      return grey;
    },

    orientation(picture) {
      const api = apiFor(['osd'], LEGACY);
      give(api, picture);
      const results = new core.OSResults();
      if (!api.DetectOS(results)) return undefined;
      const { orientation_id, oconfidence, script_id, sconfidence } = results.best_result;
      const turn = ([0, 270, 180, 90] as const)[orientation_id] ?? 0;
      const script = results.unicharset.get_script_from_script_id(script_id);
      api.Clear();
      return { turn, sure: oconfidence, script, scriptSure: sconfidence };
    },

    read(picture, { languages, part, block = false }) {
      const api = apiFor(languages, LSTM);
      api.SetVariable('tessedit_pageseg_mode', block ? ONE_BLOCK : ANY_PAGE);
      // A part is cut out here: the engine's own rectangle gives noise for dense text.
      give(api, part === undefined ? picture : cutOut(picture, part));
      api.Recognize(null);
      const { blocks } = Recognised.parse(JSON.parse(api.GetJSONText()));
      api.Clear();
      const lines = blocks.flatMap((block) => block.paragraphs.flatMap((paragraph) => paragraph.lines));
      return part === undefined ? lines : lines.map((line) => movedLine(line, part));
    },

    has: (language) => INSTALLED.includes(language) || language in data,

    close() {
      for (const api of apis.values()) api.End();
      apis.clear();
    },
  };

  function palette(pix: Pix): Uint8Array | undefined {
    if (pix.get_d() > 8) return undefined;
    const map = pix.get_colormap();
    // The bindings wrap a null pointer as well; its fields would be read from address 0.
    if (pointerOf(map) === 0) return undefined;
    return new Uint8Array(memory.buffer, map.get_array(), map.get_n() * 4);
  }
  function pointerOf(wrapped: object): number {
    const pointer = Object.values(wrapped).find((value) => typeof value === 'number');
    return typeof pointer === 'number' ? pointer : 0;
  }
}

function cutOut({ width, data }: Grey, { left, top, right, bottom }: Part): Grey {
  const part = { width: right - left, height: bottom - top };
  const out = new Uint8Array(part.width * part.height);
  for (let y = 0; y < part.height; y++)
    out.set(data.subarray((top + y) * width + left, (top + y) * width + right), y * part.width);
  return { ...part, data: out };
}

/** A line of a part in pixels of the whole. */
function movedLine(line: OcrLine, { left, top }: Part): OcrLine {
  const moved = ({ x0, y0, x1, y1 }: OcrLine['bbox']) => ({ x0: x0 + left, y0: y0 + top, x1: x1 + left, y1: y1 + top });
  return {
    ...line,
    baseline: moved(line.baseline),
    bbox: moved(line.bbox),
    words: line.words.map((word) => ({ ...word, bbox: moved(word.bbox) })),
  };
}

/** Grey values as a binary PGM, which the engine takes as it is. */
function toPgm({ width, height, data }: Grey): Uint8Array {
  const header = new TextEncoder().encode(`P5\n${width} ${height}\n255\n`);
  const out = new Uint8Array(header.length + data.length);
  out.set(header);
  out.set(data, header.length);
  return out;
}
