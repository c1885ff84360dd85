import { createRoot } from 'react-dom/client';
import { createBrowserRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import '../ui/css/index.css';
import { createClient } from '../graphql/client';
import { App } from './App';
import { routes } from './routes';
import { trustOwnScripts } from './trustOwnScripts';

trustOwnScripts();

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

const router = createBrowserRouter(routes);
createRoot(root).render(
  <App client={createClient()} router={<RouterProvider router={router} />} />,
);
