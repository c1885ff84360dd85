/** @jest-environment node */
import { expect, test } from '@jest/globals';
import { renderToString } from 'react-dom/server';
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from 'react-router';
import { App } from '../src/app/App';
import { routes } from '../src/app/routes';
import { createClient } from '../src/graphql/client';
import { useKeptText } from '../src/ui/useKeptText';

function Composer() {
  return <p>{useKeptText('comment:p1', 'As it stands').text}</p>;
}

async function render(path: string): Promise<string> {
  const handler = createStaticHandler(routes);
  const context = await handler.query(new Request(`http://clarion.test${path}`));
  if (context instanceof Response) throw new Error(`Answered ${context.status} instead of a page`);
  const router = createStaticRouter(handler.dataRoutes, context);
  return renderToString(
    <App
      client={createClient({ ssrMode: true })}
      router={<StaticRouterProvider router={router} context={context} hydrate={false} />}
    />,
  );
}

test('the frame and a page can be written without a browser', async () => {
  const html = await render('/no-such-page');
  expect(html).toContain('We cannot find that page');
  expect(html).toContain('Skip to the main content');
  expect(html).toContain('href="/mine"');
});

test('the server writes the words as they stand, not what somebody typed', () => {
  expect(renderToString(<Composer />)).toBe('<p>As it stands</p>');
});
