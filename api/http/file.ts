/** A file sent as a form. */
import { requestErrors } from '#shared/kernel/errors.ts';

/** The multipart field `file`; its name is only a label. Throws `request.invalid` where there is none. */
export async function fileOf(request: Request) {
  const form = await request.formData().catch(() => undefined);
  const file = form?.get('file');
  if (!(file instanceof File))
    throw requestErrors.invalid({ message: 'Send the file as multipart/form-data in a field named "file".' });
  return {
    fileName: file.name,
    contentType: file.type || 'application/octet-stream',
    bytes: new Uint8Array(await file.arrayBuffer()),
  };
}
