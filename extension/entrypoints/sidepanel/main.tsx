import '../../zod-without-eval.ts';
import '../../style.css';
import { render } from 'preact';
import { loadPopup } from '../../popup/popup.tsx';
import { SidePanel } from '../../sidepanel/side-panel.tsx';

const root = document.getElementById('app');
if (root !== null) {
  const first = await loadPopup(new URLSearchParams());
  render(<SidePanel first={first} />, root);
}
