import '../../zod-without-eval.ts';
import '../../style.css';
import { render } from 'preact';
import { loadPopup, Popup } from '../../popup/popup.tsx';
import { ShowDocument } from '../../popup/show-document.tsx';

const root = document.getElementById('app');
if (root !== null) {
  const query = new URLSearchParams(location.search);
  const documentId = query.get('document');
  if (documentId === null) render(<Popup first={await loadPopup(query)} />, root);
  else render(<ShowDocument tabId={Number(query.get('tabId'))} documentId={documentId} />, root);
}
