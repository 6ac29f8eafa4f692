import { expect, test } from 'vitest';
import { addressWith } from './address.ts';

test('a changed filter begins at the first page again', () => {
  expect(addressWith('/jobs', { q: 'go', offset: '50' }, { location: 'Berlin' })).toBe('/jobs?q=go&location=Berlin');
});

test('turning the page keeps the filters', () => {
  expect(addressWith('/jobs', { q: 'go' }, { offset: '25' })).toBe('/jobs?q=go&offset=25');
});

test('a cleared filter leaves the address', () => {
  expect(addressWith('/jobs', { q: 'go' }, { q: '' })).toBe('/jobs');
});

test('what a person types cannot add a filter of its own', () => {
  expect(addressWith('/jobs', {}, { q: 'a&remote=remote#x' })).toBe('/jobs?q=a%26remote%3Dremote%23x');
});
