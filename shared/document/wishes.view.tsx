/** What a person says to a document: how good it is, and how a letter should sound. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '#shared/ui/button.tsx';
import { ErrorNotice } from '#shared/ui/feedback.tsx';
import { RadioGroup, SelectField } from '#shared/ui/field.tsx';
import { useHost } from '#shared/ui/host.tsx';
import { Card } from '#shared/ui/layout.tsx';
import { staleQueries, useAction } from '#shared/ui/query.ts';
import { toast } from '#shared/ui/toast.tsx';
import { documentContract } from './document.contract.ts';
import { DocumentLanguage, Tone } from './model.schema.ts';

const GRADES = ['1', '2', '3', '4', '5'].map((grade) => ({ value: grade, label: grade }));

/** One to five, kept at once. `given` is what was said before. */
export function Rating({ id, given }: { id: string; given: number | undefined }): JSX.Element {
  const { call } = useHost();
  const [value, setValue] = useState(given === undefined ? undefined : String(given));
  const rate = useAction(async (grade: string) => {
    setValue(grade);
    await call(documentContract.rate, { params: { id }, body: { rating: Number(grade) } });
    staleQueries('documents');
    toast('Thank you, noted');
  });
  return (
    <Card>
      <RadioGroup
        legend="How good is it, of 5?"
        value={value}
        options={GRADES}
        onValue={(grade) => void rate.run(grade)}
        inline
      />
      {rate.error !== undefined && <ErrorNotice error={rate.error} />}
    </Card>
  );
}

const TONES: Readonly<Record<Tone, string>> = { neutral: 'Neutral', warm: 'Warm', formal: 'Formal' };
const LANGUAGES: Readonly<Record<DocumentLanguage, string>> = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
};

/** Tone and language of a letter; writing it again leaves the present one as it is. */
export function LetterVoice(props: {
  onWrite: (voice: { tone?: Tone; language?: DocumentLanguage }) => Promise<unknown>;
}): JSX.Element {
  const [tone, setTone] = useState<Tone>('neutral');
  const [language, setLanguage] = useState<DocumentLanguage>();
  const write = useAction(() => props.onWrite({ tone, ...(language && { language }) }));
  return (
    <Card class="space-y-3">
      <p class="font-medium">How the letter sounds</p>
      <SelectField
        label="Tone"
        value={tone}
        options={Tone.options.map((value) => ({ value, label: TONES[value] }))}
        onValue={(value) => setTone(Tone.catch('neutral').parse(value))}
      />
      <SelectField
        label="Language"
        value={language ?? ''}
        options={[
          { value: '', label: 'As the posting' },
          ...DocumentLanguage.options.map((value) => ({ value, label: LANGUAGES[value] })),
        ]}
        onValue={(value) => setLanguage(DocumentLanguage.safeParse(value).data)}
      />
      <Button size="sm" busy={write.busy} onClick={() => void write.run()}>
        Write the letter again
      </Button>
      {write.error !== undefined && <ErrorNotice error={write.error} />}
    </Card>
  );
}
