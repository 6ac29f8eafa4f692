/**
 * Languages whose OCR data is fetched on first need: `@tesseract.js-data/<code>` 1.0.0 on the npm registry, of which
 * only `4.0.0_best_int/<code>.traineddata.gz` is used. `integrity` is the tarball's, as in a lockfile; `size` is its
 * length in bytes, `sha256` that of the file taken from it.
 */
export type OcrLanguage = {
  /** ISO 639-1, as {@link languageOf} says it. */
  language: string;
  name: string;
  size: number;
  integrity: string;
  sha256: string;
};

export const OCR_DATA_VERSION = '1.0.0';

export const OCR_LANGUAGES: Readonly<Record<string, OcrLanguage>> = {
  deu: {
    language: 'de',
    name: 'German',
    size: 8411089,
    integrity: 'sha512-3ter1p2gFAiCd5CMC+PodZ9YY2UDomkKj+ytlKeeZqOUmhLx1SDnYPf5zog0g5MBbxYveW+8omI3PUflqHfZ4Q==',
    sha256: '306c4280d0cbed46fbff727486bd43b92730181bae80f56941a091f363bdf28b',
  },
  fra: {
    language: 'fr',
    name: 'French',
    size: 6959264,
    integrity: 'sha512-pp58gMaoyidoBBLd5y5rnf0WW0Y1994QrGqZrYatITqIU/AReUJMykD+YY3JDgvnmgz7uAx1UmhjjuyEmV8JEA==',
    sha256: 'd611139672b3752c7097e671e4a1d9209dfd37f2aeb081ef6487fba3351e9255',
  },
  spa: {
    language: 'es',
    name: 'Spanish',
    size: 10436372,
    integrity: 'sha512-9Ln+QKq/TNu4Hy4aOp5b4nXo9U0C6IqJMzNDpAJZe/fNtz6jXG9G/hQgR/Irxj+RGf0M7Xy1MNx1yl4wQUIfeg==',
    sha256: '40be52f97b5d4eb7460073dc1f94cd546b27150333c0bf854ed7e7132db6bceb',
  },
  por: {
    language: 'pt',
    name: 'Portuguese',
    size: 8124452,
    integrity: 'sha512-sQ7GqYUgKaMmV0vNujYoXLlXUp2e5RGGkJxQ3L59kUOaupIugLJeb1dqhrfgyb71XQw7ltdSuXdQIoaoS/rpsQ==',
    sha256: 'dacebc1386ddaaf8389f81094236cca0d690897cde693d48cbdaa881c86e2b4c',
  },
  ita: {
    language: 'it',
    name: 'Italian',
    size: 8567364,
    integrity: 'sha512-Sx19NVYve5VAxEBDL6CWTX+evlvzV+iAS5ejJywcHVsmir/C9Tzw2fExoh97QFc06t48tYZA8VrMobsBzMAEhA==',
    sha256: 'f702fcfad297ce028ede3626d1467b67939f23ff23595f9badd54681cf25a4d3',
  },
  nld: {
    language: 'nl',
    name: 'Dutch',
    size: 13178605,
    integrity: 'sha512-Fq9TDxewYAw3YBLqLYEu3rziNUHq0F1NnnM49vI0E5o6S2oKcirhTumGvv8ws088+li1llyKXT9nfrHuxxetHQ==',
    sha256: 'a2d904b6ddc4feb0d31ecfcd7361a554102e7aa2e278c54f4fc029e0d0815571',
  },
  pol: {
    language: 'pl',
    name: 'Polish',
    size: 10977737,
    integrity: 'sha512-e9naSi/5kIXIMsymriFMUXJ2XWxRY/09qU9pkmEN28nAeMyF70EYkn4G3iHoB2oF/HNhZpy8lCIe1/I2L/BqKA==',
    sha256: 'a20fdec4ff99d8f8e84c708da3e42a4e935c26863055a0ed88aef5c66a59b91b',
  },
  swe: {
    language: 'sv',
    name: 'Swedish',
    size: 8821162,
    integrity: 'sha512-9BRWhTs8THTaBtFNvaTSZbL8gb14CH86TsdNjpDVBgm4kOS5RW8V6xfM91SEho4rlxyzAJPA909GRD1xsJbyJg==',
    sha256: 'b60d9fea7e570d11d6fdf26c8d0ef1d63b49222313773ce66777ed08fa20dc5a',
  },
  tur: {
    language: 'tr',
    name: 'Turkish',
    size: 10170951,
    integrity: 'sha512-510AUJda8BsgrTchfIIH1uV1wfYp28+PLy74sxSQiHM0sLv9kjbNyooxUCo/R4TOjLQY0fXQ2QWwozWlSlXrkw==',
    sha256: '384ba0dc28040451b7818d7d60e0a88df0d3003fa5a01d713a468779bc3d8c04',
  },
  chi_sim: {
    language: 'zh',
    name: 'Chinese',
    size: 21809859,
    integrity: 'sha512-iuErURkPbECDUazgsLn/r3c+tU2y5o5S/w14d0A/YiagfsjYyZKgTo75RUpsGJ311qtu0dIX4hqnXAAjmqf2CA==',
    sha256: 'b8a23f10c7de500891eb458a8adc9cc58ab7f242f08b7d149f5e9aea4ad5db7c',
  },
  hin: {
    language: 'hi',
    name: 'Hindi',
    size: 2792751,
    integrity: 'sha512-MB6WY6g4SAtrs+Xuyz5JDDsLFCykCwIESV7M9KkyxF71bxBqhLa8e7GJi5yGa/Wl6V4nuC7LWX/EMdSyTINTvg==',
    sha256: 'f3b6a0d320df38d886178cdd727b90dbf9df3db053adb32bd9cf73f0463cda07',
  },
};
