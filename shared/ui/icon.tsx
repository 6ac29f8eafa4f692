/** Icons drawn on a 16-pixel grid with one stroke width; always decoration, the words stand beside them. */
import type { JSX } from 'preact';

const PATHS = {
  profile: 'M8 8a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Zm-5 5.5c.6-2.3 2.6-3.5 5-3.5s4.400 1.200 5 3.500',
  matches: 'M8 2l1.800 3.800 4.200.5-3.100 2.900.8 4.100L8 11.300l-3.700 2 .8-4.100L2 6.300l4.200-.5Z',
  jobs: 'M2.500 5.500h11v8h-11Zm3.500 0V3.500h4v2M2.500 9h11',
  applications: 'M3 4l1 1 2-2M3 8.500l1 1 2-2M3 13l1 1 2-2M8.500 4h5M8.500 8.500h5M8.500 13h5',
  documents: 'M4 2h5l3 3v9H4Zm5 0v3h3M6 8.500h4M6 11h4',
  link: 'M6.500 9.500l3-3M7 4.500l1.500-1.500a2.800 2.800 0 0 1 4 4L11 8.500M9 11.500L7.500 13a2.800 2.800 0 0 1-4-4L5 7.500',
  account:
    'M8 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM8 2v1.500M8 12.500V14M2 8h1.500M12.500 8H14M3.800 3.800l1 1M11.200 11.200l1 1M12.200 3.800l-1 1M4.800 11.200l-1 1',
  check: 'M3 8.500l3.500 3.500L13 4.500',
  warn: 'M8 2.500l6 10.500H2Zm0 4v3M8 11.200v.1',
  close: 'M4 4l8 8M12 4l-8 8',
  plus: 'M8 3v10M3 8h10',
  up: 'M8 13V3M4 7l4-4 4 4',
  down: 'M3.500 6L8 10.500 12.500 6',
  right: 'M6 3.500l4.500 4.500L6 12.500',
  trash: 'M3 4.500h10M6 4.500V3h4v1.500M4.500 4.500l.5 9h6l.5-9M6.700 7v4M9.300 7v4',
  download: 'M8 2.500v8M4.500 7.500L8 11l3.500-3.500M3 13.500h10',
  upload: 'M8 11V3M4.500 6L8 2.500 11.500 6M3 13.500h10',
  menu: 'M2.500 4.500h11M2.500 8h11M2.500 11.500h11',
  external: 'M9.500 3h3.500v3.500M13 3L7.500 8.500M11 9.500v3.500H3V5h3.500',
  theme: 'M8 2.500a5.500 5.500 0 1 0 0 11Zm0 0a5.500 5.500 0 0 1 0 11',
  search: 'M7 11.500a4.500 4.500 0 1 0 0-9 4.500 4.500 0 0 0 0 9Zm3.300-1.200L13.500 13.500',
  copy: 'M5.500 5.500V3h7.500v7.500h-2.500M3 5.500h7.500V13H3Z',
  saved: 'M4.500 2.500h7v11L8 10.800l-3.500 2.700Z',
  thumbUp:
    'M5.500 7.500v6h-2.500v-6Zm0 0L8 2.500c1.100 0 1.800.8 1.600 1.900L9.200 6.500h3.100c.8 0 1.400.7 1.200 1.500l-1 4.400c-.1.600-.7 1.100-1.300 1.100H5.500',
  thumbDown:
    'M10.500 8.500v-6h2.500v6Zm0 0L8 13.500c-1.100 0-1.800-.8-1.600-1.900l.4-2.100H3.700c-.8 0-1.400-.7-1.200-1.500l1-4.400c.1-.6.7-1.100 1.300-1.100h5.700',
  hide: 'M2.500 2.500l11 11M6.700 4.200A6.500 6.500 0 0 1 8 4c3 0 5 2.300 6 4a11 11 0 0 1-1.700 2.200M4.300 5.300A10.500 10.500 0 0 0 2 8c1 1.700 3 4 6 4 1.100 0 2-.3 2.900-.7',
  bell: 'M8 2.500a3.500 3.500 0 0 1 3.500 3.500c0 3 1.500 4.500 1.500 4.500H3s1.500-1.500 1.500-4.500A3.500 3.500 0 0 1 8 2.500ZM6.500 13h3',
  filters: 'M2.500 4.500h11M4.500 8h7M6.500 11.500h3',
  dot: 'M8 8.500a.5.5 0 1 0 0-1 .5.5 0 0 0 0 1Z',
} as const;

export type IconName = keyof typeof PATHS;

export const Icon = ({ name, class: extra = 'size-4' }: { name: IconName; class?: string }): JSX.Element => (
  <svg
    aria-hidden="true"
    viewBox="0 0 16 16"
    fill="none"
    stroke="currentColor"
    stroke-width="1.5"
    stroke-linecap="round"
    stroke-linejoin="round"
    class={`shrink-0 ${extra}`}
  >
    <path d={PATHS[name]} />
  </svg>
);
