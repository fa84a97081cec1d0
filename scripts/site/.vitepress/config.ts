// The site of docs/. What it links outside of docs/ is shown by GitHub, at the version of package.json.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig } from 'vitepress';
import { headingSlug } from '../../heading-slug.ts';
import { projectOf } from '../../project.ts';
import { menuOf, siteLink } from '../../site-pages.ts';

const root = resolve(import.meta.dirname, '../../..');
const { version, repository } = projectOf(readFileSync(resolve(root, 'package.json'), 'utf8'));
const address = `https://github.com/${repository}`;

export default defineConfig({
  title: 'cidaas-migrate',
  description: 'Moves the users of a legacy system into cidaas',
  base: `/${repository.split('/')[1]}/`,
  srcDir: resolve(root, 'docs'),
  outDir: resolve(root, 'scripts/site/dist'),
  rewrites: { 'README.md': 'index.md' },
  cleanUrls: true,
  markdown: {
    anchor: { slugify: headingSlug },
    toc: { slugify: headingSlug },
    languageAlias: { ndjson: 'json', ldif: 'yaml' },
    config: (markdown) => {
      markdown.core.ruler.push('links-of-the-repository', ({ tokens, env }) => {
        for (const link of tokens
          .flatMap(({ children }) => children ?? [])
          .filter(({ type }) => type === 'link_open')) {
          const target = link.attrGet('href');
          if (target !== null) link.attrSet('href', siteLink(target, env.relativePath, `${address}/blob/v${version}`));
        }
      });
    },
  },
  themeConfig: {
    search: { provider: 'local' },
    sidebar: menuOf(readFileSync(resolve(root, 'docs/README.md'), 'utf8')),
    outline: [2, 3],
    nav: [{ text: `v${version}`, link: `${address}/releases` }],
    socialLinks: [{ icon: 'github', link: address }],
  },
});
