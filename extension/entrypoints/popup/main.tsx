import '../../zod-without-eval.ts';
import '../../style.css';
import { render } from 'preact';
import { loadPopup, Popup } from '../../popup/popup.tsx';

const root = document.getElementById('app');
if (root !== null) {
  const first = await loadPopup(new URLSearchParams(location.search));
  render(<Popup first={first} />, root);
}
