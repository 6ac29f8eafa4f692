/** The uploaded file as something to look at: a PDF to draw, a picture to show, or nothing that has pages. */
import { useEffect, useState } from 'preact/hooks';
import { resumeContract } from '#shared/resume/resume.contract.ts';
import { useHost } from '#shared/ui/host.tsx';
import { type OpenPdf, openPdf, PdfLocked } from './pdf.ts';

export type PageFile =
  | { state: 'loading' | 'none' | 'unavailable' }
  | { state: 'locked'; wrong: boolean }
  | { state: 'pdf'; pdf: OpenPdf }
  | { state: 'picture'; url: string };

const kindOf = (fileName: string): 'pdf' | 'picture' | undefined => {
  const extension = /\.([^.]+)$/.exec(fileName.trim())?.[1]?.toLowerCase();
  if (extension === 'pdf') return 'pdf';
  return extension === 'png' || extension === 'jpg' || extension === 'jpeg' ? 'picture' : undefined;
};

/** Whether a file of this name has pages to show. */
export const hasPages = (fileName: string): boolean => kindOf(fileName) !== undefined;

/** Loads the file while `wanted`. The password is handed to the drawing only and kept nowhere. */
export function useFile(options: {
  id: string | undefined;
  fileName: string;
  wanted: boolean;
  password: string | undefined;
}): PageFile {
  const { id, fileName, wanted, password } = options;
  const { call } = useHost();
  const [file, setFile] = useState<PageFile>({ state: 'loading' });
  const kind = kindOf(fileName);
  useEffect(() => {
    if (!id || !wanted) return;
    if (kind === undefined) return setFile({ state: 'none' });
    const leaving = new AbortController();
    let release = (): void => undefined;
    setFile({ state: 'loading' });
    const load = async (): Promise<void> => {
      try {
        const blob = await call(resumeContract.download, { params: { id }, signal: leaving.signal });
        if (kind === 'picture') {
          const url = URL.createObjectURL(blob);
          release = () => URL.revokeObjectURL(url);
          if (!leaving.signal.aborted) setFile({ state: 'picture', url });
        } else {
          const pdf = await openPdf(await blob.arrayBuffer(), password);
          release = pdf.close;
          if (!leaving.signal.aborted) setFile({ state: 'pdf', pdf });
        }
        if (leaving.signal.aborted) release();
      } catch (error) {
        if (leaving.signal.aborted) return;
        setFile(
          error instanceof PdfLocked ? { state: 'locked', wrong: password !== undefined } : { state: 'unavailable' },
        );
      }
    };
    void load();
    return () => {
      leaving.abort();
      release();
    };
  }, [id, kind, wanted, password]);
  return file;
}
