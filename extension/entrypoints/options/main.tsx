import '../../zod-without-eval.ts';
import '../../style.css';
import { render } from 'preact';
import { loadOptions, Options } from '../../options/options.tsx';

const root = document.getElementById('app');
if (root !== null) {
  const first = await loadOptions();
  render(<Options first={first} />, root);
}
