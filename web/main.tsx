import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { takeToken, signIn, session } from './api/session.js';
import { App } from './app/app.js';
import { bringScreen } from './app/router.js';
import { language, speak } from './language/language.js';
import { followTheme } from './preferences/theme.js';

// Before anything else: what stands in the address bar is seen over shoulders, and kept.
const token = takeToken();
followTheme();
if (token !== null || session.get() !== null) bringScreen(location.pathname);
// Whether it worked, the sign-in page tells: it asks again with the reason.
const [failure] = await Promise.all([token === null ? null : signIn(token), speak(language.get())]);
if (failure !== null) session.set(null);
language.subscribe(() => void speak(language.get()));

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App failure={failure} />
  </StrictMode>,
);
