/** What must never be written, whatever a label promises. The words stand in `veto.data.ts`. */
import type { FormField } from './form.schema.ts';
import { nameWords, plain } from './spelling.rules.ts';
import { VETOES } from './veto.data.ts';
import { withoutPapers, wordCount } from './wording.rules.ts';

export { isConsent } from './consent.rules.ts';

export type Veto = { readonly code: string; readonly reason: string };

/** Whether one may answer it with yes or no, which gives nothing away that only papers say. */
const ASKS_WHETHER =
  /^(?:do|are|have|can|will|would|is) you\b|^(?:do|are|have|can|will) |^(?:haben sie|hast du|sind sie|bist du|besitzen sie|avez vous|etes vous|tiene|tienes|possui|tem|hai|heb je|czy|har du|er du|mate)\b|\b(?:do|are) you (?:have|hold|possess|at least|over)\b/;

/** The rule that forbids writing into `field`, if one does. */
export function vetoOf(field: FormField): Veto | undefined {
  if (field.hidden) return { code: 'hidden', reason: field.hidden };
  if (!field.visible) return { code: 'hidden', reason: 'You cannot see it' };
  if (field.type === 'password') return { code: 'password', reason: 'Passwords are yours' };
  if (field.type === 'search' && field.label === '') return { code: 'search', reason: 'A search box' };
  const label = plain(field.label);
  const words = [field.label, field.group, field.placeholder]
    .map((text) => withoutPapers(plain(text)))
    .filter((text) => text !== '');
  const names = [nameWords(field.name), nameWords(field.id)].filter((text) => text !== '');
  const isChoice = ['radio', 'buttonGroup', 'select', 'combobox', 'checkboxGroup'].includes(field.kind);
  for (const rule of VETOES) {
    if (rule.autocomplete?.test(field.autocomplete)) return rule;
    if (rule.unlessAsked && isChoice && words.some((text) => ASKS_WHETHER.test(text))) continue;
    // “Search” in the placeholder of a labelled picker says how to use it, not what it is.
    const read = rule.code === 'search' && label !== '' ? [label] : words;
    if (rule.words && read.some((text) => rule.words?.test(text))) return rule;
    // A name the page never shows is weaker than the label a person reads, but a trap hides behind good labels.
    if (rule.names && field.kind !== 'file' && names.some((text) => rule.names?.test(text))) {
      const isTrap = rule.code === 'honeypot' || rule.code === 'captcha';
      if (isTrap || label === '' || (wordCount(label) <= 3 && !isPlainContactLabel(label))) return rule;
    }
  }
  return TRAP_HINT.test(plain(field.hint)) ? { code: 'honeypot', reason: 'A trap for robots' } : undefined;
}

const TRAP_HINT =
  /\b(?:leave|keep) (?:this )?(?:field )?(?:blank|empty)\b(?! if)|\bdo not (?:fill|complete|enter)\b|\bnicht ausfullen\b|\bne pas remplir\b|\bno rellenar\b|\bnao preencher\b|\bnon compilare\b|\bniet invullen\b|\bnie wypelnia\w*\b|\bfyll inte i\b|\budfyld ikke\b|\bbos birakin\b|\bnevyplnujte\b/;

const isPlainContactLabel = (label: string): boolean =>
  /^(?:your )?(?:first name|last name|full name|e ?mail(?: address)?|phone(?: number)?|linkedin(?: profile| url)*|city|country|address|resume cv|resume|vorname|nachname|e mail adresse|telefon(?:nummer)?|prenom|nom|telephone|nombre|apellidos|correo electronico|telefono|nome|cognome|telefone|sobrenome|voornaam|achternaam|telefoonnummer|imie|nazwisko|fornamn|efternamn|fornavn|efternavn|jmeno|prijmeni|ad|soyad)$/.test(
    label,
  );
