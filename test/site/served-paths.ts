import { pages } from '@aipower/site/page/pages';
import type { IRouter } from 'express';
import type { RunningSite } from './running-site.ts';

/** The paths of the pages' router that are read, files and feeds among them, as the running program has them. */
export function servedPaths({ server }: Pick<RunningSite, 'server'>): Set<string> {
  const app = server.listeners('request')[0] as unknown as { readonly router: IRouter };
  const routers = app.router.stack.flatMap(({ handle }) => ('stack' in handle ? [handle as unknown as IRouter] : []));
  const holding = routers.find(({ stack }) => stack.some(({ route }) => route?.path === pages.search.path));
  const opened = (route: { readonly stack: readonly { readonly method?: string }[] }) =>
    route.stack.some(({ method }) => method === 'get');
  return new Set(holding!.stack.flatMap(({ route }) => (route && opened(route) ? [route.path] : [])));
}
